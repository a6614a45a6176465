package org.touchstone.platform.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.access.Decision;
import org.touchstone.platform.access.Finding;
import org.touchstone.platform.shared.AccountId;

/** A decision as shown, with who made it, or nobody where the gate did, and who answered the appeal: with the name and all evidence to those who lead, and to the person concerned without telling gold. */
record DecisionView(UUID id, AccountId accountId, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name, Decision.Action action, String rule,
    String reason, List<Finding.Evidence> evidence, Instant at, @Nullable Instant until, @Nullable String decidedBy,
    Decision.@Nullable Appeal appeal, @Nullable String answeredBy) {
  /** @param names of everybody that {@link #people} names */
  static DecisionView of(Decision decision, Map<AccountId, String> names) {
    return view(decision, names.get(decision.accountId()), decision.evidence(), names);
  }

  /** What a person wrote is shown as it is. The known answers are still at work, so their judgments are counted only; whoever answers the appeal sees each of them. */
  static DecisionView toPersonConcerned(Decision decision, Map<AccountId, String> names) {
    if (decision.decidedBy() != null) return view(decision, null, decision.evidence(), names);
    int judgments = decision.evidence().size();
    var counted = judgments == 0 ? List.<Finding.Evidence>of() : List.of(new Finding.Evidence("count", decision.id().toString(), null,
        "%s of yours missed a known answer. Which they are is not told while the answers are in use; if you appeal, somebody else looks at each of them.".formatted(
            judgments == 1 ? "One recent judgment" : judgments + " recent judgments")));
    return view(decision, null, counted, names);
  }

  /** Whoever is concerned by these decisions, made one by hand, or answered an appeal. */
  static Set<AccountId> people(Collection<Decision> decisions) {
    var people = new HashSet<AccountId>();
    for (var decision : decisions) {
      people.add(decision.accountId());
      if (decision.decidedBy() != null) people.add(decision.decidedBy());
      if (decision.appeal() != null && decision.appeal().answeredBy() != null) people.add(decision.appeal().answeredBy());
    }
    return people;
  }

  private static DecisionView view(Decision decision, @Nullable String name, List<Finding.Evidence> evidence, Map<AccountId, String> names) {
    return new DecisionView(decision.id(), decision.accountId(), name, decision.action(), decision.rule(), decision.reason(), evidence, decision.at(),
        decision.until(), decision.decidedBy() == null ? null : names.get(decision.decidedBy()), decision.appeal(),
        decision.appeal() == null || decision.appeal().answeredBy() == null ? null : names.get(decision.appeal().answeredBy()));
  }
}
