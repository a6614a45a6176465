package org.touchstone.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.Eventually;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.guideline.GuidelineVersion.Effect;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.TaskId;

/** The next task is held beside the one in hand, so that nobody waits for it, and nobody goes short because of it. */
@PlatformTest
@Import(Workplace.class)
class AheadTest {
  @Autowired Workplace workplace;
  @Autowired LeaseDesk leases;
  @Autowired DraftDesk drafts;
  @Autowired JudgmentDesk judgments;
  @Autowired TaskDesk tasks;
  @Autowired GuidelineDesk guidelines;
  @Autowired Guidelines versions;
  @Autowired Assignments assignments;
  @Autowired ItemDesk items;

  @Test
  void theTaskAheadIsTheNextOneAndNobodyElseGetsIt() {
    var project = open(1, 0, 20);
    var rater = workplace.trainer(project.id());
    var other = workplace.trainer(project.id());
    var first = leases.next(project.id(), rater, true);
    assertThat(first.ahead().state()).isEqualTo(Lease.State.AHEAD);
    assertThat(leases.next(project.id(), rater, true).ahead().id()).as("asked again").isEqualTo(first.ahead().id());
    assertThat(leases.next(project.id(), other).lease().taskId()).isNotIn(first.lease().taskId(), first.ahead().taskId());
    submit(rater, first.lease().id());
    var second = leases.next(project.id(), rater, true);
    assertThat(second.lease().id()).isEqualTo(first.ahead().id());
    assertThat(second.lease().state()).isEqualTo(Lease.State.OPEN);
    assertThat(second.lease().shown()).as("as it was shown").isEqualTo(first.ahead().shown());
    assertThat(second.ahead().id()).isNotEqualTo(second.lease().id());
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void theLastTasksAreForWhoeverComesFirst() {
    var project = open(1, 0, 11);
    var rater = workplace.trainer(project.id());
    assertThat(leases.next(project.id(), rater, true).ahead()).as("ten are free besides").isNotNull();
    var other = workplace.trainer(project.id());
    assertThat(leases.next(project.id(), other, true).ahead()).as("nine are free").isNull();
  }

  @Test
  void whatIsHeldAheadMayBeAnsweredBeforeTheTaskInHand() {
    var project = open(1, 0, 20);
    var rater = workplace.trainer(project.id());
    var work = leases.next(project.id(), rater, true);
    drafts.save(work.ahead().id(), rater, workplace.yes(), null, 1);
    submit(rater, work.ahead().id());
    assertThat(leases.next(project.id(), rater, true).lease().id()).as("the one in hand stays so").isEqualTo(work.lease().id());
    submit(rater, work.lease().id());
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void moreTimeIsMoreTimeForBoth() {
    var project = open(1, 0, 20);
    var rater = workplace.trainer(project.id());
    var work = leases.next(project.id(), rater, true);
    workplace.jdbc().sql("update task_lease set expires_at = now() + interval '1 minute' where rater_id = :rater").param("rater", rater.value()).update();
    leases.renew(work.lease().id(), rater);
    assertThat(leases.find(work.ahead().id(), rater).expiresAt()).isEqualTo(leases.find(work.lease().id(), rater).expiresAt());
  }

  @Test
  void whoGoesAwayGivesBothBack() {
    var project = open(1, 0, 12);
    var rater = workplace.trainer(project.id());
    var work = leases.next(project.id(), rater, true);
    workplace.jdbc().sql("update task_lease set expires_at = now() - interval '1 second' where rater_id = :rater").param("rater", rater.value()).update();
    Eventually.that(() -> assertThat(List.of(leases.find(work.lease().id(), rater).state(), leases.find(work.ahead().id(), rater).state()))
        .containsOnly(Lease.State.EXPIRED));
    assertThat(tasks.miscounted()).isEmpty();
    assertThat(tasks.overdue(0)).isZero();
    var other = workplace.trainer(project.id());
    assertThat(leases.next(project.id(), other).lease().taskId()).isEqualTo(work.lease().taskId());
  }

  @Test
  void aSkippedTaskIsFollowedByTheOneAheadAndTheOneAheadCanBeSkipped() {
    var project = open(1, 0, 20);
    var rater = workplace.trainer(project.id());
    var work = leases.next(project.id(), rater, true);
    var after = leases.skip(work.lease().id(), rater, "not my field", true);
    assertThat(after.lease().id()).isEqualTo(work.ahead().id());
    leases.skip(after.ahead().id(), rater, "not my field", true);
    assertThat(leases.find(after.ahead().id(), rater).state()).isEqualTo(Lease.State.SKIPPED);
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void aSensitiveTaskIsNotHeldAheadAndStillComesInItsTurn() {
    var project = open(1, 0, 20);
    var rater = workplace.trainer(project.id());
    workplace.jdbc().sql("update task_task set sensitive = 'VIOLENCE' where id = (select id from task_task where project_id = :project order by place offset 1 limit 1)")
        .param("project", project.id().value()).update();
    var work = leases.next(project.id(), rater, true);
    assertThat(work.ahead()).isNull();
    submit(rater, work.lease().id());
    var second = leases.next(project.id(), rater, true);
    assertThat(second.lease().isCovered()).isTrue();
    assertThat(second.ahead().sensitive()).isNull();
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void underANewGuidelineTheTaskAheadIsHandedOutAnew() {
    var project = open(1, 0, 20);
    var rater = workplace.trainer(project.id());
    var work = leases.next(project.id(), rater, true);
    publishVersion2(project);
    submit(rater, work.lease().id());
    var next = leases.next(project.id(), rater, true);
    assertThat(next.lease().id()).isNotEqualTo(work.ahead().id());
    assertThat(next.lease().guidelineVersion()).isEqualTo(2);
    assertThat(leases.find(work.ahead().id(), rater).state()).isEqualTo(Lease.State.EXPIRED);
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void whoComesBackToATaskOfBeforeHoldsTheNextUnderTheGuidelineOfNow() {
    var project = open(1, 0, 20);
    var rater = workplace.trainer(project.id());
    var work = leases.next(project.id(), rater, true);
    publishVersion2(project);
    var back = leases.resume(project.id(), rater, true);
    assertThat(back.lease().id()).isEqualTo(work.lease().id());
    assertThat(back.lease().guidelineVersion()).isEqualTo(1);
    assertThat(back.ahead().guidelineVersion()).isEqualTo(2);
    submit(rater, back.lease().id());
    assertThat(leases.next(project.id(), rater, true).lease().id()).as("what was shown ahead is what comes").isEqualTo(back.ahead().id());
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void theTaskInHandIsFinishedBeforeTheNewGuidelineIsRead() {
    var project = open(1, 0, 20);
    var rater = workplace.trainer(project.id());
    var work = leases.next(project.id(), rater, true);
    publishVersion2(project, Effect.BREAKING);
    for (var back : List.of(leases.resume(project.id(), rater, true), leases.next(project.id(), rater, true), leases.next(project.id(), rater))) {
      assertThat(back.lease().id()).isEqualTo(work.lease().id());
      assertThat(back.lease().guidelineVersion()).isEqualTo(1);
      assertThat(back.ahead()).isNull();
      assertThat(back.empty()).isNull();
    }
    submit(rater, work.lease().id());
    var after = leases.next(project.id(), rater, true);
    assertThat(after.lease()).isNull();
    assertThat(after.empty().code()).isEqualTo(Empty.Code.ACKNOWLEDGE);
  }

  @Test
  void whoNeverAsksAheadStillGetsWhatTheyHoldAhead() {
    var project = open(1, 0, 12);
    var rater = workplace.trainer(project.id());
    var work = leases.next(project.id(), rater, true);
    var got = new HashSet<LeaseId>();
    submit(rater, work.lease().id());
    for (var next = leases.next(project.id(), rater); next.lease() != null; next = leases.next(project.id(), rater)) {
      got.add(next.lease().id());
      submit(rater, next.lease().id());
    }
    assertThat(got).hasSize(11).contains(work.ahead().id());
  }

  @Test
  void assignedWorkIsHeldAheadToTheLast() {
    var project = workplace.project(new Settings(1, 0, 30, Settings.Routing.ASSIGNED));
    items.add(project.id(), Stream.of("a", "b").map(name -> new NewItem(ItemId.next(), name, "Question " + name, null, List.of(),
        List.of(new Item.Response("First", null), new Item.Response("Second", null)), null, null)).toList());
    var rater = workplace.trainer(project.id());
    assignments.add(project.id(), List.of(new Assignments.Assignment("a", rater.toString()), new Assignments.Assignment("b", rater.toString())));
    var work = leases.next(project.id(), rater, true);
    assertThat(work.ahead()).isNotNull();
    submit(rater, work.lease().id());
    submit(rater, leases.next(project.id(), rater, true).lease().id());
    assertThat(leases.next(project.id(), rater, true).empty().code()).isEqualTo(Empty.Code.DONE);
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void manyWhoAllHoldOneAheadGetEveryPlaceOnce() throws Exception {
    int items = 120;
    var project = open(3, 0, items);
    var raters = workplace.trainers(project.id(), 24);
    var start = new CountDownLatch(1);
    var all = new ArrayList<TaskId>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs = raters.stream().map(rater -> threads.submit(working(project.id(), rater, start))).toList();
      start.countDown();
      for (var run : runs) {
        var got = run.get();
        assertThat(got).as("no task twice to one rater").doesNotHaveDuplicates();
        all.addAll(got);
      }
    }
    assertThat(all).hasSize(items * 3);
    assertThat(tasks.progress(project.id())).isEqualTo(new TaskDesk.Progress(items, 0, items, 0));
    assertThat(tasks.miscounted()).isEmpty();
  }

  private Callable<List<TaskId>> working(ProjectId project, AccountId rater, CountDownLatch start) {
    return () -> {
      start.await();
      var got = new ArrayList<TaskId>();
      while (true) {
        var work = leases.next(project, rater, true);
        if (work.lease() == null) {
          if (work.empty().code() == Empty.Code.ALL_TAKEN) continue;
          return got;
        }
        got.add(work.lease().taskId());
        submit(rater, work.lease().id());
      }
    };
  }

  private Project open(int wanted, double goldRate, int items) {
    var project = workplace.project(new Settings(wanted, goldRate, 30, Settings.Routing.OPEN));
    workplace.items(project.id(), items);
    return project;
  }

  private void submit(AccountId rater, LeaseId lease) {
    judgments.submit(rater, lease, new Submission(workplace.yes(), null, null, 5));
  }

  private void publishVersion2(Project project) {
    publishVersion2(project, Effect.EDITORIAL);
  }

  private void publishVersion2(Project project, Effect effect) {
    var current = versions.current(project.id()).orElseThrow();
    guidelines.saveDraft(workplace.somebody(), project.id(), "Be fair. Half right is wrong.", current.rubric());
    guidelines.publish(workplace.somebody(), project.id(), "Half right is wrong.", effect);
  }
}
