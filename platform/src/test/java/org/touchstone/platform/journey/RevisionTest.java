package org.touchstone.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.touchstone.platform.Eventually;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.adjudication.Case;
import org.touchstone.platform.adjudication.Cases;
import org.touchstone.platform.adjudication.Verdict;
import org.touchstone.platform.adjudication.VerdictDesk;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.judgment.AnswerIncomplete;
import org.touchstone.platform.judgment.Flag;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.pay.Ledger;
import org.touchstone.platform.pay.SourceId;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.ProjectDesk;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.quality.Consensus;
import org.touchstone.platform.quality.GoldDesk;
import org.touchstone.platform.quality.ItemConsensus;
import org.touchstone.platform.quality.QualityDesk;
import org.touchstone.platform.quality.Standing;
import org.touchstone.platform.quality.Standings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.task.LeaseDesk;
import org.touchstone.platform.task.Passes;

/** Somebody thinks better of what they said: what holds, what is kept, what is paid, and when it is too late. */
@PlatformTest
@Import(Workplace.class)
class RevisionTest {
  @Autowired Workplace workplace;
  @Autowired LeaseDesk leases;
  @Autowired JudgmentDesk desk;
  @Autowired Judgments judgments;
  @Autowired Revisions revisions;
  @Autowired OwnJudgments own;
  @Autowired Consensus consensus;
  @Autowired Standings standings;
  @Autowired QualityDesk quality;
  @Autowired GoldDesk golds;
  @Autowired Ledger ledger;
  @Autowired Cases cases;
  @Autowired VerdictDesk verdicts;
  @Autowired ProjectDesk projects;
  @Autowired Reconciliation reconciliation;
  @Autowired Passes passes;
  @Autowired GuidelineDesk guidelines;

  @Test
  void whatIsSaidAnewHoldsAndWhatWasSaidBeforeIsKept() {
    var project = project(3);
    var item = workplace.item(project.id(), "How many moons has Mars?", null);
    var rater = workplace.trainer(project.id());
    var first = judge(project, rater, workplace.yes());
    assertThat(seen(first).revisableUntil()).isEqualTo(first.submittedAt().plus(java.time.Duration.ofHours(1)));
    Eventually.that(() -> assertThat(consensus.ofItem(item)).singleElement().extracting(ItemConsensus::answer).isEqualTo("yes"));

    var after = revise(rater, first, workplace.no());

    assertThat(after.revision()).isEqualTo(1);
    assertThat(judgments.find(first.id()).orElseThrow()).extracting(Judgment::answers, Judgment::price, Judgment::submittedAt)
        .containsExactly(workplace.no(), first.price(), first.submittedAt());
    assertThat(seen(after)).extracting(OwnJudgments.Own::answers, OwnJudgments.Own::revision).containsExactly(workplace.no(), 1);
    Eventually.that(() -> assertThat(consensus.ofItem(item)).singleElement().extracting(ItemConsensus::answer, ItemConsensus::n).containsExactly("no", 1));
    assertThat(workplace.jdbc().sql("select answers #>> '{correct,choices,0}' from judgment_judgment where id = :id").param("id", first.id().value())
        .query(String.class).single()).as("what was first handed in").isEqualTo("yes");
    assertThatThrownBy(() -> workplace.jdbc().sql("delete from judgment_revision where judgment_id = :id").param("id", first.id().value()).update())
        .isInstanceOf(DataAccessException.class).hasMessageContaining("written once");
    assertThat(workplace.jdbc().sql("select count(*) from pay_entry where source_id = :id").param("id", first.id().value()).query(Long.class).single())
        .as("one accrual, whatever is said").isEqualTo(1);
    Eventually.that(() -> assertThat(reconciliation.report().violations()).isEmpty());

    Eventually.that(() -> assertThat(standings.of(project.id(), rater)).extracting(Standing::judgments).isEqualTo(1));
    quality.rebuild(project.id());
    assertThat(consensus.ofItem(item)).as("built anew from the judgments it is the same").singleElement()
        .extracting(ItemConsensus::answer, ItemConsensus::n).containsExactly("no", 1);
  }

