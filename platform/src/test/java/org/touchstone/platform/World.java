package org.touchstone.platform;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.MembershipDesk;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.guideline.RubricTemplates;
import org.touchstone.platform.identity.Account;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.ProjectDesk;
import org.touchstone.platform.project.Terms;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;

/** People and projects for tests, made through the desks as the product makes them. */
@Component
public class World {
  public static final String PASSWORD = "a few plain words";

  private final Accounts accounts;
  private final Roles roles;
  private final ProjectDesk projects;
  private final GuidelineDesk guidelines;
  private final MembershipDesk memberships;

  World(Accounts accounts, Roles roles, ProjectDesk projects, GuidelineDesk guidelines, MembershipDesk memberships) {
    this.accounts = accounts;
    this.roles = roles;
    this.projects = projects;
    this.guidelines = guidelines;
    this.memberships = memberships;
  }

  /** Terms with nothing missing: 25 cents a judgment. */
  public static Terms terms() {
    return new Terms(0, new Money(25, "USD"), 2.0, 72, "Every Friday", "Write to the lead from the judgment; answered within five days.", "Three months",
        "Five to ten hours", "Careful reading", java.util.List.of("English"), "none", null);
  }

  public Account person(String name) {
    return accounts.create(name, email(name), PASSWORD, false, false);
  }

  public Account owner(String name) {
    return accounts.create(name, email(name), PASSWORD, true, true);
  }

  public Visitor visitor(int port, Account account) {
    return new Visitor(port).signIn(account.email(), PASSWORD);
  }

  /** A draft with full terms and the default review as guideline, one person for each role that runs it. */
  public Project draft(Account manager) {
    var project = projects.create(manager.id(), new ProjectDesk.NewProject("Project " + UUID.randomUUID(), "general", "Judging answers.", "", terms()));
    var template = RubricTemplates.defaultReview();
    guidelines.saveDraft(manager.id(), project.id(), template.body(), template.rubric());
    guidelines.publish(manager.id(), project.id(), "First version", GuidelineVersion.Effect.BREAKING);
    return project;
  }

  public Project published(Account manager) {
    return projects.publish(manager.id(), draft(manager).id());
  }

  public Map<Role, Account> crew(ProjectId project) {
    var crew = new EnumMap<Role, Account>(Role.class);
    for (Role role : Role.values()) {
      var account = person(role.name().toLowerCase(java.util.Locale.ROOT));
      roles.grant(account.id(), project, role);
      crew.put(role, account);
    }
    return crew;
  }

  /** Accepts the terms and has read the guideline: may work. */
  public Account trainer(ProjectId project) {
    var account = person("trainer");
    join(account, project);
    return account;
  }

  public void join(Account account, ProjectId project) {
    memberships.accept(account.id(), project, 1);
    guidelines.acknowledge(account.id(), project, 1);
  }

  private static String email(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "") + "." + UUID.randomUUID() + "@example.org";
  }
}
