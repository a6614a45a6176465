package org.touchstone.platform.task;

import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;

/**
 * How much of a project one person may judge: a number, a share of all that is wanted, or the lower of both. Everything
 * handed in counts, mixed-in tasks too, since a count without them would tell how many of them there were. Work that is
 * assigned by name has no such limit: a person chose it.
 */
@Component
class Shares {
  private final JdbcClient jdbc;

  Shares(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The limit, where this rater has reached it; empty where there is none or work is left of it. */
  OptionalInt reached(Project project, AccountId rater) {
    return reached(project, rater, 0);
  }

  /** The same once so many more are handed in as the rater is at. */
  OptionalInt reached(Project project, AccountId rater, int inHand) {
    var settings = project.settings();
    if (settings.routing() == Settings.Routing.ASSIGNED || settings.mostPerPerson() == 0 && settings.mostPercent() == 0) return OptionalInt.empty();
    int most = settings.mostPerPerson() == 0 ? Integer.MAX_VALUE : settings.mostPerPerson();
    if (settings.mostPercent() > 0) most = Math.min(most, share(project.id(), settings.mostPercent()));
    return judged(project.id(), rater) + inHand >= most ? OptionalInt.of(most) : OptionalInt.empty();
  }

  /** At least one task, however little there is. */
  private int share(ProjectId project, int percent) {
    long wanted = jdbc.sql("select coalesce(sum(wanted), 0) from task_task where project_id = :project and not probe")
        .param("project", project.value()).query(Long.class).single();
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, wanted * percent / 100));
  }

  private int judged(ProjectId project, AccountId rater) {
    return jdbc.sql("select count(*) from task_lease where rater_id = :rater and project_id = :project and state = 'SUBMITTED'")
        .param("rater", rater.value()).param("project", project.value()).query(Integer.class).single();
  }
}
