package org.touchstone.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.Eventually;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.World;
import org.touchstone.platform.adjudication.Case;
import org.touchstone.platform.adjudication.CaseDesk;
import org.touchstone.platform.adjudication.Cases;
import org.touchstone.platform.adjudication.Outcome;
import org.touchstone.platform.adjudication.ReturnDesk;
import org.touchstone.platform.adjudication.Verdict;
import org.touchstone.platform.adjudication.VerdictDesk;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.judgment.Flag;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.task.LeaseDesk;

/** A reviewer gives work back to its author instead of rejecting it, and every word said on the way is kept. */
@PlatformTest
@Import(Workplace.class)
class ReturnTest {
  private static final String WHY = "Look at the second answer again: the date in it is wrong.";

  @Autowired Workplace workplace;
  @Autowired World world;
  @Autowired LeaseDesk leases;
  @Autowired JudgmentDesk desk;
  @Autowired Judgments judgments;
  @Autowired ReturnDesk returns;
  @Autowired Revisions revisions;
  @Autowired OwnJudgments own;
  @Autowired Notices notices;
  @Autowired Cases cases;
  @Autowired VerdictDesk verdicts;
  @Autowired Reconciliation reconciliation;
  @Autowired Roles roles;
  @Autowired GuidelineDesk guidelines;
  @Autowired CaseDesk disputes;
  @LocalServerPort int port;

  @Test
  void workGoesBackToItsAuthorWhoSaysItAnewThoughTheirOwnTimeIsOver() {
    var project = project();
    workplace.item(project.id(), "How many moons has Mars?", null);
    var rater = workplace.trainer(project.id());
    var said = judge(project, rater, "Not sure about the date.");
    var lead = workplace.with(project.id(), Role.LEAD);
    assertThatThrownBy(() -> revisions.open(rater, said.id())).as("here nothing is revised").isInstanceOf(Conflict.class);

    var back = returns.giveBack(lead, said.id(), WHY);
    assertThat(Duration.between(back.at(), back.until())).isEqualTo(Duration.ofDays(7));
    var seen = seen(said);
    assertThat(seen.returned().reason()).isEqualTo(WHY);
    assertThat(seen.returned().by()).isEqualTo(lead.name());
    assertThat(seen.revisableUntil()).isEqualTo(back.until());
    assertThat(notices.of(rater)).anyMatch(notice -> notice.text().contains(WHY) && notice.text().contains("what it pays stays the same"));
    assertThatThrownBy(() -> returns.giveBack(lead, said.id(), WHY)).isInstanceOf(Conflict.class).hasMessageContaining("with its author already");

    var after = revisions.revise(rater, said.id(), new Submission(workplace.no(), null, "Now I am sure.", 5));
    assertThat(after.revision()).isEqualTo(1);
    assertThat(seen(after)).extracting(OwnJudgments.Own::returned, OwnJudgments.Own::revisableUntil).containsExactly(null, null);
    assertThat(judgments.find(said.id()).orElseThrow().price()).isEqualTo(said.price());
    Eventually.that(() -> assertThat(reconciliation.report().violations()).isEmpty());
  }

  @Test
  void theNotesToTheReviewerAreKeptOverTheRounds() {
    var manager = world.person("Manager");
    var project = project();
    roles.grant(manager.id(), project.id(), Role.MANAGER);
    var item = workplace.item(project.id(), "How many moons has Mars?", null);
    var rater = workplace.trainer(project.id());
    var said = judge(project, rater, "Not sure about the date.");
    var visitor = world.visitor(port, manager);
    String give = "/api/v1/judgments/" + said.id() + "/return";
    visitor.post(give, Map.of("reason", WHY)).ok();
    revisions.revise(rater, said.id(), new Submission(workplace.no(), null, "The date is from the almanac.", 5));
    visitor.post(give, Map.of("reason", "Which almanac do you mean?")).ok();
    revisions.revise(rater, said.id(), new Submission(workplace.no(), null, "That of 2026.", 5));

    var judgment = visitor.get("/api/v1/projects/" + project.id() + "/items/" + item).ok().at("/judgments/0");
    assertThat(judgment.path("note").asString()).isEqualTo("That of 2026.");
    assertThat(judgment.path("revision").asInt()).isEqualTo(2);
    assertThat(judgment.at("/returns/0/note").asString()).isEqualTo("Not sure about the date.");
    assertThat(judgment.at("/returns/0/reason").asString()).isEqualTo(WHY);
    assertThat(judgment.at("/returns/0/by").asString()).isEqualTo("Manager");
    assertThat(judgment.at("/returns/0/answered").asBoolean()).isTrue();
    assertThat(judgment.at("/returns/1/note").asString()).isEqualTo("The date is from the almanac.");
  }

