package org.touchstone.platform.trainer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.BriefCache;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;

/** What each person chose about sensitive content. */
@Repository
public class ContentChoices {
  private final JdbcClient jdbc;
  private final BriefCache<AccountId, ContentChoice> brief = BriefCache.ofSeconds(2, this::load);

  ContentChoices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public ContentChoice of(AccountId account) {
    return brief.get(account);
  }

  public void save(AccountId account, ContentChoice choice) {
    var checked = choice.checked();
    jdbc.sql("""
        insert into trainer_content_choice (account_id, sensitive, daily_limit, without, updated_at)
        values (:account, :sensitive, :limit, cast(:without as uuid[]), now())
        on conflict (account_id) do update set sensitive = excluded.sensitive, daily_limit = excluded.daily_limit,
          without = excluded.without, updated_at = excluded.updated_at""")
        .param("account", account.value()).param("sensitive", checked.sensitive()).param("limit", checked.dailyLimit())
        .param("without", checked.without().stream().map(ProjectId::toString).toArray(String[]::new)).update();
    brief.forget(account);
  }

  private ContentChoice load(AccountId account) {
    return jdbc.sql("select sensitive, daily_limit, without from trainer_content_choice where account_id = :account")
        .param("account", account.value()).query((row, n) -> choice(row)).optional().orElseGet(ContentChoice::none);
  }

  private static ContentChoice choice(ResultSet row) throws SQLException {
    var without = Arrays.stream((UUID[]) row.getArray("without").getArray()).map(ProjectId::new).toList();
    return new ContentChoice(row.getBoolean("sensitive"), Sql.integerOrNull(row, "daily_limit"), without);
  }
}
