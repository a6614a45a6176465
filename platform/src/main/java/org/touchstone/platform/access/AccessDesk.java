package org.touchstone.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Problem;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Uuid7;
import org.touchstone.statistics.Estimate;

/** Where it is decided that somebody's access is restricted, and that it is restored. */
@Service
public class AccessDesk {
  private final Grants grants;
  private final Gates gates;
  private final Decisions decisions;
  private final AccessNews news;
  private final Audit audit;
  private final Clock clock;

  AccessDesk(Grants grants, Gates gates, Decisions decisions, AccessNews news, Audit audit, Clock clock) {
    this.grants = grants;
    this.gates = gates;
    this.decisions = decisions;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Applies the project's gate to what was measured. It restricts only when the whole interval lies below the line; asking
   * again changes nothing, and after a restriction has ended the gate waits for as many new observations as it needs.
   */
  @Transactional
  public Optional<Decision> review(ProjectId id, AccountId account, Finding finding) {
    var rule = gates.of(id).restriction().filter(restriction -> restriction.isMetBy(finding)).orElse(null);
    if (rule == null) return Optional.empty();
    var grant = grants.lock(id, account).filter(g -> g.state() == Grant.State.ACTIVE).orElse(null);
    if (grant == null) return Optional.empty();
    var known = (Estimate.Known) finding.estimate();
    long before = decisions.of(id, account).stream().filter(d -> d.action() == Decision.Action.RESTRICTED).findFirst().map(Decision::observations).orElse(0L);
    if (before > 0 && known.n() < before + rule.minimum()) return Optional.empty();
    var now = now();
    var interval = known.interval().orElseThrow();
    String reason = "%s of %d judgments agreed with the %s; the whole interval, %s to %s, lies below %s.".formatted(Gate.percent(known.value()), known.n(),
        rule.signal() == Gate.Signal.GOLD ? "known answers" : "consensus", Gate.percent(interval.low()), Gate.percent(interval.high()), Gate.percent(rule.below()));
    var decision = new Decision(Uuid7.next(), id, account, Decision.Action.RESTRICTED, rule.rule(), reason, finding.evidence(), known.n(), now,
        now.plus(rule.lasting()), null, null);
    decisions.insert(grant, decision);
    grants.restrict(grant, decision.until());
    audit.record(null, id, "access.restricted", account.toString(), Map.of("decision", decision.id(), "reason", reason));
    news.restricted(decision);
    return Optional.of(decision);
  }

  /**
   * Somebody restricts by hand: never without a reason, what it rests on and an end, told to the person at once and open to
   * their appeal, which somebody else answers.
   */
  @Transactional
  public Decision restrict(ProjectId id, AccountId account, AccountId by, ByHand wish) {
    var checked = wish.checked();
    if (account.equals(by)) throw new Conflict("Nobody restricts themselves: leave the project instead, on its page.");
    var grant = grants.lock(id, account).filter(g -> g.state() != Grant.State.LEFT && g.terms() != null).orElseThrow(() -> new Conflict("This person does not work here, so there is nothing to restrict."));
    if (grant.state() == Grant.State.RESTRICTED) throw new Conflict("This person is restricted already; lift that first to decide anew.");
    long observations = decisions.of(id, account).stream().findFirst().map(Decision::observations).orElse(0L);
    var number = Uuid7.next();
    var decision = new Decision(number, id, account, Decision.Action.RESTRICTED, "A person decided this, not a rule.", checked.reason(),
        List.of(new Finding.Evidence("statement", number.toString(), null, checked.restsOn())), observations, now(), now().plus(Duration.ofDays(checked.days())), by, null);
    decisions.insert(grant, decision);
    grants.restrict(grant, decision.until());
    audit.record(by, id, "access.restricted", account.toString(), Map.of("decision", decision.id(), "reason", checked.reason()));
    news.restricted(decision);
    return decision;
  }

  /** @param restsOn what was seen, where and when, so that it can be checked; @param days how long, after which it ends by itself */
  public record ByHand(String reason, String restsOn, int days) {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 5_000;

    ByHand checked() {
      var faults = new ArrayList<Problem.Fault>();
      if (isUnfit(reason)) faults.add(new Problem.Fault("reason", "Give the reason in %d to %d characters: the person reads it and can appeal.".formatted(SHORTEST, LONGEST)));
      if (isUnfit(restsOn)) faults.add(new Problem.Fault("restsOn", "Say what it rests on, in %d to %d characters: which work, when, what was wrong with it.".formatted(SHORTEST, LONGEST)));
      if (days < 1 || days > 90) faults.add(new Problem.Fault("days", "A restriction lasts between 1 and 90 days."));
      if (!faults.isEmpty()) throw new Invalid(faults);
      return new ByHand(reason.strip(), restsOn.strip(), days);
    }

    private static boolean isUnfit(String text) {
      return text == null || text.strip().length() < SHORTEST || text.length() > LONGEST;
    }
  }

  /** Lifts a restriction before its time. Nothing happens when there is none. */
  @Transactional
  public Optional<Decision> restore(ProjectId id, AccountId account, AccountId by, String reason) {
    var grant = grants.lock(id, account).filter(g -> g.restrictedUntil() != null).orElse(null);
    if (grant == null) return Optional.empty();
    var last = decisions.of(id, account).stream().findFirst();
    var decision = new Decision(Uuid7.next(), id, account, Decision.Action.RESTORED, "A person lifted the restriction.", reason, List.of(),
        last.map(Decision::observations).orElse(0L), now(), null, by, null);
    decisions.insert(grant, decision);
    grants.restrict(grant, null);
    audit.record(by, id, "access.restored", account.toString(), Map.of("decision", decision.id(), "reason", reason));
    news.restored(decision);
    return Optional.of(decision);
  }

  /** What restricts in this project, if anything does; whoever measures need not measure for nothing. */
  public Optional<Gate.Restriction> restriction(ProjectId project) {
    return gates.of(project).restriction();
  }

  public Optional<Decision> decision(UUID id) {
    return decisions.find(id);
  }

  public List<Decision> decisions(ProjectId project) {
    return decisions.ofProject(project);
  }

  public List<Decision> decisions(ProjectId project, AccountId account) {
    return decisions.of(project, account);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
