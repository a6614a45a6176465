package org.touchstone.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.judgment.AlreadyJudged;
import org.touchstone.platform.judgment.AnswerIncomplete;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.NotFound;

@PlatformTest
@Import(Workplace.class)
class LeaseTest {
  @Autowired Workplace workplace;
  @Autowired LeaseDesk leases;
  @Autowired DraftDesk drafts;
  @Autowired JudgmentDesk judgments;
  @Autowired TaskDesk tasks;
  @Autowired Assignments assignments;
  @Autowired Items items;
  @Autowired ItemDesk itemDesk;

  @Test
  void askingAgainGivesTheSameLeaseWithItsDraft() {
    var project = open(1);
    workplace.items(project.id(), 3);
    var rater = workplace.trainer(project.id());
    var lease = leases.next(project.id(), rater).lease();
    var aside = new Draft.Aside("Look at the date.", new Draft.BegunFlag("ambiguous", null), java.util.Map.of("correct/0", "The first one shown.", "trust", "Both."), new Draft.BegunSkip("other", "My shift ends."));
    drafts.save(lease.id(), rater, workplace.answers("""
        {"preference":{"winner":"0"}}"""), aside, 4);
    var again = leases.next(project.id(), rater).lease();
    assertThat(again.id()).isEqualTo(lease.id());
    assertThat(DraftDesk.asShown(again, again.draft()).answers()).isEqualTo(workplace.answers("""
        {"preference":{"winner":"0"}}"""));
    assertThat(DraftDesk.asShown(again, again.draft()).aside()).as("the note, the flag and the skip somebody began, and the reasons typed before their answers").isEqualTo(aside);
    assertThat(again.draft().aside().reasons()).as("kept by the item's own order").containsEntry("correct/" + lease.shown()[0], "The first one shown.");
    assertThatThrownBy(() -> drafts.save(lease.id(), rater, workplace.yes(), null, 3)).isInstanceOf(DraftOutdated.class);
    for (var endless : List.of(new Draft.Aside("a".repeat(4001), null, null, null), new Draft.Aside(null, null, null, new Draft.BegunSkip("other", "a".repeat(4001))))) {
      assertThatThrownBy(() -> drafts.save(lease.id(), rater, workplace.yes(), endless, 5)).isInstanceOf(Invalid.class).hasMessageContaining("4,000");
    }
  }

