package org.touchstone.platform.quality.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.access.Grant;
import org.touchstone.platform.access.Grants;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.quality.Agreement;
import org.touchstone.platform.quality.AgreementBehind;
import org.touchstone.platform.quality.AgreementByVersion;
import org.touchstone.platform.quality.EstimateView;
import org.touchstone.platform.quality.Standing;
import org.touchstone.platform.quality.Standings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Glimpse;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Items;

/** How good the work is: of each rater, and of all together. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "quality", description = "Standings, agreement and progress")
class QualityController {
  private static final int SOME = 50;
  /** @param consistency with oneself on the same item; nothing is handed out twice yet */
  record StandingView(EstimateView gold, EstimateView consensus, EstimateView consistency, int judgments, int flags) {
    static StandingView of(Standing standing) {
      return new StandingView(EstimateView.of(standing.gold()), EstimateView.of(standing.consensus()), EstimateView.of(standing.consistency()),
          standing.judgments(), standing.flags());
    }
  }

  record PersonStanding(AccountId accountId, String name, StandingView standing, Grant.@Nullable State membership) {}

  record AlphaView(String criterion, @Nullable Integer response, String metric, String level, EstimateView estimate, long items, int raters) {
    static AlphaView of(Agreement.Alpha alpha) {
      return new AlphaView(alpha.criterion(), null, "krippendorff-alpha", alpha.level(), EstimateView.of(alpha.estimate()), alpha.items(), alpha.raters());
    }
  }

  record VersionAgreement(int version, int judgments, List<AlphaView> alphas) {}

  private final Standings standings;
  private final Agreement agreement;
  private final AgreementByVersion byVersion;
  private final AgreementBehind behind;
  private final Items items;
  private final Accounts accounts;
  private final Grants grants;
  private final Roles roles;

  QualityController(Standings standings, Agreement agreement, AgreementByVersion byVersion, AgreementBehind behind, Items items,
      Accounts accounts, Grants grants, Roles roles) {
    this.behind = behind;
    this.standings = standings;
    this.agreement = agreement;
    this.byVersion = byVersion;
    this.items = items;
    this.accounts = accounts;
    this.grants = grants;
    this.roles = roles;
  }

  @GetMapping("/standing/mine")
  StandingView mine(Caller caller, @PathVariable ProjectId project) {
    roles.requireMember(caller, project);
    return StandingView.of(standings.asToldTo(project, caller.id()));
  }

  @GetMapping("/standings")
  Page<PersonStanding> standings(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER);
    var all = standings.of(project);
    var names = accounts.names(all.stream().map(Standing::raterId).toList());
    var memberships = grants.ofProject(project);
    return new Page<>(all.stream().map(one -> new PersonStanding(one.raterId(), names.getOrDefault(one.raterId(), "Somebody"), StandingView.of(one),
        memberships.containsKey(one.raterId()) ? memberships.get(one.raterId()).state() : null)).toList(), null);
  }

  @GetMapping("/agreement")
  Page<AlphaView> agreement(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER, Role.ENGINEER);
    List<AlphaView> alphas = agreement.of(project).stream().map(AlphaView::of).toList();
    return new Page<>(alphas, null);
  }

  record SaidView(AccountId raterId, String name, Answers answers) {}

  record SharedView(ItemId itemId, @Nullable String externalId, String prompt, int responses, List<SaidView> said, boolean apart) {}

  /**
   * @param since the version of the guideline from which judgments are counted
   * @param shared how many items two people judged at least; @param apart of how many of those they differ
   * @param alone how many items only one person answered
   */
  record BehindView(int since, int shared, int apart, int alone, List<SharedView> items, @Nullable String nextCursor) {}

  /**
   * The judgments behind the agreement on one criterion, item by item, the most divided first: of the newest era, or of the newest
   * under the versions from one to another.
   */
  @GetMapping("/agreement/{criterion}")
  BehindView behind(Caller caller, @PathVariable ProjectId project, @PathVariable String criterion, @RequestParam(required = false) @Nullable Integer from,
      @RequestParam(required = false) @Nullable Integer to, @RequestParam(defaultValue = "0") int cursor) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER, Role.ENGINEER);
    var all = behind.of(project, criterion, new AgreementBehind.Versions(from, to));
    int first = Math.clamp(cursor, 0, all.shared().size());
    var page = all.shared().subList(first, Math.min(all.shared().size(), first + SOME));
    var found = items.all(page.stream().map(AgreementBehind.Shared::itemId).toList());
    var names = accounts.names(page.stream().flatMap(one -> one.said().stream()).map(AgreementBehind.Said::raterId).distinct().toList());
    var views = page.stream().map(one -> {
      var item = found.get(one.itemId());
      return new SharedView(one.itemId(), item.externalId(), Glimpse.of(item.prompt()), item.responses().size(),
          one.said().stream().map(said -> new SaidView(said.raterId(), names.getOrDefault(said.raterId(), "Somebody"), said.answers())).toList(), one.isApart());
    }).toList();
    return new BehindView(all.since(), all.shared().size(), (int) all.shared().stream().filter(AgreementBehind.Shared::isApart).count(), all.alone(), views,
        first + SOME < all.shared().size() ? Integer.toString(first + SOME) : null);
  }

  /** Agreement before and after: under each guideline version by itself, the earliest first. */
  @GetMapping("/agreement/versions")
  Page<VersionAgreement> agreementByVersion(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER, Role.ENGINEER);
    return new Page<>(byVersion.of(project).stream()
        .map(one -> new VersionAgreement(one.version(), one.judgments(), one.alphas().stream().map(AlphaView::of).toList())).toList(), null);
  }
}
