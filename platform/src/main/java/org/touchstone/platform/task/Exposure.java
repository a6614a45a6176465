package org.touchstone.platform.task;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import org.touchstone.platform.trainer.ContentChoice;
import org.touchstone.platform.trainer.ContentChoices;
import org.touchstone.platform.trainer.Profiles;

/** How much sensitive content one person is handed: never more than they chose, never more than the project allows. */
@Component
public class Exposure {
  /** What a rater met today, tasks passed on unseen left out; the day is the rater's own, and one that runs when they change their zone runs on. */
  static final String TODAY = """
      (select count(*) from task_lease e where e.rater_id = :rater and e.sensitive is not null
        and e.leased_at >= :dayStart and (e.opened_at is not null or e.state in ('OPEN', 'SUBMITTED')))""";

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /** @param today sensitive tasks met today in all projects; @param limit how many there may be */
  public record Met(int today, int limit) {}

  private final JdbcClient jdbc;
  private final Projects projects;
  private final ContentChoices choices;
  private final Profiles profiles;
  private final Clock clock;

  Exposure(JdbcClient jdbc, Projects projects, ContentChoices choices, Profiles profiles, Clock clock) {
    this.profiles = profiles;
    this.clock = clock;
    this.jdbc = jdbc;
    this.projects = projects;
    this.choices = choices;
  }

  /** How many sensitive tasks a day; 0 for those who want none. */
  int limit(ProjectId project, AccountId rater) {
    var choice = choices.of(rater);
    int allowed = projects.find(project).settings().sensitivePerDay();
    if (!choice.allows(project)) return 0;
    return choice.dailyLimit() == null ? allowed : Math.min(allowed, choice.dailyLimit());
  }

  ContentChoice choice(AccountId rater) {
    return choices.of(rater);
  }

  /** Since when a limit a day is counted, as a value for {@link #TODAY}. */
  OffsetDateTime dayStart(AccountId rater) {
    return Sql.time(profiles.day(rater).start(clock.instant()));
  }

  /** What the end of the day is called, and when a changed zone puts it off. */
  String opensAgain(AccountId rater) {
    var day = profiles.day(rater);
    return day.isRunningOn(clock.instant())
        ? "They open again on %s: your time zone was changed, and the day that was running then ends first.".formatted(MOMENT.format(day.end(clock.instant())))
        : "They open again at midnight where you are (%s).".formatted(day.zone().equals(ZoneOffset.UTC) ? "UTC" : day.zone());
  }

  public Met of(ProjectId project, AccountId rater) {
    int today = jdbc.sql("select " + TODAY).param("rater", rater.value()).param("dayStart", dayStart(rater)).query(Integer.class).single();
    return new Met(today, limit(project, rater));
  }

  /** Notes that the cover was lifted; a second time changes nothing. */
  public void open(LeaseId lease, AccountId rater) {
    jdbc.sql("update task_lease set opened_at = now() where id = :lease and rater_id = :rater and sensitive is not null and opened_at is null")
        .param("lease", lease.value()).param("rater", rater.value()).update();
  }
}
