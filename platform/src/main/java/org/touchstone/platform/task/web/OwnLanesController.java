package org.touchstone.platform.task.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.access.MembershipDesk;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Eligibility;

/** What part of a project's work asks more than the terms do: told before anybody joins, and at any time after. */
@RestController
@RequestMapping("/api/v1/projects/{project}/lanes/mine")
@Tag(name = "work", description = "Leases, drafts and judgments of the caller")
class OwnLanesController {
  record OwnLanes(List<Eligibility.LaneAccess> items) {}

  private final Eligibility eligibility;
  private final MembershipDesk memberships;

  OwnLanesController(Eligibility eligibility, MembershipDesk memberships) {
    this.eligibility = eligibility;
    this.memberships = memberships;
  }

  @GetMapping
  OwnLanes mine(Caller caller, @PathVariable ProjectId project) {
    return new OwnLanes(eligibility.accessTo(memberships.visible(caller, project), caller.id()));
  }
}
