package org.touchstone.platform.iteration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.AtOnce;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.guideline.GuidelineVersion.Effect;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.guideline.RubricDifference;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.task.Items;
import org.touchstone.platform.task.Lease;
import org.touchstone.platform.task.LeaseDesk;
import org.touchstone.platform.task.TaskDesk;
import tools.jackson.databind.json.JsonMapper;

/** A breaking version comes while people work. */
@PlatformTest
@Import(Workplace.class)
class RecheckTest {
  @Autowired Workplace workplace;
  @Autowired GuidelineDesk guidelines;
  @Autowired LeaseDesk leases;
  @Autowired JudgmentDesk judgmentDesk;
  @Autowired Judgments judgments;
  @Autowired Items items;
  @Autowired TaskDesk tasks;
  @Autowired ImpactDesk impacts;
  @Autowired RecheckDesk rechecks;
  @Autowired Notices notices;
  @Autowired JsonMapper json;

  @Test
  void theImpactIsToldBeforePublishing() {
    var project = project(Settings.Routing.OPEN, 2);
    workplace.items(project.id(), 3);
    var raters = workplace.trainers(project.id(), 2);
    submit(raters.get(0), leases.next(project.id(), raters.get(0)).lease());
    submit(raters.get(1), leases.next(project.id(), raters.get(1)).lease());
    leases.next(project.id(), raters.get(1));
    draft(project, Workplace.RUBRIC.replace("Is it correct?", "Is every claim correct?"));

    var impact = impacts.ofDraft(project.id());

    assertThat(impact.version()).isEqualTo(2);
    assertThat(impact.judgments()).isEqualTo(2);
    assertThat(impact.leases()).isEqualTo(1);
    assertThat(impact.openItems()).isEqualTo(2);
    var correct = impact.criteria().stream().filter(one -> one.key().equals("correct")).findFirst().orElseThrow();
    assertThat(correct).isEqualTo(new Impact.CriterionImpact("correct", "Is every claim correct?", RubricDifference.Kind.CHANGED, 2, 1, 2));
    assertThat(impact.criteria().stream().filter(one -> one.key().equals("trust")).findFirst().orElseThrow().openItems()).isZero();
    assertThat(impact.recheck().items()).isEqualTo(1);
    assertThat(impact.recheck().places()).isEqualTo(2);
    assertThat(impact.recheck().people()).as("whose rates the sum is").isEqualTo(2);
    assertThat(impact.recalibrations()).isEmpty();
    assertThat(impact.recheck().most().minor()).isEqualTo(2 * Workplace.RATE.minor());
    assertThat(impact.recheck().minutes()).isEqualTo(6);
  }

  @Test
  void aLeaseInFlightFinishesUnderItsVersionAndTheRecheckLosesNothing() {
    var project = project(Settings.Routing.OPEN, 2);
    var item = workplace.items(project.id(), 1).getFirst();
    var raters = workplace.trainers(project.id(), 3);
    submit(raters.get(0), leases.next(project.id(), raters.get(0)).lease());
    var inFlight = leases.next(project.id(), raters.get(1)).lease();
    publish(project, Effect.BREAKING);
    assertThat(leases.next(project.id(), raters.get(0)).empty().code()).isEqualTo(org.touchstone.platform.task.Empty.Code.ACKNOWLEDGE);

    var ordered = rechecks.order(project.id(), workplace.somebody(), Recheck.Wish.ALL);
    assertThat(ordered.places()).isEqualTo(1);
    assertThat(items.task(item).orElseThrow()).satisfies(task -> assertThat(List.of(task.taken(), task.done())).containsExactly(0, 0));

    assertThat(submit(raters.get(1), inFlight).guidelineVersion()).as("finished under the version it was taken with").isEqualTo(1);
    assertThat(items.task(item).orElseThrow().done()).as("an answer of the old version fills no place of the new").isZero();
    var again = new ArrayList<Integer>();
    for (var rater : raters.subList(0, 2)) {
      guidelines.acknowledge(rater, project.id(), 2);
      var lease = leases.next(project.id(), rater).lease();
      assertThat(lease.item().id()).as("seen before, and shown again").isEqualTo(item);
      again.add(submit(rater, lease).guidelineVersion());
    }
    assertThat(again).containsExactly(2, 2);
    assertThat(items.task(item).orElseThrow().isComplete()).isTrue();
    assertThat(judgments.ofItem(item)).as("nothing was superseded").hasSize(4);
    assertThat(tasks.miscounted()).isEmpty();
    assertThat(rechecks.plan(project.id(), Recheck.Wish.ALL).items()).isZero();
    assertThatThrownBy(() -> rechecks.order(project.id(), workplace.somebody(), Recheck.Wish.ALL)).isInstanceOf(Conflict.class);
    assertThat(notices.of(raters.get(0))).anySatisfy(notice -> assertThat(notice.text()).contains("may come to you again"));
  }

