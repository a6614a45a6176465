package org.touchstone.platform.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.AtOnce;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.access.AdmissionDesk;
import org.touchstone.platform.access.Admission;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.iteration.CauseDesk;
import org.touchstone.platform.iteration.VersionCause;
import org.touchstone.platform.journey.Reconciliation;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.pay.Entry;
import org.touchstone.platform.pay.Statements;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.quality.GoldDesk;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.task.Empty;
import org.touchstone.platform.task.Item;
import org.touchstone.platform.task.Items;
import org.touchstone.platform.task.LeaseDesk;

@PlatformTest
@Import(Workplace.class)
class CalibrationTest {
  private static final Money RATE = new Money(40, "EUR");

  @Autowired Workplace workplace;
  @Autowired RoundDesk desk;
  @Autowired OpeningDesk openings;
  @Autowired AttemptDesk attemptDesk;
  @Autowired ReviewDesk reviews;
  @Autowired Rounds rounds;
  @Autowired SetItems sets;
  @Autowired Attempts attempts;
  @Autowired Rulings rulings;
  @Autowired RoundAgreement agreement;
  @Autowired HarvestDesk harvest;
  @Autowired AdmissionDesk access;
  @Autowired LeaseDesk leases;
  @Autowired Statements statements;
  @Autowired Reconciliation reconciliation;
  @Autowired Notices notices;
  @Autowired GoldDesk golds;
  @Autowired Items items;
  @Autowired GuidelineDesk guidelineDesk;
  @Autowired Guidelines guidelines;
  @Autowired CauseDesk causes;
  @Autowired Renewal renewal;

  @Test
  void aRequiredCalibrationOpensPaidWorkOncePassed() {
    var project = project();
    workplace.items(project.id(), 2);
    var round = open(project, sheet(0.75, 2, 0), 4);
    var trainer = workplace.trainer(project.id());
    openings.require(lead(project), project.id(), round.id(), OpeningDesk.Asked.EVERYBODY);
    assertThat(access.mayWork(project.id(), trainer)).isInstanceOfSatisfying(Admission.Refused.class, refused ->
        assertThat(refused.reasons()).extracting(Admission.Reason::code).containsExactly(Admission.Code.CALIBRATE));
    assertThat(leases.next(project.id(), trainer).empty()).extracting(Empty::code).isEqualTo(Empty.Code.CALIBRATE);
    var passed = judge(round, trainer, "yes", "yes", "yes", "no");
    assertThat(passed.state()).isEqualTo(Attempt.State.PASSED);
    assertThat(passed.ruling().reason()).isEqualTo("The rule is met: 75 % of the answers agree with the standard.");
    assertThat(leases.next(project.id(), trainer).lease()).isNotNull();
    assertThatThrownBy(() -> attemptDesk.begin(round.id(), trainer)).isInstanceOf(Conflict.class).hasMessage("You have passed this.");
  }

  @Test
  void aQuestionnaireInFreeTextIsReadByAPersonBeforeAnybodyIsAdmitted() {
    var project = project();
    workplace.items(project.id(), 2);
    var lead = lead(project);
    var rubric = tools.jackson.databind.json.JsonMapper.shared().readValue("""
        {"criteria":[{"key":"background","kind":"text","title":"What did you study, and where did you practise it?","target":"item","required":true,"justification":"never"}]}""", Rubric.class);
    var sheet = new Sheet("About you", "Two questions about your field.", new Sheet.PassRule(1, false, 1, 0), null, null, null, 10, Sheet.Skill.WRITING);
    var round = desk.create(lead, null, new RoundDesk.NewRound(Round.Kind.ASSESSMENT, sheet, rubric));
    var expected = new Answers(Map.of("background", new Answer.Text("A degree in the field or two years of practice.", null)));
    desk.add(lead, round.id(), List.of(new RoundDesk.NewItem(null, new SetItem.SetText("Your background", null, List.of(), List.of()), expected, Map.of("background", "Either is enough."))));
    var open = openings.open(lead, round.id());
    openings.require(lead, project.id(), open.id(), OpeningDesk.Asked.EVERYBODY);
    var trainer = workplace.trainer(project.id());
    assertThat(leases.next(project.id(), trainer).empty()).extracting(Empty::code).isEqualTo(Empty.Code.CALIBRATE);

    var attempt = attemptDesk.begin(open.id(), trainer);
    attemptDesk.save(attempt.id(), trainer, 1, new AttemptDesk.Typed(new Answers(Map.of("background", new Answer.Text("Pharmacy in Graz, four years at a hospital.", null))), 1, true));
    assertThat(attemptDesk.handIn(attempt.id(), trainer).state()).isEqualTo(Attempt.State.HANDED_IN);
    assertThatThrownBy(() -> reviews.decide(attempt.id(), lead, "It was not even read.")).isInstanceOf(Conflict.class).hasMessageContaining("still without a mark");
    reviews.mark(attempt.id(), lead, new Discrepancies.Mark(1, "background", 1, "Four years of practice.", lead));
    assertThat(reviews.decide(attempt.id(), lead, "Four years of practice are enough.").state()).isEqualTo(Attempt.State.PASSED);
    assertThat(leases.next(project.id(), trainer).lease()).as("and whoever answered well is admitted").isNotNull();
  }