  @Test
  void anExpiredLeaseGivesItsPlaceBackAndKeepsTheDraft() {
    var project = open(1);
    workplace.items(project.id(), 1);
    var rater = workplace.trainer(project.id());
    var other = workplace.trainer(project.id());
    var lease = leases.next(project.id(), rater).lease();
    assertThat(leases.next(project.id(), other).empty().code()).isEqualTo(Empty.Code.ALL_TAKEN);
    drafts.save(lease.id(), rater, workplace.yes(), null, 1);
    expire(lease.id());
    var second = leases.next(project.id(), rater).lease();
    assertThat(second.id()).isNotEqualTo(lease.id());
    assertThat(second.draft().answers()).isEqualTo(workplace.yes());
    assertThatThrownBy(() -> submit(rater, lease)).isInstanceOf(LeaseLost.class).hasMessageContaining("newer lease");
    assertThat(submit(rater, second).late()).isFalse();
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void whoComesBackFindsWhatTheyHadBegunBeforeAnythingNew() {
    var project = open(2);
    workplace.items(project.id(), 5);
    var rater = workplace.trainer(project.id());
    var lease = leases.next(project.id(), rater).lease();
    drafts.save(lease.id(), rater, workplace.yes(), null, 1);
    expire(lease.id());
    assertThat(leases.next(project.id(), rater).lease().taskId()).as("the queue alone goes on").isNotEqualTo(lease.taskId());
    expire(leases.next(project.id(), rater).lease().id());
    var resumed = leases.resume(project.id(), rater, false).lease();
    assertThat(resumed.taskId()).isEqualTo(lease.taskId());
    assertThat(resumed.draft().answers()).isEqualTo(workplace.yes());
    assertThat(leases.resume(project.id(), rater, false).lease().id()).as("asked again").isEqualTo(resumed.id());
    submit(rater, resumed);
    assertThat(leases.resume(project.id(), rater, false).lease().taskId()).isNotEqualTo(lease.taskId());
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void aLateAnswerIsTakenIntoTheFreePlace() {
    var project = open(1);
    workplace.items(project.id(), 1);
    var rater = workplace.trainer(project.id());
    var lease = leases.next(project.id(), rater).lease();
    expire(lease.id());
    assertThat(submit(rater, lease).late()).isFalse();
    assertThat(tasks.progress(project.id()).complete()).isEqualTo(1);
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void aLateAnswerWhosePlaceIsGoneIsStillTakenAndPaid() {
    var project = open(1);
    workplace.items(project.id(), 1);
    var slow = workplace.trainer(project.id());
    var quick = workplace.trainer(project.id());
    var lease = leases.next(project.id(), slow).lease();
    expire(lease.id());
    submit(quick, leases.next(project.id(), quick).lease());
    var late = submit(slow, lease);
    assertThat(late.late()).isTrue();
    assertThat(late.price()).isEqualTo(Workplace.RATE);
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void anAnswerADayLateIsRefused() {
    var project = open(1);
    workplace.items(project.id(), 1);
    var rater = workplace.trainer(project.id());
    var lease = leases.next(project.id(), rater).lease();
    expire(lease.id());
    workplace.jdbc().sql("update task_lease set expires_at = now() - interval '25 hours' where id = :id").param("id", lease.id().value()).update();
    assertThatThrownBy(() -> submit(rater, lease)).isInstanceOf(LeaseLost.class).hasMessageContaining("more than a day ago");
  }

  @Test
  void aSkippedTaskGoesToSomebodyElseAndNeverComesBack() {
    var project = open(1);
    workplace.items(project.id(), 2);
    var rater = workplace.trainer(project.id());
    var first = leases.next(project.id(), rater).lease();
    var second = leases.skip(first.id(), rater, "not my field", false).lease();
    assertThat(second.taskId()).isNotEqualTo(first.taskId());
    submit(rater, second);
    assertThat(leases.next(project.id(), rater).empty().code()).isEqualTo(Empty.Code.ALL_SEEN);
    assertThat(leases.next(project.id(), workplace.trainer(project.id())).lease().taskId()).isEqualTo(first.taskId());
    assertThatThrownBy(() -> submit(rater, first)).isInstanceOf(LeaseLost.class);
  }

  @Test
  void sendingTheSameAgainGivesTheFirstOneBackAndAnythingElseIsRefused() {
    var project = open(1);
    workplace.items(project.id(), 1);
    var rater = workplace.trainer(project.id());
    var lease = leases.next(project.id(), rater).lease();
    var first = submit(rater, lease);
    assertThat(submit(rater, lease)).usingRecursiveComparison().isEqualTo(first);
    assertThatThrownBy(() -> judgments.submit(rater, lease.id(), new Submission(workplace.no(), null, null, 5))).isInstanceOf(AlreadyJudged.class);
    assertThatThrownBy(() -> submit(workplace.trainer(project.id()), lease)).isInstanceOf(NotFound.class);
  }

  @Test
  void anIncompleteAnswerNamesEachCriterionAndLeavesTheLeaseOpen() {
    var project = open(1);
    workplace.items(project.id(), 1);
    var rater = workplace.trainer(project.id());
    var lease = leases.next(project.id(), rater).lease();
    assertThatThrownBy(() -> judgments.submit(rater, lease.id(), new Submission(workplace.answers("""
        {"preference":{"winner":"7"}}"""), null, null, 5)))
        .isInstanceOfSatisfying(AnswerIncomplete.class, problem -> assertThat(problem.faults()).extracting(fault -> fault.field())
            .containsExactly("answers.correct", "answers.preference"));
    assertThat(leases.next(project.id(), rater).lease().id()).isEqualTo(lease.id());
    submit(rater, lease);
  }

  @Test
  void answersAreStoredInTheItemsOwnOrderWhateverOrderWasShown() {
    var project = open(40);
    workplace.items(project.id(), 1);
    int swapped = 0;
    for (int i = 0; i < 40; i++) {
      var rater = workplace.trainer(project.id());
      var lease = leases.next(project.id(), rater).lease();
      if (lease.shown()[0] == 1) swapped++;
      var answers = workplace.answers("""
          {"correct":{"choices":["yes"]},"preference":{"winner":"%d"}}""".formatted(lease.shown()[0] == 1 ? 1 : 0));
      var stored = judgments.submit(rater, lease.id(), new Submission(answers, null, null, 5)).judgment();
      assertThat(stored.answers()).isEqualTo(workplace.answers("""
          {"correct":{"choices":["yes"]},"preference":{"winner":"0"}}"""));
    }
    assertThat(swapped).as("both orders are shown").isBetween(4, 36);
  }

  @Test
  void urgentTasksComeFirstThenOlderOnes() {
    var project = open(1);
    var ids = workplace.items(project.id(), 4);
    tasks.change(project.id(), ids.get(2), null, 5);
    var rater = workplace.trainer(project.id());
    var order = java.util.stream.IntStream.range(0, 4).mapToObj(i -> {
      var lease = leases.next(project.id(), rater).lease();
      submit(rater, lease);
      return lease.item().id();
    }).toList();
    assertThat(order).containsExactly(ids.get(2), ids.get(0), ids.get(1), ids.get(3));
  }

  @Test
  void howManyJudgmentsAreWantedCanBeChangedAfterTheFirstOne() {
    var project = open(1);
    var items = workplace.items(project.id(), 3);
    tasks.change(project.id(), items.get(2), 5, null);
    var one = workplace.trainer(project.id());
    var two = workplace.trainer(project.id());
    submit(one, leases.next(project.id(), one).lease());
    submit(one, leases.next(project.id(), one).lease());
    assertThat(leases.next(project.id(), two).lease().item().id()).isEqualTo(items.get(2));
    submit(two, leases.next(project.id(), two).lease());
    assertThat(leases.next(project.id(), two).empty().code()).isEqualTo(Empty.Code.ALL_SEEN);

    assertThat(tasks.changeAll(project.id(), 1, 2)).as("what was given its own number keeps it").isEqualTo(2);
    assertThat(leases.next(project.id(), two).lease().item().id()).as("finished items ask for more").isEqualTo(items.get(0));
    assertThat(tasks.changeAll(project.id(), 2, 1)).isEqualTo(2);
    submit(two, leases.next(project.id(), two).lease());
    assertThat(leases.next(project.id(), two).empty().code()).isEqualTo(Empty.Code.ALL_SEEN);
    assertThatThrownBy(() -> tasks.changeAll(project.id(), 1, 0)).hasMessageContaining("Between 1 and 100");
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void progressCountsWhatWasHandedInWholeAndNothingElse() {
    var project = open(1);
    workplace.items(project.id(), 3);
    var rater = workplace.trainer(project.id());
    var lease = leases.next(project.id(), rater).lease();
    drafts.save(lease.id(), rater, workplace.answers("{}"), null, 1);
    assertThatThrownBy(() -> judgments.submit(rater, lease.id(), new Submission(workplace.answers("{}"), null, null, 5))).isInstanceOf(AnswerIncomplete.class);
    var other = leases.skip(lease.id(), rater, "not my field", false).lease();
    assertThat(tasks.progress(project.id())).isEqualTo(new TaskDesk.Progress(3, 3, 0, 3));
    assertThat(leases.current(project.id(), rater).today().count()).isZero();
    submit(rater, other);
    assertThat(tasks.progress(project.id())).isEqualTo(new TaskDesk.Progress(3, 2, 1, 2));
    assertThat(leases.current(project.id(), rater).today().count()).isEqualTo(1);
  }

  @Test
  void whoMetATaskElsewhereIsNeverTestedByIt() {
    var project = workplace.project(new Settings(2, 1, 30, Settings.Routing.OPEN));
    var ids = workplace.items(project.id(), 3);
    tasks.probe(ids.get(2), true);
    var witness = workplace.trainer(project.id());
    var other = workplace.trainer(project.id());
    tasks.knownTo(ids.get(2), List.of(witness));
    tasks.knownTo(ids.get(2), List.of(witness));
    assertThat(leases.next(project.id(), other).lease().item().id()).as("mixed in at once for others").isEqualTo(ids.get(2));
    for (int i = 0; i < 2; i++) {
      var lease = leases.next(project.id(), witness).lease();
      assertThat(lease.item().id()).isEqualTo(ids.get(i));
      submit(witness, lease);
    }
    assertThat(leases.next(project.id(), witness).lease()).isNull();
  }

  @Test
  void assignedWorkGoesToThoseItIsAssignedTo() {
    var project = workplace.project(new Settings(1, 0, 30, Settings.Routing.ASSIGNED));
    var brought = List.of("a", "b").stream().map(name -> new NewItem(org.touchstone.platform.shared.ItemId.next(), name, "Question " + name, null,
        List.of(), List.of(new Item.Response("answer", null)), null, null)).toList();
    itemDesk.add(project.id(), brought);
    var one = workplace.trainer(project.id());
    var two = workplace.trainer(project.id());
    assertThat(leases.next(project.id(), one).empty().code()).isEqualTo(Empty.Code.NOT_ASSIGNED);
    assertThat(assignments.add(project.id(), List.of(new Assignments.Assignment("b", one.toString()), new Assignments.Assignment("b", two.toString()),
        new Assignments.Assignment("b", one.toString())))).isEqualTo(2);
    for (var rater : List.of(one, two)) {
      var lease = leases.next(project.id(), rater).lease();
      assertThat(lease.item().prompt()).isEqualTo("Question b");
      submit(rater, lease);
      assertThat(leases.next(project.id(), rater).empty().code()).isEqualTo(Empty.Code.DONE);
    }
    assertThat(tasks.miscounted()).isEmpty();
  }

  @Test
  void bringingAnItemTwiceAddsItOnce() {
    var project = open(1);
    var item = new NewItem(org.touchstone.platform.shared.ItemId.next(), "x-1", "Why?", "A context", List.of(new Item.Turn("user", "Hello")),
        List.of(new Item.Response("Because.", "model-a")), 2, 7);
    assertThat(itemDesk.add(project.id(), List.of(item)).imported()).isEqualTo(1);
    var again = new NewItem(org.touchstone.platform.shared.ItemId.next(), "x-1", "Why?", null, List.of(), List.of(), null, null);
    assertThat(itemDesk.add(project.id(), List.of(again))).isEqualTo(new Added(0, 1, java.util.Set.of()));
    var stored = items.find(item.id()).orElseThrow();
    assertThat(stored.responses()).isEqualTo(item.responses());
    assertThat(stored.conversation()).isEqualTo(item.conversation());
    assertThat(items.task(item.id()).orElseThrow()).extracting(Task::wanted, Task::priority).containsExactly(2, 7);
  }

  private Project open(int wanted) {
    return workplace.project(new Settings(wanted, 0, 30, Settings.Routing.OPEN));
  }

  private org.touchstone.platform.judgment.Judgment submit(AccountId rater, Lease lease) {
    return judgments.submit(rater, lease.id(), new Submission(workplace.yes(), null, null, 5)).judgment();
  }

  private void expire(LeaseId lease) {
    workplace.jdbc().sql("update task_lease set expires_at = now() - interval '1 second' where id = :id").param("id", lease.value()).update();
    org.touchstone.platform.Eventually.that(() -> assertThat(workplace.jdbc().sql("select state from task_lease where id = :id")
        .param("id", lease.value()).query(String.class).single()).isEqualTo("EXPIRED"));
  }
}
