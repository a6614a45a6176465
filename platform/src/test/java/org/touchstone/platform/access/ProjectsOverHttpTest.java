package org.touchstone.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Visitor;
import org.touchstone.platform.World;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.ProjectDesk;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;

@PlatformTest
class ProjectsOverHttpTest {
  @LocalServerPort
  private int port;

  @Autowired
  private World world;

  @Autowired
  private ProjectDesk projects;

  @Test
  void aProjectGoesFromDraftToPublishedOnceNothingIsMissing() {
    var owner = world.visitor(port, world.owner("Olga"));
    var created = owner.post("/api/v1/projects", Map.of("name", "Müller's answers!", "domain", "general", "summary", "Judging answers.")).ok();
    assertThat(created.path("slug").asString()).startsWith("muller-s-answers");
    assertThat(created.path("missing").size()).isEqualTo(11);
    String project = "/api/v1/projects/" + created.path("id").asString();

    var early = owner.post(project + "/publication", null);
    assertThat(early.problem()).isEqualTo("not-ready");
    assertThat(early.json().path("errors").size()).isEqualTo(11);

    owner.put(project + "/terms", Visitor.JSON.writeValueAsString(World.terms())).ok();
    var template = owner.get("/api/v1/rubric-templates").ok().at("/items/0");
    assertThat(template.path("name").asString()).isEqualTo("Default review");
    assertThat(template.at("/rubric/criteria").size()).isEqualTo(4);
    assertThat(owner.put(project + "/guidelines/draft", Map.of("body", "", "rubric", Map.of("criteria", List.of()))).ok().path("problems").size()).isEqualTo(2);
    assertThat(owner.put(project + "/guidelines/draft", Map.of("body", template.path("body"), "rubric", template.path("rubric"))).ok().path("problems").size()).isZero();
    assertThat(owner.post(project + "/guidelines", Map.of("changeNote", "", "effect", "BREAKING")).ok().path("version").asInt()).isEqualTo(1);

    var published = owner.post(project + "/publication", null).ok();
    assertThat(published.path("state").asString()).isEqualTo("PUBLISHED");
    assertThat(published.path("missing").size()).isZero();
    assertThat(owner.post(project + "/publication", null).ok().path("state").asString()).as("again changes nothing").isEqualTo("PUBLISHED");
    assertThat(owner.put(project + "/terms", Map.of("languages", List.of())).problem()).as("a published project keeps whole terms").isEqualTo("not-ready");
    owner.put(project + "/terms", Visitor.JSON.writeValueAsString(World.terms())).ok();
    var opened = owner.get(project).ok().path("terms");
    owner.put(project + "/terms", Visitor.JSON.writeValueAsString(opened)).ok();
    var late = owner.put(project + "/terms", Visitor.JSON.writeValueAsString(opened));
    assertThat(late.problem()).isEqualTo("conflict");
    assertThat(late.json().path("detail").asString()).isEqualTo("Version 4 of the terms was announced since you opened version 3: look at what holds now, and make your change there.");
    assertThat(owner.get(project).ok().at("/terms/version").asInt()).as("what was refused is not announced").isEqualTo(4);
    assertThat(owner.get(project + "/audit").ok().path("items").valueStream().map(row -> row.path("action").asString()))
        .contains("project.created", "terms.announced", "guideline.published", "project.published");
  }

  @Test
  void aStrangerSeesTheListingAndNothingElse() {
    var manager = world.person("Manager");
    var draft = world.draft(manager);
    var published = world.published(manager);
    var stranger = world.visitor(port, world.person("Stranger"));
    assertThat(stranger.get("/api/v1/projects/" + draft.id()).status()).isEqualTo(404);
    var listing = stranger.get("/api/v1/projects/" + published.id()).ok();
    assertThat(listing.at("/terms/rate/minor").asInt()).isEqualTo(25);
    assertThat(listing.path("membership").asString()).isEqualTo("NONE");
    for (String hidden : List.of("description", "settings", "gate", "createdAt")) assertThat(listing.path(hidden).isNull()).as(hidden).isTrue();
    var cards = stranger.get("/api/v1/projects").ok().path("items").valueStream().map(card -> card.path("id").asString()).toList();
    assertThat(cards).contains(published.id().toString()).doesNotContain(draft.id().toString());
  }

