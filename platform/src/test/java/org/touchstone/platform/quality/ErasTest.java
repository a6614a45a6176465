package org.touchstone.platform.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.Eventually;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.guideline.GuidelineVersion.Effect;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.task.LeaseDesk;
import org.touchstone.platform.task.Passes;
import org.touchstone.statistics.Estimate;
import tools.jackson.databind.json.JsonMapper;

/** What was judged before a breaking change is measured by what held then, for ever. */
@PlatformTest
@Import(Workplace.class)
class ErasTest {
  @Autowired Workplace workplace;
  @Autowired GuidelineDesk guidelines;
  @Autowired LeaseDesk leases;
  @Autowired JudgmentDesk desk;
  @Autowired Judgments judgments;
  @Autowired Passes passes;
  @Autowired GoldDesk golds;
  @Autowired QualityDesk quality;
  @Autowired Consensus consensus;
  @Autowired Standings standings;
  @Autowired Agreement agreement;
  @Autowired AgreementByVersion agreementByVersion;
  @Autowired AgreementBehind behind;
  @Autowired JsonMapper json;

  @Test
  void goldScoresTheJudgmentsOfItsOwnEraOnly() {
    var project = workplace.project(new Settings(2, 1, 30, Settings.Routing.OPEN));
    var gold = workplace.items(project.id(), 3).getFirst();
    golds.make(project.id(), workplace.somebody(), gold, workplace.yes(), "It holds.");
    var raters = workplace.trainers(project.id(), 2);
    var early = raters.get(0);
    var late = raters.get(1);
    judge(project, early, gold, workplace.yes());
    Eventually.that(() -> assertThat(standings.of(project.id(), early)).extracting(Standing::goldN, Standing::goldHits).containsExactly(1, 1.0));

    publish(project, Effect.BREAKING);
    guidelines.acknowledge(late, project.id(), 2);
    judge(project, late, gold, workplace.no());
    Eventually.that(() -> assertThat(standings.of(project.id(), late).judgments()).isEqualTo(1));
    assertThat(standings.of(project.id(), late).goldN()).as("what was known before the change says nothing about it").isZero();

    golds.make(project.id(), workplace.somebody(), gold, workplace.no(), "Half right is wrong now.");
    assertThat(standings.of(project.id(), late)).extracting(Standing::goldN, Standing::goldHits).containsExactly(1, 1.0);
    assertThat(standings.of(project.id(), early)).as("never scored against a later version").extracting(Standing::goldN, Standing::goldHits).containsExactly(1, 1.0);
    quality.rebuild(project.id());
    assertThat(standings.of(project.id(), early)).extracting(Standing::goldN, Standing::goldHits).containsExactly(1, 1.0);
    assertThat(standings.of(project.id(), late)).extracting(Standing::goldN, Standing::goldHits).containsExactly(1, 1.0);
    var before = judgments.ofItem(gold).stream().filter(judgment -> judgment.guidelineVersion() == 1).findFirst().orElseThrow();
    assertThat(quality.agrees(before, workplace.no())).as("a verdict under the new version corrects nobody of the old").isTrue();
  }

  @Test
  void outdatedGoldIsConfirmedInOneStepWhereItStillFits() {
    var project = workplace.project(new Settings(2, 0, 30, Settings.Routing.OPEN));
    var items = workplace.items(project.id(), 3);
    golds.make(project.id(), workplace.somebody(), items.get(0), workplace.yes(), "It holds.");
    golds.make(project.id(), workplace.somebody(), items.get(1), workplace.answers("{\"trust\":{\"value\":5}}"), "Fully.");
    guidelines.saveDraft(workplace.somebody(), project.id(), "Judge on a scale of four.", json.readValue(Workplace.RUBRIC.replace("\"max\":5", "\"max\":4"), Rubric.class));
    guidelines.publish(workplace.somebody(), project.id(), "Four steps are enough.", Effect.BREAKING);

    assertThat(golds.confirm(project.id(), workplace.somebody())).isEqualTo(new GoldDesk.Confirmed(1, List.of(items.get(1))));
    assertThat(golds.confirm(project.id(), workplace.somebody()).confirmed()).as("the one that does not fit waits for a person").isZero();
  }

  @Test
  void aVersionWithKnownAnswersAloneDoesNotSayThatNothingWasEverJudged() {
    var project = workplace.project(new Settings(2, 0, 30, Settings.Routing.OPEN));
    var items = workplace.items(project.id(), 2);
    golds.make(project.id(), workplace.somebody(), items.getFirst(), workplace.yes(), "It holds.");
    workplace.trainers(project.id(), 2).forEach(rater -> judge(project, rater, items.getLast(), workplace.yes()));
    Eventually.that(() -> assertThat(standings.of(project.id()).stream().mapToInt(Standing::judgments).sum()).isEqualTo(2));
    publish(project, Effect.BREAKING);
    golds.confirm(project.id(), workplace.somebody());
    quality.fit(project.id());

    assertThat(agreement.of(project.id())).singleElement().extracting(Agreement.Alpha::estimate)
        .isEqualTo(Estimate.undefined("Nothing was judged under version 2 yet."));
  }

