package org.touchstone.platform.iteration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.Eventually;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.guideline.GuidelineVersion.Effect;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.judgment.Flag;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.quality.GoldDesk;
import org.touchstone.platform.quality.QualityDesk;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.LeaseDesk;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
@Import(Workplace.class)
class CauseTest {
  @Autowired Workplace workplace;
  @Autowired GuidelineDesk guidelines;
  @Autowired LeaseDesk leases;
  @Autowired JudgmentDesk judgments;
  @Autowired GoldDesk golds;
  @Autowired QualityDesk quality;
  @Autowired CauseDesk causes;
  @Autowired Notices notices;
  @Autowired JsonMapper json;

  @Test
  void aFlagLeadsToAVersionAndWhoRaisedItIsTold() {
    var project = workplace.project(new Settings(1, 0, 30, Settings.Routing.OPEN)).id();
    workplace.items(project, 2);
    var rater = workplace.trainer(project);
    var gap = flag(project, rater, Flag.Category.GUIDELINE_GAP, "Nothing is said about answers that are half right.");
    flag(project, rater, Flag.Category.BROKEN, "The text is cut off.");
    Eventually.that(() -> assertThat(causes.ofDraft(project)).as("what is broken is no doubt about the guideline").hasSize(1));
    var doubt = causes.ofDraft(project).getFirst();
    assertThat(doubt.kind()).isEqualTo(VersionCause.Kind.FLAG);
    assertThat(doubt.summary()).contains("half right").contains("Question");
    assertThat(doubt.picked()).isFalse();

    var picked = causes.pick(project, workplace.somebody(), List.of(new CauseDesk.Pick(doubt.kind(), doubt.subject())));
    assertThat(picked).singleElement().matches(VersionCause::picked);
    assertThat(causes.ofVersions(project)).isEmpty();
    assertThat(causes.answeredFlags(project, rater)).isEmpty();
    publish(project);

    assertThat(causes.ofVersions(project)).singleElement().extracting(VersionCause::version, VersionCause::subject).containsExactly(2, doubt.subject());
    assertThat(causes.ofDraft(project)).as("it is answered").isEmpty();
    assertThat(causes.answeredFlags(project, rater)).containsOnlyKeys(gap).containsValue(2);
    assertThat(causes.answeredFlags(project, workplace.trainer(project))).as("other people's flags are nobody's business").isEmpty();
    assertThat(notices.of(rater)).anySatisfy(notice -> assertThat(notice.text()).startsWith("Your flag is answered by version 2"));
  }

  @Test
  void criteriaOnWhichJudgesDifferAndContestedGoldAreListed() {
    var project = workplace.project(new Settings(2, 0, 30, Settings.Routing.OPEN)).id();
    workplace.items(project, 6);
    var raters = workplace.trainers(project, 2);
    for (int i = 0; i < 6; i++) {
      for (int r = 0; r < 2; r++) {
        var lease = leases.next(project, raters.get(r)).lease();
        judgments.submit(raters.get(r), lease.id(), new Submission((i + r) % 2 == 0 ? workplace.yes() : workplace.no(), null, null, 3));
      }
    }
    Eventually.that(() -> {
      quality.fit(project);
      assertThat(causes.ofDraft(project)).anySatisfy(doubt -> {
        assertThat(doubt.kind()).isEqualTo(VersionCause.Kind.CRITERION);
        assertThat(doubt.summary()).contains("Is it correct?").contains("alpha -");
      });
    });
    causes.pick(project, workplace.somebody(), List.of(new CauseDesk.Pick(VersionCause.Kind.CRITERION, "correct")));
    publish(project);
    assertThat(causes.ofVersions(project)).hasSize(1);
    assertThat(causes.ofDraft(project)).as("judges still differ, so it stays listed").anyMatch(doubt -> doubt.kind() == VersionCause.Kind.CRITERION && !doubt.picked());
    assertThatThrownBy(() -> causes.pick(project, workplace.somebody(), List.of(new CauseDesk.Pick(VersionCause.Kind.FLAG, "none"))))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void aKnownAnswerThatMostContradictIsListed() {
    var project = workplace.project(new Settings(1, 1, 30, Settings.Routing.OPEN)).id();
    var gold = workplace.items(project, 4).getFirst();
    golds.make(project, workplace.somebody(), gold, workplace.yes(), "It is known.");
    for (var rater : workplace.trainers(project, 3)) {
      var lease = leases.next(project, rater).lease();
      assertThat(lease.item().id()).isEqualTo(gold);
      judgments.submit(rater, lease.id(), new Submission(workplace.no(), null, null, 3));
    }
    Eventually.that(() -> assertThat(causes.ofDraft(project)).singleElement().satisfies(doubt -> {
      assertThat(doubt.kind()).isEqualTo(VersionCause.Kind.GOLD);
      assertThat(doubt.subject()).isEqualTo(gold.toString());
      assertThat(doubt.summary()).startsWith("3 people");
    }));
  }

  private JudgmentId flag(ProjectId project, AccountId rater, Flag.Category category, String note) {
    var lease = leases.next(project, rater).lease();
    return judgments.submit(rater, lease.id(), new Submission(null, new Flag(category, note), null, 3)).judgment().id();
  }

  private void publish(ProjectId project) {
    guidelines.saveDraft(workplace.somebody(), project, "Half right is wrong.", json.readValue(Workplace.RUBRIC, Rubric.class));
    guidelines.publish(workplace.somebody(), project, "Half right is wrong.", Effect.CLARIFYING);
  }
}
