package org.touchstone.platform.task;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;

/** Notes who came for work and found none; a page that looks again and again counts once in ten minutes. */
@Repository
class Waits {
  private final JdbcClient jdbc;

  Waits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void note(ProjectId project, AccountId rater, Empty.Code code) {
    jdbc.sql("""
        insert into task_wait (project_id, rater_id, times, code, last_at) values (:project, :rater, 1, :code, now())
        on conflict (project_id, rater_id) do update set times = task_wait.times + 1, code = excluded.code, last_at = excluded.last_at
        where task_wait.last_at < excluded.last_at - interval '10 minutes'""")
        .param("project", project.value()).param("rater", rater.value()).param("code", code.name()).update();
  }
}