  @Test
  void aMarkThatWasTooLowIsRaisedBySomebodyElseAndTheObjectionReachesThem() {
    var owner = workplace.somebody();
    workplace.jdbc().sql("update identity_account set owner = true where id = :id").param("id", owner.value()).update();
    var author = workplace.somebody();
    var rubric = tools.jackson.databind.json.JsonMapper.shared().readValue("""
        {"criteria":[{"key":"answer","kind":"text","title":"Write the answer","target":"item","required":true,"justification":"never"},
         {"key":"sure","kind":"label","title":"Are you sure?","target":"item","required":true,"justification":"never","multiple":false,
          "options":[{"value":"yes","label":"Yes"},{"value":"no","label":"No"}]}]}""", Rubric.class);
    var sheet = new Sheet("Writing", "", new Sheet.PassRule(1, false, 1, 0), null, null, null, 10, Sheet.Skill.WRITING);
    var round = desk.create(author, null, new RoundDesk.NewRound(Round.Kind.ASSESSMENT, sheet, rubric));
    var expected = new Answers(Map.of("answer", new Answer.Text("Once, and steaming hot.", null), "sure", new Answer.Choices(List.of("yes"), null)));
    desk.add(author, round.id(), List.of(new RoundDesk.NewItem(null, new SetItem.SetText("May I reheat rice?", null, List.of(), List.of()), expected, Map.of("", "Warm is not hot."))));
    openings.open(author, round.id());
    var taker = workplace.somebody();
    var attempt = attemptDesk.begin(round.id(), taker);
    attemptDesk.save(attempt.id(), taker, 1, new AttemptDesk.Typed(new Answers(Map.of("answer", new Answer.Text("Yes, once, if it steams all through.", null), "sure", new Answer.Choices(List.of("yes"), null))), 1, true));
    attemptDesk.handIn(attempt.id(), taker);
    assertThatThrownBy(() -> reviews.mark(attempt.id(), author, new Discrepancies.Mark(1, "sure", 0, "What is counted takes no mark.", author)))
        .isInstanceOf(Conflict.class).hasMessageContaining("counted against the standard");
    reviews.mark(attempt.id(), author, new Discrepancies.Mark(1, "answer", 0, "It says nothing of the heat.", author));
    reviews.mark(attempt.id(), author, new Discrepancies.Mark(1, "answer", 0.5, "It says little of the heat.", author));
    assertThat(reviews.decide(attempt.id(), author, "The heat is what it is about.").state()).isEqualTo(Attempt.State.FAILED);
    assertThat(told(taker)).as("what nobody pays for is not called paid").noneMatch(text -> text.contains("paid all the same"));

    reviews.say(attempt.id(), taker, 1, "answer", "It steams all through: that is the heat.");
    assertThat(told(owner)).anySatisfy(text -> assertThat(text).contains("objects to what was decided"));
    var higher = new ReviewDesk.Ending(Discrepancy.Outcome.MARK_CORRECTED, "Steaming all through is the heat.", null, null, 1.0);
    assertThatThrownBy(() -> reviews.settle(attempt.id(), author, 1, "answer", higher)).isInstanceOf(Conflict.class).hasMessageContaining("answered by somebody who did not");
    assertThatThrownBy(() -> reviews.settle(attempt.id(), owner, 1, "answer", new ReviewDesk.Ending(Discrepancy.Outcome.MARK_CORRECTED, "It is about right as it is.", null, null, 0.5)))
        .hasMessageContaining("that high already");
    reviews.settle(attempt.id(), owner, 1, "answer", higher);
    assertThat(attempts.find(attempt.id()).orElseThrow().state()).isEqualTo(Attempt.State.PASSED);
    assertThat(told(taker)).anySatisfy(text -> assertThat(text).contains("The mark of a text of yours was raised. Counted anew, the rule is met"));
  }