  @Test
  void whatIsDecidedAFlagOrOnesOwnIsNotGivenBack() {
    var project = project();
    workplace.items(project.id(), 2);
    var rater = workplace.trainer(project.id());
    var lead = workplace.with(project.id(), Role.LEAD);
    var lease = leases.next(project.id(), rater).lease();
    var flag = desk.submit(rater, lease.id(), new Submission(null, new Flag(Flag.Category.BROKEN, "It is cut off."), null, 5)).judgment();
    assertThatThrownBy(() -> returns.giveBack(lead, flag.id(), WHY)).hasMessageContaining("A flag is a question");
    var said = judge(project, rater, null);
    assertThatThrownBy(() -> returns.giveBack(workplace.caller(rater), said.id(), WHY)).hasMessageContaining("is your own");
    assertThatThrownBy(() -> returns.giveBack(lead, said.id(), "Again!")).isInstanceOf(Invalid.class).hasMessageContaining("at least 10 characters");
  }

  @Test
  void aFlaggedItemStaysWithinReachOfWhoeverReviewsItUntilAndAfterItIsDecided() {
    var manager = world.person("Manager Mira");
    var project = project();
    roles.grant(manager.id(), project.id(), Role.LEAD);
    var item = workplace.item(project.id(), "This prompt is cut off, is it", null);
    var rater = workplace.trainer(project.id());
    var flag = desk.submit(rater, leases.next(project.id(), rater).lease().id(),
        new Submission(null, new Flag(Flag.Category.BROKEN, "It is cut off."), null, 5)).judgment();
    var visitor = world.visitor(port, manager);
    String at = "/api/v1/projects/" + project.id();
    Eventually.that(() -> assertThat(visitor.get(at + "/cases?state=OPEN").ok().path("items").size()).isEqualTo(1));
    String open = visitor.get(at + "/cases?state=OPEN").ok().at("/items/0/id").asString();
    assertThat(visitor.get("/api/v1/cases/" + open).ok().at("/item/prompt").asString()).isEqualTo("This prompt is cut off, is it");
    assertThat(visitor.get(at + "/items/" + item).ok().at("/judgments/0/flag/note").asString()).isEqualTo("It is cut off.");
    assertThat(visitor.get(at + "/items").ok().path("items").toString()).contains(item.toString());

    visitor.post("/api/v1/cases/" + open + "/verdict", Map.of("reason", "It is cut off indeed; it was taken out.")).ok();
    assertThat(visitor.get(at + "/items/" + item).ok().path("caseId").asString()).isEqualTo(open);
    assertThat(visitor.get("/api/v1/cases/" + open).ok().at("/item/judgments/0/outcome").asString()).isEqualTo("ACCEPTED");
    assertThat(seen(flag)).as("and the person who decided is named to whoever raised it").extracting(OwnJudgments.Own::decidedBy, OwnJudgments.Own::reason)
        .containsExactly("Manager Mira", "It is cut off indeed; it was taken out.");
  }

  @Test
  void massRejectionIsStoppedAndEveryRejectionCarriesANameAReasonAndADoor() {
    var project = project();
    workplace.items(project.id(), 12);
    var rater = workplace.trainer(project.id());
    var lead = workplace.with(project.id(), Role.LEAD);
    var first = judge(project, rater, null);
    var second = judge(project, rater, null);
    flagBy(project, first);
    flagBy(project, second);
    reject(project, lead, first);
    assertThat(seen(first)).extracting(OwnJudgments.Own::outcome, OwnJudgments.Own::decidedBy, OwnJudgments.Own::disputable)
        .containsExactly(OwnJudgments.Fate.REJECTED, lead.name(), true);
    assertThatThrownBy(() -> reject(project, lead, second)).isInstanceOf(Invalid.class).hasMessageContaining("more than a tenth");
    assertThat(seen(second).outcome()).isEqualTo(OwnJudgments.Fate.WAITING);
  }