  @Test
  void theLimitForOnePersonIsToldBeforeAnybodyJoins() {
    var manager = world.person("Manager");
    var project = world.published(manager);
    var stranger = world.visitor(port, world.person("Stranger"));
    String listing = "/api/v1/projects/" + project.id();
    assertThat(stranger.get(listing).ok().path("perPerson").isNull()).as("none until one is set").isTrue();
    limit(manager.id(), project, Settings.Routing.OPEN, 7, 20);
    assertThat(stranger.get(listing).ok().at("/perPerson/tasks").asInt()).isEqualTo(7);
    assertThat(stranger.get(listing).ok().at("/perPerson/percent").asInt()).isEqualTo(20);
    var card = stranger.get("/api/v1/projects").ok().path("items").valueStream().filter(one -> one.path("id").asString().equals(project.id().toString())).findFirst().orElseThrow();
    assertThat(card.at("/perPerson/tasks").asInt()).isEqualTo(7);
    limit(manager.id(), project, Settings.Routing.OPEN, 0, 20);
    assertThat(stranger.get(listing).ok().at("/perPerson/tasks").isNull()).isTrue();
    limit(manager.id(), project, Settings.Routing.ASSIGNED, 7, 20);
    assertThat(stranger.get(listing).ok().path("perPerson").isNull()).as("assigned work asks for no limit").isTrue();
  }

  private void limit(AccountId manager, Project project, Settings.Routing routing, int tasks, int percent) {
    projects.change(manager, project.id(), new ProjectDesk.Change(null, null, null, null, new Settings.Change(null, null, null, routing, null, null, tasks, percent)));
  }

  @Test
  void aTrainerNeverLearnsHowKnownAnswersAreMixedIn() {
    var project = world.published(world.person("Manager"));
    var trainer = world.visitor(port, world.trainer(project.id()));
    var seen = trainer.get("/api/v1/projects/" + project.id());
    assertThat(seen.ok().path("settings").isNull()).isTrue();
    assertThat(seen.response().body()).doesNotContain("goldRate");
  }

  @Test
  void anInvitedPersonMakesAnAccountComesInAndJoins() {
    var manager = world.person("Manager");
    var project = world.published(manager);
    String path = "/api/v1/projects/" + project.id();
    var sent = world.visitor(port, manager).post(path + "/invitations", Map.of("role", "TRAINER")).ok();
    assertThat(sent.path("link").asString()).endsWith("/invitations/" + sent.path("token").asString());
    String invitation = "/api/v1/invitations/" + sent.path("token").asString();

    var guest = new Visitor(port);
    var opened = guest.get(invitation).ok();
    assertThat(opened.path("projectName").asString()).isEqualTo(project.name());
    assertThat(opened.path("projectSummary").asString()).isEqualTo(project.summary());
    assertThat(opened.path("invitedBy").asString()).isEqualTo(manager.name());
    String email = "gu.est." + project.id() + "@example.org";
    var session = guest.post(invitation + "/acceptance", Map.of("name", "Gu Est", "email", email, "password", World.PASSWORD)).ok();
    assertThat(session.at("/account/email").asString()).isEqualTo(email);
    var membership = guest.get(path + "/membership").ok();
    assertThat(membership.path("state").asString()).isEqualTo("INVITED");
    assertThat(membership.at("/mayWork/reasons/0/code").asString()).isEqualTo("NOT_A_MEMBER");
    assertThat(guest.post(path + "/membership", Map.of("termsVersion", 1)).ok().path("state").asString()).isEqualTo("ACTIVE");
    assertThat(guest.post(path + "/guidelines/1/acknowledgement", null).status()).isEqualTo(204);
    assertThat(guest.get(path + "/membership").ok().at("/mayWork/allowed").asBoolean()).isTrue();

    var second = new Visitor(port).post(invitation + "/acceptance", Map.of("name", "Eve", "email", "eve." + email, "password", World.PASSWORD));
    assertThat(second.status()).isEqualTo(410);
    assertThat(second.problem()).isEqualTo("invitation-spent");
  }

  @Test
  void anInvitationForOneEmailIsNotForAnother() {
    var manager = world.person("Manager");
    var project = world.published(manager);
    var ada = world.person("Ada");
    var sent = world.visitor(port, manager).post("/api/v1/projects/" + project.id() + "/invitations", Map.of("role", "LEAD", "email", ada.email())).ok();
    String acceptance = "/api/v1/invitations/" + sent.path("token").asString() + "/acceptance";
    assertThat(world.visitor(port, world.person("Bo")).post(acceptance, Map.of()).status()).isEqualTo(409);
    assertThat(new Visitor(port).post(acceptance, Map.of("password", "a wrong password")).problem()).as("an account needs its password").isEqualTo("wrong-password");
    assertThat(world.visitor(port, ada).post(acceptance, Map.of()).status()).isEqualTo(200);
    assertThat(world.visitor(port, ada).get("/api/v1/projects/" + project.id()).ok().at("/roles/0").asString()).isEqualTo("LEAD");
  }

