package org.touchstone.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.TaskId;

/** Everybody reaches for the same work at once. */
@PlatformTest
@Import(Workplace.class)
class LeaseRaceTest {
  private static final int RATERS = 64;
  private static final int TASKS = 1000;
  private static final int WANTED = 3;

  @Autowired Workplace workplace;
  @Autowired LeaseDesk leases;
  @Autowired JudgmentDesk judgments;
  @Autowired TaskDesk tasks;

  private record Got(AccountId rater, TaskId task) {}

  @Test
  void sixtyFourRatersGetEveryPlaceOnceAndNoneIsLost() throws Exception {
    var project = workplace.project(new Settings(WANTED, 0, 30, Settings.Routing.OPEN));
    workplace.items(project.id(), TASKS);
    var raters = workplace.trainers(project.id(), RATERS);
    var start = new CountDownLatch(1);
    var all = new ArrayList<Got>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs = raters.stream().map(rater -> threads.submit(working(project.id(), rater, start))).toList();
      start.countDown();
      for (var run : runs) all.addAll(run.get());
    }
    assertThat(all).hasSize(TASKS * WANTED);
    assertThat(new HashSet<>(all)).as("nobody got a task twice").hasSize(TASKS * WANTED);
    assertThat(all.stream().map(Got::task).distinct()).hasSize(TASKS);
    assertThat(tasks.progress(project.id())).isEqualTo(new TaskDesk.Progress(TASKS, 0, TASKS, 0));
    assertThat(tasks.miscounted()).isEmpty();
  }

  private Callable<List<Got>> working(org.touchstone.platform.shared.ProjectId project, AccountId rater, CountDownLatch start) {
    return () -> {
      start.await();
      var got = new ArrayList<Got>();
      while (true) {
        var work = leases.next(project, rater);
        if (work.lease() == null) {
          if (work.empty().code() == Empty.Code.ALL_TAKEN) continue;
          return got;
        }
        got.add(new Got(rater, work.lease().taskId()));
        judgments.submit(rater, work.lease().id(), new Submission(workplace.yes(), null, null, 1));
      }
    };
  }

  @Test
  void oneRaterAskingFromManyTabsHoldsOneLease() throws Exception {
    var project = workplace.project(new Settings(1, 0, 30, Settings.Routing.OPEN));
    workplace.items(project.id(), 50);
    var rater = workplace.trainer(project.id());
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tabs = java.util.stream.IntStream.range(0, 16).mapToObj(tab -> threads.submit(() -> {
        start.await();
        return leases.next(project.id(), rater).lease().id();
      })).toList();
      start.countDown();
      var held = new HashSet<>();
      for (var tab : tabs) held.add(tab.get());
      assertThat(held).hasSize(1);
    }
    assertThat(tasks.miscounted()).isEmpty();
  }
}
