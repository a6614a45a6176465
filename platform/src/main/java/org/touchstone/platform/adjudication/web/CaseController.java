package org.touchstone.platform.adjudication.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.adjudication.Case;
import org.touchstone.platform.adjudication.Cases;
import org.touchstone.platform.adjudication.Verdict;
import org.touchstone.platform.adjudication.VerdictDesk;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;

/** What waits for a person's decision, and the decision. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "cases", description = "Flags, disagreements, disputes and appeals")
class CaseController {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final Cases cases;
  private final VerdictDesk verdicts;
  private final CaseViews views;
  private final Roles roles;

  CaseController(Cases cases, VerdictDesk verdicts, CaseViews views, Roles roles) {
    this.cases = cases;
    this.verdicts = verdicts;
    this.views = views;
    this.roles = roles;
  }

  @GetMapping("/projects/{project}/cases")
  Page<CaseViews.ListedCase> list(Caller caller, @PathVariable ProjectId project, @RequestParam(required = false) Case.State state,
      @RequestParam(required = false) UUID cursor, @RequestParam(required = false) Integer limit) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER);
    int most = limit == null ? USUAL : Math.clamp(limit, 1, MOST);
    var page = Page.cut(cases.list(project, state, cursor, most), most, one -> one.id().toString());
    return views.listed(page);
  }

  @GetMapping("/cases/{id}")
  CaseViews.CaseView one(Caller caller, @PathVariable UUID id) {
    return views.view(allowed(caller, id));
  }

  @PostMapping("/cases/{id}/verdict")
  CaseViews.CaseView decide(Caller caller, @PathVariable UUID id, @RequestBody Verdict verdict) {
    allowed(caller, id);
    return views.view(verdicts.decide(id, caller, verdict));
  }

  /** A case of a project the caller has no part in does not exist for them. */
  private Case allowed(Caller caller, UUID id) {
    var one = cases.find(id).orElseThrow(() -> new NotFound("case"));
    if (!caller.owner() && roles.of(caller.id(), one.projectId()).isEmpty()) throw new NotFound("case");
    roles.require(caller, one.projectId(), Role.LEAD, Role.MANAGER);
    return one;
  }
}
