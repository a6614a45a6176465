package org.touchstone.platform.access.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.Grant;
import org.touchstone.platform.access.Grants;
import org.touchstone.platform.access.MembershipDesk;
import org.touchstone.platform.access.OpenWork;
import org.touchstone.platform.access.web.ProjectViews.Membership;
import org.touchstone.platform.access.web.ProjectViews.ProjectCard;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.ProjectId;

/** The projects a caller may know of, each with the caller's own place in it. */
@Component
class ProjectCards {
  /** A project and who asks for it. */
  record Sight(Project project, ProjectCard card, boolean member, boolean runs) {}

  private final MembershipDesk memberships;
  private final Projects projects;
  private final Roles roles;
  private final Grants grants;
  private final ObjectProvider<OpenWork> work;

  ProjectCards(MembershipDesk memberships, Projects projects, Roles roles, Grants grants, ObjectProvider<OpenWork> work) {
    this.memberships = memberships;
    this.projects = projects;
    this.roles = roles;
    this.grants = grants;
    this.work = work;
  }

  List<ProjectCard> all(Caller caller) {
    Map<ProjectId, Set<Role>> mine = roles.projects(caller.id());
    Map<ProjectId, Grant> granted = grants.ofAccount(caller.id());
    Collection<Project> shown = caller.owner() ? projects.all() : visible(mine, granted);
    return shown.stream().map(project -> card(caller, project, mine.getOrDefault(project.id(), Set.of()), granted.get(project.id()))).toList();
  }

  private List<Project> visible(Map<ProjectId, Set<Role>> mine, Map<ProjectId, Grant> granted) {
    var shown = new ArrayList<>(projects.listed());
    var own = new HashSet<>(mine.keySet());
    own.addAll(granted.keySet());
    shown.forEach(project -> own.remove(project.id()));
    if (!own.isEmpty()) shown.addAll(projects.all(own));
    return shown;
  }

  /** One project, not found when the caller may not even know that it exists. */
  Sight of(Caller caller, ProjectId id) {
    var project = memberships.visible(caller, id);
    var held = roles.of(caller.id(), id);
    var grant = grants.of(id, caller.id()).orElse(null);
    boolean member = caller.owner() || !held.isEmpty() || grant != null;
    boolean runs = caller.owner() || held.contains(Role.MANAGER) || held.contains(Role.LEAD) || held.contains(Role.ENGINEER);
    return new Sight(project, card(caller, project, held, grant), member, runs);
  }

  private ProjectCard card(Caller caller, Project project, Set<Role> held, @Nullable Grant grant) {
    return new ProjectCard(project.id(), project.slug(), project.name(), project.domain(), project.summary(), project.state(), held.stream().sorted().toList(),
        Membership.of(grant), project.terms(), project.settings().perPerson(), hasWork(caller, project, Optional.ofNullable(grant)));
  }

  private boolean hasWork(Caller caller, Project project, Optional<Grant> grant) {
    if (project.state() != Project.State.PUBLISHED) return false;
    boolean works = grant.filter(known -> known.state() == Grant.State.ACTIVE).isPresent();
    var queue = work.getIfAvailable();
    return !works || queue == null || queue.isThere(project.id(), caller.id());
  }
}
