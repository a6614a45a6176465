package org.touchstone.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.Eventually;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.access.Passes;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.trainer.Profile;
import org.touchstone.platform.trainer.Profiles;

/** Who is handed what: by language, skill, what was passed, priority and date, with nobody left without work unseen. */
@PlatformTest
@Import(Workplace.class)
class LaneTest {
  private static final AccountId NOBODY = AccountId.next();

  @Autowired Workplace workplace;
  @Autowired LeaseDesk leases;
  @Autowired JudgmentDesk judgments;
  @Autowired LaneDesk desk;
  @Autowired Lanes lanes;
  @Autowired TaskDesk tasks;
  @Autowired Profiles profiles;
  @Autowired Passes passes;
  @Autowired Distribution distribution;
  @Autowired Eligibility eligibility;

  @Test
  void onlyWhoSpeaksTheLanguageIsHandedItsWorkAndIsToldItByWhateverNameTheyGiveIt() {
    var project = open();
    var items = workplace.items(project.id(), 2);
    desk.make(NOBODY, project.id(), "German", language("German"));
    place(project.id(), items.get(0), "German", null);
    place(project.id(), items.get(1), "german", null);
    var english = speaking(project, "English");
    var german = speaking(project, "Deutsch");
    var told = leases.next(project.id(), english);
    assertThat(told.lease()).isNull();
    assertThat(told.empty().code()).isEqualTo(Empty.Code.NOT_YOUR_LANE);
    assertThat(told.empty().sentence()).contains("“German” asks for German among your languages");
    assertThat(eligibility.accessTo(project, english)).as("told before the queue is empty, too").singleElement()
        .returns("German", Eligibility.LaneAccess::name).returns(false, Eligibility.LaneAccess::isOpen)
        .returns(List.of(new Eligibility.Asked(Eligibility.Asked.Kind.LANGUAGE, "German", false)), Eligibility.LaneAccess::asks);
    assertThat(eligibility.accessTo(project, german)).singleElement().returns(true, Eligibility.LaneAccess::isOpen);
    assertThat(leases.next(project.id(), german).lease()).isNotNull();
    assertThat(leases.next(project.id(), speaking(project, "de-CH")).lease()).isNotNull();
  }

  @Test
  void whereWorkIsAssignedByNameNobodyIsToldOfLanesThatAreNotAsked() {
    var project = workplace.project(new Settings(1, 0, 30, Settings.Routing.ASSIGNED));
    desk.make(NOBODY, project.id(), "German", language("German"));
    assertThat(eligibility.accessTo(project, workplace.trainer(project.id()))).isEmpty();
  }

  @Test
  void whatAsksForAPassOpensWithThePass() {
    var project = open();
    var subject = UUID.randomUUID();
    desk.make(NOBODY, project.id(), "Contracts", new Lane.Ask(null, "Law", new Lane.Credential(subject, 2, "Contract law"), null));
    place(project.id(), workplace.items(project.id(), 1).getFirst(), "Contracts", null);
    var lawyer = workplace.trainer(project.id());
    profiles.save(lawyer, new Profile(List.of("law"), List.of(), "UTC", null, ""));
    assertThat(leases.next(project.id(), lawyer).empty().sentence()).contains("having passed “Contract law”").doesNotContain("expertise");
    passes.pass(lawyer, subject, 1, Instant.now());
    assertThat(eligibility.missing(lanes.of(project.id()).getFirst(), project.id(), lawyer)).as("a lower level").containsExactly("having passed “Contract law”");
    passes.pass(lawyer, subject, 2, Instant.now());
    Eventually.that(() -> assertThat(leases.next(project.id(), lawyer).lease()).isNotNull());
  }

  @Test
  void whatAsksForAMeasuredAgreementIsShutToWhomNothingIsKnownOf() {
    var project = open();
    desk.make(NOBODY, project.id(), "Hard", new Lane.Ask(null, null, null, 0.6));
    place(project.id(), workplace.items(project.id(), 1).getFirst(), "Hard", null);
    assertThat(leases.next(project.id(), workplace.trainer(project.id())).empty().sentence()).contains("whole interval reaches 60 %");
  }

