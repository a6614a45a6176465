package org.touchstone.platform.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.NotFound;

/** Where somebody who forgot their password gets a new one: by a link from the owner that works once. */
@Service
public class PasswordLinkDesk {
  private static final Duration LIFE = Duration.ofDays(1);

  /** @param secret goes into the link and is not kept */
  public record Made(String secret, Instant expiresAt) {}

  private final PasswordLinks links;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;
  private final TransactionTemplate transactions;

  PasswordLinkDesk(PasswordLinks links, Accounts accounts, Sessions sessions, Audit audit, Clock clock, TransactionTemplate transactions) {
    this.links = links;
    this.accounts = accounts;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
    this.transactions = transactions;
  }

  @Transactional
  public Made make(Caller caller, AccountId id) {
    SignInDesk.onlyOwner(caller);
    var account = accounts.find(id).orElseThrow(() -> new NotFound("account"));
    if (account.kind() != Account.Kind.PERSON) throw new Conflict("%s is not a person and never signs in.".formatted(account.name()));
    if (account.disabled()) throw new Conflict("%s may not sign in: allow that first.".formatted(account.name()));
    var made = new Made(Secret.next(), clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS));
    links.put(id, made.secret(), caller.id(), made.expiresAt());
    audit.record(caller.id(), null, "password.link-made", id.toString(), Map.of("expiresAt", made.expiresAt()));
    return made;
  }

  public Account open(String secret) {
    return links.open(secret).flatMap(accounts::find).filter(account -> !account.disabled()).orElseThrow(PasswordLinkSpent::new);
  }

  /** Whoever was signed in as this account, on whatever browser, has to sign in again. */
  public Account use(String secret, @Nullable String password) {
    var account = open(secret);
    // Hashed before the transaction begins: that takes long enough to hold up everybody who waits for a connection.
    String hash = accounts.hashed(password);
    transactions.executeWithoutResult(status -> {
      if (!links.use(secret)) throw new PasswordLinkSpent();
      accounts.keepPassword(account.id(), hash);
      sessions.endAll(account.id());
      audit.record(account.id(), null, "password.reset", account.id().toString(), Map.of());
    });
    return account;
  }
}
