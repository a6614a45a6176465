package org.touchstone.platform.access.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.access.AccessDesk;
import org.touchstone.platform.access.Admission;
import org.touchstone.platform.access.AdmissionDesk;
import org.touchstone.platform.access.MembershipDesk;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.project.Terms;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ProjectId;

/** The caller's own part in a project: terms as accepted, what stands in the way of work, decisions about them. */
@RestController
@RequestMapping("/api/v1/projects/{project}/membership")
@Tag(name = "membership", description = "The caller's part in a project")
class MembershipController {
  record MayWork(boolean allowed, List<Admission.Reason> reasons) {}

  /**
   * @param terms as accepted by this person
   * @param newerTerms announced since, which bind only who accepts them
   */
  record MembershipView(ProjectViews.Membership state, @Nullable Terms terms, @Nullable Terms newerTerms, @Nullable Integer acknowledged,
      @Nullable Integer current, MayWork mayWork, List<DecisionView> decisions) {}

  record Acceptance(@Nullable Integer termsVersion) {}

  private final AdmissionDesk admission;
  private final AccessDesk access;
  private final MembershipDesk desk;
  private final Guidelines guidelines;
  private final Accounts accounts;

  MembershipController(AdmissionDesk admission, AccessDesk access, MembershipDesk desk, Guidelines guidelines, Accounts accounts) {
    this.accounts = accounts;
    this.admission = admission;
    this.access = access;
    this.desk = desk;
    this.guidelines = guidelines;
  }

  @GetMapping
  MembershipView membership(Caller caller, @PathVariable ProjectId project) {
    var known = desk.visible(caller, project);
    var grant = desk.of(project, caller.id()).orElse(null);
    var accepted = grant == null ? null : grant.terms();
    var newer = accepted != null && known.terms().version() > accepted.version() ? known.terms() : null;
    var mayWork = switch (admission.mayWork(project, caller.id())) {
      case Admission.Allowed allowed -> new MayWork(true, List.of());
      case Admission.Refused refused -> new MayWork(false, refused.reasons());
    };
    return new MembershipView(ProjectViews.Membership.of(grant), accepted, newer, nullable(guidelines.acknowledged(project, caller.id())),
        nullable(guidelines.currentNumber(project)), mayWork,
        decisions(project, caller));
  }

  private List<DecisionView> decisions(ProjectId project, Caller caller) {
    var decisions = access.decisions(project, caller.id());
    var names = accounts.names(DecisionView.people(decisions));
    return decisions.stream().map(decision -> DecisionView.toPersonConcerned(decision, names)).toList();
  }

  @PostMapping
  MembershipView accept(Caller caller, @PathVariable ProjectId project, @RequestBody Acceptance body) {
    if (body.termsVersion() == null) throw new Invalid("termsVersion", "Say which version of the terms you accept.");
    desk.accept(caller.id(), project, body.termsVersion());
    return membership(caller, project);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leave(Caller caller, @PathVariable ProjectId project) {
    desk.leave(caller.id(), project);
  }

  private static @Nullable Integer nullable(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }
}
