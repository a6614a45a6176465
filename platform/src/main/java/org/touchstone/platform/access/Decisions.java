package org.touchstone.platform.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All decisions about grants. */
@Repository
class Decisions {
  private static final TypeReference<List<Finding.Evidence>> EVIDENCE = new TypeReference<>() {};
  private static final String SELECT = """
      select d.*, g.project_id, g.account_id from access_decision d join access_grant g on g.id = d.grant_id
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Decisions(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<Decision> find(UUID id) {
    return jdbc.sql(SELECT + " where d.id = :id").param("id", id).query(this::decision).optional();
  }

  List<Decision> of(ProjectId project, AccountId account) {
    return jdbc.sql(SELECT + " where g.project_id = :project and g.account_id = :account order by d.id desc")
        .param("project", project.value())
        .param("account", account.value())
        .query(this::decision)
        .list();
  }

  List<Decision> ofProject(ProjectId project) {
    return jdbc.sql(SELECT + " where g.project_id = :project order by d.id desc limit 500")
        .param("project", project.value())
        .query(this::decision)
        .list();
  }

  void insert(Grant grant, Decision decision) {
    jdbc.sql("""
            insert into access_decision (id, grant_id, action, rule, reason, evidence, observations, at, until, decided_by)
            values (:id, :grant, :action, :rule, :reason, :evidence::jsonb, :observations, :at, :until, :by)
            """)
        .param("id", decision.id())
        .param("grant", grant.id())
        .param("action", decision.action().name())
        .param("rule", decision.rule())
        .param("reason", decision.reason())
        .param("evidence", json.writeValueAsString(decision.evidence()))
        .param("observations", decision.observations())
        .param("at", Sql.time(decision.at()))
        .param("until", Sql.time(decision.until()))
        .param("by", decision.decidedBy() == null ? null : decision.decidedBy().value())
        .update();
  }

  /** @return whether the decision had no appeal before */
  boolean appeal(UUID decision, String text, Instant at, Instant due) {
    return jdbc.sql("""
            update access_decision set appeal_state = 'OPEN', appeal_text = :text, appeal_at = :at, appeal_due_at = :due
             where id = :id and appeal_state is null
            """)
        .param("text", text)
        .param("at", Sql.time(at))
        .param("due", Sql.time(due))
        .param("id", decision)
        .update() == 1;
  }

  /** @return whether the appeal was still open */
  boolean answer(UUID decision, Decision.Appeal.State state, String answer, AccountId by, Instant at) {
    return jdbc.sql("""
            update access_decision set appeal_state = :state, appeal_answer = :answer, answered_at = :at, answered_by = :by
             where id = :id and appeal_state = 'OPEN'
            """)
        .param("state", state.name())
        .param("answer", answer)
        .param("at", Sql.time(at))
        .param("by", by.value())
        .param("id", decision)
        .update() == 1;
  }

  private Decision decision(ResultSet row, int number) throws SQLException {
    var by = Sql.uuid(row, "decided_by");
    String state = row.getString("appeal_state");
    var answeredBy = Sql.uuid(row, "answered_by");
    var appeal = state == null ? null : new Decision.Appeal(Decision.Appeal.State.valueOf(state), row.getString("appeal_text"),
        row.getString("appeal_answer"), Sql.instant(row, "appeal_due_at"), answeredBy == null ? null : AccountId.of(answeredBy));
    return new Decision(
        Sql.uuid(row, "id"),
        ProjectId.of(Sql.uuid(row, "project_id")),
        AccountId.of(Sql.uuid(row, "account_id")),
        Decision.Action.valueOf(row.getString("action")),
        row.getString("rule"),
        row.getString("reason"),
        json.readValue(row.getString("evidence"), EVIDENCE),
        row.getLong("observations"),
        Sql.instant(row, "at"),
        Sql.instantOrNull(row, "until"),
        by == null ? null : AccountId.of(by),
        appeal);
  }
}
