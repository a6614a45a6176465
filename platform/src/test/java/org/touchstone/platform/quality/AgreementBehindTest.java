package org.touchstone.platform.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.Eventually;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.World;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.LeaseDesk;

/** A figure of agreement is undefined where nothing is shared, and opens to the judgments it rests on. */
@PlatformTest
@Import(Workplace.class)
class AgreementBehindTest {
  @Autowired Workplace workplace;
  @Autowired World world;
  @Autowired LeaseDesk leases;
  @Autowired JudgmentDesk judgments;
  @Autowired QualityDesk quality;
  @Autowired Standings standings;
  @Autowired Roles roles;
  @LocalServerPort int port;

  @Test
  void whereNobodySharesAnItemAgreementIsUndefinedAndNeverOne() {
    var project = workplace.project(new Settings(1, 0, 30, Settings.Routing.OPEN)).id();
    workplace.items(project, 4);
    for (int i = 0; i < 4; i++) judge(project, workplace.trainer(project), workplace.yes());
    var lead = lead(project, 4);
    var alpha = lead.get("/api/v1/projects/" + project + "/agreement").ok().at("/items/0");
    assertThat(alpha.path("criterion").asString()).isEqualTo("correct");
    assertThat(alpha.at("/estimate/value").isNull()).as("undefined, not 1.0").isTrue();
    assertThat(alpha.at("/estimate/because").asString()).isNotBlank();
    var behind = lead.get("/api/v1/projects/" + project + "/agreement/correct").ok();
    assertThat(behind.path("shared").asInt()).isZero();
    assertThat(behind.path("alone").asInt()).isEqualTo(4);
  }

  @Test
  void everyFigureOpensToTheJudgmentsBehindItThoseThatDifferFirst() {
    var project = workplace.project(new Settings(2, 0, 30, Settings.Routing.OPEN)).id();
    var items = workplace.items(project, 3);
    var one = workplace.trainer(project);
    var two = workplace.trainer(project);
    for (var rater : new AccountId[] {one, two}) {
      judge(project, rater, workplace.yes());
      judge(project, rater, workplace.yes());
      judge(project, rater, rater.equals(one) ? workplace.yes() : workplace.no());
    }
    var lead = lead(project, 6);
    var alpha = lead.get("/api/v1/projects/" + project + "/agreement").ok().at("/items/0");
    var behind = lead.get("/api/v1/projects/" + project + "/agreement/correct").ok();
    assertThat(behind.path("shared").asInt()).as("as many as the figure says it rests on").isEqualTo(alpha.path("items").asInt()).isEqualTo(3);
    assertThat(behind.path("apart").asInt()).isEqualTo(1);
    assertThat(behind.at("/items/0/itemId").asString()).isEqualTo(items.get(2).toString());
    assertThat(behind.at("/items/0/apart").asBoolean()).isTrue();
    assertThat(behind.at("/items/0/said").toString()).contains("\"yes\"").contains("\"no\"");
    assertThat(behind.at("/items/0/said").size()).isEqualTo(2);
    assertThat(behind.at("/items/1/apart").asBoolean()).isFalse();
  }

  private org.touchstone.platform.Visitor lead(ProjectId project, int judged) {
    Eventually.that(() -> assertThat(standings.of(project).stream().mapToInt(Standing::judgments).sum()).isEqualTo(judged));
    quality.fit(project);
    var lead = world.person("Lead");
    roles.grant(lead.id(), project, Role.LEAD);
    return world.visitor(port, lead);
  }

  private void judge(ProjectId project, AccountId rater, Answers answers) {
    judgments.submit(rater, leases.next(project, rater).lease().id(), new Submission(answers, null, null, 5));
  }
}
