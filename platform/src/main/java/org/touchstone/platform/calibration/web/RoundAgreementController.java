package org.touchstone.platform.calibration.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.calibration.Discrepancies;
import org.touchstone.platform.calibration.Discrepancy;
import org.touchstone.platform.calibration.RoundAgreement;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.quality.EstimateView;
import org.touchstone.platform.shared.AccountId;

/** What a round says about its people, its items and the guideline. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "rounds", description = "Practice, calibration, tests of the guideline and assessments")
class RoundAgreementController {
  record CriterionAgreement(String criterion, EstimateView withStandard, EstimateView between, String level, int answers, int people, List<RoundAgreement.Confusion> confusion) {}

  record PersonAgreement(AccountId accountId, String name, double share, int asked, Map<String, Double> byCriterion) {}

  record ItemAgreement(UUID item, int number, @Nullable Double share, int people, Map<String, Double> byCriterion, Map<String, Map<String, Integer>> given) {}

  /** @param attemptId where it was talked over */
  record FoundGap(UUID attemptId, int position, String criterion, String note) {}

  record RoundAgreementView(int people, List<CriterionAgreement> criteria, List<PersonAgreement> persons, List<ItemAgreement> items, List<FoundGap> gaps) {}

  private final RoundAgreement agreement;
  private final Discrepancies discrepancies;
  private final Accounts accounts;
  private final RoundRights rights;

  RoundAgreementController(RoundAgreement agreement, Discrepancies discrepancies, Accounts accounts, RoundRights rights) {
    this.agreement = agreement;
    this.discrepancies = discrepancies;
    this.accounts = accounts;
    this.rights = rights;
  }

  @GetMapping("/rounds/{round}/agreement")
  RoundAgreementView agreement(Caller caller, @PathVariable UUID round) {
    var report = agreement.of(rights.run(caller, round));
    var names = accounts.names(report.persons().stream().map(RoundAgreement.Person::accountId).toList());
    return new RoundAgreementView(report.people(),
        report.criteria().stream().map(line -> new CriterionAgreement(line.criterion(), EstimateView.of(line.withStandard()), EstimateView.of(line.between()), line.level(),
            line.answers(), line.people(), line.confusion())).toList(),
        report.persons().stream().map(one -> new PersonAgreement(one.accountId(), names.getOrDefault(one.accountId(), "Somebody"), one.share(), one.asked(), one.byCriterion())).toList(),
        report.items().stream().map(one -> new ItemAgreement(one.item(), one.number(), one.share(), one.people(), one.byCriterion(), one.given())).toList(),
        discrepancies.gapsOf(round).stream().map(RoundAgreementController::gap).toList());
  }

  private static FoundGap gap(Discrepancy thread) {
    return new FoundGap(thread.attemptId(), thread.position(), thread.criterion(), thread.settled() == null ? "" : thread.settled().note());
  }
}
