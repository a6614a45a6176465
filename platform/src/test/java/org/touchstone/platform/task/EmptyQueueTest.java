package org.touchstone.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

/** No work is told with the true reason, never with 'no more tasks' while there are some. */
@PlatformTest
@Import(Workplace.class)
class EmptyQueueTest {
  @Autowired Workplace workplace;
  @Autowired LeaseDesk leases;
  @Autowired JudgmentDesk judgments;
  @Autowired ProjectDesk projects;
  @Autowired LaneDesk lanes;

  @Test
  void eachReasonIsToldApart() {
    var project = workplace.project(new Settings(1, 0, 30, Settings.Routing.OPEN));
    var rater = workplace.trainer(project.id());
    var other = workplace.trainer(project.id());
    assertThat(empty(project, rater)).extracting(Empty::code, Empty::sentence).containsExactly(Empty.Code.NO_TASKS_YET, "This project has no tasks yet.");

    workplace.items(project.id(), 1);
    var held = leases.next(project.id(), other).lease();
    var taken = empty(project, rater);
    assertThat(taken).extracting(Empty::code, Empty::sentence).containsExactly(Empty.Code.ALL_TAKEN, "Every open task is with somebody just now.");
    assertThat(taken.next()).as("and when one may come back").matches("If one is not finished, it returns to the queue in about (29|30) minutes\\.");

    judgments.submit(other, held.id(), new Submission(workplace.yes(), null, null, 5));
    assertThat(empty(project, rater)).extracting(Empty::code, Empty::sentence)
        .containsExactly(Empty.Code.DONE, "Every task of this project has all the judgments it asked for.");

    workplace.item(project.id(), "One more?", 2);
    judgments.submit(rater, leases.next(project.id(), rater).lease().id(), new Submission(workplace.yes(), null, null, 5));
    assertThat(empty(project, rater)).extracting(Empty::code, Empty::sentence)
        .containsExactly(Empty.Code.ALL_SEEN, "You have seen every task that is still open; each one goes to different people.");
    assertThat(leases.next(project.id(), workplace.trainer(project.id())).lease()).as("there is work, only not for them").isNotNull();

    assertThat(empty(project, workplace.somebody()).code()).isEqualTo(Empty.Code.NOT_A_MEMBER);
    projects.pause(project.createdBy(), project.id());
    assertThat(empty(project, workplace.trainer(project.id()))).extracting(Empty::code, Empty::sentence).containsExactly(Empty.Code.PAUSED, "This project is paused.");
  }

  @Test
  void everyReasonSaysWhatOpensNext() {
    var project = workplace.project(new Settings(1, 0, 30, Settings.Routing.ASSIGNED));
    workplace.items(project.id(), 1);
    for (var empty : List.of(empty(project, workplace.trainer(project.id())), empty(project, workplace.somebody()))) {
      assertThat(empty.sentence()).endsWith(".");
      assertThat(empty.next()).endsWith(".").isNotEqualTo(empty.sentence());
    }
  }

  private Empty empty(Project project, AccountId rater) {
    return leases.next(project.id(), rater).empty();
  }
}
