package org.touchstone.platform.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.BriefCache;
import org.touchstone.platform.shared.ProjectId;

/** The gate of each project. */
@Repository
class Gates {
  private final JdbcClient jdbc;
  private final BriefCache<ProjectId, Gate> brief = BriefCache.ofSeconds(2, this::load);

  Gates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Gate of(ProjectId project) {
    return brief.get(project);
  }

  void set(ProjectId project, Gate gate) {
    var restrict = gate.restrict();
    jdbc.sql("""
            insert into access_gate (project_id, require_acknowledgement, signal, below, minimum, days)
            values (:project, :acknowledge, :signal, :below, :minimum, :days)
            on conflict (project_id) do update set require_acknowledgement = excluded.require_acknowledgement, signal = excluded.signal,
                   below = excluded.below, minimum = excluded.minimum, days = excluded.days
            """)
        .param("project", project.value())
        .param("acknowledge", gate.requireAcknowledgement())
        .param("signal", restrict == null ? null : restrict.signal().name())
        .param("below", restrict == null ? null : restrict.below())
        .param("minimum", restrict == null ? null : restrict.minimum())
        .param("days", restrict == null ? null : restrict.days())
        .update();
    brief.forget(project);
  }

  private Gate load(ProjectId project) {
    return jdbc.sql("select * from access_gate where project_id = :project")
        .param("project", project.value())
        .query((row, n) -> new Gate(row.getBoolean("require_acknowledgement"), row.getString("signal") == null ? null
            : new Gate.Restriction(Gate.Signal.valueOf(row.getString("signal")), row.getDouble("below"), row.getInt("minimum"), row.getInt("days"))))
        .optional()
        .orElse(Gate.usual());
  }
}