  @Test
  void consensusAndAgreementNeverMixAcrossABreakingChange() {
    var project = workplace.project(new Settings(2, 0, 30, Settings.Routing.OPEN));
    var items = workplace.items(project.id(), 4);
    var raters = workplace.trainers(project.id(), 2);
    raters.forEach(rater -> items.forEach(item -> judge(project, rater, item, workplace.yes())));
    publish(project, Effect.BREAKING);
    passes.reopen(project.id(), items, 2);
    for (var rater : raters) {
      guidelines.acknowledge(rater, project.id(), 2);
      items.forEach(item -> judge(project, rater, item, workplace.no()));
    }
    Eventually.that(() -> assertThat(standings.of(project.id()).stream().mapToInt(Standing::judgments).sum()).isEqualTo(16));
    quality.fit(project.id());

    for (var item : items) {
      var eras = consensus.byEra(List.of(item)).get(item);
      assertThat(eras.get(1)).singleElement().extracting(ItemConsensus::answer, ItemConsensus::n).containsExactly("yes", 2);
      assertThat(eras.get(2)).singleElement().extracting(ItemConsensus::answer, ItemConsensus::n).containsExactly("no", 2);
      assertThat(consensus.ofItem(item)).isEqualTo(eras.get(2));
    }
    assertThat(consensus.contested(items)).as("each side is of one mind").isEmpty();
    assertThat(agreement.of(project.id())).singleElement().extracting(Agreement.Alpha::items).isEqualTo(4L);
    assertThat(agreementByVersion.of(project.id())).extracting(AgreementByVersion.OfVersion::version, AgreementByVersion.OfVersion::judgments)
        .containsExactly(org.assertj.core.api.Assertions.tuple(1, 8), org.assertj.core.api.Assertions.tuple(2, 8));

    publish(project, Effect.CLARIFYING);
    var third = workplace.trainer(project.id());
    guidelines.acknowledge(third, project.id(), 3);
    var item = workplace.item(project.id(), "One more?", 1);
    judge(project, third, item, workplace.yes());
    Eventually.that(() -> assertThat(consensus.byEra(List.of(item)).get(item)).as("a clarifying version begins no era").containsOnlyKeys(2));
    quality.rebuild(project.id());
    assertThat(consensus.byEra(items).values()).allSatisfy(eras -> assertThat(eras).containsOnlyKeys(1, 2));
  }

  @Test
  void whereRatersDifferIsListedForEachVersionByItself() {
    var project = workplace.project(new Settings(3, 0, 30, Settings.Routing.OPEN));
    var items = workplace.items(project.id(), 2);
    var raters = workplace.trainers(project.id(), 3);
    for (var rater : raters) {
      judge(project, rater, items.get(0), workplace.yes());
      judge(project, rater, items.get(1), rater.equals(raters.getFirst()) ? workplace.no() : workplace.yes());
    }
    var found = behind.read(project.id(), "correct", AgreementBehind.Versions.ALL);
    assertThat(found.shared()).extracting(AgreementBehind.Shared::itemId).as("the divided one first").containsExactly(items.get(1), items.get(0));
    assertThat(found.shared().get(0).differing()).isEqualTo(2.0 / 3, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(found.shared().get(0).said()).hasSize(3);
    assertThat(found.shared().get(1).isApart()).isFalse();

    publish(project, Effect.BREAKING);
    var later = workplace.items(project.id(), 1).getFirst();
    for (var rater : raters.subList(0, 2)) {
      guidelines.acknowledge(rater, project.id(), 2);
      judge(project, rater, later, rater.equals(raters.getFirst()) ? workplace.no() : workplace.yes());
    }
    assertThat(behind.read(project.id(), "correct", AgreementBehind.Versions.ALL).shared()).as("the newest era alone").extracting(AgreementBehind.Shared::itemId).containsExactly(later);
    assertThat(behind.read(project.id(), "correct", new AgreementBehind.Versions(1, 1)).shared()).isEqualTo(found.shared());
    assertThat(behind.read(project.id(), "correct", new AgreementBehind.Versions(null, 1)).shared()).isEqualTo(found.shared());
    assertThat(behind.read(project.id(), "trust", AgreementBehind.Versions.ALL).shared()).as("nobody answered it").isEmpty();
  }

  private void judge(Project project, AccountId rater, ItemId item, Answers answers) {
    var lease = leases.next(project.id(), rater).lease();
    assertThat(lease.item().id()).isEqualTo(item);
    desk.submit(rater, lease.id(), new Submission(answers, null, null, 3));
  }

  private void publish(Project project, Effect effect) {
    guidelines.saveDraft(workplace.somebody(), project.id(), "Read twice, then judge.", json.readValue(Workplace.RUBRIC, Rubric.class));
    guidelines.publish(workplace.somebody(), project.id(), "Half right is wrong.", effect);
  }
}