  @Test
  void priorityComesFirstThenTheDateThenWhatOnlySomeMayJudge() {
    var project = open();
    var items = workplace.items(project.id(), 6);
    desk.make(NOBODY, project.id(), "German", language("de"));
    place(project.id(), items.get(5), "German", null);
    place(project.id(), items.get(3), null, Instant.parse("2030-01-02T00:00:00Z"));
    place(project.id(), items.get(4), "German", Instant.parse("2030-01-01T00:00:00Z"));
    tasks.change(project.id(), items.get(2), null, 5);
    var german = speaking(project, "German");
    assertThat(handed(project, german, 6)).as("priority, dates, own lane, arrival")
        .containsExactly(items.get(2), items.get(4), items.get(3), items.get(5), items.get(0), items.get(1));
    assertThat(handed(project, speaking(project, "French"), 4)).containsExactly(items.get(2), items.get(3), items.get(0), items.get(1));
  }

  @Test
  void nobodyIsHandedATaskTwiceNorAPlaceTooMuchWhereLanesMeet() throws InterruptedException {
    var project = open(2);
    desk.make(NOBODY, project.id(), "A", language("de"));
    desk.make(NOBODY, project.id(), "B", language("fr"));
    var items = workplace.items(project.id(), 60);
    var places = new HashMap<ItemId, LaneDesk.Place>();
    for (int i = 0; i < items.size(); i++) places.put(items.get(i), new LaneDesk.Place(i % 3 == 0 ? null : i % 3 == 1 ? "A" : "B", null));
    desk.place(project.id(), places);
    var raters = List.of(speaking(project, "German", "French"), speaking(project, "German"), speaking(project, "French"), speaking(project, "German", "French"), workplace.trainer(project.id()));
    var threads = new ArrayList<Thread>();
    var failed = new java.util.concurrent.ConcurrentLinkedQueue<Throwable>();
    for (var rater : raters) {
      threads.add(Thread.ofVirtual().start(() -> {
        try {
          for (var work = leases.next(project.id(), rater); work.lease() != null; work = leases.next(project.id(), rater)) submit(rater, work.lease());
        } catch (Throwable broken) {
          failed.add(broken);
        }
      }));
    }
    for (var thread : threads) thread.join();
    assertThat(failed).isEmpty();
    assertThat(tasks.miscounted()).isEmpty();
    assertThat(workplace.jdbc().sql("select count(*) from task_task where project_id = :p and done > wanted").param("p", project.id().value()).query(Long.class).single()).isZero();
    assertThat(workplace.jdbc().sql("select count(*) from task_task where project_id = :p and done < wanted").param("p", project.id().value()).query(Long.class).single())
        .as("two of each were there for every lane").isZero();
  }

  @Test
  void theReportShowsWorkThatNobodyCanHaveAndWhoCameForNothing() {
    var project = open();
    var items = workplace.items(project.id(), 3);
    desk.make(NOBODY, project.id(), "Finnish", language("Finnish"));
    place(project.id(), items.get(0), "Finnish", Instant.now().minus(Duration.ofDays(2)));
    var rater = speaking(project, "English");
    handed(project, rater, 2);
    assertThat(leases.next(project.id(), rater).empty().code()).isEqualTo(Empty.Code.NOT_YOUR_LANE);
    var report = distribution.of(project.id());
    var finnish = report.lanes().stream().filter(load -> load.lane().name().equals("Finnish")).findFirst().orElseThrow();
    assertThat(finnish.isStranded()).isTrue();
    assertThat(finnish.overdue()).isEqualTo(1);
    assertThat(finnish.eligible()).isZero();
    var person = report.people().stream().filter(share -> share.accountId().equals(rater)).findFirst().orElseThrow();
    assertThat(person.submitted()).isEqualTo(2);
    assertThat(person.waits()).isEqualTo(1);
    assertThat(person.why()).isEqualTo(Empty.Code.NOT_YOUR_LANE);
    leases.next(project.id(), rater);
    assertThat(distribution.of(project.id()).people().getFirst().waits()).as("a page that looks again is not a second wait").isEqualTo(1);
  }