  @Test
  void whoDecidedAndIsTheOnlyOneToAnswerMayGiveWayAndNotTurnAnObjectionDown() {
    var project = project();
    var manager = project.createdBy();
    var round = open(project, sheet(1, 1, 0), 2);
    workplace.jdbc().sql("update identity_account set owner = false").update();
    workplace.jdbc().sql("delete from identity_role where role = 'LEAD' and project_id = :project").param("project", project.id().value()).update();
    var dissenter = workplace.trainer(project.id());
    var missed = judge(round, dissenter, "no", "yes");
    reviews.decide(missed.id(), manager, "The first answer differs from the standard.");
    reviews.say(missed.id(), dissenter, 1, "correct", "The source itself says otherwise, see its second page.");
    assertThat(told(manager)).anySatisfy(text -> assertThat(text).contains("nobody else is there to answer: you may give way, but not turn it down"));

    var refusal = new ReviewDesk.Ending(Discrepancy.Outcome.LEARNED, "The standard is right after all.", null, null, null);
    assertThatThrownBy(() -> reviews.settle(missed.id(), manager, 1, "correct", refusal)).isInstanceOf(Conflict.class).hasMessageContaining("only somebody who did not decide can turn it down");
    reviews.settle(missed.id(), manager, 1, "correct", new ReviewDesk.Ending(Discrepancy.Outcome.STANDARD_CORRECTED, "The source does say otherwise.", new Answer.Choices(List.of("no"), null), null, null));
    assertThat(attempts.find(missed.id()).orElseThrow().state()).isEqualTo(Attempt.State.PASSED);
  }

  @Test
  void newcomersAreAskedWhereThoseWhoWorkHereAlreadyAreNot() {
    var project = project();
    workplace.items(project.id(), 2);
    var round = open(project, sheet(0.75, 2, 0), 2);
    var before = workplace.trainer(project.id());
    openings.require(lead(project), project.id(), round.id(), OpeningDesk.Asked.NEWCOMERS);
    var after = workplace.trainer(project.id());
    assertThat(access.mayWork(project.id(), before)).isInstanceOf(Admission.Allowed.class);
    assertThat(access.mayWork(project.id(), after)).isInstanceOf(Admission.Refused.class);
    assertThatThrownBy(() -> openings.close(lead(project), round.id())).isInstanceOf(Conflict.class).hasMessageContaining("ask nobody any more first");
  }

  @Test
  void everyItemIsPaidAtThePinnedRateWhateverTheOutcome() {
    var project = project();
    var round = open(project, sheet(1, 2, 0), 3);
    var trainer = workplace.trainer(project.id());
    var missed = judge(round, trainer, "no", "no", "no");
    attemptDesk.handIn(missed.id(), trainer);
    reviews.decide(missed.id(), lead(project), "Every answer differs from the standard.");
    assertThat(attempts.find(missed.id()).orElseThrow().state()).isEqualTo(Attempt.State.RETRY);
    assertThat(statements.of(trainer)).singleElement().satisfies(balance -> {
      assertThat(balance.posted()).isEqualTo(120);
      assertThat(balance.pending()).isZero();
    });
    assertThat(statements.entries(trainer, null, null, null, 50)).hasSize(6).allSatisfy(entry -> assertThat(entry.label()).startsWith("Calibration item: "))
        .extracting(Entry::state).contains(Entry.State.POSTED);
    var lines = statements.entries(trainer, null, null, null, 50);
    assertThat(statements.replaced(lines)).as("what was pending is told as gone on, so that nobody counts it twice")
        .containsExactlyInAnyOrderElementsOf(lines.stream().filter(entry -> entry.state() == Entry.State.PENDING).map(Entry::id).toList());
    judge(round, trainer, "no", "no", "no");
    assertThat(statements.of(trainer).getFirst().posted()).as("the second attempt is paid too").isEqualTo(240);
    assertThat(reconciliation.report().violations()).isEmpty();
  }

