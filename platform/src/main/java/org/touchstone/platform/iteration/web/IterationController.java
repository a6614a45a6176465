package org.touchstone.platform.iteration.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.iteration.Impact;
import org.touchstone.platform.iteration.ImpactDesk;
import org.touchstone.platform.iteration.Recheck;
import org.touchstone.platform.iteration.RecheckCost;
import org.touchstone.platform.iteration.RecheckDesk;
import org.touchstone.platform.quality.GoldDesk;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;

/** What a version would touch before it is published, and judging again what it made stale. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "guidelines", description = "Guidelines and rubrics by version")
class IterationController {
  record RecheckBody(Recheck.@Nullable Scope scope, @Nullable String criterion, @Nullable Double share) {}

  record RecheckView(UUID id, int version, Recheck.Scope scope, @Nullable String criterion, @Nullable Double share, int items, int places, Money most,
      String orderedBy, Instant orderedAt) {}

  /** @param cost of the recheck asked about; @param ordered the newest first; @param outdatedGold known answers that score nobody until confirmed */
  record RechecksView(RecheckCost cost, List<RecheckView> ordered, int outdatedGold) {}

  record GoldConfirmation(int confirmed, List<ItemId> unfit) {}

  private final ImpactDesk impacts;
  private final RecheckDesk rechecks;
  private final GoldDesk golds;
  private final Roles roles;
  private final Accounts accounts;

  IterationController(ImpactDesk impacts, RecheckDesk rechecks, GoldDesk golds, Roles roles, Accounts accounts) {
    this.impacts = impacts;
    this.rechecks = rechecks;
    this.golds = golds;
    this.roles = roles;
    this.accounts = accounts;
  }

  @GetMapping("/guidelines/draft/impact")
  Impact impact(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD);
    return impacts.ofDraft(project);
  }

  /** What a recheck would take now, and what was ordered already; nothing is ordered by asking. */
  @GetMapping("/rechecks")
  RechecksView plan(Caller caller, @PathVariable ProjectId project, @RequestParam(defaultValue = "ALL") Recheck.Scope scope,
      @RequestParam(required = false) @Nullable String criterion, @RequestParam(required = false) @Nullable Double share) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD);
    return new RechecksView(rechecks.plan(project, new Recheck.Wish(scope, criterion, share)), rechecks.of(project).stream().map(this::view).toList(),
        rechecks.outdatedGold(project));
  }

  /** Says that the known answers from before the last breaking change still hold; those that no longer fit the rubric are named. */
  @PostMapping("/gold/confirmation")
  GoldConfirmation confirm(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD);
    var confirmed = golds.confirm(project, caller.id());
    return new GoldConfirmation(confirmed.confirmed(), confirmed.unfit());
  }

  /** Orders it: places open again, for everybody who may work, whether or not they judged these items before. */
  @PostMapping("/rechecks")
  @ResponseStatus(HttpStatus.CREATED)
  RecheckView order(Caller caller, @PathVariable ProjectId project, @RequestBody RecheckBody body) {
    roles.require(caller, project, Role.MANAGER);
    return view(rechecks.order(project, caller.id(), new Recheck.Wish(body.scope(), body.criterion(), body.share())));
  }

  private RecheckView view(Recheck recheck) {
    return new RecheckView(recheck.id(), recheck.version(), recheck.wish().scope(), recheck.wish().criterion(), recheck.wish().share(), recheck.items(),
        recheck.places(), recheck.most(), accounts.name(recheck.orderedBy()), recheck.orderedAt());
  }
}
