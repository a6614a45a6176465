package org.touchstone.platform.adjudication;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;

/** What decisions meant for judgments; the newest counts. */
@Repository
public class Outcomes {
  private final JdbcClient jdbc;

  Outcomes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Map<JudgmentId, Outcome> of(Collection<JudgmentId> judgments) {
    var found = new HashMap<JudgmentId, Outcome>();
    jdbc.sql("""
        select distinct on (judgment_id) * from adjudication_outcome where judgment_id = any(cast(:judgments as uuid[]))
        order by judgment_id, at desc""")
        .param("judgments", judgments.stream().map(JudgmentId::toString).toArray(String[]::new))
        .query((row, n) -> new Outcome(new JudgmentId(Sql.uuid(row, "judgment_id")), Outcome.Kind.valueOf(row.getString("outcome")),
            row.getString("reason"), row.getString("clause"), Sql.uuid(row, "case_id"), new AccountId(Sql.uuid(row, "decided_by")), Sql.instant(row, "at"))).list()
        .forEach(outcome -> found.put(outcome.judgmentId(), outcome));
    return found;
  }

  void add(UUID caseId, ProjectId project, AccountId by, List<Outcome> outcomes, Map<JudgmentId, Judgment> judgments) {
    for (var outcome : outcomes) {
      jdbc.sql("""
          insert into adjudication_outcome (judgment_id, case_id, project_id, rater_id, outcome, reason, clause, decided_by)
          values (:judgment, :case, :project, :rater, :outcome, :reason, :clause, :by)""")
          .param("judgment", outcome.judgmentId().value()).param("case", caseId).param("project", project.value())
          .param("rater", judgments.get(outcome.judgmentId()).raterId().value()).param("outcome", outcome.kind().name())
          .param("reason", outcome.reason()).param("clause", outcome.clause()).param("by", by.value()).update();
    }
  }

  /** How many of a rater's judgments stand rejected in a project. */
  int rejected(ProjectId project, AccountId rater) {
    return jdbc.sql("""
        select count(*) from (select distinct on (judgment_id) outcome from adjudication_outcome
          where project_id = :project and rater_id = :rater order by judgment_id, at desc) latest
        where outcome = 'REJECTED'""")
        .param("project", project.value()).param("rater", rater.value()).query(Integer.class).single();
  }
}
