package org.touchstone.platform.access.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.AccessDesk;
import org.touchstone.platform.access.Gate;
import org.touchstone.platform.access.Grant;
import org.touchstone.platform.access.Grants;
import org.touchstone.platform.access.OpenWork;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.ProjectDesk;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.project.Terms;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;

/** Shows a project as far as this caller may see it: the listing to anybody, more to members, settings to those who run it. */
@Component
class ProjectViews {
  /** Where the caller stands; INVITED and onwards mirror the grant. */
  enum Membership {
    NONE,
    INVITED,
    ACTIVE,
    RESTRICTED,
    LEFT;

    static Membership of(@Nullable Grant grant) {
      return grant == null ? NONE : valueOf(grant.state().name());
    }
  }

  record ProjectCard(ProjectId id, String slug, String name, String domain, String summary, Project.State state, List<Role> roles, Membership membership,
      Terms terms, boolean workAvailable) {}

  /**
   * @param description only for members
   * @param settings only for those who run the project, who alone may know how known answers are mixed in
   * @param gate for members, so that a trainer knows the rule beforehand
   * @param missing what still keeps it from being published, for those who run it
   */
  record ProjectView(ProjectId id, String slug, String name, String domain, String summary, Project.State state, List<Role> roles, Membership membership,
      Terms terms, boolean workAvailable, @Nullable String description, @Nullable Settings settings, @Nullable Gate gate, @Nullable Integer guidelineVersion,
      List<String> missing, @Nullable Instant createdAt) {}

  private final Projects projects;
  private final ProjectDesk desk;
  private final Roles roles;
  private final Grants grants;
  private final AccessDesk access;
  private final Guidelines guidelines;
  private final ObjectProvider<OpenWork> work;

  ProjectViews(Projects projects, ProjectDesk desk, Roles roles, Grants grants, AccessDesk access, Guidelines guidelines, ObjectProvider<OpenWork> work) {
    this.projects = projects;
    this.desk = desk;
    this.roles = roles;
    this.grants = grants;
    this.access = access;
    this.guidelines = guidelines;
    this.work = work;
  }

  List<ProjectCard> cards(Caller caller) {
    Map<ProjectId, Set<Role>> mine = roles.projects(caller.id());
    Map<ProjectId, Grant> granted = grants.ofAccount(caller.id());
    Collection<Project> shown = caller.owner() ? projects.all() : visible(mine, granted);
    return shown.stream().map(project -> card(caller, project, mine.getOrDefault(project.id(), Set.of()), granted.get(project.id()))).toList();
  }

  private List<Project> visible(Map<ProjectId, Set<Role>> mine, Map<ProjectId, Grant> granted) {
    var shown = new ArrayList<>(projects.listed());
    var own = new java.util.HashSet<>(mine.keySet());
    own.addAll(granted.keySet());
    shown.forEach(project -> own.remove(project.id()));
    if (!own.isEmpty()) shown.addAll(projects.all(own));
    return shown;
  }

  /** @throws NotFound when the caller may not even know that it exists */
  ProjectView view(Caller caller, ProjectId id) {
    var project = projects.find(id);
    var held = roles.of(caller.id(), id);
    var grant = grants.of(id, caller.id()).orElse(null);
    boolean member = caller.owner() || !held.isEmpty() || grant != null;
    if (!member && !project.state().isListed()) throw new NotFound("project");
    boolean runs = caller.owner() || held.contains(Role.MANAGER) || held.contains(Role.LEAD) || held.contains(Role.ENGINEER);
    var card = card(caller, project, held, grant);
    var version = guidelines.currentNumber(id);
    return new ProjectView(card.id(), card.slug(), card.name(), card.domain(), card.summary(), card.state(), card.roles(), card.membership(), card.terms(),
        card.workAvailable(), member ? project.description() : null, runs ? project.settings() : null, member ? access.gate(id) : null,
        version.isPresent() ? version.getAsInt() : null, runs ? desk.missing(id) : List.of(), member ? project.createdAt() : null);
  }

  private ProjectCard card(Caller caller, Project project, Set<Role> held, @Nullable Grant grant) {
    return new ProjectCard(project.id(), project.slug(), project.name(), project.domain(), project.summary(), project.state(), held.stream().sorted().toList(),
        Membership.of(grant), project.terms(), hasWork(caller, project, Optional.ofNullable(grant)));
  }

  private boolean hasWork(Caller caller, Project project, Optional<Grant> grant) {
    if (project.state() != Project.State.PUBLISHED) return false;
    boolean works = grant.filter(known -> known.state() == Grant.State.ACTIVE).isPresent();
    var queue = work.getIfAvailable();
    return !works || queue == null || queue.isThere(project.id(), caller.id());
  }
}
