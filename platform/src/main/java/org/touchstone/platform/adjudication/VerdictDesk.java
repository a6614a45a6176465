package org.touchstone.platform.adjudication;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.access.AccessDesk;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.quality.GoldDesk;
import org.touchstone.platform.quality.Golds;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.NotFound;

/** Where a person settles a case, once, with a reason that everybody concerned is told. */
@Service
public class VerdictDesk {
  private final Cases cases;
  private final Outcomes outcomes;
  private final Rulings rulings;
  private final Judgments judgments;
  private final JudgmentDesk judgmentDesk;
  private final Golds golds;
  private final GoldDesk goldDesk;
  private final AccessDesk access;
  private final Announcements announcements;
  private final ApplicationEventPublisher events;

  VerdictDesk(Cases cases, Outcomes outcomes, Rulings rulings, Judgments judgments, JudgmentDesk judgmentDesk, Golds golds, GoldDesk goldDesk,
      AccessDesk access, Announcements announcements, ApplicationEventPublisher events) {
    this.cases = cases;
    this.outcomes = outcomes;
    this.rulings = rulings;
    this.judgments = judgments;
    this.judgmentDesk = judgmentDesk;
    this.golds = golds;
    this.goldDesk = goldDesk;
    this.access = access;
    this.announcements = announcements;
    this.events = events;
  }

  @Transactional
  public Case decide(UUID id, Caller caller, Verdict verdict) {
    var open = cases.lock(id).orElseThrow(() -> new NotFound("case"));
    if (open.state() == Case.State.DECIDED) throw new Conflict("This case was decided before; a new doubt opens a new case.");
    if (verdict.reason() == null || verdict.reason().strip().length() < 10) {
      throw new Invalid("reason", "Say why in at least 10 characters: everybody concerned is told.");
    }
    if (verdict.outcomes() != null && verdict.outcomes().stream().anyMatch(Objects::isNull)) {
      throw new Invalid("outcomes", "There is null in this list instead of an outcome.");
    }
    switch (open.kind()) {
      case FLAG, DISAGREEMENT -> settle(open, caller, verdict);
      case DISPUTE -> answerDispute(open, caller, verdict);
      case APPEAL -> answerAppeal(open, caller, verdict);
    }
    return cases.find(id).orElseThrow();
  }

  private void settle(Case open, Caller caller, Verdict verdict) {
    var said = judgments.ofItem(open.itemId());
    requireOutsider(caller, said);
    var decided = rulings.of(open, verdict, caller, said);
    var answer = rule(open, caller, verdict);
    if (Boolean.TRUE.equals(verdict.makeGold())) makeGold(open, caller, verdict);
    close(open, caller, verdict, answer, decided, said);
  }

  private void answerDispute(Case open, Caller caller, Verdict verdict) {
    requireUphold(verdict);
    var judgment = judgments.find(open.judgmentId()).orElseThrow();
    var said = judgments.ofItem(open.itemId());
    requireOutsider(caller, said);
    var rejection = outcomes.of(List.of(judgment.id())).get(judgment.id());
    if (rejection != null && rejection.decidedBy().equals(caller.id())) {
      throw new Conflict("You rejected this judgment yourself: a dispute is answered by somebody who did not decide it first.");
    }
    var answer = rule(open, caller, verdict);
    if (verdict.uphold()) correctGold(open.itemId(), caller, verdict);
    close(open, caller, verdict, answer, rulings.ofDispute(open, verdict, caller, judgment), said);
  }

  private void answerAppeal(Case open, Caller caller, Verdict verdict) {
    requireUphold(verdict);
    access.answerAppeal(open.decisionId(), verdict.uphold(), verdict.reason().strip(), caller.id());
    close(open, caller, verdict, null, List.of(), List.of());
  }

  private void close(Case open, Caller caller, Verdict verdict, @Nullable Judgment answer, List<Outcome> decided, List<Judgment> said) {
    var byId = said.stream().collect(Collectors.toMap(Judgment::id, judgment -> judgment));
    cases.decide(open.id(), caller.id(), verdict.reason().strip(), verdict.uphold(), answer == null ? null : answer.id());
    outcomes.add(open.id(), open.projectId(), caller.id(), decided, byId);
    announcements.decided(open, caller, verdict.reason().strip(), decided, byId);
    events.publishEvent(new Case.Decided(open.id(), open.projectId(), open.kind(), verdict.reason().strip(), decided));
  }

  private @Nullable Judgment rule(Case open, Caller caller, Verdict verdict) {
    return verdict.answers() == null ? null
        : judgmentDesk.judgeAsAdjudicator(caller.id(), open.projectId(), open.itemId(), verdict.answers(), verdict.reason().strip());
  }

  private void makeGold(Case open, Caller caller, Verdict verdict) {
    if (verdict.answers() == null) throw new Invalid("answers", "Gold needs the right answers: give them with the verdict.");
    goldDesk.make(open.projectId(), caller.id(), open.itemId(), verdict.answers(), explanation(verdict));
  }

  /** A won dispute against gold corrects the gold, or withdraws it where nobody says what is right; all are scored anew. */
  private void correctGold(ItemId item, Caller caller, Verdict verdict) {
    golds.of(item).ifPresent(gold -> {
      if (verdict.answers() == null) goldDesk.withdraw(gold.projectId(), caller.id(), item);
      else goldDesk.make(gold.projectId(), caller.id(), item, verdict.answers(), explanation(verdict));
    });
  }

  private static String explanation(Verdict verdict) {
    return verdict.explanation() == null || verdict.explanation().isBlank() ? verdict.reason().strip() : verdict.explanation().strip();
  }

  private static void requireUphold(Verdict verdict) {
    if (verdict.uphold() == null) throw new Invalid("uphold", "Say whether this is upheld or declined.");
  }

  private static void requireOutsider(Caller caller, List<Judgment> said) {
    boolean involved = said.stream().anyMatch(judgment -> judgment.role() != Judgment.Role.ADJUDICATOR && judgment.raterId().equals(caller.id()));
    if (involved) throw new Conflict("You judged this item yourself, so somebody else has to decide this case.");
  }

}
