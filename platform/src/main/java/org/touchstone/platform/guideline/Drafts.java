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
    return find(project, "");
  }

  private Optional<Draft> find(ProjectId project, String lock) {
    return jdbc.sql("select body, rubric, updated_at, updated_by, revision from guideline_draft where project_id = :project" + lock)
        .param("project", project.value())
        .query((row, n) -> new Draft(row.getString("body"), json.readValue(row.getString("rubric"), Rubric.class),
            Sql.instant(row, "updated_at"), AccountId.of(Sql.uuid(row, "updated_by")), row.getString("revision")))
        .optional();
  }

  /** Begins a draft or saves over one's own; false where the one there is another's. */
  boolean save(ProjectId project, AccountId author, String body, Rubric rubric) {
    return bound("""
            insert into guideline_draft (project_id, body, rubric, updated_at, updated_by) values (:project, :body, :rubric::jsonb, now(), :author)
            on conflict (project_id) do update set body = excluded.body, rubric = excluded.rubric, updated_at = excluded.updated_at,
                   updated_by = excluded.updated_by, revision = gen_random_uuid()
            where guideline_draft.updated_by = excluded.updated_by
            """, project, author, body, rubric).update() == 1;
  }

  /** Saves over the revision it grew from, and over no other: false where that is gone. */
  boolean save(ProjectId project, AccountId author, String body, Rubric rubric, String grownFrom) {
    String sql = grownFrom.startsWith("v") ? """
        insert into guideline_draft (project_id, body, rubric, updated_at, updated_by)
        select :project, :body, :rubric::jsonb, now(), :author
        where 'v' || (select coalesce(max(version), 0) from guideline_version where project_id = :project) = :grownFrom
        on conflict (project_id) do nothing""" : """
        update guideline_draft set body = :body, rubric = :rubric::jsonb, updated_at = now(), updated_by = :author, revision = gen_random_uuid()
        where project_id = :project and revision::text = :grownFrom""";
    return bound(sql, project, author, body, rubric).param("grownFrom", grownFrom).update() == 1;
  }

  /** The draft, held until this transaction ends. */
  Optional<Draft> lock(ProjectId project) {
    return find(project, " for update");
  }

  private JdbcClient.StatementSpec bound(String sql, ProjectId project, AccountId author, String body, Rubric rubric) {
    return jdbc.sql(sql).param("project", project.value()).param("body", body).param("rubric", json.writeValueAsString(rubric)).param("author", author.value());
  }

  void delete(ProjectId project) {
    jdbc.sql("delete from guideline_draft where project_id = :project").param("project", project.value()).update();
  }
}