  @Test
  void aLaneAsksSomethingHasAnOwnNameAndGoesOnlyWhenEmpty() {
    var project = open();
    assertThatThrownBy(() -> desk.make(NOBODY, project.id(), "Nothing", new Lane.Ask(null, null, null, null))).isInstanceOf(Invalid.class);
    var lane = desk.make(NOBODY, project.id(), "German", language("de"));
    assertThatThrownBy(() -> desk.make(NOBODY, project.id(), " GERMAN ", language("fr"))).isInstanceOf(Invalid.class);
    var item = workplace.items(project.id(), 1).getFirst();
    place(project.id(), item, "German", null);
    assertThatThrownBy(() -> desk.remove(NOBODY, project.id(), lane.number())).isInstanceOf(Conflict.class).hasMessageContaining("holds 1 item:");
    assertThatThrownBy(() -> place(project.id(), item, "Latin", null)).isInstanceOf(Invalid.class);
    desk.move(NOBODY, project.id(), item, Lane.OPEN, null);
    desk.remove(NOBODY, project.id(), lane.number());
    assertThat(lanes.of(project.id())).isEmpty();
  }

  @Test
  void lanesMadeAtOnceEachKeepTheirOwnNumberAndNoneGoesWhileItIsBeingFilled() throws InterruptedException {
    var project = open();
    var items = workplace.items(project.id(), 20);
    var failed = new java.util.concurrent.ConcurrentLinkedQueue<Throwable>();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 8; i++) {
      String name = "Lane " + i;
      threads.add(Thread.ofVirtual().start(() -> {
        try {
          desk.make(NOBODY, project.id(), name, language(name));
        } catch (Throwable broken) {
          failed.add(broken);
        }
      }));
    }
    for (var thread : threads) thread.join();
    assertThat(failed).isEmpty();
    assertThat(lanes.of(project.id())).extracting(Lane::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(lanes.of(project.id())).allSatisfy(lane -> assertThat(lane.ask().language()).isEqualTo(lane.name()));
    for (int i = 0; i < 8; i++) {
      String name = "Lane " + i;
      int number = lanes.of(project.id()).stream().filter(lane -> lane.name().equals(name)).findFirst().orElseThrow().number();
      var item = items.get(i);
      var filling = Thread.ofVirtual().start(() -> quietly(() -> place(project.id(), item, name, null)));
      var removing = Thread.ofVirtual().start(() -> quietly(() -> desk.remove(NOBODY, project.id(), number)));
      filling.join();
      removing.join();
    }
    assertThat(workplace.jdbc().sql("""
        select count(*) from task_task t where project_id = :p and lane <> 0
          and not exists (select from task_lane l where l.project_id = t.project_id and l.number = t.lane)""").param("p", project.id().value()).query(Long.class).single())
        .as("work in a lane that is gone").isZero();
  }

  /** One of the two comes too late, and says so. */
  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (Conflict | Invalid tooLate) {
      assertThat(tooLate).isNotNull();
    }
  }

  private List<ItemId> handed(Project project, AccountId rater, int n) {
    var items = new ArrayList<ItemId>();
    for (int i = 0; i < n; i++) {
      var lease = leases.next(project.id(), rater).lease();
      items.add(lease.item().id());
      submit(rater, lease);
    }
    return items;
  }

  private void submit(AccountId rater, Lease lease) {
    judgments.submit(rater, lease.id(), new Submission(workplace.yes(), null, null, 5));
  }

  private void place(ProjectId project, ItemId item, String lane, Instant due) {
    desk.place(project, Map.of(item, new LaneDesk.Place(lane, due)));
  }

  private AccountId speaking(Project project, String... languages) {
    var rater = workplace.trainer(project.id());
    profiles.save(rater, new Profile(List.of(), List.of(languages), "UTC", null, ""));
    return rater;
  }

  private static Lane.Ask language(String language) {
    return new Lane.Ask(language, null, null, null);
  }

  private Project open() {
    return open(3);
  }

  private Project open(int wanted) {
    return workplace.project(new Settings(wanted, 0, 30, Settings.Routing.OPEN));
  }
}
