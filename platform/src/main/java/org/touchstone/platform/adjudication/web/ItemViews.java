package org.touchstone.platform.adjudication.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.touchstone.platform.adjudication.Case;
import org.touchstone.platform.adjudication.Cases;
import org.touchstone.platform.adjudication.Outcome;
import org.touchstone.platform.adjudication.Outcomes;
import org.touchstone.platform.adjudication.Returns;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.judgment.Flag;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.quality.Consensus;
import org.touchstone.platform.quality.Gold;
import org.touchstone.platform.quality.Golds;
import org.touchstone.platform.quality.ItemConsensus;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Glimpse;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.task.Item;
import org.touchstone.platform.task.Items;
import org.touchstone.platform.task.Sensitivity;
import org.touchstone.platform.task.Task;

/** Items as those who run a project see them: with models, gold, consensus and every judgment side by side. */
@Component
class ItemViews {
  enum State { OPEN, COMPLETE }

  /** @param answers in the item's own order; @param outdated whether a breaking version came since, so that nobody is scored by it any more */
  record GoldView(Answers answers, String explanation, String by, Instant at, int guidelineVersion, boolean outdated) {}

  /** One round of giving back: @param note what the author had told the reviewer before it; @param answered whether something else was said since */
  record ReturnView(String reason, String by, Instant at, Instant until, @Nullable String note, boolean answered) {}

  /** @param decidedBy who decided about it; @param returns the rounds in which it went back to its author */
  record JudgmentView(
      JudgmentId id, AccountId raterId, String raterName, Judgment.Role role, @Nullable Answers answers, @Nullable Flag flag, @Nullable String note,
      Instant submittedAt, int guidelineVersion, int[] orderShown, int activeSeconds, boolean late, Outcome.@Nullable Kind outcome, @Nullable String reason,
      @Nullable String decidedBy, int revision, List<ReturnView> returns) {}

  record ListedItem(
      ItemId id, @Nullable String externalId, String prompt, int responses, State state, int taken, int wanted, int priority, int lane, @Nullable Instant dueAt, @Nullable Sensitivity sensitive, boolean gold,
      int judgments, int flags, List<ItemConsensus> consensus) {}

  /** @param consensusSince the guideline version that began the era whose judgments the consensus rests on; null where there is none */
  record ItemView(
      ItemId id, @Nullable String externalId, String prompt, @Nullable String context, List<Item.Turn> conversation, List<Item.Response> responses,
      Instant createdAt, State state, int taken, int wanted, int priority, int lane, @Nullable Instant dueAt, @Nullable Sensitivity sensitive,
      @Nullable GoldView gold, List<JudgmentView> judgments,
      List<ItemConsensus> consensus, @Nullable Integer consensusSince, @Nullable UUID caseId) {}

  private final Items items;
  private final Judgments judgments;
  private final Outcomes outcomes;
  private final Cases cases;
  private final Returns returns;
  private final Golds golds;
  private final Consensus consensus;
  private final Guidelines guidelines;
  private final Accounts accounts;

  ItemViews(Items items, Judgments judgments, Outcomes outcomes, Cases cases, Returns returns, Golds golds, Consensus consensus, Guidelines guidelines, Accounts accounts) {
    this.returns = returns;
    this.items = items;
    this.judgments = judgments;
    this.outcomes = outcomes;
    this.cases = cases;
    this.golds = golds;
    this.consensus = consensus;
    this.guidelines = guidelines;
    this.accounts = accounts;
  }

  List<ListedItem> listed(List<Items.Listed> rows) {
    var ids = rows.stream().map(row -> row.item().id()).toList();
    var counts = judgments.counts(ids);
    var known = golds.of(ids);
    var estimates = consensus.ofItems(ids);
    return rows.stream().map(row -> {
      var item = row.item();
      var task = row.task();
      var count = counts.getOrDefault(item.id(), Judgments.Count.NONE);
      boolean gold = known.containsKey(item.id());
      return new ListedItem(item.id(), item.externalId(), Glimpse.of(item.prompt()), item.responses().size(), state(task), taken(task, count.judgments()),
          task.wanted(), task.priority(), task.lane(), task.dueAt(), task.sensitive(), gold, count.judgments(), count.flags(), estimates.getOrDefault(item.id(), List.of()));
    }).toList();
  }

  ItemView view(Item item) {
    var task = items.task(item.id()).orElseThrow();
    var said = judgments.ofItem(item.id());
    var ids = said.stream().map(Judgment::id).toList();
    var decided = outcomes.of(ids);
    var givenBack = returns.of(ids);
    var gold = golds.of(item.id());
    var people = new ArrayList<>(said.stream().map(Judgment::raterId).toList());
    gold.map(Gold::madeBy).ifPresent(people::add);
    decided.values().forEach(outcome -> people.add(outcome.decidedBy()));
    givenBack.values().forEach(rounds -> rounds.forEach(one -> people.add(one.by())));
    var names = accounts.names(people);
    var views = said.stream().map(one -> {
      var outcome = decided.get(one.id());
      return new JudgmentView(one.id(), one.raterId(), names.getOrDefault(one.raterId(), "Somebody"), one.role(), one.answers(), one.flag(), one.note(),
          one.submittedAt(), one.guidelineVersion(), one.shown(), one.activeSeconds(), one.late(), outcome == null ? null : outcome.kind(),
          outcome == null ? null : outcome.reason(), outcome == null ? null : names.getOrDefault(outcome.decidedBy(), "Somebody"), one.revision(),
          givenBack.getOrDefault(one.id(), List.of()).stream().map(round -> new ReturnView(round.reason(), names.getOrDefault(round.by(), "Somebody"), round.at(),
              round.until(), round.note(), round.isAnswered(one))).toList());
    }).toList();
    var eras = consensus.byEra(List.of(item.id())).get(item.id());
    var settled = eras == null ? null : eras.lastEntry();
    return new ItemView(item.id(), item.externalId(), item.prompt(), item.context(), item.conversation(), inSteps(item.responses()), item.createdAt(),
        state(task), taken(task, said.size()), task.wanted(), task.priority(), task.lane(), task.dueAt(), task.sensitive(),
        gold.map(one -> new GoldView(one.answers(), one.explanation(), names.getOrDefault(one.madeBy(), "Somebody"), one.madeAt(),
            one.guidelineVersion(), one.era() < era(item))).orElse(null),
        views, settled == null ? List.of() : settled.getValue(), settled == null ? null : settled.getKey(), cases.latestOf(item.id()).map(Case::id).orElse(null));
  }

  private int era(Item item) {
    return guidelines.currentNumber(item.projectId()).stream().map(current -> guidelines.era(item.projectId(), current)).findFirst().orElse(1);
  }

  /** Steps that nobody brought along are cut here as they are for raters, so that both speak of the same ones. */
  private static List<Item.Response> inSteps(List<Item.Response> responses) {
    return responses.stream().map(response -> new Item.Response(response.text(), response.model(), response.inSteps(), response.output())).toList();
  }

  private static State state(Task task) {
    return task.isComplete() ? State.COMPLETE : State.OPEN;
  }

  /** Tasks in the mix are open to everybody, so their places are not counted as they go. */
  private static int taken(Task task, int judged) {
    return task.probe() ? judged : task.taken();
  }
}
