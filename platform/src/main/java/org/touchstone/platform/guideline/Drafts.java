package org.touchstone.platform.guideline;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import tools.jackson.databind.json.JsonMapper;

/** The draft of each project's next guideline version. */
@Repository
class Drafts {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  Drafts(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<Draft> find(ProjectId project) {
    return jdbc.sql("select body, rubric, updated_at, updated_by from guideline_draft where project_id = :project")
        .param("project", project.value())
        .query((row, n) -> new Draft(row.getString("body"), json.readValue(row.getString("rubric"), Rubric.class),
            Sql.instant(row, "updated_at"), AccountId.of(Sql.uuid(row, "updated_by"))))
        .optional();
  }

  void save(ProjectId project, AccountId author, String body, Rubric rubric) {
    jdbc.sql("""
            insert into guideline_draft (project_id, body, rubric, updated_at, updated_by) values (:project, :body, :rubric::jsonb, now(), :author)
            on conflict (project_id) do update
               set body = excluded.body, rubric = excluded.rubric, updated_at = excluded.updated_at, updated_by = excluded.updated_by
            """)
        .param("project", project.value())
        .param("body", body)
        .param("rubric", json.writeValueAsString(rubric))
        .param("author", author.value())
        .update();
  }

  void delete(ProjectId project) {
    jdbc.sql("delete from guideline_draft where project_id = :project").param("project", project.value()).update();
  }
}
