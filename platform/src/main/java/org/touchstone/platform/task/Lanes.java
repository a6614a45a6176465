package org.touchstone.platform.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.BriefCache;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;

/** The lanes of all projects; most have none. */
@Repository
public class Lanes {
  private final JdbcClient jdbc;
  private final BriefCache<ProjectId, List<Lane>> known = BriefCache.ofSeconds(2, this::load);

  Lanes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Lane> of(ProjectId project) {
    return known.get(project);
  }

  /** Makes or changes a lane. */
  void save(ProjectId project, Lane lane) {
    var ask = lane.ask();
    var credential = ask.credential();
    jdbc.sql("""
        insert into task_lane (project_id, number, name, language, skill, subject_id, subject_level, subject_title, gold_at_least)
        values (:project, :number, :name, :language, :skill, :subject, :level, :title, :gold)
        on conflict (project_id, number) do update set name = excluded.name, language = excluded.language, skill = excluded.skill,
          subject_id = excluded.subject_id, subject_level = excluded.subject_level, subject_title = excluded.subject_title,
          gold_at_least = excluded.gold_at_least""")
        .param("project", project.value()).param("number", lane.number()).param("name", lane.name())
        .param("language", ask.language()).param("skill", ask.skill())
        .param("subject", credential == null ? null : credential.subject()).param("level", credential == null ? null : credential.level())
        .param("title", credential == null ? null : credential.title()).param("gold", ask.goldAtLeast()).update();
    known.forget(project);
  }

  void remove(ProjectId project, int number) {
    jdbc.sql("delete from task_lane where project_id = :project and number = :number").param("project", project.value()).param("number", number).update();
    known.forget(project);
  }

  private List<Lane> load(ProjectId project) {
    return jdbc.sql("select * from task_lane where project_id = :project order by number").param("project", project.value())
        .query((row, n) -> lane(row)).list();
  }

  private static Lane lane(ResultSet row) throws SQLException {
    var subject = row.getObject("subject_id", UUID.class);
    var credential = subject == null ? null : new Lane.Credential(subject, row.getInt("subject_level"), row.getString("subject_title"));
    return new Lane(row.getInt("number"), row.getString("name"),
        new Lane.Ask(row.getString("language"), row.getString("skill"), credential, Sql.doubleOrNull(row, "gold_at_least")));
  }
}
