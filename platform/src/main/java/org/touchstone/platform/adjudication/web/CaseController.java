package org.touchstone.platform.adjudication.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.access.AccessDesk;
import org.touchstone.platform.access.Decision;
import org.touchstone.platform.adjudication.Case;
import org.touchstone.platform.adjudication.Cases;
import org.touchstone.platform.adjudication.Verdict;
import org.touchstone.platform.adjudication.VerdictDesk;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Items;

/** What waits for a person's decision, and the decision. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "cases", description = "Flags, disagreements, disputes and appeals")
class CaseController {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  record ListedCase(UUID id, Case.Kind kind, String prompt, Instant openedAt, List<Case.Cause> causes, int judgments, Case.State state) {}

  /** @param text what the person who disputes or appeals says; @param decision what an appeal is about */
  record CaseView(
      UUID id, ProjectId projectId, Case.Kind kind, Case.State state, Instant openedAt, List<Case.Cause> causes, ItemViews.@Nullable ItemView item,
      @Nullable JudgmentId judgmentId, @Nullable String personName, @Nullable String appealText, @Nullable Decision decision, @Nullable Instant decidedAt,
      @Nullable String decidedBy, @Nullable String reason, @Nullable Boolean uphold) {}

  private final Cases cases;
  private final VerdictDesk verdicts;
  private final Items items;
  private final ItemViews views;
  private final Judgments judgments;
  private final AccessDesk access;
  private final Accounts accounts;
  private final Roles roles;

  CaseController(Cases cases, VerdictDesk verdicts, Items items, ItemViews views, Judgments judgments, AccessDesk access, Accounts accounts, Roles roles) {
    this.cases = cases;
    this.verdicts = verdicts;
    this.items = items;
    this.views = views;
    this.judgments = judgments;
    this.access = access;
    this.accounts = accounts;
    this.roles = roles;
  }

  @GetMapping("/projects/{project}/cases")
  Page<ListedCase> list(Caller caller, @PathVariable ProjectId project, @RequestParam(required = false) Case.State state,
      @RequestParam(required = false) UUID cursor, @RequestParam(required = false) Integer limit) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER);
    int most = limit == null ? USUAL : Math.clamp(limit, 1, MOST);
    var page = Page.cut(cases.list(project, state, cursor, most), most, one -> one.id().toString());
    List<ItemId> about = page.items().stream().map(Case::itemId).filter(item -> item != null).distinct().toList();
    var found = items.all(about);
    var counts = judgments.counts(about);
    var causes = cases.causes(page.items().stream().map(Case::id).toList());
    return page.map(one -> new ListedCase(one.id(), one.kind(),
        one.itemId() == null ? ItemViews.glimpse(one.text() == null ? "" : one.text()) : ItemViews.glimpse(found.get(one.itemId()).prompt()),
        one.openedAt(), causes.getOrDefault(one.id(), List.of()),
        one.itemId() == null ? 0 : counts.getOrDefault(one.itemId(), Judgments.Count.NONE).judgments(), one.state()));
  }

  @GetMapping("/cases/{id}")
  CaseView one(Caller caller, @PathVariable UUID id) {
    return view(allowed(caller, id));
  }

  @PostMapping("/cases/{id}/verdict")
  CaseView decide(Caller caller, @PathVariable UUID id, @RequestBody Verdict verdict) {
    allowed(caller, id);
    return view(verdicts.decide(id, caller, verdict));
  }

  /** A case of a project the caller has no part in does not exist for them. */
  private Case allowed(Caller caller, UUID id) {
    var one = cases.find(id).orElseThrow(() -> new NotFound("case"));
    if (!caller.owner() && roles.of(caller.id(), one.projectId()).isEmpty()) throw new NotFound("case");
    roles.require(caller, one.projectId(), Role.LEAD, Role.MANAGER);
    return one;
  }

  private CaseView view(Case one) {
    return new CaseView(one.id(), one.projectId(), one.kind(), one.state(), one.openedAt(), cases.causes(List.of(one.id())).getOrDefault(one.id(), List.of()),
        one.itemId() == null ? null : items.find(one.itemId()).map(views::view).orElse(null), one.judgmentId(),
        one.personId() == null ? null : accounts.name(one.personId()), one.text(),
        one.decisionId() == null ? null : access.decision(one.decisionId()).orElse(null), one.decidedAt(),
        one.decidedBy() == null ? null : accounts.name(one.decidedBy()), one.reason(), one.uphold());
  }
}
