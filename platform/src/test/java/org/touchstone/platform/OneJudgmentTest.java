package org.touchstone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.adjudication.Case;
import org.touchstone.platform.adjudication.CaseDesk;
import org.touchstone.platform.adjudication.Cases;
import org.touchstone.platform.adjudication.Outcome;
import org.touchstone.platform.adjudication.Outcomes;
import org.touchstone.platform.adjudication.Verdict;
import org.touchstone.platform.adjudication.VerdictDesk;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.journey.Reconciliation;
import org.touchstone.platform.judgment.Flag;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.pay.Entry;
import org.touchstone.platform.pay.Ledger;
import org.touchstone.platform.pay.SourceId;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.quality.Consensus;
import org.touchstone.platform.quality.Golds;
import org.touchstone.platform.quality.ItemConsensus;
import org.touchstone.platform.quality.Standings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.task.LeaseDesk;

/** The whole trip, from a lease to money and back, as it is told in docs/life-of-a-judgment.md. */
@PlatformTest
@Import(Workplace.class)
class OneJudgmentTest {
  @Autowired Workplace workplace;
  @Autowired LeaseDesk leases;
  @Autowired JudgmentDesk judgments;
  @Autowired Consensus consensus;
  @Autowired Standings standings;
  @Autowired Cases cases;
  @Autowired CaseDesk caseDesk;
  @Autowired VerdictDesk verdicts;
  @Autowired Outcomes outcomes;
  @Autowired Golds golds;
  @Autowired Ledger ledger;
  @Autowired Reconciliation reconciliation;

  @Test
  void aJudgmentIsLeasedHandedInMeasuredQuestionedSettledAndPaid() {
    var project = workplace.project(new Settings(3, 0, 30, Settings.Routing.OPEN));
    var item = workplace.item(project.id(), "How many moons has Mars?", null);
    var people = workplace.trainers(project.id(), 3);
    var lead = workplace.with(project.id(), Role.LEAD);

    // Two say yes, one says no: each leased the task for themselves, and each is owed the price they saw.
    var ada = judge(project.id(), people.get(0), true);
    var ben = judge(project.id(), people.get(1), true);
    var cy = judge(project.id(), people.get(2), false);
    assertThat(ada.price()).isEqualTo(Workplace.RATE);
    assertThat(latest(ada).kind()).isEqualTo(Entry.Kind.ACCRUAL);
    assertThat(leases.next(project.id(), people.get(0)).empty().code()).isEqualTo(org.touchstone.platform.task.Empty.Code.DONE);

    // A moment later the consensus of the item is known, and since it is not clear, a case is open.
    Eventually.that(() -> assertThat(consensus.ofItem(item)).singleElement().extracting(ItemConsensus::n).isEqualTo(3));
    assertThat(consensus.ofItem(item).getFirst().answer()).isEqualTo("yes");
    assertThat(consensus.ofItem(item).getFirst().probability()).isBetween(0.5, 0.8);
    Eventually.that(() -> assertThat(cases.list(project.id(), Case.State.OPEN, null, 10)).hasSize(1));
    var open = cases.list(project.id(), Case.State.OPEN, null, 10).getFirst();
    assertThat(open.kind()).isEqualTo(Case.Kind.DISAGREEMENT);

    // The lead decides: no is right, the careless yes is rejected, the other one corrected, and the item becomes gold.
    verdicts.decide(open.id(), lead, new Verdict("Mars has two moons, so the answer is wrong.", workplace.no(),
        List.of(new Verdict.Ruling(ben.id(), Outcome.Kind.REJECTED, "No look-up was made, see guideline 1.2.", null)), true, null, null));
    assertThat(outcomes.of(List.of(ada.id(), ben.id(), cy.id()))).extractingFromEntries(entry -> entry.getValue().kind())
        .containsExactlyInAnyOrder(Outcome.Kind.CORRECTED, Outcome.Kind.REJECTED, Outcome.Kind.ACCEPTED);
    assertThat(latest(ada).kind()).isEqualTo(Entry.Kind.POSTING);
    assertThat(latest(cy).kind()).isEqualTo(Entry.Kind.POSTING);
    assertThat(latest(ben).kind()).isEqualTo(Entry.Kind.RELEASE);
    assertThat(golds.of(item)).isPresent();
    Eventually.that(() -> assertThat(standings.of(project.id(), people.get(2)).goldHits()).isEqualTo(1));
    assertThat(standings.of(project.id(), people.get(0)).goldHits()).isZero();
    Eventually.that(() -> assertThat(consensus.ofItem(item).getFirst().answer()).isEqualTo("no"));

    // Ben disputes. The money is set aside; the lead who rejected may not answer, another one does and upholds it.
    var dispute = caseDesk.dispute(people.get(1), ben.id(), "The article I cited counts differently.");
    assertThat(latest(ben).kind()).isEqualTo(Entry.Kind.HOLD);
    var upheld = new Verdict("The source was indeed ambiguous.", null, null, null, null, true);
    assertThatThrownBy(() -> verdicts.decide(dispute, lead, upheld)).isInstanceOf(Conflict.class).hasMessageContaining("You rejected this judgment yourself");
    verdicts.decide(dispute, workplace.with(project.id(), Role.LEAD), upheld);
    assertThat(latest(ben).state()).isEqualTo(Entry.State.POSTED);

    // The dispute was won against gold, so the item is gold no longer and nobody is scored by it.
    assertThat(golds.of(item)).isEmpty();
    Eventually.that(() -> assertThat(standings.of(project.id(), people.get(0)).goldN()).isZero());

    Eventually.that(() -> assertThat(reconciliation.report().violations()).isEmpty());
    assertThat(ledger.sums()).allSatisfy(sum -> assertThat(sum.sum()).isZero());
  }

