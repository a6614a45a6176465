package org.touchstone.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.BriefCache;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Sql;

/** All accounts of the installation. */
@Repository
public class Accounts {
  private static final String COLUMNS = "id, kind, name, email, owner, may_create_projects, created_at, disabled_at";

  private final JdbcClient jdbc;
  private final Passwords passwords;
  private final BriefCache<AccountId, Optional<Account>> brief = BriefCache.ofSeconds(5, this::load);

  Accounts(JdbcClient jdbc, Passwords passwords) {
    this.jdbc = jdbc;
    this.passwords = passwords;
  }

  public Optional<Account> find(AccountId id) {
    return brief.get(id);
  }

  /** The display name; a stranger's id gives a neutral word, since names are for reading only. */
  public String name(AccountId id) {
    return find(id).map(Account::name).orElse("Somebody");
  }

  public Map<AccountId, String> names(Collection<AccountId> ids) {
    var names = new HashMap<AccountId, String>();
    jdbc.sql("select id, name from identity_account where id = any(:ids)")
        .param("ids", Sql.uuids(ids.stream().map(AccountId::value).toList()))
        .query(row -> {
          names.put(AccountId.of(Sql.uuid(row, "id")), row.getString("name"));
        });
    return names;
  }

  /** The accounts with these ids, in no particular order. */
  public List<Account> all(Collection<AccountId> ids) {
    return jdbc.sql("select " + COLUMNS + " from identity_account where id = any(:ids)")
        .param("ids", Sql.uuids(ids.stream().map(AccountId::value).toList()))
        .query(Accounts::account)
        .list();
  }

  /** A person who signs in with a password. */
  public Account create(String name, String email, String password, boolean owner, boolean mayCreateProjects) {
    return prepared(name, email, password, owner, mayCreateProjects).get();
  }

  /** The same in two steps: the slow hashing now, the row when asked for, inside whatever transaction runs then. */
  Supplier<Account> prepared(@Nullable String name, String email, @Nullable String password, boolean owner, boolean mayCreateProjects) {
    checkedName(name);
    checkedEmail(email);
    String hash = passwords.hash(Passwords.checked(password));
    return () -> create(Account.Kind.PERSON, name, email, hash, owner, mayCreateProjects);
  }

  /** A rater that is a model: it has a name, judges through the same desk, and never signs in. */
  public Account createModel(String name) {
    return create(Account.Kind.MODEL, name, null, null, false, false);
  }

  private Account create(Account.Kind kind, @Nullable String name, @Nullable String email, @Nullable String hash, boolean owner, boolean mayCreateProjects) {
    String shown = checkedName(name);
    String address = email == null ? null : checkedEmail(email);
    var id = AccountId.next();
    try {
      jdbc.sql("""
              insert into identity_account (id, kind, name, email, password_hash, owner, may_create_projects)
              values (:id, :kind, :name, :email, :hash, :owner, :mayCreate)
              """)
          .param("id", id.value())
          .param("kind", kind.name())
          .param("name", shown)
          .param("email", address)
          .param("hash", hash)
          .param("owner", owner)
          .param("mayCreate", mayCreateProjects)
          .update();
    } catch (DuplicateKeyException e) {
      throw new Conflict("There is already an account with the e-mail %s: sign in with it.".formatted(address));
    }
    brief.forget(id);
    return find(id).orElseThrow();
  }

  public boolean none() {
    return !jdbc.sql("select exists (select 1 from identity_account where kind = 'PERSON')").query(Boolean.class).single();
  }

  public Optional<Account> byEmail(String email) {
    return jdbc.sql("select " + COLUMNS + " from identity_account where lower(email) = lower(:email)")
        .param("email", email.strip())
        .query(Accounts::account)
        .optional();
  }

  /** Those who own the installation and can sign in. */
  public List<AccountId> owners() {
    return jdbc.sql("select id from identity_account where owner and disabled_at is null order by id").query((row, n) -> AccountId.of(Sql.uuid(row, "id"))).list();
  }

  List<Account> all() {
    return jdbc.sql("select " + COLUMNS + " from identity_account order by id").query(Accounts::account).list();
  }

  Optional<String> passwordHash(AccountId id) {
    return jdbc.sql("select password_hash from identity_account where id = :id and password_hash is not null")
        .param("id", id.value())
        .query(String.class)
        .optional();
  }

  void changePassword(AccountId id, @Nullable String password) {
    keepPassword(id, hashed(password));
  }

  /** Slow on purpose. */
  String hashed(@Nullable String password) {
    return passwords.hash(Passwords.checked(password));
  }

  void keepPassword(AccountId id, String hash) {
    jdbc.sql("update identity_account set password_hash = :hash where id = :id").param("hash", hash).param("id", id.value()).update();
  }

  void changeRights(AccountId id, boolean mayCreateProjects, boolean disabled) {
    jdbc.sql("""
            update identity_account
               set may_create_projects = :mayCreate, disabled_at = case when :disabled then coalesce(disabled_at, now()) end
             where id = :id
            """)
        .param("mayCreate", mayCreateProjects)
        .param("disabled", disabled)
        .param("id", id.value())
        .update();
    brief.forget(id);
  }

  private Optional<Account> load(AccountId id) {
    return jdbc.sql("select " + COLUMNS + " from identity_account where id = :id").param("id", id.value()).query(Accounts::account).optional();
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        AccountId.of(Sql.uuid(row, "id")),
        Account.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("email"),
        row.getBoolean("owner"),
        row.getBoolean("may_create_projects"),
        Sql.instant(row, "created_at"),
        row.getObject("disabled_at") != null);
  }

  private static String checkedName(@Nullable String name) {
    if (name == null || name.isBlank()) throw new Invalid("name", "Say the name under which others will see this person.");
    if (name.length() > 100) throw new Invalid("name", "A name has at most 100 characters.");
    return name.strip();
  }

  private static String checkedEmail(String email) {
    String address = email.strip();
    if (address.length() > 254 || !address.matches("[^@\\s]+@[^@\\s]+")) {
      throw new Invalid("email", "'%s' does not look like an e-mail address: it needs something before and after one @.".formatted(address));
    }
    return address;
  }
}
