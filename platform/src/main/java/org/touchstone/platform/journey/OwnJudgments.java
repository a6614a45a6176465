package org.touchstone.platform.journey;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.touchstone.platform.adjudication.Case;
import org.touchstone.platform.adjudication.Cases;
import org.touchstone.platform.adjudication.Outcome;
import org.touchstone.platform.adjudication.Outcomes;
import org.touchstone.platform.adjudication.Return;
import org.touchstone.platform.adjudication.Returns;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.judgment.Flag;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.pay.Entry;
import org.touchstone.platform.pay.Ledger;
import org.touchstone.platform.pay.SourceId;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Glimpse;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.task.Item;
import org.touchstone.platform.task.Items;

/** A judgment as its rater sees it: what was said, in the order it was shown, and what became of it. */
@Component
public class OwnJudgments {
  public enum Fate { WAITING, ACCEPTED, REJECTED, CORRECTED }

  /** @param settlesAt when it counts as accepted; null once it is settled */
  public record Pay(Entry.State state, Money amount, @Nullable Instant settlesAt) {}

  /** @param answeredBy the name of the person who answered */
  public record Dispute(State state, @Nullable String answer, @Nullable String answeredBy) {
    public enum State { OPEN, UPHELD, DECLINED }
  }

  /** A reviewer gave it back. @param by their name; @param until when it may be changed because of that */
  public record Returned(String reason, String by, Instant until) {}

  /**
   * @param clause the heading of the guideline that a rejected one does not follow
   * @param decidedBy the name of the person who decided the outcome
   * @param returned where it is with its author again
   * @param revision how often it was revised
   * @param revisableUntil until when its rater may say something else; null where they may not
   */
  public record Own(
      JudgmentId id, Instant submittedAt, String prompt, int guidelineVersion, Judgment.Kind kind, @Nullable Answers answers,
      @Nullable Flag flag, @Nullable String note, Pay pay, Fate outcome, @Nullable String reason, @Nullable String clause,
      @Nullable String decidedBy, boolean disputable, @Nullable Dispute dispute, @Nullable Returned returned, int revision, @Nullable Instant revisableUntil) {}

  /** What others did about some judgments. */
  private record Doings(Map<JudgmentId, Outcome> decided, Map<JudgmentId, Case> disputes, Map<JudgmentId, List<Return>> returns, Map<AccountId, String> names) {
    static final Doings NONE = new Doings(Map.of(), Map.of(), Map.of(), Map.of());

    @Nullable String name(@Nullable AccountId person) {
      return person == null ? null : names.getOrDefault(person, "Somebody");
    }
  }

  private final Items items;
  private final Ledger ledger;
  private final Outcomes outcomes;
  private final Cases cases;
  private final Returns returns;
  private final Revisions revisions;
  private final Accounts accounts;
  private final Clock clock;

  OwnJudgments(Items items, Ledger ledger, Outcomes outcomes, Cases cases, Returns returns, Revisions revisions, Accounts accounts, Clock clock) {
    this.returns = returns;
    this.accounts = accounts;
    this.clock = clock;
    this.items = items;
    this.ledger = ledger;
    this.outcomes = outcomes;
    this.cases = cases;
    this.revisions = revisions;
  }

  /** A judgment at the moment it was handed in, when nothing can have become of it yet. */
  public Own fresh(Judgment judgment, String prompt) {
    return own(judgment, prompt, new Pay(Entry.State.PENDING, judgment.price(), judgment.settlesAt()), Doings.NONE);
  }

  public List<Own> of(List<Judgment> judgments) {
    var ids = judgments.stream().map(Judgment::id).toList();
    Map<ItemId, Item> found = items.all(judgments.stream().map(Judgment::itemId).distinct().toList());
    Map<SourceId, Entry> entries = ledger.latest(ids.stream().map(id -> new SourceId(id.value())).toList());
    var doings = doings(ids);
    return judgments.stream().map(judgment -> own(judgment, found.get(judgment.itemId()).prompt(), pay(judgment, entries.get(new SourceId(judgment.id().value()))), doings)).toList();
  }

  private Doings doings(List<JudgmentId> ids) {
    var decided = outcomes.of(ids);
    var disputes = cases.disputes(ids);
    var givenBack = returns.of(ids);
    var people = new HashSet<AccountId>();
    decided.values().forEach(outcome -> people.add(outcome.decidedBy()));
    disputes.values().stream().map(Case::decidedBy).filter(Objects::nonNull).forEach(people::add);
    givenBack.values().forEach(rounds -> people.add(rounds.getLast().by()));
    return new Doings(decided, disputes, givenBack, accounts.names(people));
  }

  private Own own(Judgment judgment, String prompt, Pay pay, Doings doings) {
    var outcome = doings.decided().get(judgment.id());
    var dispute = doings.disputes().get(judgment.id());
    var rounds = doings.returns().getOrDefault(judgment.id(), List.of());
    var last = rounds.isEmpty() || outcome != null || !rounds.getLast().isOpen(judgment, clock.instant()) ? null : rounds.getLast();
    var asShown = judgment.answers() == null ? null : judgment.answers().toShown(judgment.shown());
    boolean disputable = outcome != null && outcome.kind() == Outcome.Kind.REJECTED && dispute == null;
    return new Own(judgment.id(), judgment.submittedAt(), Glimpse.of(prompt), judgment.guidelineVersion(), judgment.kind(), asShown,
        judgment.flag(), judgment.note(), pay, fate(pay, outcome), outcome == null ? null : outcome.reason(), outcome == null ? null : outcome.clause(),
        outcome == null ? null : doings.name(outcome.decidedBy()), disputable, dispute == null ? null : dispute(dispute, doings.name(dispute.decidedBy())),
        last == null ? null : new Returned(last.reason(), doings.name(last.by()), last.until()),
        judgment.revision(), revisions.until(judgment, outcome, rounds).orElse(null));
  }

  private static Pay pay(Judgment judgment, @Nullable Entry latest) {
    if (latest == null) return new Pay(Entry.State.PENDING, judgment.price(), judgment.settlesAt());
    return new Pay(latest.state(), latest.amount(), latest.kind() == Entry.Kind.ACCRUAL ? judgment.settlesAt() : null);
  }

  private static Fate fate(Pay pay, @Nullable Outcome outcome) {
    if (outcome != null) return Fate.valueOf(outcome.kind().name());
    return pay.state() == Entry.State.POSTED ? Fate.ACCEPTED : Fate.WAITING;
  }

  private static Dispute dispute(Case dispute, @Nullable String by) {
    if (dispute.state() == Case.State.OPEN) return new Dispute(Dispute.State.OPEN, null, null);
    return new Dispute(Boolean.TRUE.equals(dispute.uphold()) ? Dispute.State.UPHELD : Dispute.State.DECLINED, dispute.reason(), by);
  }
}
