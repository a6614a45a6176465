package org.touchstone.platform.iteration;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import org.touchstone.platform.shared.Uuid7;

/** The doubts that were picked for a draft, and those that a version answered. */
@Repository
class Causes {
  private final JdbcClient jdbc;

  Causes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the draft first, then the newest version's. */
  List<VersionCause> of(ProjectId project) {
    return jdbc.sql("""
            select kind, subject, summary, version from iteration_cause where project_id = :project
             order by version desc nulls first, id
            """)
        .param("project", project.value())
        .query((row, n) -> new VersionCause(VersionCause.Kind.valueOf(row.getString("kind")), row.getString("subject"), row.getString("summary"),
            Sql.integerOrNull(row, "version"), true))
        .list();
  }

  /** These and no others belong to the draft. */
  void pick(ProjectId project, AccountId by, List<VersionCause> picked) {
    jdbc.sql("delete from iteration_cause where project_id = :project and version is null").param("project", project.value()).update();
    for (var cause : picked) {
      jdbc.sql("""
              insert into iteration_cause (id, project_id, kind, subject, summary, picked_by)
              values (:id, :project, :kind, :subject, :summary, :by) on conflict do nothing
              """)
          .param("id", Uuid7.next())
          .param("project", project.value())
          .param("kind", cause.kind().name())
          .param("subject", cause.subject())
          .param("summary", cause.summary())
          .param("by", by.value())
          .update();
    }
  }

  /** The draft became a version: what was picked for it is answered. */
  List<VersionCause> answered(ProjectId project, int version) {
    return jdbc.sql("update iteration_cause set version = :version where project_id = :project and version is null returning kind, subject, summary")
        .param("version", version)
        .param("project", project.value())
        .query((row, n) -> new VersionCause(VersionCause.Kind.valueOf(row.getString("kind")), row.getString("subject"), row.getString("summary"), version, true))
        .list();
  }
}
