package org.touchstone.platform.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Sql;
import org.touchstone.platform.shared.Uuid7;

/** One sentence to one person, written in the transaction of what it tells about. */
@Repository
public class Notices {
  public record Notice(UUID id, String text, @Nullable String link, Instant at, boolean read) {}

  private final JdbcClient jdbc;

  Notices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param link where it can be seen in the browser app, a path such as {@code /projects/…} */
  public void tell(AccountId account, String text, @Nullable String link) {
    tell(List.of(account), text, link);
  }

  public void tell(Collection<AccountId> accounts, String text, @Nullable String link) {
    if (accounts.isEmpty()) return;
    jdbc.sql("""
            insert into notice_notice (id, account_id, text, link)
            select new.id, new.account, :text, :link from unnest(:ids, :accounts) as new (id, account)
            """)
        .param("ids", accounts.stream().map(account -> Uuid7.next()).toArray(UUID[]::new))
        .param("accounts", Sql.uuids(accounts.stream().map(AccountId::value).toList()))
        .param("text", text)
        .param("link", link)
        .update();
  }

  /** The newest hundred, unread ones first. */
  public List<Notice> of(AccountId account) {
    return jdbc.sql("""
            select id, text, link, at, read_at is not null as read from notice_notice
             where account_id = :account order by read_at is not null, id desc limit 100
            """)
        .param("account", account.value())
        .query((row, n) -> new Notice(Sql.uuid(row, "id"), row.getString("text"), row.getString("link"), Sql.instant(row, "at"), row.getBoolean("read")))
        .list();
  }

  /** @return whether this person has such a notice */
  public boolean markRead(AccountId account, UUID notice) {
    return jdbc.sql("update notice_notice set read_at = coalesce(read_at, now()) where id = :id and account_id = :account")
        .param("id", notice)
        .param("account", account.value())
        .update() == 1;
  }
}
