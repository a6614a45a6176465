package org.touchstone.platform.calibration.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.calibration.HarvestDesk;
import org.touchstone.platform.calibration.OpeningDesk;
import org.touchstone.platform.calibration.Round;
import org.touchstone.platform.calibration.RoundDesk;
import org.touchstone.platform.calibration.Rounds;
import org.touchstone.platform.calibration.Sheet;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.NotAllowed;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;

/** Rounds as they are put together, opened, and listed for those who may begin one. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "rounds", description = "Practice, calibration, tests of the guideline and assessments")
class RoundController {
  record NewRound(Round.@Nullable Kind kind, @Nullable Sheet sheet, @Nullable Rubric rubric) {
    RoundDesk.NewRound wish() {
      return new RoundDesk.NewRound(kind, sheet, rubric);
    }
  }

  record NewItems(@Nullable List<RoundDesk.NewItem> items) {}

  record NewStandard(@Nullable Answers answers, @Nullable Map<String, String> explanations) {}

  record ChosenPeople(@Nullable List<AccountId> people) {}

  record AskedOf(OpeningDesk.@Nullable Asked of) {}

  record RoundRenewal(@Nullable Integer returning) {}

  record NewHarvest(@Nullable Answers answers, @Nullable String explanation) {}

  record Harvested(ItemId item) {}

  record NewExample(@Nullable String title, @Nullable String text) {}

  private final RoundDesk desk;
  private final OpeningDesk openings;
  private final HarvestDesk harvest;
  private final Rounds rounds;
  private final RoundViews views;
  private final RoundRights rights;
  private final Roles roles;
  private final Projects projects;
  private final Accounts accounts;

  RoundController(RoundDesk desk, OpeningDesk openings, HarvestDesk harvest, Rounds rounds, RoundViews views, RoundRights rights, Roles roles, Projects projects, Accounts accounts) {
    this.desk = desk;
    this.openings = openings;
    this.harvest = harvest;
    this.rounds = rounds;
    this.views = views;
    this.rights = rights;
    this.roles = roles;
    this.projects = projects;
    this.accounts = accounts;
  }

  @GetMapping("/projects/{project}/rounds")
  Page<RoundViews.RoundCard> ofProject(Caller caller, @PathVariable ProjectId project) {
    roles.requireMember(caller, project);
    return new Page<>(views.cards(caller, rounds.of(project), project), null);
  }

  @PostMapping("/projects/{project}/rounds")
  @ResponseStatus(HttpStatus.CREATED)
  RoundViews.RoundView create(Caller caller, @PathVariable ProjectId project, @RequestBody NewRound body) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER);
    projects.find(project);
    return views.whole(caller, desk.create(caller.id(), project, body.wish()));
  }

  /** Assessments of the installation. */
  @GetMapping("/assessments")
  Page<RoundViews.RoundCard> assessments(Caller caller) {
    return new Page<>(views.cards(caller, rounds.of(null), null), null);
  }

  /** The same with what a project asks of whom. */
  @GetMapping("/projects/{project}/assessments")
  Page<RoundViews.RoundCard> assessmentsFor(Caller caller, @PathVariable ProjectId project) {
    roles.requireMember(caller, project);
    return new Page<>(views.cards(caller, rounds.of(null), project), null);
  }

  @PostMapping("/assessments")
  @ResponseStatus(HttpStatus.CREATED)
  RoundViews.RoundView createAssessment(Caller caller, @RequestBody NewRound body) {
    boolean may = caller.owner() || accounts.find(caller.id()).filter(account -> account.mayCreateProjects()).isPresent();
    if (!may) throw new NotAllowed("Assessments are made by those who may create projects: ask the owner of this installation for that right.");
    return views.whole(caller, desk.create(caller.id(), null, body.wish()));
  }

  @GetMapping("/rounds/{round}")
  RoundViews.RoundView round(Caller caller, @PathVariable UUID round) {
    return views.whole(caller, rights.run(caller, round));
  }

  @PutMapping("/rounds/{round}")
  RoundViews.RoundView change(Caller caller, @PathVariable UUID round, @RequestBody Sheet body) {
    rights.run(caller, round);
    return views.whole(caller, desk.change(caller.id(), round, body));
  }

  @DeleteMapping("/rounds/{round}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Caller caller, @PathVariable UUID round) {
    rights.run(caller, round);
    desk.delete(caller.id(), round);
  }

  @PostMapping("/rounds/{round}/items")
  RoundViews.RoundView add(Caller caller, @PathVariable UUID round, @RequestBody NewItems body) {
    rights.run(caller, round);
    desk.add(caller.id(), round, body.items() == null ? List.of() : body.items());
    return round(caller, round);
  }

  @PutMapping("/rounds/{round}/items/{setItem}/standard")
  RoundViews.RoundView know(Caller caller, @PathVariable UUID round, @PathVariable UUID setItem, @RequestBody NewStandard body) {
    rights.run(caller, round);
    desk.know(caller.id(), round, setItem, body.answers() == null ? Answers.none() : body.answers(), body.explanations() == null ? Map.of() : body.explanations());
    return round(caller, round);
  }

  @DeleteMapping("/rounds/{round}/items/{setItem}")
  RoundViews.RoundView remove(Caller caller, @PathVariable UUID round, @PathVariable UUID setItem) {
    rights.run(caller, round);
    desk.remove(round, setItem);
    return round(caller, round);
  }

  /** Who takes part in a test of the guideline. */
  @PutMapping("/rounds/{round}/participants")
  RoundViews.RoundView choose(Caller caller, @PathVariable UUID round, @RequestBody ChosenPeople body) {
    var known = rights.run(caller, round);
    var people = body.people() == null ? List.<AccountId>of() : body.people();
    for (var person : people) {
      boolean belongs = known.projectId() != null && !roles.of(person, known.projectId()).isEmpty();
      if (!belongs) throw new Invalid("people", "Only people of this project can be chosen.");
    }
    desk.choose(caller.id(), round, new LinkedHashSet<>(people));
    return round(caller, round);
  }

  @PostMapping("/rounds/{round}/opening")
  RoundViews.RoundView open(Caller caller, @PathVariable UUID round) {
    rights.run(caller, round);
    return views.whole(caller, openings.open(caller.id(), round));
  }

  @PostMapping("/rounds/{round}/closure")
  RoundViews.RoundView close(Caller caller, @PathVariable UUID round) {
    rights.run(caller, round);
    return views.whole(caller, openings.close(caller.id(), round));
  }

  /** A draft of the same round under the guideline in force. */
  @PostMapping("/rounds/{round}/renewal")
  @ResponseStatus(HttpStatus.CREATED)
  RoundViews.RoundView renew(Caller caller, @PathVariable UUID round, @RequestBody RoundRenewal body) {
    rights.run(caller, round);
    return views.whole(caller, desk.renew(caller.id(), round, body.returning() == null ? 3 : body.returning()));
  }

  /** Makes an item of a test of the guideline gold in its project. */
  @PutMapping("/rounds/{round}/items/{setItem}/gold")
  Harvested makeGold(Caller caller, @PathVariable UUID round, @PathVariable UUID setItem, @RequestBody NewHarvest body) {
    rights.run(caller, round);
    return new Harvested(harvest.gold(caller.id(), round, setItem, body.answers() == null ? Answers.none() : body.answers(), body.explanation()));
  }

  /** Adds an item of a test of the guideline as an example to the guideline's draft. */
  @PostMapping("/rounds/{round}/items/{setItem}/example")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void makeExample(Caller caller, @PathVariable UUID round, @PathVariable UUID setItem, @RequestBody NewExample body) {
    rights.run(caller, round);
    harvest.example(caller.id(), round, setItem, body.title(), body.text());
  }

  /** Of whom a project asks to have passed this before paid work. */
  @PutMapping("/projects/{project}/rounds/{round}/requirement")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void require(Caller caller, @PathVariable ProjectId project, @PathVariable UUID round, @RequestBody AskedOf body) {
    roles.require(caller, project, Role.MANAGER);
    var known = rounds.find(round).filter(one -> one.projectId() == null || one.projectId().equals(project)).orElseThrow(() -> new NotFound("round"));
    if (body.of() == null) throw new Invalid("of", "Say of whom it is asked: NOBODY, NEWCOMERS or EVERYBODY.");
    openings.require(caller.id(), project, known.id(), body.of());
  }
}
