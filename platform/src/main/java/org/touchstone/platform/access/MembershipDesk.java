package org.touchstone.platform.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Invitation;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;

/** Where people join a project under its terms, and leave it. */
@Service
public class MembershipDesk {
  private final Grants grants;
  private final Projects projects;
  private final Roles roles;
  private final Notices notices;
  private final Audit audit;

  MembershipDesk(Grants grants, Projects projects, Roles roles, Notices notices, Audit audit) {
    this.grants = grants;
    this.projects = projects;
    this.roles = roles;
    this.notices = notices;
    this.audit = audit;
  }

  public Optional<Grant> of(ProjectId project, AccountId account) {
    return grants.of(project, account);
  }

  /** @throws NotFound when the caller may not even know that it exists */
  public Project visible(Caller caller, ProjectId id) {
    var project = projects.find(id);
    if (!project.state().isListed() && !caller.owner() && !known(id, caller.id())) throw new NotFound("project");
    return project;
  }

  private boolean known(ProjectId id, AccountId account) {
    return !roles.of(account, id).isEmpty() || grants.of(id, account).isPresent();
  }

  /** Accepts the newest terms, which then hold for this person until they accept later ones. */
  @Transactional
  public Grant accept(AccountId account, ProjectId id, int termsVersion) {
    var project = projects.find(id);
    if (!project.state().isListed() && !known(id, account)) throw new NotFound("project");
    if (!project.state().isListed()) throw new Conflict("This project is not open: its terms can be accepted while it is published.");
    int newest = project.terms().version();
    if (termsVersion != newest) throw new Conflict("The terms in force are version %d, not %d: read them before you accept.".formatted(newest, termsVersion));
    boolean changed = grants.accept(id, account, newest);
    roles.grant(account, id, Role.TRAINER);
    if (changed) audit.record(account, id, "terms.accepted", Integer.toString(newest), Map.of("version", newest));
    return grants.of(id, account).orElseThrow();
  }

  /** Leaves for now or for good; what was earned is paid, and the own past stays readable. */
  @Transactional
  public void leave(AccountId account, ProjectId id) {
    if (grants.of(id, account).isEmpty()) throw new NotFound("membership");
    if (grants.leave(id, account)) audit.record(account, id, "membership.left", account.toString(), Map.of());
  }

  /** Takes a role away; that of a trainer only where nobody works under it, since there is a decision with a reason for that. */
  @Transactional
  public void removeRole(AccountId actor, ProjectId id, AccountId account, Role role) {
    boolean lastManager = role == Role.MANAGER && roles.holders(id, Role.MANAGER).equals(List.of(account));
    if (lastManager) throw new Conflict("A project keeps at least one manager: give the role to somebody else first.");
    var grant = role == Role.TRAINER ? grants.of(id, account).filter(held -> held.state() == Grant.State.ACTIVE || held.state() == Grant.State.RESTRICTED) : Optional.<Grant>empty();
    if (grant.isPresent()) {
      throw new Conflict("A trainer who works here is not removed without a word: restrict their access, with a reason they can appeal, or let them leave.");
    }
    if (!roles.revoke(account, id, role)) throw new NotFound("role of this person");
    if (role == Role.TRAINER) grants.leave(id, account);
    audit.record(actor, id, "role.removed", account.toString(), Map.of("role", role));
    notices.tell(account, "You no longer have the role %s in %s. What you have earned is paid as agreed.".formatted(
        role.name().toLowerCase(java.util.Locale.ROOT), projects.find(id).name()), "/projects");
  }

  @EventListener
  void on(Invitation.Accepted accepted) {
    if (accepted.role() == Role.TRAINER) grants.invite(accepted.projectId(), accepted.accountId());
  }

  @EventListener
  void on(Project.TermsAnnounced announced) {
    var project = projects.find(announced.project());
    notices.tell(workingIn(announced.project()), "%s has announced new terms. Yours stay as they are unless you accept the new ones.".formatted(project.name()),
        "/projects/%s".formatted(announced.project()));
  }

  @EventListener
  void on(Project.StateChanged changed) {
    String name = projects.find(changed.project()).name();
    String sentence = switch (changed.after()) {
      case PAUSED -> "%s is paused. You keep what you hold and what you have earned.".formatted(name);
      case CLOSED -> "%s is closed. Everything you have earned is paid as agreed.".formatted(name);
      case PUBLISHED -> "%s is open for work.".formatted(name);
      case DRAFT -> null;
    };
    if (sentence != null) notices.tell(workingIn(changed.project()), sentence, "/projects/%s".formatted(changed.project()));
  }

  private List<AccountId> workingIn(ProjectId project) {
    return grants.ofProject(project).values().stream().filter(grant -> grant.state() != Grant.State.LEFT).map(Grant::accountId).toList();
  }
}
