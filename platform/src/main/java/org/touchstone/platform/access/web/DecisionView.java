package org.touchstone.platform.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.access.Decision;
import org.touchstone.platform.access.Finding;
import org.touchstone.platform.shared.AccountId;

/** A decision as shown; the name only where others are looked at. */
record DecisionView(UUID id, AccountId accountId, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name, Decision.Action action, String rule,
    String reason, List<Finding.Evidence> evidence, Instant at, @Nullable Instant until, Decision.@Nullable Appeal appeal) {
  static DecisionView of(Decision decision, @Nullable String name) {
    return new DecisionView(decision.id(), decision.accountId(), name, decision.action(), decision.rule(), decision.reason(), decision.evidence(),
        decision.at(), decision.until(), decision.appeal());
  }
}