  @Test
  void nothingIsDecidedAgainstAnybodyBeforeAPersonLookedAndTheLastAttemptSaysSo() {
    var project = project();
    var lead = lead(project);
    var round = open(project, sheet(1, 2, 24), 2);
    var trainer = workplace.trainer(project.id());
    var first = judge(round, trainer, "no", "yes");
    assertThat(first.state()).isEqualTo(Attempt.State.HANDED_IN);
    assertThat(attemptDesk.standing(round, trainer).because()).isEqualTo("Your attempt is being looked at.");
    assertThatThrownBy(() -> reviews.decide(first.id(), trainer, "I think it is fine.")).isInstanceOf(Conflict.class).hasMessageContaining("Somebody else reviews");
    reviews.say(first.id(), trainer, 1, "correct", "The second sentence is right as far as I know.");
    assertThatThrownBy(() -> reviews.decide(first.id(), lead, "One of two answers differs.")).isInstanceOf(Conflict.class).hasMessageContaining("talked over");
    reviews.settle(first.id(), lead, 1, "correct", new ReviewDesk.Ending(Discrepancy.Outcome.LEARNED, "The figure in it is outdated.", null, null, null));
    var decided = reviews.decide(first.id(), lead, "One of two answers differs.");
    assertThat(decided.state()).isEqualTo(Attempt.State.RETRY);
    assertThat(attemptDesk.standing(rounds.find(round.id()).orElseThrow(), trainer)).satisfies(standing -> {
      assertThat(standing.mayBegin()).isFalse();
      assertThat(standing.from()).isEqualTo(decided.ruling().at().plusSeconds(24 * 3600));
    });
    workplace.jdbc().sql("update calibration_attempt set decided_at = decided_at - interval '25 hours' where id = :id").param("id", first.id()).update();
    var second = judge(round, trainer, "no", "no");
    reviews.decide(second.id(), lead, "Both answers differ this time.");
    assertThat(attempts.find(second.id()).orElseThrow().state()).isEqualTo(Attempt.State.FAILED);
    assertThat(attemptDesk.standing(round, trainer).because()).contains("all 2 attempts").contains("object");
    assertThat(told(trainer)).anySatisfy(text -> assertThat(text).contains("was not passed this time").contains("paid all the same"));
  }

  @Test
  void aCorrectedStandardScoresEverybodyAnewAndAMissMayBecomeAPass() {
    var project = project();
    var lead = lead(project);
    var round = open(project, sheet(1, 1, 0), 2);
    var dissenter = workplace.trainer(project.id());
    var conformer = workplace.trainer(project.id());
    var missed = judge(round, dissenter, "no", "yes");
    judge(round, conformer, "yes", "yes");
    var waiting = judge(round, workplace.trainer(project.id()), "no", "yes");
    reviews.decide(missed.id(), lead, "The first answer differs from the standard.");
    assertThat(attempts.find(missed.id()).orElseThrow().state()).isEqualTo(Attempt.State.FAILED);

    reviews.say(missed.id(), dissenter, 1, "correct", "The source itself says otherwise, see its second page.");
    var correction = new ReviewDesk.Ending(Discrepancy.Outcome.STANDARD_CORRECTED, "The source does say otherwise.", new Answer.Choices(List.of("no"), null), null, null);
    assertThatThrownBy(() -> reviews.settle(missed.id(), lead, 1, "correct", correction)).isInstanceOf(Conflict.class).hasMessageContaining("answered by somebody who did not");
    reviews.settle(missed.id(), lead(project), 1, "correct", correction);

    assertThat(attempts.find(missed.id()).orElseThrow().state()).isEqualTo(Attempt.State.PASSED);
    assertThat(attempts.find(waiting.id()).orElseThrow().state()).as("what meets the rule now waits for nobody").isEqualTo(Attempt.State.PASSED);
    var item = attempts.answers(missed.id()).getFirst().itemId();
    assertThat(sets.find(item).orElseThrow().standard()).satisfies(standard -> {
      assertThat(standard.version()).isEqualTo(2);
      assertThat(standard.explanations()).containsEntry("correct", "The source does say otherwise.");
    });
    var kept = attempts.of(List.of(round.id()), conformer).getFirst();
    assertThat(kept.state()).as("a pass stays a pass").isEqualTo(Attempt.State.PASSED);
    assertThat(rulings.score(round, kept).share()).isEqualTo(0.5);
    assertThat(told(conformer)).anySatisfy(text -> assertThat(text).contains("counted anew").contains("50 %").contains("that stays so"));
    assertThat(told(dissenter)).anySatisfy(text -> assertThat(text).startsWith("You passed"));
  }