  @Test
  void theSameAgainChangesNothingAndAnIncompleteOneIsRefused() {
    var project = project(1);
    workplace.item(project.id(), "Is it?", null);
    var rater = workplace.trainer(project.id());
    var first = judge(project, rater, workplace.yes());
    assertThat(revise(rater, first, workplace.yes()).revision()).isZero();
    assertThat(revise(rater, first, workplace.no()).revision()).isEqualTo(1);
    assertThat(revise(rater, first, workplace.no()).revision()).isEqualTo(1);
    assertThatThrownBy(() -> revise(rater, first, workplace.answers("{}"))).isInstanceOf(AnswerIncomplete.class);
    assertThatThrownBy(() -> revisions.revise(rater, first.id(), new Submission(null, new Flag(Flag.Category.BROKEN, "It is cut off."), null, 1)))
        .hasMessageContaining("flagged before it is handed in");
    assertThat(desk.submit(rater, first.leaseId(), new Submission(workplace.yes(), null, null, 3)).again())
        .as("a late copy of the first answer is still the first answer").isTrue();
    assertThat(judgments.find(first.id()).orElseThrow().answers()).isEqualTo(workplace.no());
  }

  @Test
  void aKnownAnswerMeasuresWhatWasSaidFirstSoThatNobodyFindsItByTryingAgain() {
    var project = workplace.project(new Settings(2, 1, 30, Settings.Routing.OPEN));
    var items = workplace.items(project.id(), 2);
    golds.make(project.id(), workplace.somebody(), items.getFirst(), workplace.yes(), "It is known.");
    var rater = workplace.trainer(project.id());
    var judgment = judge(project, rater, workplace.no());
    Eventually.that(() -> assertThat(standings.of(project.id(), rater)).extracting(Standing::goldN, Standing::goldHits).containsExactly(1, 0.0));
    revise(rater, judgment, workplace.yes());
    Eventually.that(() -> assertThat(workplace.jdbc().sql("select count(*) from journey_hop where judgment_id = :id and hop <> 'SETTLE'")
        .param("id", judgment.id().value()).query(Long.class).single()).isZero());
    assertThat(standings.of(project.id(), rater)).extracting(Standing::goldN, Standing::goldHits).containsExactly(1, 0.0);
    quality.rebuild(project.id());
    assertThat(standings.of(project.id(), rater)).as("built anew it is the same").extracting(Standing::goldN, Standing::goldHits).containsExactly(1, 0.0);
    var other = judge(project, rater, workplace.yes());
    assertThat(java.time.Duration.between(other.submittedAt(), seen(other).revisableUntil())).as("gold or not, the time is the same")
        .isEqualTo(java.time.Duration.between(judgment.submittedAt(), seen(judgment).revisableUntil()));
  }

  @Test
  void afterAPersonDecidedOrTheTimeIsOverNothingIsRevised() {
    var project = project(2);
    workplace.item(project.id(), "Is it?", null);
    var people = workplace.trainers(project.id(), 2);
    var ada = judge(project, people.get(0), workplace.yes());
    judge(project, people.get(1), workplace.no());
    assertThatThrownBy(() -> revise(people.get(1), ada, workplace.no())).as("somebody else's").isInstanceOf(NotFound.class);
    Eventually.that(() -> assertThat(cases.list(project.id(), Case.State.OPEN, null, 10)).hasSize(1));
    verdicts.decide(cases.list(project.id(), Case.State.OPEN, null, 10).getFirst().id(), workplace.with(project.id(), Role.LEAD),
        new Verdict("It plainly is.", workplace.yes(), null, null, null, null));
    assertThat(seen(ada).revisableUntil()).isNull();
    assertThatThrownBy(() -> revise(people.get(0), ada, workplace.no())).isInstanceOf(Conflict.class).hasMessageContaining("reviewed");

    var never = workplace.project(new Settings(1, 0, 30, Settings.Routing.OPEN, null, 0));
    workplace.item(never.id(), "Is it?", null);
    var rater = workplace.trainer(never.id());
    var judged = judge(never, rater, workplace.yes());
    assertThat(seen(judged).revisableUntil()).isNull();
    assertThatThrownBy(() -> revise(rater, judged, workplace.no())).isInstanceOf(Conflict.class);
  }

