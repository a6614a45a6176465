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

  /**
   * The lanes as they stand, kept so until the transaction ends: nobody removes one meanwhile, and with {@code alone} nobody
   * else changes any either.
   */
  List<Lane> hold(ProjectId project, boolean alone) {
    jdbc.sql(alone ? "select pg_advisory_xact_lock(hashtextextended('task_lane' || :project, 0))" : "select pg_advisory_xact_lock_shared(hashtextextended('task_lane' || :project, 0))")
        .param("project", project.toString()).query(row -> {});
    known.forget(project);
    return load(project);
  }

  void insert(ProjectId project, Lane lane) {
    write(project, lane, """
        insert into task_lane (project_id, number, name, language, skill, subject_id, subject_level, subject_title, gold_at_least)
        values (:project, :number, :name, :language, :skill, :subject, :level, :title, :gold)""");
  }

  void update(ProjectId project, Lane lane) {
    write(project, lane, """
        update task_lane set name = :name, language = :language, skill = :skill, subject_id = :subject, subject_level = :level,
          subject_title = :title, gold_at_least = :gold where project_id = :project and number = :number""");
  }

  private void write(ProjectId project, Lane lane, String sql) {
    var ask = lane.ask();
    var credential = ask.credential();
    jdbc.sql(sql).param("project", project.value()).param("number", lane.number()).param("name", lane.name())
        .param("language", ask.language()).param("skill", ask.skill())
        .param("subject", credential == null ? null : credential.subject()).param("level", credential == null ? null : credential.level())
        .param("title", credential == null ? null : credential.title()).param("gold", ask.goldAtLeast()).update();
    known.forget(project);
  }

  void delete(ProjectId project, int number) {
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
