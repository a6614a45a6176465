package org.touchstone.platform.adjudication;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.touchstone.platform.guideline.Clauses;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.quality.QualityDesk;
import org.touchstone.platform.quality.Standings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.Problem;

/** Works out what a verdict means for each judgment of its item, and refuses what no verdict may do. */
@Component
class Rulings {
  private final Outcomes outcomes;
  private final Standings standings;
  private final QualityDesk quality;
  private final Guidelines guidelines;
  private final Clock clock;

  Rulings(Outcomes outcomes, Standings standings, QualityDesk quality, Guidelines guidelines, Clock clock) {
    this.guidelines = guidelines;
    this.outcomes = outcomes;
    this.standings = standings;
    this.quality = quality;
    this.clock = clock;
  }

  /** Outcomes of a case about an item; those the verdict does not name follow from its answers. */
  List<Outcome> of(Case open, Verdict verdict, Caller caller, List<Judgment> judgments) {
    var paid = new LinkedHashMap<JudgmentId, Judgment>();
    judgments.stream().filter(judgment -> judgment.role() != Judgment.Role.ADJUDICATOR).forEach(judgment -> paid.put(judgment.id(), judgment));
    var before = outcomes.of(paid.keySet());
    var ruled = named(verdict, paid);
    refuse(ruled, paid, before, caller);
    var all = new ArrayList<Outcome>();
    paid.values().forEach(judgment -> {
      var ruling = ruled.get(judgment.id());
      if (ruling != null) all.add(outcome(open, caller, judgment, ruling.outcome(), ruling.reason() == null ? verdict.reason() : ruling.reason(), clause(ruling)));
      else if (!before.containsKey(judgment.id())) all.add(outcome(open, caller, judgment, follows(judgment, verdict), verdict.reason(), null));
    });
    return all;
  }

  /** Outcome of a dispute: accepted after all, or rejected as before. */
  List<Outcome> ofDispute(Case open, Verdict verdict, Caller caller, Judgment judgment) {
    var rejection = outcomes.of(List.of(judgment.id())).get(judgment.id());
    if (rejection != null && rejection.decidedBy().equals(caller.id())) {
      throw new Conflict("You rejected this judgment yourself: a dispute is answered by somebody who did not decide it first.");
    }
    var kind = Boolean.TRUE.equals(verdict.uphold()) ? Outcome.Kind.ACCEPTED : Outcome.Kind.REJECTED;
    String clause = kind == Outcome.Kind.REJECTED && rejection != null ? rejection.clause() : null;
    return List.of(outcome(open, caller, judgment, kind, verdict.reason(), clause));
  }

  private static Map<JudgmentId, Verdict.Ruling> named(Verdict verdict, Map<JudgmentId, Judgment> paid) {
    var ruled = new HashMap<JudgmentId, Verdict.Ruling>();
    for (var ruling : verdict.outcomes() == null ? List.<Verdict.Ruling>of() : verdict.outcomes()) {
      if (!paid.containsKey(ruling.judgmentId())) throw new Invalid("outcomes", "Judgment %s is not one of this item's.".formatted(ruling.judgmentId()));
      if (ruling.outcome() == null) throw new Invalid("outcomes", "Say for judgment %s whether it is accepted, corrected or rejected.".formatted(ruling.judgmentId()));
      ruled.put(ruling.judgmentId(), ruling);
    }
    return ruled;
  }

  private void refuse(Map<JudgmentId, Verdict.Ruling> ruled, Map<JudgmentId, Judgment> paid, Map<JudgmentId, Outcome> before, Caller caller) {
    var faults = new ArrayList<Problem.Fault>();
    var counted = new HashMap<AccountId, Integer>();
    for (var ruling : ruled.values()) {
      if (ruling.outcome() != Outcome.Kind.REJECTED) continue;
      var judgment = paid.get(ruling.judgmentId());
      if (judgment.kind() != Judgment.Kind.FLAG) unnamed(judgment, clause(ruling)).ifPresent(sentence -> faults.add(new Problem.Fault("outcomes." + judgment.id(), sentence)));
      var earlier = before.get(judgment.id());
      if (earlier != null && earlier.kind() == Outcome.Kind.REJECTED) continue;
      int rejected = outcomes.rejected(judgment.projectId(), judgment.raterId()) + counted.merge(judgment.raterId(), 1, Integer::sum) - 1;
      int judged = standings.of(judgment.projectId(), judgment.raterId()).judgments();
      RejectionPolicy.refusal(judgment, ruling.reason(), rejected, judged, caller.owner(), clock.instant())
          .ifPresent(sentence -> faults.add(new Problem.Fault("outcomes." + judgment.id(), sentence)));
    }
    if (!faults.isEmpty()) throw new Invalid(faults);
  }

  /** Whoever takes somebody's pay says which sentence of the rules they could have read; where the rules have no parts, the reason is all there is. */
  private Optional<String> unnamed(Judgment judgment, @Nullable String clause) {
    var clauses = Clauses.of(guidelines.version(judgment.projectId(), judgment.guidelineVersion()).body());
    if (clauses.isEmpty() || clause != null && clauses.contains(clause)) return Optional.empty();
    return Optional.of((clause == null ? "A rejection names the clause of the guideline that was not followed. Version %d, under which this was judged, has: %s."
        : "“%3$s” is no heading of version %1$d of the guideline, under which this was judged. It has: %2$s.")
            .formatted(judgment.guidelineVersion(), String.join(", ", clauses), clause));
  }

  private static @Nullable String clause(Verdict.Ruling ruling) {
    return ruling.outcome() != Outcome.Kind.REJECTED || ruling.clause() == null || ruling.clause().isBlank() ? null : ruling.clause().strip();
  }

  private Outcome.Kind follows(Judgment judgment, Verdict verdict) {
    boolean differs = verdict.answers() != null && judgment.answers() != null && !quality.agrees(judgment, verdict.answers());
    return differs ? Outcome.Kind.CORRECTED : Outcome.Kind.ACCEPTED;
  }

  private Outcome outcome(Case open, Caller caller, Judgment judgment, Outcome.Kind kind, String reason, @Nullable String clause) {
    return new Outcome(judgment.id(), kind, reason, clause, open.id(), caller.id(), clock.instant());
  }
}
