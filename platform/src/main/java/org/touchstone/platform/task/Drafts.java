package org.touchstone.platform.task;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Sql;
import org.touchstone.platform.shared.TaskId;
import tools.jackson.databind.json.JsonMapper;

/** Work as typed, one draft for each rater and task. */
@Repository
class Drafts {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  Drafts(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The draft as saved; empty when a newer revision is there already. */
  Optional<Draft> save(AccountId rater, TaskId task, Answers answers, Draft.@Nullable Aside aside, int revision) {
    return jdbc.sql("""
        insert into task_draft (rater_id, task_id, answers, aside, revision, saved_at)
        values (:rater, :task, cast(:answers as jsonb), cast(:aside as jsonb), :revision, now())
        on conflict (rater_id, task_id) do update
          set answers = excluded.answers, aside = excluded.aside, revision = excluded.revision, saved_at = now()
          where task_draft.revision <= excluded.revision
        returning revision, saved_at""")
        .param("rater", rater.value()).param("task", task.value()).param("answers", json.writeValueAsString(answers))
        .param("aside", aside == null ? null : json.writeValueAsString(aside))
        .param("revision", revision)
        .query((row, n) -> new Draft(answers, aside, row.getInt("revision"), Sql.instant(row, "saved_at"))).optional();
  }

  Optional<Draft> find(AccountId rater, TaskId task) {
    return jdbc.sql("select answers, aside, revision, saved_at from task_draft where rater_id = :rater and task_id = :task")
        .param("rater", rater.value()).param("task", task.value())
        .query((row, n) -> new Draft(json.readValue(row.getString("answers"), Answers.class), aside(row.getString("aside"), json),
            row.getInt("revision"), Sql.instant(row, "saved_at"))).optional();
  }

  static Draft.@Nullable Aside aside(@Nullable String stored, JsonMapper json) {
    return stored == null ? null : json.readValue(stored, Draft.Aside.class);
  }
}
