package org.touchstone.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.BriefCache;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.NotAllowed;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.Problem.Fault;
import org.touchstone.platform.shared.Sql;
import org.touchstone.platform.shared.Uuid7;

/** API tokens: {@code tsk_} and a secret that is shown once. */
@Repository
public class Tokens {
  static final String PREFIX = "tsk_";

  /** @param secret only in the answer to its making */
  public record Token(UUID id, @Nullable String secret, String name, Set<Scope> scopes, Instant expiresAt, @Nullable Instant lastUsedAt) {}

  record Pass(UUID token, AccountId account, Set<Scope> scopes, Instant expiresAt) {}

  private final JdbcClient jdbc;
  private final Audit audit;
  private final Clock clock;
  private final BriefCache<String, Optional<Pass>> brief = BriefCache.ofSeconds(2, this::load);
  private final Cache<UUID, Boolean> noted = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(10_000).build();

  Tokens(JdbcClient jdbc, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  public List<Token> of(AccountId account) {
    return jdbc.sql("select id, name, scopes, expires_at, last_used_at from identity_token where account_id = :account order by id desc")
        .param("account", account.value())
        .query((row, n) -> new Token(Sql.uuid(row, "id"), null, row.getString("name"), scopes(Sql.strings(row, "scopes")),
            Sql.instant(row, "expires_at"), Sql.instantOrNull(row, "last_used_at")))
        .list();
  }

  /** A token can never do more than whoever makes it. */
  @Transactional
  public Token create(Caller caller, String name, Set<Scope> scopes, int days) {
    var faults = new ArrayList<Fault>();
    if (name == null || name.isBlank() || name.length() > 100) faults.add(new Fault("name", "Give the token a name of up to 100 characters that says what it is for."));
    if (scopes == null || scopes.isEmpty()) faults.add(new Fault("scopes", "Choose at least one of read, work and manage."));
    if (days < 1 || days > 366) faults.add(new Fault("expiresInDays", "A token lives between 1 and 366 days."));
    if (!faults.isEmpty()) throw new Invalid(faults);
    if (!caller.scopes().containsAll(scopes)) throw new NotAllowed("A token cannot make another one that may do more than itself.");
    String secret = PREFIX + Secret.next();
    var token = new Token(Uuid7.next(), secret, name.strip(), EnumSet.copyOf(scopes), clock.instant().plus(Duration.ofDays(days)), null);
    jdbc.sql("""
            insert into identity_token (id, account_id, name, hash, scopes, expires_at) values (:id, :account, :name, :hash, :scopes, :expires)
            """)
        .param("id", token.id())
        .param("account", caller.id().value())
        .param("name", token.name())
        .param("hash", Secret.hash(secret))
        .param("scopes", token.scopes().stream().map(Scope::text).toArray(String[]::new))
        .param("expires", Sql.time(token.expiresAt()))
        .update();
    audit.record(caller.id(), null, "token.created", token.id().toString(), Map.of("name", token.name(), "scopes", token.scopes()));
    return token;
  }

  @Transactional
  public void withdraw(Caller caller, UUID id) {
    int rows = jdbc.sql("delete from identity_token where id = :id and account_id = :account")
        .param("id", id)
        .param("account", caller.id().value())
        .update();
    if (rows == 0) throw new NotFound("token");
    brief.forgetWhere(pass -> pass.stream().anyMatch(one -> one.token().equals(id)));
    audit.record(caller.id(), null, "token.withdrawn", id.toString(), Map.of());
  }

  Optional<Pass> pass(String secret) {
    var pass = brief.get(secret).filter(p -> p.expiresAt().isAfter(clock.instant()));
    pass.ifPresent(this::noteUse);
    return pass;
  }

  private void noteUse(Pass pass) {
    if (noted.asMap().putIfAbsent(pass.token(), true) != null) return;
    jdbc.sql("update identity_token set last_used_at = :now where id = :id")
        .param("now", Sql.time(clock.instant()))
        .param("id", pass.token())
        .update();
  }

  private Optional<Pass> load(String secret) {
    return jdbc.sql("select id, account_id, scopes, expires_at from identity_token where hash = :hash")
        .param("hash", Secret.hash(secret))
        .query((row, n) -> new Pass(Sql.uuid(row, "id"), AccountId.of(Sql.uuid(row, "account_id")), withLesser(scopes(Sql.strings(row, "scopes"))),
            Sql.instant(row, "expires_at")))
        .optional();
  }

  private static Set<Scope> scopes(List<String> texts) {
    var scopes = EnumSet.noneOf(Scope.class);
    texts.forEach(text -> scopes.add(Scope.of(text)));
    return scopes;
  }

  private static Set<Scope> withLesser(Set<Scope> scopes) {
    return scopes.isEmpty() ? scopes : EnumSet.range(Scope.READ, scopes.stream().max(Scope::compareTo).orElseThrow());
  }
}
