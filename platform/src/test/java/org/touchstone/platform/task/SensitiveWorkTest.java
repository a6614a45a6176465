package org.touchstone.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import org.touchstone.platform.task.web.LeaseView;
import org.touchstone.platform.trainer.ContentChoice;
import org.touchstone.platform.trainer.ContentChoices;
import org.touchstone.platform.trainer.Profile;
import org.touchstone.platform.trainer.Profiles;

/** Troubling content goes only to those who bear it, and only so much of it. */
@PlatformTest
@Import(Workplace.class)
class SensitiveWorkTest {
  @Autowired Workplace workplace;
  @Autowired LeaseDesk leases;
  @Autowired JudgmentDesk judgments;
  @Autowired SensitivityDesk sensitivity;
  @Autowired ContentChoices choices;
  @Autowired Exposure exposure;
  @Autowired LeaseView.Views views;
  @Autowired Items items;
  @Autowired DraftDesk drafts;
  @Autowired Profiles profiles;

  @Test
  void aSensitiveItemComesCoveredUntilItIsOpened() {
    var project = project(20);
    var item = workplace.item(project.id(), "Describe the accident.", 1);
    sensitivity.mark(project.id(), Map.of(item, Sensitivity.VIOLENCE));
    var rater = workplace.trainer(project.id());
    var work = leases.next(project.id(), rater);
    assertThat(views.of(work).lease().cover()).isEqualTo(new LeaseView.Cover(Sensitivity.VIOLENCE, false, 1, 20));
    assertThat(views.of(work).lease().item()).as("nothing of it leaves the server before").isEqualTo(new LeaseView.ShownItem("", null, List.of(), null));
    exposure.open(work.lease().id(), rater);
    assertThat(views.of(leases.next(project.id(), rater)).lease().item().prompt()).isEqualTo("Describe the accident.");
    assertThat(views.of(leases.next(project.id(), rater)).lease().cover().opened()).as("a reload does not cover it again").isTrue();
    assertThat(items.task(item).orElseThrow().sensitive()).isEqualTo(Sensitivity.VIOLENCE);
  }

  @Test
  void whoWantsNoneIsHandedTheOthersAndThenToldTheTruth() {
    var project = project(20);
    var grim = workplace.item(project.id(), "A grim one.", 1);
    workplace.item(project.id(), "A mild one.", 1);
    sensitivity.mark(project.id(), Map.of(grim, Sensitivity.HATE));
    var rater = workplace.trainer(project.id());
    choices.save(rater, new ContentChoice(false, null, List.of()));
    var mild = leases.next(project.id(), rater).lease();
    assertThat(mild.item().prompt()).isEqualTo("A mild one.");
    judgments.submit(rater, mild.id(), new Submission(workplace.yes(), null, null, 1));
    var empty = leases.next(project.id(), rater).empty();
    assertThat(empty.code()).isEqualTo(Empty.Code.SENSITIVE);
    assertThat(empty.sentence()).contains("which you chose not to be shown");
    assertThat(leases.next(project.id(), workplace.trainer(project.id())).lease().item().prompt()).as("others get it").isEqualTo("A grim one.");
  }

  @Test
  void oneProjectCanBeLeftOutAndAnotherStillShown() {
    var refused = grim(project(20));
    var borne = grim(project(20));
    var rater = workplace.trainer(refused);
    workplace.join(rater, borne);
    choices.save(rater, new ContentChoice(true, null, List.of(refused)));
    assertThat(leases.next(refused, rater).empty().code()).isEqualTo(Empty.Code.SENSITIVE);
    assertThat(leases.next(borne, rater).lease()).isNotNull();
  }

  @Test
  void theLowerOfTheTwoLimitsEndsTheDay() {
    var project = project(2);
    for (var item : workplace.items(project.id(), 5)) sensitivity.mark(project.id(), item, Sensitivity.OTHER);
    var rater = workplace.trainer(project.id());
    judge(project.id(), rater);
    judge(project.id(), rater);
    var empty = leases.next(project.id(), rater).empty();
    assertThat(empty.code()).isEqualTo(Empty.Code.SENSITIVE);
    assertThat(empty.sentence()).contains("this project's limit of 2 a day is reached");
    var other = workplace.trainer(project.id());
    choices.save(other, new ContentChoice(true, 1, List.of()));
    judge(project.id(), other);
    assertThat(leases.next(project.id(), other).empty().sentence()).contains("your own limit of 1 a day is reached");
  }

  @Test
  void aChangedTimeZoneOpensNoSecondDay() {
    var project = project(2);
    for (var item : workplace.items(project.id(), 5)) sensitivity.mark(project.id(), item, Sensitivity.OTHER);
    var rater = workplace.trainer(project.id());
    judge(project.id(), rater);
    judge(project.id(), rater);
    assertThat(leases.next(project.id(), rater).empty().next()).contains("midnight where you are (UTC)");
    for (var zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu")) {
      profiles.save(rater, new Profile(List.of(), List.of(), zone, null, ""));
      var empty = leases.next(project.id(), rater).empty();
      assertThat(empty.code()).as(zone).isEqualTo(Empty.Code.SENSITIVE);
      assertThat(empty.next()).contains("your time zone was changed, and the day that was running then ends first");
    }
  }