  @Test
  void whatIsSettledSeveralTimesAtOnceIsSettledOnce() throws Exception {
    var project = project();
    var round = open(project, sheet(1, 1, 0), 2);
    var trainer = workplace.trainer(project.id());
    var attempt = judge(round, trainer, "no", "yes");
    var lead = lead(project);
    var correction = new ReviewDesk.Ending(Discrepancy.Outcome.STANDARD_CORRECTED, "The source does say otherwise.", new Answer.Choices(List.of("no"), null), null, null);

    var settled = AtOnce.times(5, () -> reviews.settle(attempt.id(), lead, 1, "correct", correction));

    assertThat(settled.answers()).hasSize(1);
    assertThat(settled.failures()).hasSize(4).allSatisfy(refused -> assertThat(refused).isInstanceOf(Conflict.class).hasMessageContaining("settled already"));
    var item = attempts.answers(attempt.id()).getFirst().itemId();
    assertThat(sets.find(item).orElseThrow().standard().version()).isEqualTo(2);
    assertThat(audited(project, "discrepancy.settled")).isEqualTo(1);
    assertThat(told(trainer).stream().filter(text -> text.contains("the standard was corrected."))).hasSize(1);
    reviews.say(attempt.id(), trainer, 1, "correct", "Thank you, and what of the second source?");
    reviews.settle(attempt.id(), lead, 1, "correct", new ReviewDesk.Ending(Discrepancy.Outcome.LEARNED, "The second source says the same.", null, null, null));
    assertThat(audited(project, "discrepancy.settled")).as("opened again, it is settled again").isEqualTo(2);
  }

  @Test
  void twoWhoCorrectOneStandardAtOnceCorrectItOneAfterTheOther() throws Exception {
    var project = project();
    var round = open(project, sheet(1, 1, 0), 2);
    var missed = List.of(judge(round, workplace.trainer(project.id()), "no", "yes"), judge(round, workplace.trainer(project.id()), "no", "yes"), judge(round, workplace.trainer(project.id()), "no", "no"));
    var lead = lead(project);
    var correction = new ReviewDesk.Ending(Discrepancy.Outcome.STANDARD_CORRECTED, "The source does say otherwise.", new Answer.Choices(List.of("no"), null), null, null);

    var settled = AtOnce.all(missed.stream().map(one -> (java.util.concurrent.Callable<Discrepancy>) () -> reviews.settle(one.id(), lead, 1, "correct", correction)).toList());

    assertThat(settled.failures()).isEmpty();
    var item = attempts.answers(missed.getFirst().id()).getFirst().itemId();
    assertThat(sets.find(item).orElseThrow().standard().version()).isEqualTo(4);
  }

  @Test
  void aGapOfTheGuidelineCountsAgainstNobody() {
    var project = project();
    var round = open(project, sheet(1, 1, 0), 2);
    var trainer = workplace.trainer(project.id());
    var attempt = judge(round, trainer, "no", "yes");
    reviews.settle(attempt.id(), lead(project), 1, "correct", new ReviewDesk.Ending(Discrepancy.Outcome.GUIDELINE_GAP, "Nothing says how rounded figures are judged.", null, null, null));
    var gap = causes.ofDraft(project.id()).getFirst();
    assertThat(gap.kind()).isEqualTo(VersionCause.Kind.GAP);
    assertThat(gap.subject()).isEqualTo(attempt.id() + "/correct");
    assertThat(gap.summary()).contains("Is it correct?").contains("Nothing says how rounded figures are judged.");
    causes.pick(project.id(), lead(project), List.of(new CauseDesk.Pick(gap.kind(), gap.subject())));
    guidelineDesk.saveDraft(lead(project), project.id(), "Rounded figures are correct.", guidelines.current(project.id()).orElseThrow().rubric());
    guidelineDesk.publish(lead(project), project.id(), "Says what to do with rounded figures.", GuidelineVersion.Effect.CLARIFYING);
    assertThat(causes.ofDraft(project.id())).as("it is answered").isEmpty();
    assertThat(causes.ofVersions(project.id())).singleElement().extracting(VersionCause::version, VersionCause::subject).containsExactly(2, gap.subject());
    assertThat(rulings.score(round, attempt)).satisfies(score -> {
      assertThat(score.asked()).isEqualTo(1);
      assertThat(score.share()).isEqualTo(1);
    });
    assertThat(reviews.decide(attempt.id(), lead(project), "What remains agrees with the standard.").state()).isEqualTo(Attempt.State.PASSED);
  }