  @Test
  void aFlagIsPaidAndOpensACase() {
    var project = workplace.project(new Settings(1, 0, 30, Settings.Routing.OPEN));
    workplace.item(project.id(), "Is this legal advice?", null);
    var trainer = workplace.trainer(project.id());
    var lease = leases.next(project.id(), trainer).lease();
    var flag = judgments.submit(trainer, lease.id(),
        new Submission(null, new Flag(Flag.Category.GUIDELINE_GAP, "The guideline does not say."), null, 12)).judgment();
    assertThat(latest(flag).amount()).isEqualTo(Workplace.RATE);
    Eventually.that(() -> assertThat(cases.list(project.id(), Case.State.OPEN, null, 10)).hasSize(1));
    var open = cases.list(project.id(), Case.State.OPEN, null, 10).getFirst();
    assertThat(cases.causes(List.of(open.id())).get(open.id())).singleElement()
        .isEqualTo(new Case.Cause(Case.Kind.FLAG, "guideline_gap", "The guideline does not say."));
    var rejecting = new Verdict("Not a gap at all.", null, List.of(new Verdict.Ruling(flag.id(), Outcome.Kind.REJECTED, "It is written there.", null)), null, null, null);
    var lead = workplace.with(project.id(), Role.LEAD);
    assertThatThrownBy(() -> verdicts.decide(open.id(), lead, rejecting)).hasMessageContaining("A flag is never rejected");
    verdicts.decide(open.id(), lead, new Verdict("Answered in version 2.", null, null, null, null, null));
    assertThat(latest(flag).kind()).isEqualTo(Entry.Kind.POSTING);
  }

  private Judgment judge(org.touchstone.platform.shared.ProjectId project, AccountId rater, boolean yes) {
    var lease = leases.next(project, rater).lease();
    return judgments.submit(rater, lease.id(), new Submission(yes ? workplace.yes() : workplace.no(), null, null, 40)).judgment();
  }

  private Entry latest(Judgment judgment) {
    var source = new SourceId(judgment.id().value());
    return ledger.latest(List.of(source)).get(source);
  }
}