  @Test
  void theSameOrderGivenSeveralTimesAtOnceIsOneOrder() throws Exception {
    var project = project(Settings.Routing.OPEN, 1);
    workplace.items(project.id(), 10);
    var rater = workplace.trainer(project.id());
    for (int i = 0; i < 10; i++) submit(rater, leases.next(project.id(), rater).lease());
    publish(project, Effect.BREAKING);
    var manager = workplace.somebody();
    var fifth = new Recheck.Wish(Recheck.Scope.SAMPLE, null, 0.2);

    var sampled = AtOnce.times(6, () -> rechecks.order(project.id(), manager, fifth));
    assertThat(sampled.answers()).singleElement().extracting(Recheck::items).isEqualTo(2);
    assertThat(sampled.failures()).hasSize(5).allSatisfy(refused -> assertThat(refused).isInstanceOf(Conflict.class).hasMessageContaining("ordered a moment ago already, of 2 items"));
    var all = AtOnce.times(6, () -> rechecks.order(project.id(), manager, Recheck.Wish.ALL));
    assertThat(all.answers()).as("another wish is another order, of what is left").singleElement().extracting(Recheck::items).isEqualTo(8);
    assertThat(all.failures()).hasSize(5).allMatch(Conflict.class::isInstance);

    assertThat(rechecks.of(project.id())).hasSize(2);
    assertThat(notices.of(rater).stream().filter(notice -> notice.text().contains("may come to you again"))).hasSize(2);
    workplace.jdbc().sql("update iteration_recheck set ordered_at = ordered_at - interval '2 minutes' where project_id = :project").param("project", project.id().value()).update();
    assertThatThrownBy(() -> rechecks.order(project.id(), manager, fifth)).isInstanceOf(Conflict.class).hasMessageContaining("nothing to judge again");
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void titlesAndDescriptionsAreEditedAfterPublishingWithoutStoppingAnybodyOrLosingAnAnswer(@Autowired org.touchstone.platform.project.ProjectDesk projects,
      @Autowired org.touchstone.platform.project.Projects projectList) {
    var project = project(Settings.Routing.OPEN, 2);
    var item = workplace.items(project.id(), 1).getFirst();
    var raters = workplace.trainers(project.id(), 2);
    var held = leases.next(project.id(), raters.get(0)).lease();
    var rubric = json.readValue(Workplace.RUBRIC.replace("Is it correct?", "Is every statement correct?"), org.touchstone.platform.guideline.Rubric.class);
    guidelines.saveDraft(workplace.somebody(), project.id(), "Read the prompt slowly, then judge.", rubric);
    guidelines.publish(workplace.somebody(), project.id(), "Clearer words.", Effect.EDITORIAL);
    projects.change(project.createdBy(), project.id(), new org.touchstone.platform.project.ProjectDesk.Change("A clearer name", null, "A clearer summary.", "More about it.", null));

    assertThat(leases.next(project.id(), raters.get(0)).lease().id()).as("nobody is stopped").isEqualTo(held.id());
    assertThat(submit(raters.get(0), held).guidelineVersion()).isEqualTo(1);
    assertThat(submit(raters.get(1), leases.next(project.id(), raters.get(1)).lease()).guidelineVersion()).isEqualTo(2);
    assertThat(items.task(item).orElseThrow().isComplete()).as("both count for the one item").isTrue();
    assertThat(projectList.find(project.id())).extracting(org.touchstone.platform.project.Project::name, org.touchstone.platform.project.Project::summary)
        .containsExactly("A clearer name", "A clearer summary.");
  }

  @Test
  void whatWasJudgedUnderTheNewVersionAlreadyCounts() {
    var project = project(Settings.Routing.OPEN, 3);
    var item = workplace.items(project.id(), 1).getFirst();
    var raters = workplace.trainers(project.id(), 3);
    submit(raters.get(0), leases.next(project.id(), raters.get(0)).lease());
    publish(project, Effect.BREAKING);
    raters.forEach(rater -> guidelines.acknowledge(rater, project.id(), 2));
    submit(raters.get(1), leases.next(project.id(), raters.get(1)).lease());
    var skipped = leases.next(project.id(), raters.get(2)).lease();
    rechecks.order(project.id(), workplace.somebody(), Recheck.Wish.ALL);
    assertThat(items.task(item).orElseThrow()).satisfies(task -> assertThat(List.of(task.taken(), task.done())).containsExactly(2, 1));
    leases.skip(skipped.id(), raters.get(2), "Not my field", false);
    assertThat(items.task(item).orElseThrow().taken()).isEqualTo(1);
    assertThat(leases.next(project.id(), raters.get(1)).lease()).as("judged it under this version").isNull();
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void anExpiredLeaseOfTheOldPassGivesBackNoPlaceAndIsStillTaken() {
    var project = project(Settings.Routing.OPEN, 1);
    var item = workplace.items(project.id(), 2).getFirst();
    var raters = workplace.trainers(project.id(), 2);
    submit(raters.get(0), leases.next(project.id(), raters.get(0)).lease());
    publish(project, Effect.BREAKING);
    rechecks.order(project.id(), workplace.somebody(), Recheck.Wish.ALL);
    guidelines.acknowledge(raters.get(1), project.id(), 2);
    var taken = leases.next(project.id(), raters.get(1)).lease();
    assertThat(taken.item().id()).isEqualTo(item);
    assertThat(taken.guidelineVersion()).isEqualTo(2);
    workplace.jdbc().sql("update task_lease set expires_at = now() - interval '1 minute' where id = :id").param("id", taken.id().value()).update();
    guidelines.acknowledge(raters.get(0), project.id(), 2);
    assertThat(leases.next(project.id(), raters.get(0)).lease().item().id()).isNotNull();
    assertThat(submit(raters.get(1), taken).guidelineVersion()).isEqualTo(2);
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void assignedWorkComesBackToWhomItWasAssigned(@Autowired org.touchstone.platform.task.Assignments assignments, @Autowired org.touchstone.platform.task.ItemDesk desk) {
    var project = project(Settings.Routing.ASSIGNED, 1);
    desk.add(project.id(), List.of(new org.touchstone.platform.task.NewItem(ItemId.next(), "one", "What is it?", null, List.of(),
        List.of(new org.touchstone.platform.task.Item.Response("It is this.", null)), 1, null)));
    var rater = workplace.trainer(project.id());
    assignments.add(project.id(), List.of(new org.touchstone.platform.task.Assignments.Assignment("one", rater.toString())));
    submit(rater, leases.next(project.id(), rater).lease());
    assertThat(leases.next(project.id(), rater).lease()).isNull();
    publish(project, Effect.BREAKING);
    guidelines.acknowledge(rater, project.id(), 2);
    rechecks.order(project.id(), workplace.somebody(), Recheck.Wish.ALL);
    submit(rater, leases.next(project.id(), rater).lease());
    assertThat(leases.next(project.id(), rater).lease()).isNull();
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void aSampleOrOneCriterionIsLess() {
    var project = project(Settings.Routing.OPEN, 1);
    workplace.items(project.id(), 10);
    var rater = workplace.trainer(project.id());
    for (int i = 0; i < 10; i++) {
      var lease = leases.next(project.id(), rater).lease();
      var answers = i < 3 ? workplace.answers("{\"correct\":{\"choices\":[\"yes\"]},\"trust\":{\"value\":4}}") : workplace.yes();
      judgmentDesk.submit(rater, lease.id(), new Submission(answers, null, null, 3));
    }
    assertThat(rechecks.plan(project.id(), Recheck.Wish.ALL).items()).as("nothing is stale before a breaking change").isZero();
    publish(project, Effect.CLARIFYING);
    assertThat(rechecks.plan(project.id(), Recheck.Wish.ALL).items()).as("a clarifying change makes nothing stale").isZero();
    publish(project, Effect.BREAKING);
    assertThat(rechecks.plan(project.id(), Recheck.Wish.ALL).items()).isEqualTo(10);
    assertThat(rechecks.plan(project.id(), new Recheck.Wish(Recheck.Scope.SAMPLE, null, 0.2)).items()).isEqualTo(2);
    assertThat(rechecks.plan(project.id(), new Recheck.Wish(Recheck.Scope.CRITERION, "trust", null)).items()).isEqualTo(3);
    rechecks.order(project.id(), workplace.somebody(), new Recheck.Wish(Recheck.Scope.CRITERION, "trust", null));
    assertThat(rechecks.of(project.id())).singleElement().extracting(Recheck::items, Recheck::version).containsExactly(3, 3);
    assertThatThrownBy(() -> rechecks.plan(project.id(), new Recheck.Wish(Recheck.Scope.SAMPLE, null, 2.0))).isInstanceOf(Invalid.class).hasMessageContaining("share");
  }

  private Project project(Settings.Routing routing, int wanted) {
    return workplace.project(new Settings(wanted, 0, 30, routing));
  }

  private void draft(Project project, String rubric) {
    guidelines.saveDraft(workplace.somebody(), project.id(), "Read the prompt twice, then judge.", json.readValue(rubric, Rubric.class));
  }

  private void publish(Project project, Effect effect) {
    draft(project, Workplace.RUBRIC);
    guidelines.publish(workplace.somebody(), project.id(), "Half right is wrong.", effect);
  }

  private Judgment submit(AccountId rater, Lease lease) {
    return judgmentDesk.submit(rater, lease.id(), new Submission(workplace.yes(), null, null, 3)).judgment();
  }
}
