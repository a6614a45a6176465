package org.touchstone.platform.trainer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Sql;

/** All profiles; who has written none has an empty one. */
@Repository
public class Profiles {
  private final JdbcClient jdbc;

  Profiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Profile of(AccountId account) {
    return jdbc.sql("select expertise, languages, time_zone, weekly_hours, about from trainer_profile where account_id = :account")
        .param("account", account.value())
        .query((row, n) -> new Profile(Sql.strings(row, "expertise"), Sql.strings(row, "languages"), row.getString("time_zone"),
            Sql.integerOrNull(row, "weekly_hours"), row.getString("about")))
        .optional()
        .orElseGet(Profile::empty);
  }

  public void save(AccountId account, Profile profile) {
    var checked = profile.checked();
    jdbc.sql("""
            insert into trainer_profile (account_id, expertise, languages, time_zone, weekly_hours, about, updated_at)
            values (:account, :expertise, :languages, :zone, :hours, :about, now())
            on conflict (account_id) do update set expertise = excluded.expertise, languages = excluded.languages, time_zone = excluded.time_zone,
                   weekly_hours = excluded.weekly_hours, about = excluded.about, updated_at = excluded.updated_at
            """)
        .param("account", account.value())
        .param("expertise", checked.expertise().toArray(String[]::new))
        .param("languages", checked.languages().toArray(String[]::new))
        .param("zone", checked.timeZone())
        .param("hours", checked.weeklyHours())
        .param("about", checked.about())
        .update();
  }
}