  @Test
  void theDayIsTheRatersOwn() {
    var project = project(2);
    for (var item : workplace.items(project.id(), 5)) sensitivity.mark(project.id(), item, Sensitivity.OTHER);
    var rater = workplace.trainer(project.id());
    profiles.save(rater, new Profile(List.of(), List.of(), "Asia/Kathmandu", null, ""));
    workplace.jdbc().sql("update trainer_profile set day_from = null, day_before = null where account_id = :id").param("id", rater.value()).update();
    profiles.save(rater, profiles.of(rater));
    judge(project.id(), rater);
    judge(project.id(), rater);
    assertThat(leases.next(project.id(), rater).today().count()).isEqualTo(2);
    workplace.jdbc().sql("update task_lease set leased_at = :at, closed_at = :at where rater_id = :id").param("id", rater.value())
        .param("at", Sql.time(profiles.day(rater).midnight(Instant.now()).minusSeconds(1))).update();
    var next = leases.next(project.id(), rater);
    assertThat(next.lease()).as("what was met a second before their midnight was met yesterday").isNotNull();
    assertThat(exposure.of(project.id(), rater).today()).isEqualTo(1);
  }

  @Test
  void aTimeZoneIsOneThatIsKnown() {
    var rater = workplace.somebody();
    for (var zone : List.of("Middle/Earth", "+02:00", "utc+1")) {
      assertThatThrownBy(() -> profiles.save(rater, new Profile(List.of(), List.of(), zone, null, ""))).isInstanceOf(Invalid.class)
          .hasMessageContaining("'%s' is not a time zone: use a name such as Europe/Zurich.".formatted(zone));
    }
    assertThat(profiles.of(rater).timeZone()).as("none until one is chosen").isNull();
  }

  @Test
  void whatWasPassedOnUnseenDoesNotCountAndWhatWasSeenDoes() {
    var project = project(20);
    for (var item : workplace.items(project.id(), 3)) sensitivity.mark(project.id(), item, Sensitivity.OTHER);
    var rater = workplace.trainer(project.id());
    leases.skip(leases.next(project.id(), rater).lease().id(), rater, "troubling", false);
    assertThat(exposure.of(project.id(), rater).today()).as("only the one now held").isEqualTo(1);
    var seen = leases.next(project.id(), rater).lease();
    exposure.open(seen.id(), rater);
    leases.skip(seen.id(), rater, "troubling", false);
    assertThat(exposure.of(project.id(), rater).today()).isEqualTo(2);
  }

  @Test
  void aLimitIsANumberOfTasksADay() {
    var rater = workplace.somebody();
    assertThatThrownBy(() -> choices.save(rater, new ContentChoice(true, -1, List.of()))).isInstanceOf(Invalid.class);
  }

  @Test
  void theWordsOfASkipAreKeptUnderTheCoverAndTouchNothingThatWasAnswered() {
    var project = grim(project(20));
    var rater = workplace.trainer(project);
    var seen = leases.next(project, rater).lease();
    exposure.open(seen.id(), rater);
    drafts.save(seen.id(), rater, workplace.yes(), new Draft.Aside("The third line.", null, null, null), 1);
    workplace.jdbc().sql("update task_lease set expires_at = now() - interval '1 second' where id = :id").param("id", seen.id().value()).update();
    var covered = leases.next(project, rater).lease();
    assertThat(covered.isCovered()).isTrue();
    assertThat(views.of(leases.next(project, rater)).lease().draft().aside()).as("a note can quote what is covered").isNull();
    var skip = new Draft.Aside(null, null, null, new Draft.BegunSkip("other", "Not again today."));
    drafts.save(covered.id(), rater, Answers.none(), skip, 2);
    assertThat(views.of(leases.next(project, rater)).lease().draft()).isEqualTo(new LeaseView.DraftView(Answers.none(), skip, 2, views.of(leases.next(project, rater)).lease().draft().savedAt()));
    exposure.open(covered.id(), rater);
    var opened = views.of(leases.next(project, rater)).lease().draft();
    assertThat(opened.answers()).isEqualTo(workplace.yes());
    assertThat(opened.aside()).isEqualTo(new Draft.Aside("The third line.", null, null, new Draft.BegunSkip("other", "Not again today.")));
  }

  private void judge(ProjectId project, AccountId rater) {
    var lease = leases.next(project, rater).lease().id();
    var blind = new Submission(workplace.yes(), null, null, 1);
    assertThatThrownBy(() -> judgments.submit(rater, lease, blind)).isInstanceOf(Conflict.class).hasMessageContaining("still covered");
    exposure.open(lease, rater);
    judgments.submit(rater, lease, blind);
  }

  private ProjectId grim(Project project) {
    sensitivity.mark(project.id(), workplace.item(project.id(), "A grim one.", 2), Sensitivity.ABUSE);
    return project.id();
  }

  private Project project(int sensitivePerDay) {
    return workplace.project(new Settings(1, 0, 30, Settings.Routing.OPEN, sensitivePerDay, null));
  }
}
