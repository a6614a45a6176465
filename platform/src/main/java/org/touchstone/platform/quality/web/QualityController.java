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
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.quality.Agreement;
import org.touchstone.platform.quality.AgreementByVersion;
import org.touchstone.platform.quality.Dissents;
import org.touchstone.platform.quality.EstimateView;
import org.touchstone.platform.quality.Standing;
import org.touchstone.platform.quality.Standings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Items;

/** How good the work is: of each rater, and of all together. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "quality", description = "Standings, agreement and progress")
class QualityController {
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

  /** @param prompt of the item, so that it is recognised */
  record DissentView(ItemId item, String prompt, @Nullable Integer response, @Nullable Integer part, int raters, Map<String, Integer> answers, double differing) {}

  /** @param judged how many things two raters or more judged; @param divided on how many of them they differ; @param dissents the most divided first, not all where there are very many */
  record DissentsView(int judged, int divided, List<DissentView> dissents) {}

  private final Standings standings;
  private final Agreement agreement;
  private final AgreementByVersion byVersion;
  private final Dissents dissents;
  private final Items items;
  private final Accounts accounts;
  private final Grants grants;
  private final Roles roles;

  QualityController(Standings standings, Agreement agreement, AgreementByVersion byVersion, Dissents dissents, Items items, Accounts accounts, Grants grants, Roles roles) {
    this.standings = standings;
    this.agreement = agreement;
    this.byVersion = byVersion;
    this.dissents = dissents;
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

  /** Agreement before and after: under each guideline version by itself, the earliest first. */
  @GetMapping("/agreement/versions")
  Page<VersionAgreement> agreementByVersion(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER, Role.ENGINEER);
    return new Page<>(byVersion.of(project).stream()
        .map(one -> new VersionAgreement(one.version(), one.judgments(), one.alphas().stream().map(AlphaView::of).toList())).toList(), null);
  }

  /** The judgments behind a figure of agreement: where raters differ on a criterion, in the newest era of all versions or of those named. */
  @GetMapping("/agreement/{criterion}/dissents")
  DissentsView dissents(Caller caller, @PathVariable ProjectId project, @PathVariable String criterion, @RequestParam(required = false) @Nullable Integer from,
      @RequestParam(required = false) @Nullable Integer to) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER, Role.ENGINEER);
    var found = dissents.of(project, criterion, new Dissents.Versions(from, to));
    var texts = items.all(found.dissents().stream().map(Dissents.Dissent::item).distinct().toList());
    return new DissentsView(found.judged(), found.divided(), found.dissents().stream().map(one ->
        new DissentView(one.item(), texts.get(one.item()).prompt(), one.response(), one.part(), one.raters(), one.answers(), one.differing())).toList());
  }
}
