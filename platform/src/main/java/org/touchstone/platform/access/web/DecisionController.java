package org.touchstone.platform.access.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.access.AccessDesk;
import org.touchstone.platform.access.AppealDesk;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;

/** Restrictions and restorations: looked at by those who lead, appealed by those concerned. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "decisions", description = "Restrictions, restorations and appeals")
class DecisionController {
  record AppealText(@Nullable String text) {}

  record Restoration(@Nullable String reason) {}

  private final AccessDesk access;
  private final AppealDesk appeals;
  private final Accounts accounts;
  private final Roles roles;
  private final Projects projects;

  DecisionController(AccessDesk access, AppealDesk appeals, Accounts accounts, Roles roles, Projects projects) {
    this.access = access;
    this.appeals = appeals;
    this.accounts = accounts;
    this.roles = roles;
    this.projects = projects;
  }

  @GetMapping("/projects/{project}/decisions")
  Page<DecisionView> decisions(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER);
    projects.find(project);
    var decisions = access.decisions(project);
    var names = accounts.names(DecisionView.people(decisions));
    return new Page<>(decisions.stream().map(decision -> DecisionView.of(decision, names)).toList(), null);
  }

  @PostMapping("/decisions/{decision}/appeal")
  DecisionView appeal(Caller caller, @PathVariable UUID decision, @RequestBody AppealText body) {
    var appealed = appeals.appeal(caller.id(), decision, body.text());
    return DecisionView.toPersonConcerned(appealed, accounts.names(DecisionView.people(List.of(appealed))));
  }

  record RestrictionBody(@Nullable String reason, @Nullable String restsOn, @Nullable Integer days) {}

  /** Restricts by hand: with a reason, what it rests on, and an end; the person is told and can appeal. */
  @PostMapping("/projects/{project}/people/{account}/restriction")
  DecisionView restrict(Caller caller, @PathVariable ProjectId project, @PathVariable AccountId account, @RequestBody RestrictionBody body) {
    roles.require(caller, project, Role.MANAGER);
    var decision = access.restrict(project, account, caller.id(), new AccessDesk.ByHand(body.reason(), body.restsOn(), body.days() == null ? 0 : body.days()));
    return DecisionView.of(decision, accounts.names(DecisionView.people(List.of(decision))));
  }

  @PostMapping("/projects/{project}/people/{account}/restoration")
  DecisionView restore(Caller caller, @PathVariable ProjectId project, @PathVariable AccountId account, @RequestBody Restoration body) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER);
    if (body.reason() == null || body.reason().isBlank()) throw new Invalid("reason", "Say why the restriction is lifted.");
    if (account.equals(caller.id())) throw new Conflict("Somebody else decides about your own access.");
    return access.restore(project, account, caller.id(), body.reason().strip())
        .map(decision -> DecisionView.of(decision, accounts.names(DecisionView.people(List.of(decision)))))
        .orElseThrow(() -> new Conflict("This person is not restricted."));
  }
}
