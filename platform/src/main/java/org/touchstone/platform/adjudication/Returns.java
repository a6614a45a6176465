package org.touchstone.platform.adjudication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.Sql;

/** Which judgments went back to their authors, round by round. */
@Repository
public class Returns {
  private final JdbcClient jdbc;

  Returns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The rounds of each, the first one first; those that never went back are not among them. */
  public Map<JudgmentId, List<Return>> of(Collection<JudgmentId> judgments) {
    var found = new HashMap<JudgmentId, List<Return>>();
    jdbc.sql("select * from adjudication_return where judgment_id = any(cast(:judgments as uuid[])) order by judgment_id, number")
        .param("judgments", judgments.stream().map(JudgmentId::toString).toArray(String[]::new))
        .query((row, n) -> new Return(new JudgmentId(Sql.uuid(row, "judgment_id")), row.getInt("number"), row.getInt("revision"), row.getString("reason"),
            row.getString("note"), new AccountId(Sql.uuid(row, "returned_by")), Sql.instant(row, "returned_at"), Sql.instant(row, "until"))).list()
        .forEach(one -> found.computeIfAbsent(one.judgmentId(), any -> new ArrayList<>()).add(one));
    return found;
  }

  void add(Judgment judgment, Return one) {
    jdbc.sql("""
        insert into adjudication_return (judgment_id, number, project_id, rater_id, revision, reason, note, returned_by, returned_at, until)
        values (:judgment, :number, :project, :rater, :revision, :reason, :note, :by, :at, :until)""")
        .param("judgment", one.judgmentId().value()).param("number", one.number()).param("project", judgment.projectId().value())
        .param("rater", judgment.raterId().value()).param("revision", one.revision()).param("reason", one.reason()).param("note", one.note())
        .param("by", one.by().value()).param("at", Sql.time(one.at())).param("until", Sql.time(one.until())).update();
  }
}