  @Test
  void aProjectKeepsItsLastManager() {
    var manager = world.person("Manager");
    var project = world.published(manager);
    var people = "/api/v1/projects/" + project.id() + "/people/";
    var visitor = world.visitor(port, manager);
    assertThat(visitor.delete(people + manager.id() + "/roles/MANAGER").status()).isEqualTo(409);
    var trainer = world.trainer(project.id());
    var refused = visitor.delete(people + trainer.id() + "/roles/TRAINER");
    assertThat(refused.status()).as("who works here is not removed without a reason").isEqualTo(409);
    assertThat(refused.detail()).contains("not removed without a word");
    var own = world.visitor(port, trainer);
    assertThat(own.get("/api/v1/projects/" + project.id() + "/membership").ok().path("state").asString()).isEqualTo("ACTIVE");
    own.delete("/api/v1/projects/" + project.id() + "/membership").ok();
    assertThat(visitor.delete(people + trainer.id() + "/roles/TRAINER").status()).as("who left loses the role too").isEqualTo(204);
  }

  @Test
  void aRestrictionByHandHasAReasonWhatItRestsOnAnEndANameAndAnAppealThatSomebodyElseAnswers() {
    var manager = world.person("Manager Mira");
    var project = world.published(manager);
    var other = world.crew(project.id()).get(org.touchstone.platform.identity.Role.MANAGER);
    var trainer = world.trainer(project.id());
    var own = world.visitor(port, trainer);
    var people = "/api/v1/projects/" + project.id() + "/people/" + trainer.id() + "/restriction";
    var visitor = world.visitor(port, manager);
    var empty = visitor.post(people, Map.of());
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.json().path("errors").toString()).contains("reason").contains("restsOn").contains("days");
    visitor.post(people, Map.of("reason", "Reasons were copied from the web.", "restsOn", "Twelve judgments of 3 March, all with one text.", "days", 14)).ok();

    var decision = own.get("/api/v1/projects/" + project.id() + "/membership").ok().at("/decisions/0");
    assertThat(decision.path("action").asString()).isEqualTo("RESTRICTED");
    assertThat(decision.path("decidedBy").asString()).as("a person stands behind it by name").isEqualTo("Manager Mira");
    assertThat(decision.path("reason").asString()).isEqualTo("Reasons were copied from the web.");
    assertThat(decision.at("/evidence/0/summary").asString()).isEqualTo("Twelve judgments of 3 March, all with one text.");
    assertThat(decision.path("until").asString()).isNotEmpty();
    assertThat(own.post("/api/v1/projects/" + project.id() + "/leases", null).ok().at("/empty/code").asString()).isEqualTo("RESTRICTED");

    var id = decision.path("id").asString();
    var appealed = own.post("/api/v1/decisions/" + id + "/appeal", Map.of("text", "The texts are mine, here is where I wrote them.")).ok();
    var due = java.time.Duration.between(java.time.Instant.now(), java.time.Instant.parse(appealed.at("/appeal/dueAt").asString()));
    assertThat(due).as("answered in a stated time").isBetween(java.time.Duration.ofDays(4), java.time.Duration.ofDays(5));
    org.touchstone.platform.Eventually.that(() -> assertThat(visitor.get("/api/v1/projects/" + project.id() + "/cases").ok().path("items").size()).isEqualTo(1));
    var verdict = "/api/v1/cases/" + visitor.get("/api/v1/projects/" + project.id() + "/cases").ok().at("/items/0/id").asString() + "/verdict";
    var answer = Map.of("reason", "The texts are theirs indeed.", "uphold", true);
    assertThat(visitor.post(verdict, answer).status()).as("not by whoever decided it").isEqualTo(409);
    world.visitor(port, other).post(verdict, answer).ok();
    var after = own.get("/api/v1/projects/" + project.id() + "/membership").ok();
    assertThat(after.path("state").asString()).isEqualTo("ACTIVE");
    assertThat(after.path("decisions").toString()).contains("\"answeredBy\":\"" + other.name() + "\"");
  }
}
