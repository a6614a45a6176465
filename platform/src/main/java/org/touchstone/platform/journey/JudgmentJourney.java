package org.touchstone.platform.journey;

import java.util.Collection;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.Decision;
import org.touchstone.platform.adjudication.Case;
import org.touchstone.platform.adjudication.CaseDesk;
import org.touchstone.platform.adjudication.Outcome;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.pay.Ledger;
import org.touchstone.platform.pay.SourceId;
import org.touchstone.platform.quality.QualityDesk;
import org.touchstone.platform.shared.JudgmentId;

/**
 * The whole trip of a judgment, hop by hop. What listens to an event happens in the event's own transaction; what takes a
 * list of judgments is run by the {@link HopRunner}, exactly once for each.
 */
@Component
class JudgmentJourney {
  private final Ledger ledger;
  private final Hops hops;
  private final QualityDesk quality;
  private final GateKeeper gates;
  private final CaseDesk cases;

  JudgmentJourney(Ledger ledger, Hops hops, QualityDesk quality, GateKeeper gates, CaseDesk cases) {
    this.ledger = ledger;
    this.hops = hops;
    this.quality = quality;
    this.gates = gates;
    this.cases = cases;
  }

  /** Handed in: its price is owed at once, and the rest of the way is laid out. */
  @EventListener
  void accrue(Judgment.Submitted judgment) {
    ledger.accrue(source(judgment.judgmentId()), judgment.projectId(), judgment.raterId(), judgment.price(), judgment.settlesAt());
    hops.add(judgment.judgmentId(), judgment.at(), judgment.settlesAt());
  }

  /** A verdict is measured like any judgment, and nobody is paid for it. */
  @EventListener
  void rule(Judgment.Ruled verdict) {
    hops.add(verdict.judgmentId(), verdict.at(), null);
  }

  /** Said anew: measured again, and paid no second time. */
  @EventListener
  void measureAgain(Judgment.Revised revised) {
    hops.add(revised.judgmentId(), revised.at(), null);
  }

  /** Gold hit or miss, the consensus of the item, the standing of the rater. */
  void measure(List<JudgmentId> judgments) {
    quality.measure(judgments);
  }

  /** Where a standing crossed the project's gate: a decision, with rule and evidence. */
  void gate(List<JudgmentId> judgments) {
    gates.review(judgments);
  }

  /** Where somebody flagged, or the answers differ: a case. */
  void escalate(List<JudgmentId> judgments) {
    cases.escalate(judgments);
  }

  /** The review time is over and nobody objected: what is owed becomes payable. */
  void settle(List<JudgmentId> judgments) {
    ledger.post(sources(judgments), "Accepted when the review time was over.");
  }

  /** A person decided: what they accepted becomes payable, what they rejected goes back to the project. */
  @EventListener
  void decide(Case.Decided decided) {
    var accepted = sources(judged(decided.outcomes(), Outcome.Kind.ACCEPTED, Outcome.Kind.CORRECTED));
    var rejected = sources(judged(decided.outcomes(), Outcome.Kind.REJECTED));
    ledger.post(accepted, decided.reason());
    ledger.restore(accepted, decided.reason());
    ledger.reverse(accepted, decided.reason());
    ledger.release(rejected, decided.reason());
    ledger.giveBack(rejected, decided.reason());
  }

  /** A rejection is disputed: the money is set aside. */
  @EventListener
  void dispute(Case.Disputed disputed) {
    ledger.hold(sources(List.of(disputed.judgmentId())), "Disputed; set aside until somebody else has decided.");
  }

  /** A decision about somebody's access is appealed: a case for a person. */
  @EventListener
  void appeal(Decision.Appealed appealed) {
    cases.appeal(appealed);
  }

  private static List<JudgmentId> judged(List<Outcome> outcomes, Outcome.Kind... kinds) {
    return outcomes.stream().filter(outcome -> List.of(kinds).contains(outcome.kind())).map(Outcome::judgmentId).toList();
  }

  private static List<SourceId> sources(Collection<JudgmentId> judgments) {
    return judgments.stream().map(JudgmentJourney::source).toList();
  }

  private static SourceId source(JudgmentId judgment) {
    return new SourceId(judgment.value());
  }
}
