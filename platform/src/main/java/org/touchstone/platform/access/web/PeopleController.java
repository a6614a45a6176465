package org.touchstone.platform.access.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.access.Grants;
import org.touchstone.platform.access.MembershipDesk;
import org.touchstone.platform.identity.Account;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;

/** Who takes part in a project, and in which roles. */
@RestController
@RequestMapping("/api/v1/projects/{project}/people")
@Tag(name = "people", description = "Who takes part in a project")
class PeopleController {
  record Person(AccountId accountId, String name, @Nullable String email, List<Role> roles, ProjectViews.Membership membership, @Nullable Integer termsVersion) {}

  private final Accounts accounts;
  private final Roles roles;
  private final Grants grants;
  private final Projects projects;
  private final MembershipDesk desk;

  PeopleController(Accounts accounts, Roles roles, Grants grants, Projects projects, MembershipDesk desk) {
    this.accounts = accounts;
    this.roles = roles;
    this.grants = grants;
    this.projects = projects;
    this.desk = desk;
  }

  @GetMapping
  Page<Person> people(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD);
    projects.find(project);
    var held = roles.people(project);
    var granted = grants.ofProject(project);
    var ids = new LinkedHashSet<>(held.keySet());
    ids.addAll(granted.keySet());
    var people = accounts.all(ids).stream().collect(java.util.stream.Collectors.toMap(Account::id, account -> account));
    return new Page<>(ids.stream().map(id -> {
      var account = people.get(id);
      var grant = granted.get(id);
      Integer terms = grant == null || grant.terms() == null ? null : Integer.valueOf(grant.terms().version());
      return new Person(id, account.name(), account.email(), held.getOrDefault(id, Set.of()).stream().sorted().toList(), ProjectViews.Membership.of(grant), terms);
    }).toList(), null);
  }

  @DeleteMapping("/{account}/roles/{role}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void removeRole(Caller caller, @PathVariable ProjectId project, @PathVariable AccountId account, @PathVariable Role role) {
    roles.require(caller, project, Role.MANAGER);
    projects.find(project);
    desk.removeRole(caller.id(), project, account, role);
  }
}
