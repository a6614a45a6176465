package org.touchstone.platform.access.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.access.Gate;
import org.touchstone.platform.access.ProjectChanges;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.project.ProjectDesk;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.project.Terms;
import org.touchstone.platform.shared.NotAllowed;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;

/** Projects: listed, set up, announced, paused and closed. */
@RestController
@RequestMapping("/api/v1/projects")
@Tag(name = "projects", description = "Projects and their terms")
class ProjectController {
  record NewProject(@Nullable String name, @Nullable String domain, @Nullable String summary, @Nullable String description, @Nullable Terms terms) {}

  record ProjectChange(@Nullable String name, @Nullable String domain, @Nullable String summary, @Nullable String description,
      Settings.@Nullable Change settings, @Nullable Gate gate) {}

  private final ProjectViews views;
  private final ProjectDesk desk;
  private final ProjectChanges changes;
  private final Accounts accounts;
  private final Roles roles;

  ProjectController(ProjectViews views, ProjectDesk desk, ProjectChanges changes, Accounts accounts, Roles roles) {
    this.views = views;
    this.desk = desk;
    this.changes = changes;
    this.accounts = accounts;
    this.roles = roles;
  }

  @GetMapping
  Page<ProjectViews.ProjectCard> projects(Caller caller) {
    return new Page<>(views.cards(caller), null);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ProjectViews.ProjectView create(Caller caller, @RequestBody NewProject body) {
    boolean may = caller.owner() || accounts.find(caller.id()).filter(account -> account.mayCreateProjects()).isPresent();
    if (!may) throw new NotAllowed("Your account may not create projects: ask the owner of this installation for that right.");
    var created = desk.create(caller.id(), new ProjectDesk.NewProject(body.name(), body.domain(), body.summary(), body.description(), body.terms()));
    return views.view(caller, created.id());
  }

  @GetMapping("/{project}")
  ProjectViews.ProjectView project(Caller caller, @PathVariable ProjectId project) {
    return views.view(caller, project);
  }

  @PatchMapping("/{project}")
  ProjectViews.ProjectView change(Caller caller, @PathVariable ProjectId project, @RequestBody ProjectChange body) {
    roles.require(caller, project, Role.MANAGER);
    changes.make(caller.id(), project, new ProjectDesk.Change(body.name(), body.domain(), body.summary(), body.description(), body.settings()), body.gate());
    return views.view(caller, project);
  }

  @PutMapping("/{project}/terms")
  ProjectViews.ProjectView announce(Caller caller, @PathVariable ProjectId project, @RequestBody Terms body) {
    roles.require(caller, project, Role.MANAGER);
    desk.announce(caller.id(), project, body);
    return views.view(caller, project);
  }

  @PostMapping("/{project}/publication")
  ProjectViews.ProjectView publish(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.MANAGER);
    desk.publish(caller.id(), project);
    return views.view(caller, project);
  }

  @PostMapping("/{project}/pause")
  ProjectViews.ProjectView pause(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.MANAGER);
    desk.pause(caller.id(), project);
    return views.view(caller, project);
  }

  @DeleteMapping("/{project}/pause")
  ProjectViews.ProjectView resume(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.MANAGER);
    desk.resume(caller.id(), project);
    return views.view(caller, project);
  }

  @PostMapping("/{project}/closure")
  ProjectViews.ProjectView close(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.MANAGER);
    desk.close(caller.id(), project);
    return views.view(caller, project);
  }
}
