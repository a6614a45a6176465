package org.touchstone.platform.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.touchstone.platform.demo.DemoContent.DemoJudgment;
import org.touchstone.platform.judgment.Flag;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Assignments;
import org.touchstone.platform.task.Lease;
import org.touchstone.platform.task.LeaseDesk;
import org.touchstone.platform.task.TaskDesk;

/** Judges the demonstration's items as its raters did: each on the item the file names, some minutes ago. */
@Component
@ConditionalOnProperty(name = "touchstone.demo", havingValue = "true")
class DemoWork {
  private final Assignments assignments;
  private final LeaseDesk leases;
  private final JudgmentDesk judgments;
  private final TaskDesk tasks;

  DemoWork(Assignments assignments, LeaseDesk leases, JudgmentDesk judgments, TaskDesk tasks) {
    this.assignments = assignments;
    this.leases = leases;
    this.judgments = judgments;
    this.tasks = tasks;
  }

  void judge(ProjectId project, DemoProject.Cast cast, DemoJudgment one) {
    var rater = cast.raters().get(one.rater());
    assignments.add(project, List.of(new Assignments.Assignment(one.externalId(), rater.toString())));
    Lease lease = leases.next(project, rater).lease();
    if (lease == null) throw new IllegalStateException("the demonstration's rater " + one.rater() + " gets no lease on " + one.externalId());
    var flag = one.flag() == null ? null : new Flag(Flag.Category.valueOf(one.flag().category().toUpperCase(Locale.ROOT)), one.flag().note());
    var answers = one.answers() == null ? null : one.answers().toShown(lease.shown());
    tasks.heldBefore(lease.id(), Duration.ofSeconds(one.activeSeconds() + 20));
    judgments.submit(rater, lease.id(), new Submission(answers, flag, null, one.activeSeconds()));
  }
}
