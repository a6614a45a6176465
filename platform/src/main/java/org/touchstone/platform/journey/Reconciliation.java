package org.touchstone.platform.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.adjudication.Outcome;
import org.touchstone.platform.adjudication.Outcomes;
import org.touchstone.platform.calibration.Attempts;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.pay.Entry;
import org.touchstone.platform.pay.Ledger;
import org.touchstone.platform.pay.SourceId;
import org.touchstone.platform.quality.Standings;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.task.TaskDesk;

/**
 * Holds the books against the work, in one snapshot of the database. The answer is the empty list; anything else is a
 * fault of the product or of somebody's hand in the tables.
 */
@Component
public class Reconciliation {
  private static final int PAGE = 10_000;
  private static final int MOST = 100;
  /** Leases are swept each second and hops run at once; a minute later something is wrong. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  /** @param check which rule; @param subject whom it concerns; @param detail what is the case instead */
  public record Violation(String check, String subject, String detail) {}

  public record Check(String name, int violations) {}

  public record HopState(long waiting, long failed, long oldestSeconds) {}

  public record Report(List<Violation> violations, List<Check> checks, List<Ledger.Sum> ledger, HopState hops) {}

  private final Judgments judgments;
  private final Ledger ledger;
  private final Outcomes outcomes;
  private final Standings standings;
  private final TaskDesk tasks;
  private final Hops hops;
  private final Attempts attempts;

  Reconciliation(Judgments judgments, Ledger ledger, Outcomes outcomes, Standings standings, TaskDesk tasks, Hops hops, Attempts attempts) {
    this.judgments = judgments;
    this.ledger = ledger;
    this.outcomes = outcomes;
    this.standings = standings;
    this.tasks = tasks;
    this.hops = hops;
    this.attempts = attempts;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Report report() {
    var found = new Findings();
    long paid = followJudgments(found);
    if (ledger.labelled() != attempts.paid()) found.add(ROUNDS, "ledger", "%d accruals for %d answers in rounds".formatted(ledger.labelled(), attempts.paid()));
    if (ledger.accruals() != paid) found.add(ACCRUAL, "ledger", "%d accruals for %d judgments".formatted(ledger.accruals(), paid));
    ledger.broken().forEach(source -> found.add(MOVEMENTS, source, "moved in a way no amount can move"));
    var sums = ledger.sums();
    sums.stream().filter(sum -> sum.sum() != 0).forEach(sum -> found.add(ZERO, sum.currency(), "the sides sum to " + sum.sum()));
    long overdue = tasks.overdue((int) GRACE.toSeconds());
    if (overdue > 0) found.add(LEASES, "queue", overdue + " open leases are past their time");
    tasks.miscounted().forEach(task -> found.add(PLACES, task, "the places of this task are miscounted"));
    tasks.submitted(PAGE, leases -> judgments.leasesWithout(leases).forEach(lease ->
        found.add(ONE_EACH, lease.toString(), "a lease was submitted and has no judgment")));
    hops.failures().forEach(hop -> found.add(HOPS, hop, "failed five times or more"));
    var backlog = hops.backlog();
    return new Report(found.violations, found.checks(), sums, new HopState(backlog.waiting(), backlog.failed(), backlog.oldestSeconds()));
  }

  private static final String ACCRUAL = "every judgment has one accrual at its price";
  private static final String ROUNDS = "every paid answer of a round has one accrual";
  private static final String SETTLED = "what was decided or is due is settled";
  private static final String ZERO = "debits equal credits";
  private static final String MOVEMENTS = "amounts move along the rules";
  private static final String LEASES = "no open lease is past its time";
  private static final String PLACES = "places taken are places held or used";
  private static final String ONE_EACH = "every submitted lease has one judgment";
  private static final String HOPS = "every judgment is measured and settled, or waits for it";

  private long followJudgments(Findings found) {
    long paid = 0;
    JudgmentId after = null;
    while (true) {
      var page = judgments.page(after, PAGE);
      if (page.isEmpty()) return paid;
      after = page.getLast().id();
      var ids = page.stream().map(Judgments.Payable::id).toList();
      var entries = ledger.latest(ids.stream().map(id -> new SourceId(id.value())).toList());
      var decided = outcomes.of(ids);
      var unmeasured = standings.unmeasured(page.stream().filter(one -> one.role() != Judgment.Role.ADJUDICATOR).map(Judgments.Payable::id).toList());
      var waiting = hops.waiting(ids);
      for (var one : page) {
        boolean paysNobody = one.role() == Judgment.Role.ADJUDICATOR;
        if (!paysNobody) paid++;
        var hopsLeft = waiting.getOrDefault(one.id(), Set.of());
        if (unmeasured.contains(one.id()) && !hopsLeft.contains(Hop.MEASURE)) found.add(HOPS, one.id().toString(), "was never measured and nothing will");
        if (!paysNobody) follow(one, entries.get(new SourceId(one.id().value())), decided.get(one.id()), hopsLeft, found);
      }
    }
  }

  private static void follow(Judgments.Payable judgment, Entry entry, Outcome outcome, Set<Hop> hopsLeft, Findings found) {
    String id = judgment.id().toString();
    if (entry == null || !entry.amount().equals(judgment.price())) {
      found.add(ACCRUAL, id, entry == null ? "has no accrual" : "accrued " + entry.amount().minor() + " instead of " + judgment.price().minor());
      return;
    }
    boolean open = entry.kind() == Entry.Kind.ACCRUAL;
    if (open && !hopsLeft.contains(Hop.SETTLE)) found.add(HOPS, id, "is not settled and nothing will");
    if (open && entry.dueAt() != null && entry.dueAt().plus(GRACE).isBefore(Instant.now())) found.add(SETTLED, id, "should have been posted at " + entry.dueAt());
    if (outcome == null) return;
    var rejected = Set.of(Entry.Kind.RELEASE, Entry.Kind.HOLD, Entry.Kind.RETURN);
    boolean fits = outcome.kind() == Outcome.Kind.REJECTED ? rejected.contains(entry.kind()) : entry.state() == Entry.State.POSTED;
    if (!fits) found.add(SETTLED, id, "was %s and its money stands at %s".formatted(outcome.kind(), entry.kind()));
  }

  /** At most a hundred of each kind, so that one great fault does not hide the others. */
  private static final class Findings {
    final List<Violation> violations = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    Findings() {
      for (var name : List.of(ACCRUAL, ROUNDS, SETTLED, ZERO, MOVEMENTS, LEASES, PLACES, ONE_EACH, HOPS)) counts.put(name, 0);
    }

    void add(String check, String subject, String detail) {
      if (counts.merge(check, 1, Integer::sum) <= MOST) violations.add(new Violation(check, subject, detail));
    }

    List<Check> checks() {
      return counts.entrySet().stream().map(entry -> new Check(entry.getKey(), entry.getValue())).toList();
    }
  }
}
