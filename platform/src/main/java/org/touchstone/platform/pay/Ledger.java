package org.touchstone.platform.pay;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import org.touchstone.platform.shared.Uuid7;

/** The double-entry ledger. Every movement happens at most once for a source, and nothing is ever changed or removed. */
@Service
public class Ledger {
  private final JdbcClient jdbc;

  Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Work was handed in: its price is owed, and posts at the due time unless somebody decides otherwise. */
  public void accrue(SourceId source, ProjectId project, AccountId account, Money amount, Instant dueAt) {
    accrue(source, project, account, amount, dueAt, null);
  }

  private void accrue(SourceId source, ProjectId project, AccountId account, Money amount, Instant dueAt, @Nullable String label) {
    jdbc.sql("""
        insert into pay_entry (id, source_id, kind, project_id, account_id, debit, credit, minor, currency, due_at, label)
        values (:id, :source, 'ACCRUAL', :project, :account, 'EXPENSE', 'PENDING', :minor, :currency, :due, :label)
        on conflict do nothing""")
        .param("id", Uuid7.next()).param("source", source.value()).param("project", project.value()).param("account", account.value())
        .param("minor", amount.minor()).param("currency", amount.currency()).param("due", Sql.time(dueAt)).param("label", label).update();
  }

  /** Owed and payable at once, whatever becomes of it: nobody judges whether this is paid. */
  @Transactional
  public void pay(SourceId source, ProjectId project, AccountId account, Money amount, Instant at, String label) {
    accrue(source, project, account, amount, at, label);
    post(List.of(source), "Paid whatever the outcome");
  }

  /** Accepted: pending amounts become payable. Those settled already stay as they are. */
  public void post(Collection<SourceId> sources, String reason) {
    move(sources, Entry.Kind.POSTING, EnumSet.of(Entry.Kind.ACCRUAL), reason);
  }

  /** Rejected: pending amounts go back to the project. Those settled already stay as they are. */
  public void release(Collection<SourceId> sources, String reason) {
    move(sources, Entry.Kind.RELEASE, EnumSet.of(Entry.Kind.ACCRUAL), reason);
  }

  /** A rejection is disputed: what was released is set aside. */
  public void hold(Collection<SourceId> sources, String reason) {
    move(sources, Entry.Kind.HOLD, EnumSet.of(Entry.Kind.RELEASE), reason);
  }

  /** The dispute was upheld: what was held becomes payable. */
  public void restore(Collection<SourceId> sources, String reason) {
    move(sources, Entry.Kind.RESTORATION, EnumSet.of(Entry.Kind.HOLD), reason);
  }

  /** The dispute was declined: what was held goes back to the project. */
  public void giveBack(Collection<SourceId> sources, String reason) {
    move(sources, Entry.Kind.RETURN, EnumSet.of(Entry.Kind.HOLD), reason);
  }

  /** A rejection is taken back: what had gone back to the project becomes payable after all. */
  public void reverse(Collection<SourceId> sources, String reason) {
    move(sources, Entry.Kind.REVERSAL, EnumSet.of(Entry.Kind.RELEASE, Entry.Kind.RETURN), reason);
  }

  /**
   * Adds the movement to every source whose money stands where the movement takes it from. The accrual is locked first:
   * two movements of one source come one after the other, and the second sees where the first left the money.
   */
  private void move(Collection<SourceId> sources, Entry.Kind kind, Set<Entry.Kind> after, String reason) {
    if (sources.isEmpty()) return;
    var ids = sources.stream().map(source -> source.value().toString()).sorted().toArray(String[]::new);
    jdbc.sql("""
        select id from pay_entry where source_id = any(cast(:sources as uuid[])) and kind = 'ACCRUAL'
        order by source_id for no key update""").param("sources", ids).query(UUID.class).list();
    jdbc.sql("""
        insert into pay_entry (id, source_id, kind, project_id, account_id, debit, credit, minor, currency, reason)
        select gen_random_uuid(), source_id, :kind, project_id, account_id, :debit, :credit, minor, currency, :reason from (
          select distinct on (source_id) * from pay_entry where source_id = any(cast(:sources as uuid[]))
          order by source_id, array_position(cast(:order as text[]), kind) desc) latest
        where latest.kind = any(:after)
        on conflict do nothing""")
        .param("kind", kind.name()).param("debit", kind.debit.name()).param("credit", kind.credit.name()).param("reason", reason)
        .param("sources", ids).param("after", after.stream().map(Enum::name).toArray(String[]::new))
        .param("order", ORDER).update();
  }

  /** The only order in which movements of one source can have followed each other, so that clocks need not tell. */
  private static final String[] ORDER = {"ACCRUAL", "POSTING", "RELEASE", "HOLD", "RESTORATION", "RETURN", "REVERSAL"};

  /** Where each source's money stands: its latest entry, with the accrual's due time. */
  public Map<SourceId, Entry> latest(Collection<SourceId> sources) {
    return jdbc.sql("""
        select distinct on (e.source_id) e.id, e.source_id, e.kind, e.project_id, e.account_id, e.minor, e.currency, a.label, e.reason,
          a.due_at, e.at
        from pay_entry e join pay_entry a on a.source_id = e.source_id and a.kind = 'ACCRUAL'
        where e.source_id = any(cast(:sources as uuid[]))
        order by e.source_id, array_position(cast(:order as text[]), e.kind) desc""")
        .param("sources", sources.stream().map(source -> source.value().toString()).toArray(String[]::new)).param("order", ORDER)
        .query((row, n) -> Statements.entry(row)).list().stream().collect(Collectors.toMap(Entry::source, entry -> entry));
  }

  /** The sum over all sides; zero in each currency, or the ledger is broken. */
  public record Sum(String currency, long sum, long debits, long credits) {}

  public List<Sum> sums() {
    return jdbc.sql("""
        select currency, sum(credit) - sum(debit) as sum, sum(debit) as debits, sum(credit) as credits from (
          select currency, debit as side, minor as debit, 0 as credit from pay_entry
          union all
          select currency, credit as side, 0 as debit, minor as credit from pay_entry) sides
        group by currency order by currency""")
        .query((row, n) -> new Sum(row.getString("currency"), row.getLong("sum"), row.getLong("debits"), row.getLong("credits"))).list();
  }

  /** Accruals for judgments. */
  public long accruals() {
    return jdbc.sql("select count(*) from pay_entry where kind = 'ACCRUAL' and label is null").query(Long.class).single();
  }

  /** Accruals for something else that the statement names. */
  public long labelled() {
    return jdbc.sql("select count(*) from pay_entry where kind = 'ACCRUAL' and label is not null").query(Long.class).single();
  }

  /** Sources that stand against the rules of the ledger: moved without an accrual, or negative on some side. */
  public List<String> broken() {
    return jdbc.sql("""
        select source_id || ': ' || string_agg(kind, ', ' order by at) from pay_entry e group by source_id
        having count(*) filter (where kind = 'ACCRUAL') <> 1
          or count(distinct currency) > 1 or count(distinct minor) > 1
          or sum(minor) filter (where credit = 'PENDING') < coalesce(sum(minor) filter (where debit = 'PENDING'), 0)
          or coalesce(sum(minor) filter (where credit = 'HELD'), 0) < coalesce(sum(minor) filter (where debit = 'HELD'), 0)
        limit 100""").query(String.class).list();
  }
}
