package org.touchstone.platform.dataset;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.touchstone.platform.adjudication.Outcome;
import org.touchstone.platform.adjudication.Outcomes;
import org.touchstone.platform.dataset.FrozenItem.Settled;
import org.touchstone.platform.dataset.FrozenItem.Vote;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.quality.Consensus;
import org.touchstone.platform.quality.Gold;
import org.touchstone.platform.quality.Golds;
import org.touchstone.platform.quality.ItemConsensus;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.task.Item;
import org.touchstone.platform.task.Items;

/** Freezes a project in the background: everything is read as it stood at one moment, a thousand items at a time. */
@Component
class SnapshotMaker {
  private static final int PAGE = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotMaker.class);

  private final Snapshots snapshots;
  private final FrozenLines lines;
  private final Items items;
  private final Judgments judgments;
  private final Consensus consensus;
  private final Golds golds;
  private final Outcomes outcomes;
  private final Guidelines guidelines;
  private final TransactionTemplate moment;
  private final TransactionTemplate aside;
  private final ExecutorService workers = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("snapshot-", 0).factory());

  SnapshotMaker(
      Snapshots snapshots, FrozenLines lines, Items items, Judgments judgments, Consensus consensus, Golds golds, Outcomes outcomes, Guidelines guidelines,
      PlatformTransactionManager transactions) {
    this.snapshots = snapshots;
    this.lines = lines;
    this.items = items;
    this.judgments = judgments;
    this.consensus = consensus;
    this.golds = golds;
    this.outcomes = outcomes;
    this.guidelines = guidelines;
    this.moment = new TransactionTemplate(transactions);
    moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    moment.setReadOnly(true);
    this.aside = new TransactionTemplate(transactions);
    aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Also takes up what a process that is gone had begun. */
  @Scheduled(initialDelay = 3_000, fixedDelay = 10_000)
  void resume() {
    snapshots.waiting().forEach(this::begin);
  }

  void begin(SnapshotId id) {
    workers.submit(() -> make(id));
  }

  @PreDestroy
  void close() {
    workers.shutdownNow();
  }

  void make(SnapshotId id) {
    if (!Boolean.TRUE.equals(aside.execute(status -> snapshots.claim(id)))) return;
    try {
      moment.executeWithoutResult(status -> freeze(snapshots.find(id).orElseThrow()));
    } catch (RuntimeException fault) {
      LOG.error("snapshot {} failed", id, fault);
      snapshots.failed(id, "The snapshot could not be made because of a fault of ours; take it again.");
    }
  }

  private void freeze(Snapshot snapshot) {
    var card = new CardWriter(snapshot.rubric());
    var pseudonyms = new Pseudonyms();
    var writer = lines.write(snapshot.id());
    ItemId after = null;
    while (true) {
      var page = items.list(snapshot.projectId(), new Items.Query(snapshot.filter().complete(), null, after, PAGE));
      var listed = page.size() > PAGE ? page.subList(0, PAGE) : page;
      var frozen = frozen(listed.stream().map(Items.Listed::item).toList(), snapshot, pseudonyms);
      frozen.forEach(card::add);
      aside.executeWithoutResult(status -> frozen.forEach(writer::add));
      if (page.size() <= PAGE) break;
      after = listed.getLast().item().id();
    }
    aside.executeWithoutResult(status -> snapshots.ready(snapshot.id(), writer.close(), card.card()));
  }

  private List<FrozenItem> frozen(List<Item> page, Snapshot snapshot, Pseudonyms pseudonyms) {
    var filter = snapshot.filter();
    var ids = page.stream().map(Item::id).toList();
    Map<ItemId, List<Judgment>> said = judgments.ofItems(ids).stream()
        .filter(judgment -> filter.guidelineVersions() == null || filter.guidelineVersions().contains(judgment.guidelineVersion()))
        .collect(Collectors.groupingBy(Judgment::itemId));
    var settled = consensus.byEra(ids);
    var known = golds.every(ids).stream().collect(Collectors.groupingBy(Gold::itemId));
    var decided = outcomes.of(said.values().stream().flatMap(List::stream).map(Judgment::id).toList());
    var frozen = new ArrayList<FrozenItem>();
    for (Item item : page) {
      var all = said.getOrDefault(item.id(), List.of());
      if (all.isEmpty()) continue;
      int era = all.stream().mapToInt(this::era).max().orElseThrow();
      // Nobody who named no versions gets judgments from both sides of a breaking change for one item.
      var votes = filter.guidelineVersions() != null ? all : all.stream().filter(judgment -> era(judgment) == era).toList();
      var answers = settled.getOrDefault(item.id(), new TreeMap<>()).getOrDefault(era, List.of());
      if (!isSure(answers, filter.minimumProbability())) continue;
      var gold = known.getOrDefault(item.id(), List.of()).stream().filter(one -> one.era() == era).findFirst().orElse(null);
      frozen.add(frozen(item, snapshot.rubric(), gold, answers, votes.stream().map(one -> vote(one, outcome(one, decided, snapshot), pseudonyms)).toList()));
    }
    return frozen;
  }

  private int era(Judgment judgment) {
    return guidelines.era(judgment.projectId(), judgment.guidelineVersion());
  }

  private static boolean isSure(List<ItemConsensus> answers, @Nullable Double minimum) {
    return minimum == null || !answers.isEmpty() && answers.stream().allMatch(answer -> answer.probability() >= minimum);
  }

  private static FrozenItem frozen(Item item, Rubric rubric, @Nullable Gold gold, List<ItemConsensus> consensus, List<Vote> votes) {
    return new FrozenItem(
        item.id().toString(), item.externalId(), item.prompt(), item.context(),
        item.conversation().stream().map(turn -> new FrozenItem.Turn(turn.role(), turn.text())).toList(),
        item.responses().stream().map(response -> response(response, rubric)).toList(),
        gold == null ? null : new FrozenItem.Gold(gold.answers(), gold.explanation()),
        consensus.stream().map(one -> new Settled(one.criterion(), one.response() == null ? null : one.response().toString(), one.part(),
            one.answer(), one.probability(), one.n(), one.distribution(), one.majority())).toList(),
        votes);
  }

  private static FrozenItem.Response response(Item.Response response, Rubric rubric) {
    return new FrozenItem.Response(response.text(), response.model(), rubric.asksForSteps() ? response.inSteps() : response.steps(), response.output());
  }

  /** Who is not contradicted within the review time is accepted. */
  private static String outcome(Judgment one, Map<JudgmentId, Outcome> decided, Snapshot snapshot) {
    var outcome = decided.get(one.id());
    if (outcome != null) return outcome.kind().name();
    return one.settlesAt() == null || one.settlesAt().isBefore(snapshot.createdAt()) ? "ACCEPTED" : "WAITING";
  }

  private static Vote vote(Judgment one, String outcome, Pseudonyms pseudonyms) {
    return new Vote(
        one.id().toString(), pseudonyms.of(one.raterId()), one.role().name(), one.answers(), one.flag() == null ? null : one.flag().category().name(),
        one.flag() == null ? one.note() : one.flag().note(), one.guidelineVersion(), Arrays.stream(one.shown()).boxed().toList(), one.submittedAt(),
        one.activeSeconds(), outcome, one.price().minor(), one.price().currency());
  }
}
