package org.touchstone.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.ProjectDesk;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;

/** Nobody gets more of the open queue than their share. */
@PlatformTest
@Import(Workplace.class)
class ShareTest {
  @Autowired Workplace workplace;
  @Autowired LeaseDesk leases;
  @Autowired JudgmentDesk judgments;
  @Autowired ProjectDesk projects;
  @Autowired TaskDesk tasks;

  @Test
  void nobodyJudgesMoreThanTheNumberAndIsToldSo() {
    var project = limited(2, 0);
    workplace.items(project.id(), 5);
    var rater = workplace.trainer(project.id());
    judge(project, rater);
    var second = leases.next(project.id(), rater).lease();
    assertThat(leases.next(project.id(), rater).lease().id()).as("what is held already is kept").isEqualTo(second.id());
    judge(project, rater);
    var empty = leases.next(project.id(), rater).empty();
    assertThat(empty.code()).isEqualTo(Empty.Code.SHARE_REACHED);
    assertThat(empty.sentence()).contains("one person may judge at most 2 of its tasks");
    assertThat(leases.resume(project.id(), rater, false).empty().code()).isEqualTo(Empty.Code.SHARE_REACHED);
    assertThat(leases.next(project.id(), workplace.trainer(project.id())).lease()).as("the rest is for others").isNotNull();

    change(project, 3, null);
    judge(project, rater);
    assertThat(leases.next(project.id(), rater).empty().code()).isEqualTo(Empty.Code.SHARE_REACHED);
    change(project, 0, null);
    judge(project, rater);
  }

  @Test
  void theLastTaskOfAShareHasNoneAheadOfIt() {
    var project = limited(2, 0);
    workplace.items(project.id(), 20);
    var rater = workplace.trainer(project.id());
    assertThat(leases.next(project.id(), rater, true).ahead()).isNotNull();
    judge(project, rater);
    assertThat(leases.next(project.id(), rater, true).ahead()).as("one is done, one in hand").isNull();
    judge(project, rater);
    assertThat(leases.next(project.id(), rater, true).empty().code()).isEqualTo(Empty.Code.SHARE_REACHED);
  }

  @Test
  void aSkippedTaskIsNoPartOfTheShare() {
    var project = limited(1, 0);
    workplace.items(project.id(), 3);
    var rater = workplace.trainer(project.id());
    var first = leases.next(project.id(), rater).lease();
    assertThat(leases.skip(first.id(), rater, "not my field", false).lease()).isNotNull();
    judge(project, rater);
    assertThat(leases.next(project.id(), rater).empty().code()).isEqualTo(Empty.Code.SHARE_REACHED);
  }

  @Test
  void aPercentageIsOfEverythingWantedAndGrowsWithIt() {
    var project = limited(0, 25);
    workplace.items(project.id(), 8);
    var rater = workplace.trainer(project.id());
    judge(project, rater);
    judge(project, rater);
    assertThat(leases.next(project.id(), rater).empty().code()).as("two of eight").isEqualTo(Empty.Code.SHARE_REACHED);
    workplace.items(project.id(), 4);
    judge(project, rater);
    assertThat(leases.next(project.id(), rater).empty().code()).as("three of twelve").isEqualTo(Empty.Code.SHARE_REACHED);
    change(project, 1, null);
    assertThat(leases.next(project.id(), rater).empty().sentence()).as("the lower of the two").contains("at most 1 of its tasks");
  }

  @Test
  void whatIsMixedInCountsLikeAnythingElseSoThatTheCountTellsNothing() {
    var project = workplace.project(new Settings(3, 1, 30, Settings.Routing.OPEN, null, null, 2, 0));
    var items = workplace.items(project.id(), 4);
    tasks.probe(items.get(0), true);
    tasks.probe(items.get(1), true);
    var rater = workplace.trainer(project.id());
    judge(project, rater);
    judge(project, rater);
    assertThat(leases.next(project.id(), rater).empty().code()).isEqualTo(Empty.Code.SHARE_REACHED);
  }

  private Project limited(int tasksEach, int percent) {
    return workplace.project(new Settings(1, 0, 30, Settings.Routing.OPEN, null, null, tasksEach, percent));
  }

  private void change(Project project, Integer most, Integer percent) {
    projects.change(project.createdBy(), project.id(),
        new ProjectDesk.Change(null, null, null, null, new Settings.Change(null, null, null, null, null, null, most, percent)));
  }

  private void judge(Project project, AccountId rater) {
    judgments.submit(rater, leases.next(project.id(), rater).lease().id(), new Submission(workplace.yes(), null, null, 5));
  }
}