  @Test
  void practiceExplainsEachItemAndPaysTheFirstTimeThrough() {
    var project = project();
    var round = open(project, Round.Kind.PRACTICE, new Sheet("Warm up", "", null, RATE, null, null, 5, null), 2);
    var trainer = workplace.trainer(project.id());
    var attempt = attemptDesk.begin(round.id(), trainer);
    attemptDesk.save(attempt.id(), trainer, 1, new AttemptDesk.Typed(workplace.no(), 1, true));
    assertThat(statements.of(trainer).getFirst().posted()).isEqualTo(40);
    assertThatThrownBy(() -> attemptDesk.save(attempt.id(), trainer, 1, new AttemptDesk.Typed(workplace.yes(), 2, true))).isInstanceOf(Conflict.class).hasMessageContaining("explained");
    attemptDesk.save(attempt.id(), trainer, 2, new AttemptDesk.Typed(workplace.yes(), 1, true));
    assertThat(attemptDesk.handIn(attempt.id(), trainer).state()).isEqualTo(Attempt.State.DONE);
    assertThat(judge(round, trainer, "yes", "yes").rate()).as("again as often as one likes, unpaid").isNull();
    assertThat(statements.of(trainer).getFirst().posted()).isEqualTo(80);
  }

  @Test
  void goldTakenIntoASetIsNoLongerMixedInUnseen() {
    var project = project();
    var item = workplace.items(project.id(), 1).getFirst();
    golds.make(project.id(), lead(project), item, workplace.yes(), "It is known.");
    var lead = lead(project);
    var round = desk.create(lead, project.id(), new RoundDesk.NewRound(Round.Kind.CALIBRATION, sheet(1, 1, 0), null));
    desk.add(lead, round.id(), List.of(new RoundDesk.NewItem(item, null, null, null)));
    assertThat(sets.of(round.id())).singleElement().satisfies(one -> {
      assertThat(one.standard().answers()).isEqualTo(workplace.yes());
      assertThat(one.standard().explanations()).containsEntry("", "It is known.");
    });
    assertThat(items.task(item).orElseThrow().probe()).isTrue();
    openings.open(lead, round.id());
    assertThat(items.task(item).orElseThrow()).satisfies(task -> {
      assertThat(task.probe()).isFalse();
      assertThat(task.wanted()).isEqualTo(1);
    });
    assertThatThrownBy(() -> desk.change(lead, round.id(), sheet(0.5, 9, 0))).isInstanceOf(Conflict.class).hasMessageContaining("does not change");
  }

  @Test
  void aBreakingVersionDraftsAShortRecalibrationThatSurpassesTheOldPass() {
    var project = project();
    var lead = lead(project);
    workplace.items(project.id(), 1);
    var round = open(project, sheet(1, 2, 0), 5);
    openings.require(lead, project.id(), round.id(), OpeningDesk.Asked.EVERYBODY);
    var trainer = workplace.trainer(project.id());
    judge(round, trainer, "yes", "yes", "yes", "yes", "yes");
    assertThat(access.mayWork(project.id(), trainer)).isInstanceOf(Admission.Allowed.class);
    workplace.trainer(project.id());
    assertThat(renewal.foreseen(project.id())).as("one of two has passed before")
        .containsExactly(new Renewal.Foreseen(round.id(), round.sheet().title(), 3, 1, new Money(120, "EUR"), new Money(120, "EUR")));

    guidelineDesk.saveDraft(lead, project.id(), "Read the prompt twice.", guidelines.current(project.id()).orElseThrow().rubric());
    guidelineDesk.publish(lead, project.id(), "What counts as correct has changed.", GuidelineVersion.Effect.BREAKING);
    guidelineDesk.acknowledge(trainer, project.id(), 2);
    var draft = rounds.of(project.id()).getFirst();
    assertThat(draft).satisfies(one -> {
      assertThat(one.state()).isEqualTo(Round.State.DRAFT);
      assertThat(one.level()).isEqualTo(2);
      assertThat(one.series()).isEqualTo(round.series());
      assertThat(one.sheet().returning()).isEqualTo(3);
    });
    assertThat(access.mayWork(project.id(), trainer)).as("nobody waits for a draft").isInstanceOf(Admission.Allowed.class);
    openings.open(lead, draft.id());
    assertThat(rounds.find(round.id()).orElseThrow().state()).isEqualTo(Round.State.CLOSED);
    assertThat(access.mayWork(project.id(), trainer)).isInstanceOf(Admission.Refused.class);
    var newcomer = workplace.trainer(project.id());
    guidelineDesk.acknowledge(newcomer, project.id(), 2);
    var whole = attemptDesk.begin(draft.id(), newcomer);
    assertThat(attempts.answers(whole.id())).hasSize(5);
    judge(rounds.find(draft.id()).orElseThrow(), trainer, "yes", "yes", "yes");
    assertThat(access.mayWork(project.id(), trainer)).isInstanceOf(Admission.Allowed.class);
    assertThat(statements.of(trainer).getFirst().posted()).as("five items at first, three anew").isEqualTo(8 * 40);
  }

