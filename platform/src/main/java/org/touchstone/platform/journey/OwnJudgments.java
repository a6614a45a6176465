package org.touchstone.platform.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.touchstone.platform.adjudication.Case;
import org.touchstone.platform.adjudication.Cases;
import org.touchstone.platform.adjudication.Outcome;
import org.touchstone.platform.adjudication.Outcomes;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.judgment.Flag;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.pay.Entry;
import org.touchstone.platform.pay.Ledger;
import org.touchstone.platform.pay.SourceId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.task.Item;
import org.touchstone.platform.task.Items;

/** A judgment as its rater sees it: what was said, in the order it was shown, and what became of it. */
@Component
public class OwnJudgments {
  private static final int GLIMPSE = 200;

  public enum Fate { WAITING, ACCEPTED, REJECTED, CORRECTED }

  /** @param settlesAt when it counts as accepted; null once it is settled */
  public record Pay(Entry.State state, Money amount, @Nullable Instant settlesAt) {}

  public record Dispute(State state, @Nullable String answer) {
    public enum State { OPEN, UPHELD, DECLINED }
  }

  /**
   * @param revision how often it was revised
   * @param revisableUntil until when its rater may say something else; null where they may not
   */
  public record Own(
      JudgmentId id, Instant submittedAt, String prompt, int guidelineVersion, Judgment.Kind kind, @Nullable Answers answers,
      @Nullable Flag flag, @Nullable String note, Pay pay, Fate outcome, @Nullable String reason, boolean disputable, @Nullable Dispute dispute,
      int revision, @Nullable Instant revisableUntil) {}

  private final Items items;
  private final Ledger ledger;
  private final Outcomes outcomes;
  private final Cases cases;
  private final Revisions revisions;

  OwnJudgments(Items items, Ledger ledger, Outcomes outcomes, Cases cases, Revisions revisions) {
    this.items = items;
    this.ledger = ledger;
    this.outcomes = outcomes;
    this.cases = cases;
    this.revisions = revisions;
  }

  /** A judgment at the moment it was handed in, when nothing can have become of it yet. */
  public Own fresh(Judgment judgment, String prompt) {
    return own(judgment, prompt, new Pay(Entry.State.PENDING, judgment.price(), judgment.settlesAt()), null, null);
  }

  public List<Own> of(List<Judgment> judgments) {
    var ids = judgments.stream().map(Judgment::id).toList();
    Map<ItemId, Item> found = items.all(judgments.stream().map(Judgment::itemId).distinct().toList());
    Map<SourceId, Entry> entries = ledger.latest(ids.stream().map(id -> new SourceId(id.value())).toList());
    var decided = outcomes.of(ids);
    var disputes = cases.disputes(ids);
    return judgments.stream().map(judgment -> own(judgment, found.get(judgment.itemId()).prompt(),
        pay(judgment, entries.get(new SourceId(judgment.id().value()))), decided.get(judgment.id()), disputes.get(judgment.id()))).toList();
  }

  private Own own(Judgment judgment, String prompt, Pay pay, @Nullable Outcome outcome, @Nullable Case dispute) {
    var asShown = judgment.answers() == null ? null : judgment.answers().toShown(judgment.shown());
    boolean disputable = outcome != null && outcome.kind() == Outcome.Kind.REJECTED && dispute == null;
    return new Own(judgment.id(), judgment.submittedAt(), glimpse(prompt), judgment.guidelineVersion(), judgment.kind(), asShown,
        judgment.flag(), judgment.note(), pay, fate(pay, outcome), outcome == null ? null : outcome.reason(), disputable, dispute(dispute),
        judgment.revision(), revisions.until(judgment, outcome).orElse(null));
  }

  private static Pay pay(Judgment judgment, @Nullable Entry latest) {
    if (latest == null) return new Pay(Entry.State.PENDING, judgment.price(), judgment.settlesAt());
    return new Pay(latest.state(), latest.amount(), latest.kind() == Entry.Kind.ACCRUAL ? judgment.settlesAt() : null);
  }

  private static Fate fate(Pay pay, @Nullable Outcome outcome) {
    if (outcome != null) return Fate.valueOf(outcome.kind().name());
    return pay.state() == Entry.State.POSTED ? Fate.ACCEPTED : Fate.WAITING;
  }

  private static @Nullable Dispute dispute(@Nullable Case dispute) {
    if (dispute == null) return null;
    if (dispute.state() == Case.State.OPEN) return new Dispute(Dispute.State.OPEN, null);
    return new Dispute(Boolean.TRUE.equals(dispute.uphold()) ? Dispute.State.UPHELD : Dispute.State.DECLINED, dispute.reason());
  }

  static String glimpse(String prompt) {
    return prompt.length() <= GLIMPSE ? prompt : prompt.substring(0, GLIMPSE);
  }
}
