package org.touchstone.platform.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Sql;

/** The links to a new password that are still open, one for each account at most. */
@Repository
class PasswordLinks {
  private final JdbcClient jdbc;
  private final Clock clock;

  PasswordLinks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void put(AccountId account, String secret, AccountId author, Instant expiresAt) {
    jdbc.sql("""
            insert into identity_password_link (hash, account_id, made_by, expires_at) values (:hash, :account, :author, :expires)
            on conflict (account_id) do update set hash = excluded.hash, made_by = excluded.made_by, expires_at = excluded.expires_at
            """)
        .param("hash", Secret.hash(secret))
        .param("account", account.value())
        .param("author", author.value())
        .param("expires", Sql.time(expiresAt))
        .update();
  }

  Optional<AccountId> open(String secret) {
    return jdbc.sql("select account_id from identity_password_link where hash = :hash and expires_at > :now")
        .param("hash", Secret.hash(secret))
        .param("now", Sql.time(clock.instant()))
        .query((row, n) -> AccountId.of(Sql.uuid(row, "account_id")))
        .optional();
  }

  /** @return whether it was still open: of two who hold one link only the first sets a password */
  boolean use(String secret) {
    return jdbc.sql("delete from identity_password_link where hash = :hash").param("hash", Secret.hash(secret)).update() == 1;
  }
}
