package org.touchstone.platform.adjudication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.access.Decision;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import org.touchstone.platform.shared.Uuid7;

/** All cases with their causes. */
@Repository
public class Cases {
  private final JdbcClient jdbc;

  Cases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Case> find(UUID id) {
    return jdbc.sql("select * from adjudication_case where id = :id").param("id", id).query((row, n) -> read(row)).optional();
  }

  Optional<Case> lock(UUID id) {
    return jdbc.sql("select * from adjudication_case where id = :id for update").param("id", id).query((row, n) -> read(row)).optional();
  }

  /** Newest first; one more than the limit where there is a next page. */
  public List<Case> list(ProjectId project, Case.@Nullable State state, @Nullable UUID before, int limit) {
    return jdbc.sql("""
        select * from adjudication_case where project_id = :project and (cast(:state as text) is null or state = :state)
          and (cast(:before as uuid) is null or id < :before) order by id desc limit :limit""")
        .param("project", project.value()).param("state", state == null ? null : state.name()).param("before", before)
        .param("limit", limit + 1).query((row, n) -> read(row)).list();
  }

  public int open(ProjectId project) {
    return jdbc.sql("select count(*) from adjudication_case where project_id = :project and state = 'OPEN'")
        .param("project", project.value()).query(Integer.class).single();
  }

  public Optional<Case> latestOf(ItemId item) {
    return jdbc.sql("select * from adjudication_case where item_id = :item order by state = 'OPEN' desc, id desc limit 1")
        .param("item", item.value()).query((row, n) -> read(row)).optional();
  }

  public Map<UUID, List<Case.Cause>> causes(Collection<UUID> cases) {
    var found = new HashMap<UUID, List<Case.Cause>>();
    jdbc.sql("select * from adjudication_cause where case_id = any(cast(:cases as uuid[])) order by at")
        .param("cases", cases.stream().map(UUID::toString).toArray(String[]::new))
        .query((row, n) -> found.computeIfAbsent(Sql.uuid(row, "case_id"), any -> new ArrayList<>()).add(
            new Case.Cause(Case.Kind.valueOf(row.getString("kind")), row.getString("category"), row.getString("note")))).list();
    return found;
  }

  /** The flags behind these cases. */
  public Map<UUID, List<JudgmentId>> flags(Collection<UUID> cases) {
    var found = new HashMap<UUID, List<JudgmentId>>();
    jdbc.sql("select case_id, subject_id from adjudication_cause where kind = 'FLAG' and case_id = any(cast(:cases as uuid[])) order by at")
        .param("cases", cases.stream().map(UUID::toString).toArray(String[]::new))
        .query((row, n) -> found.computeIfAbsent(Sql.uuid(row, "case_id"), any -> new ArrayList<>()).add(new JudgmentId(Sql.uuid(row, "subject_id")))).list();
    return found;
  }

  /** Disputes of these judgments, whatever became of them. */
  public Map<JudgmentId, Case> disputes(Collection<JudgmentId> judgments) {
    var found = new HashMap<JudgmentId, Case>();
    jdbc.sql("select * from adjudication_case where kind = 'DISPUTE' and judgment_id = any(cast(:judgments as uuid[]))")
        .param("judgments", judgments.stream().map(JudgmentId::toString).toArray(String[]::new))
        .query((row, n) -> read(row)).list().forEach(dispute -> found.put(dispute.judgmentId(), dispute));
    return found;
  }

  /** Adds a doubt about an item to its open case, or opens one. The same doubt twice changes nothing. */
  void doubt(ProjectId project, ItemId item, Case.Cause cause, UUID subject) {
    boolean known = jdbc.sql("select exists (select from adjudication_cause where kind = :kind and subject_id = :subject)")
        .param("kind", cause.kind().name()).param("subject", subject).query(Boolean.class).single();
    if (known) return;
    jdbc.sql("""
        insert into adjudication_case (id, project_id, item_id, kind) values (:id, :project, :item, :kind)
        on conflict (item_id) where state = 'OPEN' and kind in ('FLAG', 'DISAGREEMENT') do nothing""")
        .param("id", Uuid7.next()).param("project", project.value()).param("item", item.value()).param("kind", cause.kind().name()).update();
    jdbc.sql("""
        insert into adjudication_cause (case_id, kind, subject_id, category, note)
        select id, :kind, :subject, :category, :note from adjudication_case
        where item_id = :item and state = 'OPEN' and kind in ('FLAG', 'DISAGREEMENT') on conflict do nothing""")
        .param("kind", cause.kind().name()).param("subject", subject).param("category", cause.category()).param("note", cause.note())
        .param("item", item.value()).update();
  }

  /** Opens a dispute; empty when this judgment was disputed before. */
  Optional<UUID> dispute(Judgment judgment, String text) {
    return jdbc.sql("""
        insert into adjudication_case (id, project_id, item_id, kind, judgment_id, person_id, text)
        values (:id, :project, :item, 'DISPUTE', :judgment, :person, :text) on conflict do nothing returning id""")
        .param("id", Uuid7.next()).param("project", judgment.projectId().value()).param("item", judgment.itemId().value())
        .param("judgment", judgment.id().value()).param("person", judgment.raterId().value()).param("text", text).query(UUID.class).optional();
  }

  /** Opens an appeal; the same one twice changes nothing. */
  void appeal(Decision.Appealed appealed) {
    jdbc.sql("""
        insert into adjudication_case (id, project_id, kind, decision_id, person_id, text)
        values (:id, :project, 'APPEAL', :decision, :person, :text) on conflict do nothing""")
        .param("id", Uuid7.next()).param("project", appealed.projectId().value()).param("decision", appealed.decisionId())
        .param("person", appealed.accountId().value()).param("text", appealed.text()).update();
  }

  void decide(UUID id, AccountId by, String reason, @Nullable Boolean uphold, @Nullable JudgmentId verdict) {
    jdbc.sql("""
        update adjudication_case set state = 'DECIDED', decided_at = now(), decided_by = :by, reason = :reason, uphold = :uphold,
          verdict_id = :verdict where id = :id""")
        .param("id", id).param("by", by.value()).param("reason", reason).param("uphold", uphold)
        .param("verdict", verdict == null ? null : verdict.value()).update();
  }

  private static Case read(ResultSet row) throws SQLException {
    var item = Sql.uuid(row, "item_id");
    var judgment = Sql.uuid(row, "judgment_id");
    var person = Sql.uuid(row, "person_id");
    var by = Sql.uuid(row, "decided_by");
    var verdict = Sql.uuid(row, "verdict_id");
    return new Case(Sql.uuid(row, "id"), new ProjectId(Sql.uuid(row, "project_id")), item == null ? null : new ItemId(item),
        Case.Kind.valueOf(row.getString("kind")), Case.State.valueOf(row.getString("state")),
        judgment == null ? null : new JudgmentId(judgment), Sql.uuid(row, "decision_id"), person == null ? null : new AccountId(person),
        row.getString("text"), Sql.instant(row, "opened_at"), Sql.instantOrNull(row, "decided_at"), by == null ? null : new AccountId(by),
        row.getString("reason"), (Boolean) row.getObject("uphold"), verdict == null ? null : new JudgmentId(verdict));
  }
}