  @Test
  void aRejectionNamesTheClauseOfTheGuidelineItWasJudgedUnder() {
    var project = project();
    guidelines.saveDraft(workplace.somebody(), project.id(), "# Judge answers\n\n## Dates\nLook them up.\n\n## Tone\nBe kind.\n", guidelines.draft(project.id()).orElseThrow().rubric());
    guidelines.publish(workplace.somebody(), project.id(), "Parts.", GuidelineVersion.Effect.EDITORIAL);
    workplace.items(project.id(), 2);
    var rater = workplace.trainer(project.id());
    var lead = workplace.with(project.id(), Role.LEAD);
    var said = judge(project, rater, null);
    flagBy(project, said);
    assertThatThrownBy(() -> reject(project, lead, said)).isInstanceOf(Invalid.class)
        .hasMessageContaining("A rejection names the clause of the guideline that was not followed. Version 2, under which this was judged, has: Dates, Tone.");
    assertThatThrownBy(() -> reject(project, lead, said, "Moons")).isInstanceOf(Invalid.class).hasMessageContaining("“Moons” is no heading of version 2");
    assertThat(seen(said).outcome()).as("nothing was decided").isEqualTo(OwnJudgments.Fate.WAITING);
    reject(project, lead, said, "Dates");
    assertThat(seen(said)).extracting(OwnJudgments.Own::outcome, OwnJudgments.Own::clause).containsExactly(OwnJudgments.Fate.REJECTED, "Dates");
    assertThat(notices.of(rater)).anyMatch(notice -> notice.text().contains("was rejected by the clause “Dates” of the guideline: The clause on dates was not applied."));
    var dispute = disputes.dispute(rater, said.id(), "The date is the one in the source.");
    verdicts.decide(dispute, workplace.with(project.id(), Role.MANAGER), new Verdict("The source says another year.", null, null, null, null, false));
    assertThat(seen(said).clause()).as("a declined dispute leaves it as it was").isEqualTo("Dates");
  }

  @Test
  void whatOneHandedInCanBeReadInFullAtAnyTime() {
    var project = project();
    workplace.item(project.id(), "How many moons has Mars? " + "It is a long question. ".repeat(20), null);
    var trainer = world.person("Trainer");
    workplace.join(trainer.id(), project.id());
    var said = judge(project, trainer.id(), "Looked it up.");
    var task = world.visitor(port, trainer).get("/api/v1/judgments/" + said.id()).ok();
    assertThat(task.at("/item/prompt").asString()).as("not a glimpse").hasSizeGreaterThan(400);
    assertThat(task.at("/item/responses").size()).isEqualTo(2);
    assertThat(task.at("/judgment/answers/correct/choices/0").asString()).isEqualTo("yes");
    assertThat(task.at("/judgment/note").asString()).isEqualTo("Looked it up.");
    assertThat(task.at("/rubric/criteria").size()).isEqualTo(3);
    assertThat(task.toString()).doesNotContain("model-a").doesNotContain(said.itemId().toString());
    assertThat(world.visitor(port, world.person("Other")).get("/api/v1/judgments/" + said.id()).status()).isEqualTo(404);
  }

  private void flagBy(Project project, Judgment about) {
    var other = workplace.trainer(project.id());
    var lease = leases.next(project.id(), other).lease();
    while (!lease.item().id().equals(about.itemId())) lease = leases.skip(lease.id(), other, "another one", false).lease();
    desk.submit(other, lease.id(), new Submission(null, new Flag(Flag.Category.AMBIGUOUS, "It can be read in two ways."), null, 5));
    Eventually.that(() -> assertThat(cases.latestOf(about.itemId())).isPresent());
  }

  private void reject(Project project, org.touchstone.platform.identity.Caller lead, Judgment judgment) {
    reject(project, lead, judgment, null);
  }

  private void reject(Project project, org.touchstone.platform.identity.Caller lead, Judgment judgment, @Nullable String clause) {
    var open = cases.latestOf(judgment.itemId()).map(Case::id).orElseThrow();
    verdicts.decide(open, lead, new Verdict("One judgment misses the clause on dates.", null,
        List.of(new Verdict.Ruling(judgment.id(), Outcome.Kind.REJECTED, "The clause on dates was not applied.", clause)), null, null, null));
  }

  private Project project() {
    return workplace.project(new Settings(2, 0, 30, Settings.Routing.OPEN, null, 0));
  }

  private Judgment judge(Project project, AccountId rater, String note) {
    return desk.submit(rater, leases.next(project.id(), rater).lease().id(), new Submission(workplace.yes(), null, note, 5)).judgment();
  }

  private OwnJudgments.Own seen(Judgment judgment) {
    return own.of(List.of(judgments.find(judgment.id()).orElseThrow())).getFirst();
  }
}