  @Test
  void aBreakingVersionDraftsThePracticeAnewToo() {
    var project = project();
    var lead = lead(project);
    var round = open(project, Round.Kind.PRACTICE, new Sheet("Warm-up", "", null, null, null, null, 3, null), 2);
    guidelineDesk.saveDraft(lead, project.id(), "Read the prompt twice.", guidelines.current(project.id()).orElseThrow().rubric());
    guidelineDesk.publish(lead, project.id(), "A comma was missing.", GuidelineVersion.Effect.EDITORIAL);
    assertThat(rounds.of(project.id())).as("what holds as before is practised as before").hasSize(1);
    guidelineDesk.saveDraft(lead, project.id(), "Read the prompt three times.", guidelines.current(project.id()).orElseThrow().rubric());
    guidelineDesk.publish(lead, project.id(), "What counts as correct has changed.", GuidelineVersion.Effect.BREAKING);
    var draft = rounds.of(project.id()).getFirst();
    assertThat(draft).extracting(Round::kind, Round::state, Round::level, one -> one.sheet().returning())
        .containsExactly(Round.Kind.PRACTICE, Round.State.DRAFT, 3, null);
    openings.open(lead, draft.id());
    assertThat(rounds.find(round.id()).orElseThrow().state()).as("nobody learns what no longer holds").isEqualTo(Round.State.CLOSED);
  }

  @Test
  void theLeadSeesWhoAndWhatDiverges() {
    var project = project();
    var round = open(project, sheet(1, 1, 0), 4);
    judge(round, workplace.trainer(project.id()), "yes", "yes", "yes", "yes");
    judge(round, workplace.trainer(project.id()), "yes", "yes", "yes", "no");
    var odd = workplace.trainer(project.id());
    judge(round, odd, "no", "no", "yes", "no");
    var report = agreement.of(round);
    assertThat(report.people()).isEqualTo(3);
    var correct = report.criteria().getFirst();
    assertThat(correct.criterion()).isEqualTo("correct");
    assertThat(correct.withStandard().known().orElseThrow()).satisfies(known -> {
      assertThat(known.n()).isEqualTo(12);
      assertThat(known.value()).isEqualTo(8 / 12.0);
      assertThat(known.interval()).isPresent();
    });
    assertThat(correct.between().known()).isPresent();
    assertThat(correct.confusion()).singleElement().satisfies(cell -> {
      assertThat(cell.standard()).isEqualTo("yes");
      assertThat(cell.given()).isEqualTo(Map.of("yes", 8, "no", 4));
    });
    assertThat(report.persons().getFirst().accountId()).isEqualTo(odd);
    assertThat(report.items()).extracting(RoundAgreement.ItemLine::share).containsExactly(2 / 3.0, 2 / 3.0, 1.0, 1 / 3.0);
    assertThat(report.criteria().get(1).between().known()).as("nobody answered the second question").isEmpty();
  }

