package org.touchstone.platform.access;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.ProjectId;

/** Where it is asked whether somebody may work, and where the rule for it is set. */
@Service
public class AdmissionDesk {
  private final Grants grants;
  private final Gates gates;
  private final Passes passes;
  private final Projects projects;
  private final Guidelines guidelines;
  private final Audit audit;

  AdmissionDesk(Grants grants, Gates gates, Passes passes, Projects projects, Guidelines guidelines, Audit audit) {
    this.grants = grants;
    this.gates = gates;
    this.passes = passes;
    this.projects = projects;
    this.guidelines = guidelines;
    this.audit = audit;
  }

  public Gate gate(ProjectId project) {
    return gates.of(project);
  }

  /** A new rule judges from now on; what was decided under the old one stays. */
  @Transactional
  public void setGate(AccountId actor, ProjectId project, Gate gate) {
    gates.set(project, gate.checked());
    audit.record(actor, project, "gate.changed", project.toString(), Map.of("gate", gate));
  }

  /** Everything that stands between this person and the next task, each with its remedy. */
  public Admission mayWork(ProjectId id, AccountId account) {
    var project = projects.find(id);
    var grant = grants.of(id, account).orElse(null);
    var reasons = new ArrayList<Admission.Reason>();
    if (grant == null || grant.terms() == null || grant.state() == Grant.State.LEFT) {
      reasons.add(new Admission.Reason(Admission.Code.NOT_A_MEMBER,
          grant != null && grant.state() == Grant.State.LEFT ? "You have left this project." : "You have not accepted the terms of this project yet.",
          project.state().isListed() ? "Read the terms on the project's page and accept them." : "The terms can be accepted once the project is published."));
    } else if (grant.state() == Grant.State.RESTRICTED) {
      reasons.add(new Admission.Reason(Admission.Code.RESTRICTED,
          "Your access is restricted until %s.".formatted(AccessNews.DAY.format(grant.restrictedUntil())),
          "It ends by itself then. The decision with its evidence is on your standing page, where you can appeal; what you have earned is not touched."));
    }
    var unread = guidelines.unread(id, account);
    if (gates.of(id).requireAcknowledgement() && unread.isPresent()) {
      reasons.add(new Admission.Reason(Admission.Code.ACKNOWLEDGE,
          "Version %d of the guideline is new to you.".formatted(unread.getAsInt()), "Read the guideline and acknowledge it."));
    }
    if (grant != null && grant.state() == Grant.State.ACTIVE) passes.unmet(grant).stream().map(AdmissionDesk::toPass).forEach(reasons::add);
    state(project).ifPresent(reasons::add);
    return reasons.isEmpty() ? new Admission.Allowed(grant) : new Admission.Refused(reasons);
  }

  private static Admission.Reason toPass(Requirement requirement) {
    return new Admission.Reason(Admission.Code.CALIBRATE, "Paid tasks open once you have passed “%s”.".formatted(requirement.title()),
        "Its rule, its attempts, what it pays and when you can begin stand beside it.");
  }

  private static Optional<Admission.Reason> state(Project project) {
    return switch (project.state()) {
      case PUBLISHED -> Optional.empty();
      case DRAFT -> Optional.of(new Admission.Reason(Admission.Code.NOT_PUBLISHED, "This project is not open yet.", "Work starts when its manager publishes it."));
      case PAUSED -> Optional.of(new Admission.Reason(Admission.Code.PAUSED, "This project is paused.", "Work goes on when its manager resumes it; what you hold stays yours."));
      case CLOSED -> Optional.of(new Admission.Reason(Admission.Code.CLOSED, "This project is closed.", "There will be no more work here; everything earned is paid."));
    };
  }
}
