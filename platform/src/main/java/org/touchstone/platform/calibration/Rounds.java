package org.touchstone.platform.calibration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import tools.jackson.databind.json.JsonMapper;

/** All rounds, and who was chosen for those that are not open to everybody. */
@Repository
public class Rounds {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  Rounds(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public Optional<Round> find(UUID id) {
    return jdbc.sql("select * from calibration_round where id = :id").param("id", id).query(this::round).optional();
  }

  Optional<Round> lock(UUID id) {
    return jdbc.sql("select * from calibration_round where id = :id for update").param("id", id).query(this::round).optional();
  }

  /** @param project null for the assessments of the installation */
  public List<Round> of(@Nullable ProjectId project) {
    return jdbc.sql("select * from calibration_round where project_id is not distinct from :project order by id desc limit 500")
        .param("project", project == null ? null : project.value())
        .query(this::round)
        .list();
  }

  public Set<AccountId> participants(UUID round) {
    return jdbc.sql("select account_id from calibration_participant where round_id = :round")
        .param("round", round)
        .query((row, n) -> AccountId.of(Sql.uuid(row, "account_id")))
        .set();
  }

  void choose(UUID round, Collection<AccountId> people) {
    jdbc.sql("delete from calibration_participant where round_id = :round").param("round", round).update();
    jdbc.sql("insert into calibration_participant (round_id, account_id) select :round, unnest(:people)")
        .param("round", round)
        .param("people", Sql.uuids(people.stream().map(AccountId::value).distinct().toList()))
        .update();
  }

  void insert(Round round) {
    jdbc.sql("""
            insert into calibration_round (id, project_id, series_id, kind, state, level, sheet, rubric, made_by, made_at)
            values (:id, :project, :series, :kind, :state, :level, :sheet::jsonb, :rubric::jsonb, :by, :at)
            """)
        .param("id", round.id())
        .param("project", round.projectId() == null ? null : round.projectId().value())
        .param("series", round.series())
        .param("kind", round.kind().name())
        .param("state", round.state().name())
        .param("level", round.level())
        .param("sheet", json.writeValueAsString(round.sheet()))
        .param("rubric", json.writeValueAsString(round.rubric()))
        .param("by", round.madeBy().value())
        .param("at", Sql.time(round.madeAt()))
        .update();
  }

  void change(UUID id, Sheet sheet) {
    jdbc.sql("update calibration_round set sheet = :sheet::jsonb where id = :id").param("sheet", json.writeValueAsString(sheet)).param("id", id).update();
  }

  void move(UUID id, Round.State state) {
    jdbc.sql("update calibration_round set state = :state where id = :id").param("state", state.name()).param("id", id).update();
  }

  void delete(UUID id) {
    jdbc.sql("delete from calibration_participant where round_id = :id").param("id", id).update();
    jdbc.sql("delete from calibration_item where round_id = :id").param("id", id).update();
    jdbc.sql("delete from calibration_round where id = :id").param("id", id).update();
  }

  private Round round(ResultSet row, int number) throws SQLException {
    var project = Sql.uuid(row, "project_id");
    return new Round(Sql.uuid(row, "id"), project == null ? null : ProjectId.of(project), Sql.uuid(row, "series_id"), Round.Kind.valueOf(row.getString("kind")),
        Round.State.valueOf(row.getString("state")), row.getInt("level"), json.readValue(row.getString("sheet"), Sheet.class),
        json.readValue(row.getString("rubric"), Rubric.class), AccountId.of(Sql.uuid(row, "made_by")), Sql.instant(row, "made_at"));
  }
}
