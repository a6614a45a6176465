package org.touchstone.platform.trainer;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.BriefCache;
import org.touchstone.platform.shared.Sql;

/** All profiles; who has written none has an empty one. */
@Repository
public class Profiles {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final BriefCache<AccountId, OwnDay> days = BriefCache.ofSeconds(2, account -> day(account, ""));

  Profiles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public Profile of(AccountId account) {
    return jdbc.sql("select expertise, languages, time_zone, weekly_hours, about from trainer_profile where account_id = :account")
        .param("account", account.value())
        .query((row, n) -> new Profile(Sql.strings(row, "expertise"), Sql.strings(row, "languages"), row.getString("time_zone"),
            Sql.integerOrNull(row, "weekly_hours"), row.getString("about")))
        .optional()
        .orElseGet(Profile::empty);
  }

  /** When this person's day begins and ends. */
  public OwnDay day(AccountId account) {
    return days.get(account);
  }

  @Transactional
  public void save(AccountId account, Profile profile) {
    var checked = profile.checked();
    var day = day(account, " for update").movedTo(zone(checked.timeZone()), clock.instant());
    jdbc.sql("""
            insert into trainer_profile (account_id, expertise, languages, time_zone, day_from, day_before, weekly_hours, about, updated_at)
            values (:account, :expertise, :languages, :zone, :from, :before, :hours, :about, now())
            on conflict (account_id) do update set expertise = excluded.expertise, languages = excluded.languages, time_zone = excluded.time_zone,
                   day_from = excluded.day_from, day_before = excluded.day_before,
                   weekly_hours = excluded.weekly_hours, about = excluded.about, updated_at = excluded.updated_at
            """)
        .param("account", account.value())
        .param("expertise", checked.expertise().toArray(String[]::new))
        .param("languages", checked.languages().toArray(String[]::new))
        .param("zone", checked.timeZone())
        .param("from", Sql.time(day.from()))
        .param("before", Sql.time(day.before()))
        .param("hours", checked.weeklyHours())
        .param("about", checked.about())
        .update();
    days.forget(account);
  }

  private OwnDay day(AccountId account, String lock) {
    return jdbc.sql("select time_zone, day_from, day_before from trainer_profile where account_id = :account" + lock)
        .param("account", account.value())
        .query((row, n) -> new OwnDay(zone(row.getString("time_zone")), Sql.instantOrNull(row, "day_from"), Sql.instantOrNull(row, "day_before")))
        .optional()
        .orElseGet(OwnDay::unchosen);
  }

  private static ZoneId zone(@Nullable String name) {
    return name == null ? ZoneOffset.UTC : ZoneId.of(name);
  }
}
