package org.touchstone.platform.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.MembershipDesk;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;

/** Gives everybody of the demonstration their part; the raters accept the terms and acknowledge the guideline. */
@Component
@ConditionalOnProperty(name = "touchstone.demo", havingValue = "true")
class DemoCrew {
  private final Roles roles;
  private final MembershipDesk memberships;
  private final GuidelineDesk guidelines;

  DemoCrew(Roles roles, MembershipDesk memberships, GuidelineDesk guidelines) {
    this.roles = roles;
    this.memberships = memberships;
    this.guidelines = guidelines;
  }

  void join(ProjectId project, DemoProject.Cast cast) {
    roles.grant(cast.lead(), project, Role.LEAD);
    roles.grant(cast.engineer(), project, Role.ENGINEER);
    cast.raters().values().forEach(rater -> join(project, rater));
  }

  private void join(ProjectId project, AccountId rater) {
    roles.grant(rater, project, Role.TRAINER);
    memberships.accept(rater, project, 1);
    guidelines.acknowledge(rater, project, 1);
  }
}