  @Test
  void whatWasJudgedOnceMoreSinceIsRevisedThere() {
    var project = project(1);
    var item = workplace.item(project.id(), "Is it?", null);
    var rater = workplace.trainer(project.id());
    var first = judge(project, rater, workplace.yes());
    guidelines.saveDraft(workplace.somebody(), project.id(), "Read it twice.", guidelines.draft(project.id()).orElseThrow().rubric());
    guidelines.publish(workplace.somebody(), project.id(), "Says to read it twice.", GuidelineVersion.Effect.CLARIFYING);
    passes.reopen(project.id(), List.of(item), 2);
    guidelines.acknowledge(rater, project.id(), 2);
    var second = judge(project, rater, workplace.yes());
    assertThatThrownBy(() -> revise(rater, first, workplace.no())).isInstanceOf(Conflict.class).hasMessageContaining("judged it since");
    assertThat(revise(rater, second, workplace.no()).revision()).isEqualTo(1);
  }

  @Test
  void aFlagIsNotRevised() {
    var project = project(1);
    workplace.item(project.id(), "Is it?", null);
    var rater = workplace.trainer(project.id());
    var flag = desk.submit(rater, leases.next(project.id(), rater).lease().id(),
        new Submission(null, new Flag(Flag.Category.AMBIGUOUS, "It can be read both ways."), null, 3)).judgment();
    assertThat(seen(flag).revisableUntil()).isNull();
    assertThatThrownBy(() -> revise(rater, flag, workplace.no())).isInstanceOf(Conflict.class).hasMessageContaining("with a reviewer");
  }

  @Test
  void manyAtOnceFollowOneAfterTheOther() throws Exception {
    var project = project(1);
    var item = workplace.item(project.id(), "Is it?", null);
    var rater = workplace.trainer(project.id());
    var judgment = judge(project, rater, workplace.yes());
    var tries = new ArrayList<Callable<Judgment>>();
    for (int i = 0; i < 16; i++) {
      String note = "thought " + i;
      var said = i % 2 == 0 ? workplace.no() : workplace.yes();
      tries.add(() -> revisions.revise(rater, judgment.id(), new Submission(said, null, note, 1)));
    }
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var numbers = new ArrayList<Integer>();
      for (var done : pool.invokeAll(tries)) numbers.add(done.get().revision());
      assertThat(numbers).as("each has its own place").doesNotHaveDuplicates().hasSize(16);
    }
    var holds = judgments.find(judgment.id()).orElseThrow();
    assertThat(holds.revision()).isEqualTo(16);
    Eventually.that(() -> assertThat(consensus.ofItem(item)).singleElement().extracting(ItemConsensus::answer)
        .isEqualTo(holds.answers().equals(workplace.yes()) ? "yes" : "no"));
    assertThat(ledger.latest(List.of(new SourceId(judgment.id().value())))).hasSize(1);
  }

  private Project project(int wanted) {
    return workplace.project(new Settings(wanted, 0, 30, Settings.Routing.OPEN));
  }

  private Judgment judge(Project project, AccountId rater, Answers answers) {
    return desk.submit(rater, leases.next(project.id(), rater).lease().id(), new Submission(answers, null, null, 3)).judgment();
  }

  private Judgment revise(AccountId rater, Judgment judgment, Answers answers) {
    return revisions.revise(rater, judgment.id(), new Submission(answers, null, null, 3));
  }

  private OwnJudgments.Own seen(Judgment judgment) {
    return own.of(List.of(judgments.find(judgment.id()).orElseThrow())).getFirst();
  }
}