  @Test
  void aTestOfTheGuidelineIsForThoseChosenAndLeavesGoldAndExamplesBehind() {
    var project = project();
    var lead = lead(project);
    var chosen = workplace.trainer(project.id());
    var round = desk.create(lead, project.id(), new RoundDesk.NewRound(Round.Kind.GUIDELINE_TEST, new Sheet("Try the guideline", "", null, RATE, null, null, 5, null), null));
    desk.add(lead, round.id(), List.of(new RoundDesk.NewItem(null, new SetItem.SetText("Is a rounded figure correct?", null, List.of(), List.of(new Item.Response("About 3.", null))), null, null)));
    assertThatThrownBy(() -> openings.open(lead, round.id())).isInstanceOf(Conflict.class).hasMessageContaining("Choose who takes part");
    desk.choose(lead, round.id(), Set.of(chosen, lead));
    var open = openings.open(lead, round.id());
    assertThat(attemptDesk.standing(open, workplace.trainer(project.id())).because()).isEqualTo("Others were chosen for this test.");
    assertThat(judge(open, chosen, "yes").state()).isEqualTo(Attempt.State.DONE);
    assertThat(judge(open, lead, "no").rate()).as("a lead takes part in the course of their work").isNull();
    assertThat(statements.of(chosen).getFirst().posted()).isEqualTo(40);
    var report = agreement.of(open);
    assertThat(report.items().getFirst().given()).containsEntry("correct/-1", Map.of("yes", 1, "no", 1));
    assertThat(report.criteria().getFirst().withStandard().isKnown()).as("there is no standard to agree with").isFalse();

    var item = report.items().getFirst().item();
    var gold = harvest.gold(lead, round.id(), item, workplace.yes(), "Rounding was not asked about.");
    assertThat(items.task(gold).orElseThrow().probe()).isTrue();
    assertThat(workplace.jdbc().sql("select rater_id from task_known k join task_task t on t.id = k.task_id where t.item_id = :item").param("item", gold.value())
        .query((row, n) -> new AccountId(row.getObject(1, UUID.class))).list()).as("those who took part are not tested by it").containsExactlyInAnyOrder(chosen, lead);
    harvest.example(lead, round.id(), item, "Rounded figures.", "A figure rounded as people speak is correct.");
    assertThat(guidelineDesk.draft(project.id()).orElseThrow().body()).contains("**Rounded figures.**").contains("> Is a rounded figure correct?");
  }

  private Project project() {
    return workplace.project(new Settings(2, 0.1, 30, Settings.Routing.OPEN));
  }

  private AccountId lead(Project project) {
    return workplace.with(project.id(), Role.LEAD).id();
  }

  private static Sheet sheet(double share, int attempts, int waitHours) {
    return new Sheet("First calibration", "Four short items.", new Sheet.PassRule(share, false, attempts, waitHours), RATE, null, null, 10, null);
  }

  private Round open(Project project, Sheet sheet, int n) {
    return open(project, Round.Kind.CALIBRATION, sheet, n);
  }

  /** The standard of every item is yes. */
  private Round open(Project project, Round.Kind kind, Sheet sheet, int n) {
    var lead = lead(project);
    var round = desk.create(lead, project.id(), new RoundDesk.NewRound(kind, sheet, null));
    var brought = new ArrayList<RoundDesk.NewItem>();
    for (int i = 0; i < n; i++) {
      brought.add(new RoundDesk.NewItem(null, new SetItem.SetText("Question " + i + "?", null, List.of(), List.of(new Item.Response("One answer.", "model-a"), new Item.Response("Another.", "model-b"))), workplace.yes(), Map.of("correct", "It can be looked up.")));
    }
    desk.add(lead, round.id(), brought);
    return openings.open(lead, round.id());
  }

  private Attempt judge(Round round, AccountId trainer, String... choices) {
    var attempt = attemptDesk.begin(round.id(), trainer);
    for (int i = 0; i < choices.length; i++) {
      var answers = new Answers(Map.of("correct", new Answer.Choices(List.of(choices[i]), null)));
      attemptDesk.save(attempt.id(), trainer, i + 1, new AttemptDesk.Typed(answers, 1, true));
    }
    return attemptDesk.handIn(attempt.id(), trainer);
  }

  private int audited(Project project, String action) {
    return workplace.jdbc().sql("select count(*) from shared_audit where project_id = :project and action = :action").param("project", project.id().value())
        .param("action", action).query(Integer.class).single();
  }

  private List<String> told(AccountId account) {
    return notices.of(account).stream().map(Notices.Notice::text).toList();
  }
}
