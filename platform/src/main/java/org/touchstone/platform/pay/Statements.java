package org.touchstone.platform.pay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;

/** The ledger as people read it: what was earned, for what, and where it stands. */
@Repository
public class Statements {
  /** @param pending handed in or held; @param posted accepted, payable; @param released gone back to the project */
  public record Balance(ProjectId projectId, String currency, long pending, long posted, long released) {}

  /** What stands of the pay for judgments, pending or payable. */
  public record Judged(ProjectId projectId, Money amount) {}

  private record DayKey(LocalDate day, String currency) {}

  /** @param amount for everything; @param judgments what of it was a judgment, and not an item of a practice or calibration */
  public record Day(LocalDate day, Money amount, int judgments) {}

  /** Where the entries of a source left it, whoever reads. */
  private static final String SIDES = """
      sum(case when credit in ('PENDING', 'HELD') then minor else 0 end)
        - sum(case when debit in ('PENDING', 'HELD') then minor else 0 end) as pending,
      sum(case when credit = 'PAYABLE' then minor else 0 end) - sum(case when debit = 'PAYABLE' then minor else 0 end) as posted,
      sum(case when credit = 'EXPENSE' then minor else 0 end)
        - sum(case when debit = 'EXPENSE' and kind <> 'ACCRUAL' then minor else 0 end) as released""";

  private final JdbcClient jdbc;

  Statements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Balance> of(AccountId account) {
    return jdbc.sql("select project_id, currency, " + SIDES
            + " from pay_entry where account_id = :id group by project_id, currency order by project_id, currency")
        .param("id", account.value()).query((row, n) -> balance(row)).list();
  }

  /** The same for judgments alone, whose time is known: nobody measures that of a practice or a calibration. */
  public List<Judged> judged(AccountId account) {
    return jdbc.sql("select project_id, currency, " + SIDES + """
             from pay_entry e where account_id = :id
              and not exists (select from pay_entry a where a.source_id = e.source_id and a.kind = 'ACCRUAL' and a.label is not null)
            group by project_id, currency order by project_id, currency""")
        .param("id", account.value()).query((row, n) -> balance(row)).list().stream()
        .map(one -> new Judged(one.projectId(), new Money(one.pending() + one.posted(), one.currency()))).toList();
  }

  public List<Balance> of(ProjectId project) {
    return jdbc.sql("select project_id, currency, " + SIDES
            + " from pay_entry where project_id = :id group by project_id, currency order by currency")
        .param("id", project.value()).query((row, n) -> balance(row)).list();
  }

  /** What was handed in a day of a zone, at its price; every zone's midnight lies on a quarter of an hour. */
  public List<Day> days(AccountId account, Instant since, ZoneId zone) {
    var days = new TreeMap<DayKey, Day>(Comparator.comparing(DayKey::day).thenComparing(DayKey::currency));
    jdbc.sql("""
        select date_bin('15 minutes', at, timestamptz '2000-01-01 00:00:00+00') as quarter, currency, sum(minor) as minor, count(*) filter (where label is null) as n from pay_entry
        where account_id = :account and kind = 'ACCRUAL' and at >= :since group by 1, 2 order by 1, 2""")
        .param("account", account.value()).param("since", Sql.time(since))
        .query((row, n) -> new Day(LocalDate.ofInstant(Sql.instant(row, "quarter"), zone),
            new Money(row.getLong("minor"), row.getString("currency")), row.getInt("n"))).list()
        .forEach(day -> days.merge(new DayKey(day.day(), day.amount().currency()), day,
            (a, b) -> new Day(a.day(), a.amount().plus(b.amount()), a.judgments() + b.judgments())));
    return List.copyOf(days.values());
  }

  /** An account's entries, newest first; one more than the limit where there is a next page. */
  public List<Entry> entries(AccountId account, @Nullable ProjectId project, @Nullable Instant beforeAt, @Nullable UUID beforeId, int limit) {
    return jdbc.sql("""
        select e.id, e.source_id, e.kind, e.project_id, e.account_id, e.minor, e.currency, a.label, e.reason, a.due_at, e.at
        from pay_entry e join pay_entry a on a.source_id = e.source_id and a.kind = 'ACCRUAL'
        where e.account_id = :account and (cast(:project as uuid) is null or e.project_id = :project)
          and (cast(:beforeAt as timestamptz) is null or (e.at, e.id) < (cast(:beforeAt as timestamptz), cast(:beforeId as uuid)))
        order by e.at desc, e.id desc limit :limit""")
        .param("account", account.value()).param("project", project == null ? null : project.value())
        .param("beforeAt", Sql.time(beforeAt)).param("beforeId", beforeId).param("limit", limit + 1)
        .query((row, n) -> entry(row)).list();
  }

  /** Which of these entries something later took the place of, so that nobody reads one amount twice. */
  public Set<UUID> replaced(Collection<Entry> entries) {
    return jdbc.sql("""
        select e.id from pay_entry e where e.id = any(cast(:ids as uuid[])) and exists (
          select from pay_entry later where later.source_id = e.source_id and later.debit = e.credit and (later.at, later.id) > (e.at, e.id))""")
        .param("ids", entries.stream().map(entry -> entry.id().toString()).toArray(String[]::new))
        .query((row, n) -> Sql.uuid(row, "id")).set();
  }

  static Entry entry(ResultSet row) throws SQLException {
    return new Entry(Sql.uuid(row, "id"), new SourceId(Sql.uuid(row, "source_id")), Entry.Kind.valueOf(row.getString("kind")),
        new ProjectId(Sql.uuid(row, "project_id")), new AccountId(Sql.uuid(row, "account_id")),
        new Money(row.getLong("minor"), row.getString("currency")), row.getString("label"), row.getString("reason"), Sql.instantOrNull(row, "due_at"),
        Sql.instant(row, "at"));
  }

  private static Balance balance(ResultSet row) throws SQLException {
    return new Balance(new ProjectId(Sql.uuid(row, "project_id")), row.getString("currency"), row.getLong("pending"),
        row.getLong("posted"), row.getLong("released"));
  }
}
