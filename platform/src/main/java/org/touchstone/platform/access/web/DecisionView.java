package org.touchstone.platform.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.access.Decision;
import org.touchstone.platform.access.Finding;
import org.touchstone.platform.shared.AccountId;

/** A decision as shown: with the name and all evidence to those who lead, and to the person concerned without telling gold. */
record DecisionView(UUID id, AccountId accountId, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name, Decision.Action action, String rule,
    String reason, List<Finding.Evidence> evidence, Instant at, @Nullable Instant until, Decision.@Nullable Appeal appeal) {
  static DecisionView of(Decision decision, String name) {
    return view(decision, name, decision.evidence());
  }

  /** The known answers are still at work, so their judgments are counted only; whoever answers the appeal sees each of them. */
  static DecisionView toPersonConcerned(Decision decision) {
    int judgments = decision.evidence().size();
    var counted = judgments == 0 ? List.<Finding.Evidence>of() : List.of(new Finding.Evidence("count", decision.id().toString(), null,
        "%s of yours missed a known answer. Which they are is not told while the answers are in use; if you appeal, somebody else looks at each of them.".formatted(
            judgments == 1 ? "One recent judgment" : judgments + " recent judgments")));
    return view(decision, null, counted);
  }

  private static DecisionView view(Decision decision, @Nullable String name, List<Finding.Evidence> evidence) {
    return new DecisionView(decision.id(), decision.accountId(), name, decision.action(), decision.rule(), decision.reason(), evidence, decision.at(),
        decision.until(), decision.appeal());
  }
}
