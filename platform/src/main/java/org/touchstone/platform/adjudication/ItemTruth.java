package org.touchstone.platform.adjudication;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.quality.GoldDesk;
import org.touchstone.platform.quality.Golds;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;

/** What a verdict says is right about its item: as a judgment of its own, and as gold. */
@Component
class ItemTruth {
  private final JudgmentDesk judgments;
  private final Golds golds;
  private final GoldDesk goldDesk;

  ItemTruth(JudgmentDesk judgments, Golds golds, GoldDesk goldDesk) {
    this.judgments = judgments;
    this.golds = golds;
    this.goldDesk = goldDesk;
  }

  @Nullable Judgment rule(Case open, Caller caller, Verdict verdict) {
    return verdict.answers() == null ? null
        : judgments.judgeAsAdjudicator(caller.id(), open.projectId(), open.itemId(), verdict.answers(), verdict.reason().strip());
  }

  void makeGold(Case open, Caller caller, Verdict verdict) {
    if (verdict.answers() == null) throw new Invalid("answers", "Gold needs the right answers: give them with the verdict.");
    goldDesk.make(open.projectId(), caller.id(), open.itemId(), verdict.answers(), explanation(verdict));
  }

  /** A won dispute against gold corrects the gold, or withdraws it where nobody says what is right; all are scored anew. */
  void correctGold(ItemId item, Caller caller, Verdict verdict) {
    golds.of(item).ifPresent(gold -> {
      if (verdict.answers() == null) goldDesk.withdraw(gold.projectId(), caller.id(), item);
      else goldDesk.make(gold.projectId(), caller.id(), item, verdict.answers(), explanation(verdict));
    });
  }

  private static String explanation(Verdict verdict) {
    return verdict.explanation() == null || verdict.explanation().isBlank() ? verdict.reason().strip() : verdict.explanation().strip();
  }
}
