package org.touchstone.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.touchstone.platform.AtOnce;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.World;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.identity.Account;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.ProjectDesk;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;

@PlatformTest
@Import(AccessDeskTest.OwnClock.class)
class AccessDeskTest {
  private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);
  private static final AtomicReference<Decision.Appealed> APPEALED = new AtomicReference<>();

  @TestConfiguration(proxyBeanMethods = false)
  static class OwnClock {
    @Bean
    @Primary
    Clock ownClock() {
      return new Clock() {
        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return Instant.now().plus(AHEAD.get());
        }
      };
    }

    @EventListener
    void on(Decision.Appealed appealed) {
      APPEALED.set(appealed);
    }
  }

  @Autowired
  private World world;

  @Autowired
  private AccessDesk desk;
  @Autowired
  private AdmissionDesk admission;
  @Autowired
  private AppealDesk appeals;

  @Autowired
  private Grants grants;

  @Autowired
  private MembershipDesk memberships;

  @Autowired
  private ProjectDesk projects;

  @Autowired
  private GuidelineDesk guidelines;

  @Autowired
  private Notices notices;

  @Autowired
  private Audit audit;

  @AfterEach
  void backToNow() {
    AHEAD.set(Duration.ZERO);
  }

  @Test
  void everyReasonIsGivenWithItsRemedy() {
    var manager = world.person("Manager");
    var project = world.published(manager);
    projects.pause(manager.id(), project.id());
    assertThat(reasons(project, world.person("Newcomer"))).containsExactly(Admission.Code.NOT_A_MEMBER, Admission.Code.ACKNOWLEDGE, Admission.Code.PAUSED);
    var refused = (Admission.Refused) admission.mayWork(project.id(), world.person("Newcomer").id());
    assertThat(refused.reasons()).allSatisfy(reason -> assertThat(List.of(reason.sentence(), reason.remedy())).allMatch(text -> text.endsWith(".")));
  }

  @Test
  void whoAcceptedTheTermsAndReadTheGuidelineMayWorkUntilLeaving() {
    var project = world.published(world.person("Manager"));
    var trainer = world.trainer(project.id());
    assertThat(admission.mayWork(project.id(), trainer.id())).isInstanceOf(Admission.Allowed.class);
    memberships.leave(trainer.id(), project.id());
    assertThat(reasons(project, trainer)).containsExactly(Admission.Code.NOT_A_MEMBER);
    memberships.accept(trainer.id(), project.id(), 1);
    assertThat(admission.mayWork(project.id(), trainer.id())).isInstanceOf(Admission.Allowed.class);
  }

  @Test
  void termsAcceptedSeveralTimesAtOnceAreAcceptedOnce() throws Exception {
    var project = world.published(world.person("Manager"));
    var trainer = world.person("Trainer");

    var accepted = AtOnce.times(5, () -> memberships.accept(trainer.id(), project.id(), 1));

    assertThat(accepted.failures()).isEmpty();
    var since = grants.of(project.id(), trainer.id()).orElseThrow().acceptedAt();
    assertThat(memberships.accept(trainer.id(), project.id(), 1).acceptedAt()).as("later too").isEqualTo(since);
    assertThat(accepted.answers()).hasSize(5).allSatisfy(grant -> assertThat(grant.acceptedAt()).isEqualTo(since));
    assertThat(audit.page(project.id(), null, 100).items().stream().filter(entry -> entry.action().equals("terms.accepted"))).hasSize(1);
  }

  @Test
  void laterTermsBindOnlyWhoAcceptsThem() {
    var manager = world.person("Manager");
    var project = world.published(manager);
    var early = world.trainer(project.id());
    var before = World.terms();
    projects.announce(manager.id(), project.id(), new org.touchstone.platform.project.Terms(0, new org.touchstone.platform.shared.Money(10, "USD"), 2.0, 72,
        before.paySchedule(), before.disputeProcess(), before.duration(), before.weeklyHours(), before.skills(), before.languages(), before.sensitiveContent(), null));
    var late = world.person("Late");
    assertThatThrownBy(() -> memberships.accept(late.id(), project.id(), 1)).isInstanceOf(Conflict.class).hasMessageContaining("version 2");
    memberships.accept(late.id(), project.id(), 2);
    assertThat(grants.of(project.id(), early.id()).orElseThrow().terms().rate().minor()).isEqualTo(25);
    assertThat(grants.of(project.id(), late.id()).orElseThrow().terms().rate().minor()).isEqualTo(10);
    assertThat(told(early)).anyMatch(text -> text.contains("Yours stay as they are"));
  }

  @Test
  void onlyABindingGuidelineStopsWork() {
    var manager = world.person("Manager");
    var project = world.published(manager);
    var trainer = world.trainer(project.id());
    publish(manager, project, GuidelineVersion.Effect.EDITORIAL);
    assertThat(admission.mayWork(project.id(), trainer.id())).isInstanceOf(Admission.Allowed.class);
    assertThat(told(trainer)).anyMatch(text -> text.contains("version 2"));
    publish(manager, project, GuidelineVersion.Effect.CLARIFYING);
    assertThat(reasons(project, trainer)).containsExactly(Admission.Code.ACKNOWLEDGE);
    guidelines.acknowledge(trainer.id(), project.id(), 3);
    assertThat(admission.mayWork(project.id(), trainer.id())).isInstanceOf(Admission.Allowed.class);
    publish(manager, project, GuidelineVersion.Effect.EDITORIAL);
    assertThat(admission.mayWork(project.id(), trainer.id())).isInstanceOf(Admission.Allowed.class);
  }

  @Test
  void onlyAWholeIntervalBelowTheLineRestricts() {
    var project = gated();
    var trainer = world.trainer(project);
    assertThat(review(project, trainer, Estimate.of(0.5, 30, new Interval(0.3, 0.75, 0.95)))).as("the interval reaches over the line").isEmpty();
    assertThat(review(project, trainer, Estimate.of(0.2, 9, new Interval(0.1, 0.5, 0.95)))).as("too few").isEmpty();
    assertThat(review(project, trainer, Estimate.of(0.2, 30))).as("no interval").isEmpty();
    assertThat(review(project, trainer, Estimate.undefined("Nothing was measured yet."))).as("nothing known").isEmpty();
    assertThat(desk.review(project, trainer.id(), new Finding(Gate.Signal.CONSENSUS, low(30), List.of()))).as("another signal").isEmpty();
    assertThat(admission.mayWork(project, trainer.id())).isInstanceOf(Admission.Allowed.class);

    var decision = review(project, trainer, low(30)).orElseThrow();
    assertThat(decision.rule()).contains("70 %").contains("10 judgments").contains("7 days");
    assertThat(decision.reason()).contains("40 % of 30 judgments").contains("25 % to 55 %");
    assertThat(decision.evidence()).hasSize(1);
    assertThat(reasons(project, trainer)).containsExactly(Admission.Code.RESTRICTED);
    assertThat(told(trainer)).anyMatch(text -> text.contains("is restricted until") && text.contains("You can appeal"));
    assertThat(review(project, trainer, low(31))).as("already restricted").isEmpty();
    assertThat(desk.decisions(project, trainer.id())).hasSize(1);
  }

  @Test
  void aRestrictionEndsByItselfAndTheGateThenWaitsForNewWork() {
    var project = gated();
    var trainer = world.trainer(project);
    review(project, trainer, low(30)).orElseThrow();
    AHEAD.set(Duration.ofDays(7).plusMinutes(1));
    assertThat(admission.mayWork(project, trainer.id())).isInstanceOf(Admission.Allowed.class);
    assertThat(review(project, trainer, low(39))).isEmpty();
    assertThat(review(project, trainer, low(40))).isPresent();
  }

  @Test
  void anAppealGoesToSomebodyElseAndUpholdingItRestores() {
    var project = gated();
    var trainer = world.trainer(project);
    var decision = review(project, trainer, low(30)).orElseThrow();
    assertThatThrownBy(() -> appeals.appeal(world.person("Stranger").id(), decision.id(), "It is not fair at all.")).isInstanceOf(NotFound.class);
    appeals.appeal(trainer.id(), decision.id(), "The known answers of the first batch were wrong.");
    assertThat(APPEALED.get().decisionId()).isEqualTo(decision.id());
    assertThatThrownBy(() -> appeals.appeal(trainer.id(), decision.id(), "Once more, with feeling.")).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> appeals.answer(decision.id(), true, "Of course.", trainer.id())).isInstanceOf(Conflict.class);

    var answered = appeals.answer(decision.id(), true, "Three of the ten were wrong.", world.person("Lead").id());
    assertThat(answered.appeal().state()).isEqualTo(Decision.Appeal.State.UPHELD);
    assertThat(admission.mayWork(project, trainer.id())).isInstanceOf(Admission.Allowed.class);
    assertThat(told(trainer)).anyMatch(text -> text.contains("Your appeal was upheld. Three of the ten were wrong."));
    assertThatThrownBy(() -> appeals.answer(decision.id(), false, "No.", world.person("Lead").id())).isInstanceOf(Conflict.class);
  }

  private ProjectId gated() {
    var manager = world.person("Manager");
    var project = world.published(manager).id();
    admission.setGate(manager.id(), project, new Gate(true, new Gate.Restriction(Gate.Signal.GOLD, 0.7, 10, 7)));
    return project;
  }

  private java.util.Optional<Decision> review(ProjectId project, Account trainer, Estimate estimate) {
    return desk.review(project, trainer.id(), new Finding(Gate.Signal.GOLD, estimate, List.of(new Finding.Evidence("judgment", "1", "2", "Missed."))));
  }

  private static Estimate low(int n) {
    return Estimate.of(0.4, n, new Interval(0.25, 0.55, 0.95));
  }

  private List<Admission.Code> reasons(Project project, Account account) {
    return reasons(project.id(), account);
  }

  private List<Admission.Code> reasons(ProjectId project, Account account) {
    return ((Admission.Refused) admission.mayWork(project, account.id())).reasons().stream().map(Admission.Reason::code).toList();
  }

  private void publish(Account manager, Project project, GuidelineVersion.Effect effect) {
    var template = org.touchstone.platform.guideline.RubricTemplates.defaultReview();
    guidelines.saveDraft(manager.id(), project.id(), template.body(), template.rubric());
    guidelines.publish(manager.id(), project.id(), "Doubts about dates are settled.", effect);
  }

  private List<String> told(Account account) {
    return notices.of(account.id()).stream().map(Notices.Notice::text).toList();
  }
}
