package org.touchstone.platform.adjudication.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.AccessDesk;
import org.touchstone.platform.access.Decision;
import org.touchstone.platform.adjudication.Case;
import org.touchstone.platform.adjudication.Cases;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.shared.Glimpse;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Items;

/** Cases as the one who decides them sees them. */
@Component
class CaseViews {
  record ListedCase(UUID id, Case.Kind kind, String prompt, Instant openedAt, List<Case.Cause> causes, int judgments, Case.State state) {}

  /** @param text what the person who disputes or appeals says; @param decision what an appeal is about */
  record CaseView(
      UUID id, ProjectId projectId, Case.Kind kind, Case.State state, Instant openedAt, List<Case.Cause> causes, ItemViews.@Nullable ItemView item,
      @Nullable JudgmentId judgmentId, @Nullable String personName, @Nullable String appealText, @Nullable Decision decision, @Nullable Instant decidedAt,
      @Nullable String decidedBy, @Nullable String reason, @Nullable Boolean uphold) {}

  private final Cases cases;
  private final Items items;
  private final ItemViews views;
  private final Judgments judgments;
  private final AccessDesk access;
  private final Accounts accounts;

  CaseViews(Cases cases, Items items, ItemViews views, Judgments judgments, AccessDesk access, Accounts accounts) {
    this.cases = cases;
    this.items = items;
    this.views = views;
    this.judgments = judgments;
    this.access = access;
    this.accounts = accounts;
  }

  Page<ListedCase> listed(Page<Case> page) {
    List<ItemId> about = page.items().stream().map(Case::itemId).filter(item -> item != null).distinct().toList();
    var found = items.all(about);
    var counts = judgments.counts(about);
    var causes = cases.causes(page.items().stream().map(Case::id).toList());
    return page.map(one -> new ListedCase(one.id(), one.kind(),
        one.itemId() == null ? Glimpse.of(one.text() == null ? "" : one.text()) : Glimpse.of(found.get(one.itemId()).prompt()),
        one.openedAt(), causes.getOrDefault(one.id(), List.of()),
        one.itemId() == null ? 0 : counts.getOrDefault(one.itemId(), Judgments.Count.NONE).judgments(), one.state()));
  }

  CaseView view(Case one) {
    return new CaseView(one.id(), one.projectId(), one.kind(), one.state(), one.openedAt(), cases.causes(List.of(one.id())).getOrDefault(one.id(), List.of()),
        one.itemId() == null ? null : items.find(one.itemId()).map(views::view).orElse(null), one.judgmentId(),
        one.personId() == null ? null : accounts.name(one.personId()), one.text(),
        one.decisionId() == null ? null : access.decision(one.decisionId()).orElse(null), one.decidedAt(),
        one.decidedBy() == null ? null : accounts.name(one.decidedBy()), one.reason(), one.uphold());
  }
}
