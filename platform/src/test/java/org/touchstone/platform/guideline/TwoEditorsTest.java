package org.touchstone.platform.guideline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Visitor;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.World;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.ProjectId;

/** Nobody saves over what another wrote into the same draft without having seen it. */
@PlatformTest
@Import(Workplace.class)
class TwoEditorsTest {
  @LocalServerPort
  private int port;

  @Autowired Workplace workplace;
  @Autowired World world;
  @Autowired GuidelineDesk desk;

  @Test
  void theSecondOfTwoIsRefusedWithWhatTheFirstWrote() {
    var project = workplace.project(Settings.usual()).id();
    var opened = desk.draft(project).orElseThrow();
    assertThat(opened.revision()).isEqualTo("v1");
    var first = desk.saveDraft(workplace.somebody(), project, "Read it twice.", opened.rubric(), "v1");
    assertThatThrownBy(() -> desk.saveDraft(workplace.somebody(), project, "Read it slowly.", opened.rubric(), "v1"))
        .isInstanceOfSatisfying(DraftChanged.class, changed -> assertThat(changed.stored().body()).isEqualTo("Read it twice."))
        .hasMessageContaining("changed this draft while you wrote: look at both and choose; yours is not saved over theirs.");
    var next = desk.saveDraft(workplace.somebody(), project, "Read it twice, slowly.", opened.rubric(), first.revision());
    assertThat(next.revision()).isNotEqualTo(first.revision());
    assertThatThrownBy(() -> desk.saveDraft(workplace.somebody(), project, "Read it once.", opened.rubric(), first.revision())).isInstanceOf(DraftChanged.class);
    assertThat(desk.draft(project).orElseThrow().body()).isEqualTo("Read it twice, slowly.");
  }

  @Test
  void whatIsSentAgainBecauseItsAnswerWasLostIsSaved() {
    var project = workplace.project(Settings.usual()).id();
    var opened = desk.draft(project).orElseThrow();
    var saved = desk.saveDraft(workplace.somebody(), project, "Read it twice.", opened.rubric(), "v1");
    assertThat(desk.saveDraft(workplace.somebody(), project, "Read it twice.", opened.rubric(), "v1")).isEqualTo(saved);
  }

  @Test
  void aDraftThatWasPublishedMeanwhileIsNotWrittenAnewByTheOther() {
    var project = workplace.project(Settings.usual()).id();
    var opened = desk.draft(project).orElseThrow();
    var shared = desk.saveDraft(workplace.somebody(), project, "Read it twice.", opened.rubric(), "v1");
    desk.publish(workplace.somebody(), project, "Twice.", GuidelineVersion.Effect.CLARIFYING, shared.revision());
    for (var old : new String[] {shared.revision(), "v1", "nonsense"}) {
      assertThatThrownBy(() -> desk.saveDraft(workplace.somebody(), project, "Read it slowly.", opened.rubric(), old)).as(old)
          .isInstanceOf(DraftChanged.class).hasMessageContaining("published version 2 while you wrote");
    }
    assertThat(desk.draft(project).orElseThrow().revision()).as("no draft has begun").isEqualTo("v2");
  }

  @Test
  void nobodyPublishesWhatTheyHaveNotSeen() {
    var project = workplace.project(Settings.usual()).id();
    var opened = desk.draft(project).orElseThrow();
    var seen = desk.saveDraft(workplace.somebody(), project, "Read it twice.", opened.rubric(), "v1");
    desk.saveDraft(workplace.somebody(), project, "Half right is wrong.", opened.rubric(), seen.revision());
    assertThatThrownBy(() -> desk.publish(workplace.somebody(), project, "Twice.", GuidelineVersion.Effect.EDITORIAL, seen.revision())).isInstanceOf(DraftChanged.class);
  }

  @Test
  void theRefusalCarriesTheOthersTextAndName() {
    var manager = world.person("Priya");
    ProjectId project = world.published(manager).id();
    var first = world.visitor(port, manager);
    var second = world.visitor(port, world.crew(project).get(Role.LEAD));
    String at = "/api/v1/projects/" + project + "/guidelines/draft";
    var opened = first.get(at).ok();
    var rubric = opened.path("rubric");
    String from = opened.path("revision").asString();
    assertThat(first.put(at, Map.of("body", "Mine.", "rubric", rubric, "grownFrom", from)).ok().path("revision").asString()).isNotEqualTo(from);
    var refused = second.put(at, Map.of("body", "Other.", "rubric", rubric, "grownFrom", from));
    assertThat(refused.status()).isEqualTo(409);
    var problem = Visitor.JSON.readTree(refused.response().body());
    assertThat(problem.path("type").asString()).isEqualTo("/problems/guideline-draft-changed");
    assertThat(problem.path("detail").asString()).startsWith("Priya changed this draft while you wrote");
    assertThat(problem.at("/draft/body").asString()).isEqualTo("Mine.");
  }

  @Test
  void whoeverDoesNotSayWhatTheyReadSavesOverNobodyElsesDraft() {
    var manager = world.person("Priya");
    ProjectId project = world.published(manager).id();
    var first = world.visitor(port, manager);
    var second = world.visitor(port, world.crew(project).get(Role.LEAD));
    String at = "/api/v1/projects/" + project + "/guidelines/draft";
    var rubric = first.get(at).ok().path("rubric");
    first.put(at, Map.of("body", "Mine.", "rubric", rubric)).ok();
    first.put(at, Map.of("body", "Mine, put better.", "rubric", rubric)).ok();
    var refused = second.put(at, Map.of("body", "Other.", "rubric", rubric));
    assertThat(refused.status()).isEqualTo(428);
    assertThat(refused.problem()).isEqualTo("guideline-draft-unseen");
    assertThat(refused.json().path("detail").asString()).startsWith("Priya wrote in this draft last: read it, and send its revision as grownFrom");
    var read = second.get(at).ok();
    assertThat(read.path("body").asString()).isEqualTo("Mine, put better.");
    second.put(at, Map.of("body", "Both.", "rubric", rubric, "grownFrom", read.path("revision").asString())).ok();
  }
}
