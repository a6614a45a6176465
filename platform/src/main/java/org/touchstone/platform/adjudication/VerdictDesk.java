package org.touchstone.platform.adjudication;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.access.AppealDesk;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.NotFound;

/** Where a person settles a case, once, with a reason that everybody concerned is told. */
@Service
public class VerdictDesk {
  private static final int LONGEST_REASON = 5_000;

  private final Cases cases;
  private final Rulings rulings;
  private final Judgments judgments;
  private final ItemTruth truth;
  private final AppealDesk appeals;
  private final CaseClosing closing;

  VerdictDesk(Cases cases, Rulings rulings, Judgments judgments, ItemTruth truth, AppealDesk appeals, CaseClosing closing) {
    this.cases = cases;
    this.rulings = rulings;
    this.judgments = judgments;
    this.truth = truth;
    this.appeals = appeals;
    this.closing = closing;
  }

  @Transactional
  public Case decide(UUID id, Caller caller, Verdict verdict) {
    var open = cases.lock(id).orElseThrow(() -> new NotFound("case"));
    if (open.state() == Case.State.DECIDED) throw new Conflict("This case was decided before; a new doubt opens a new case.");
    if (verdict.reason() == null || verdict.reason().strip().length() < 10) {
      throw new Invalid("reason", "Say why in at least 10 characters: everybody concerned is told.");
    }
    if (isLong(verdict.reason()) || isLong(verdict.explanation())) throw new Invalid("reason", "Keep the reason and the explanation under %d characters each.".formatted(LONGEST_REASON));
    if (verdict.outcomes() != null && verdict.outcomes().stream().anyMatch(ruling -> ruling != null && isLong(ruling.reason()))) {
      throw new Invalid("outcomes", "Keep each reason under %d characters.".formatted(LONGEST_REASON));
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
    var said = locked(open.itemId());
    requireOutsider(caller, said);
    var decided = rulings.of(open, verdict, caller, said);
    var answer = truth.rule(open, caller, verdict);
    if (Boolean.TRUE.equals(verdict.makeGold())) truth.makeGold(open, caller, verdict);
    closing.close(open, caller, verdict, answer, decided, said);
  }

  private void answerDispute(Case open, Caller caller, Verdict verdict) {
    requireUphold(verdict);
    var judgment = judgments.find(open.judgmentId()).orElseThrow();
    var said = locked(open.itemId());
    requireOutsider(caller, said);
    var decided = rulings.ofDispute(open, verdict, caller, judgment);
    var answer = truth.rule(open, caller, verdict);
    if (verdict.uphold()) truth.correctGold(open.itemId(), caller, verdict);
    closing.close(open, caller, verdict, answer, decided, said);
  }

  private void answerAppeal(Case open, Caller caller, Verdict verdict) {
    requireUphold(verdict);
    appeals.answer(open.decisionId(), verdict.uphold(), verdict.reason().strip(), caller.id());
    closing.close(open, caller, verdict, null, List.of(), List.of());
  }

  /** All that was said about an item, which nobody revises while it is decided about. */
  private List<Judgment> locked(ItemId item) {
    judgments.lock(judgments.ofItem(item).stream().map(Judgment::id).toList());
    return judgments.ofItem(item);
  }

  private static boolean isLong(@Nullable String text) {
    return text != null && text.length() > LONGEST_REASON;
  }

  private static void requireUphold(Verdict verdict) {
    if (verdict.uphold() == null) throw new Invalid("uphold", "Say whether this is upheld or declined.");
  }

  private static void requireOutsider(Caller caller, List<Judgment> said) {
    boolean involved = said.stream().anyMatch(judgment -> judgment.role() != Judgment.Role.ADJUDICATOR && judgment.raterId().equals(caller.id()));
    if (involved) throw new Conflict("You judged this item yourself, so somebody else has to decide this case.");
  }

}
