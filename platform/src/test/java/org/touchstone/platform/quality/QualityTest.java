package org.touchstone.platform.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import org.touchstone.platform.Eventually;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.LeaseDesk;
import org.touchstone.statistics.Estimate;

@PlatformTest
@Import(Workplace.class)
class QualityTest {
  private static final int ITEMS = 60;

  @Autowired Workplace workplace;
  @Autowired LeaseDesk leases;
  @Autowired JudgmentDesk judgments;
  @Autowired Consensus consensus;
  @Autowired Standings standings;
  @Autowired Agreement agreement;
  @Autowired QualityDesk quality;
  @Autowired GoldDesk golds;
  @Autowired TransactionTemplate transaction;

  /** Four good raters and one who says yes to everything: found out, outvoted, and the same after everything is computed anew. */
  @Test
  void skillIsLearntAndEverythingCanBeRecomputed() {
    var project = workplace.project(new Settings(5, 0.3, 30, Settings.Routing.OPEN));
    var items = workplace.items(project.id(), ITEMS);
    var truth = new HashMap<ItemId, Boolean>();
    var random = new Random(7);
    items.forEach(item -> truth.put(item, random.nextBoolean()));
    var gold = items.subList(0, 8);
    golds.make(project.id(), workplace.somebody(), gold.stream().map(item ->
        new GoldDesk.Known(item, truth.get(item) ? workplace.yes() : workplace.no(), "It is known.")).toList());
    var raters = workplace.trainers(project.id(), 5);
    var lazy = raters.getLast();
    int judged = 0;
    for (var rater : raters) judged += workThrough(project.id(), rater, truth, rater.equals(lazy) ? 1 : 0.9, rater.equals(lazy), random);

    int all = judged;
    Eventually.that(() -> assertThat(standings.of(project.id()).stream().mapToInt(Standing::judgments).sum()).isEqualTo(all));
    quality.fit(project.id());
    long right = items.stream().filter(item -> consensus.ofItem(item).stream().anyMatch(one ->
        one.criterion().equals("correct") && one.answer().equals(truth.get(item) ? "yes" : "no"))).count();
    assertThat(right).as("items whose consensus is right").isGreaterThanOrEqualTo(ITEMS * 9 / 10);
    var lazyStanding = standings.of(project.id(), lazy);
    assertThat(value(lazyStanding.consensus())).isLessThan(value(standings.of(project.id(), raters.getFirst()).consensus()) - 0.1);
    assertThat(lazyStanding.consensus().known().orElseThrow().interval()).isPresent();
    assertThat(lazyStanding.goldN()).isPositive().isLessThanOrEqualTo(gold.size());
    assertThat(agreement.of(project.id())).anySatisfy(alpha -> {
      assertThat(alpha.criterion()).isEqualTo("correct");
      assertThat(value(alpha.estimate())).isBetween(0.2, 0.9);
    });

    var before = everything(project.id(), items);
    var probabilities = probabilities(items);
    quality.rebuild(project.id());
    assertThat(everything(project.id(), items)).isEqualTo(before);
    assertThat(probabilities(items)).usingElementComparator(new DoubleComparator(0.006)).containsExactlyElementsOf(probabilities);
  }

  /** A server that stops between measuring and fitting leaves the fit to whoever starts next, not to the next judgment. */
  @Test
  void whatWasMeasuredAndNotFittedIsFittedAfterAStart() {
    var project = workplace.project(new Settings(2, 0, 30, Settings.Routing.OPEN)).id();
    var item = workplace.item(project, "What now?", null);
    for (var rater : workplace.trainers(project, 2)) judgments.submit(rater, leases.next(project, rater).lease().id(), new Submission(workplace.yes(), null, null, 3));
    Eventually.that(() -> assertThat(consensus.ofItem(item)).singleElement().extracting(ItemConsensus::n).isEqualTo(2));
    Eventually.that(() -> assertThat(quality.unfitted()).doesNotContain(project));

    transaction.executeWithoutResult(status -> {
      quality.rescore(project, List.of(item));
      agreement.drop(project);
      assertThat(quality.unfitted()).contains(project);
      new QualitySweeper(quality).sweep();
      assertThat(quality.unfitted()).doesNotContain(project);
      assertThat(agreement.of(project)).isNotEmpty();
    });
  }

  /** Within a second, says the product; a busy machine may take longer, so the time is told and only the arrival is demanded. */
  @Test
  void aJudgmentMovesTheConsensusOfItsItemAtOnce() {
    var project = workplace.project(new Settings(3, 0, 30, Settings.Routing.OPEN));
    var item = workplace.item(project.id(), "What now?", null);
    for (int n = 1; n <= 3; n++) {
      int judged = n;
      var rater = workplace.trainer(project.id());
      judgments.submit(rater, leases.next(project.id(), rater).lease().id(), new Submission(n == 2 ? workplace.no() : workplace.yes(), null, null, 3));
      long submitted = System.nanoTime();
      Eventually.that(() -> assertThat(consensus.ofItem(item)).singleElement().extracting(ItemConsensus::n).isEqualTo(judged));
      System.out.printf("the consensus took in judgment %d after %d ms%n", n, (System.nanoTime() - submitted) / 1_000_000);
    }
    assertThat(consensus.ofItem(item)).singleElement().extracting(ItemConsensus::answer).isEqualTo("yes");
  }

  @Test
  void correctedGoldScoresEverybodyAnew() {
    var project = workplace.project(new Settings(2, 1, 30, Settings.Routing.OPEN));
    var items = workplace.items(project.id(), 3);
    golds.make(project.id(), workplace.somebody(), items.get(0), workplace.yes(), "It is known.");
    var rater = workplace.trainer(project.id());
    var lease = leases.next(project.id(), rater).lease();
    assertThat(lease.item().id()).as("the gold rate is 1, so gold comes first").isEqualTo(items.get(0));
    judgments.submit(rater, lease.id(), new Submission(workplace.no(), null, null, 3));
    Eventually.that(() -> assertThat(standings.of(project.id(), rater)).extracting(Standing::goldN, Standing::goldHits).containsExactly(1, 0.0));
    golds.make(project.id(), workplace.somebody(), items.get(0), workplace.no(), "It was wrong before.");
    assertThat(standings.of(project.id(), rater).goldHits()).isEqualTo(1);
    assertThat(consensus.ofItem(items.get(0))).singleElement().extracting(ItemConsensus::answer, ItemConsensus::method).containsExactly("no", "gold");
    golds.withdraw(project.id(), workplace.somebody(), items.get(0));
    assertThat(standings.of(project.id(), rater).goldN()).isZero();
    assertThat(consensus.ofItem(items.get(0)).getFirst().method()).isEqualTo("dawid-skene");
  }

  @Test
  void nobodySeesInTheirStandingWhichTaskHadAKnownAnswer() {
    var project = workplace.project(new Settings(2, 1, 30, Settings.Routing.OPEN));
    workplace.items(project.id(), 12).subList(0, 6).forEach(item -> golds.make(project.id(), workplace.somebody(), item, workplace.yes(), "It is known."));
    var rater = workplace.trainer(project.id());
    for (int n = 1; n <= 11; n++) {
      int judged = n;
      judgments.submit(rater, leases.next(project.id(), rater).lease().id(), new Submission(workplace.yes(), null, null, 3));
      Eventually.that(() -> assertThat(standings.of(project.id(), rater).judgments()).isEqualTo(judged));
      assertThat(standings.asToldTo(project.id(), rater)).as("after %d judgments", n).extracting(Standing::judgments, Standing::goldN)
          .containsExactly(n, n < 10 ? 0 : standings.of(project.id(), rater).goldN());
    }
    assertThat(standings.of(project.id(), rater).goldN()).isEqualTo(6);
  }

  @Test
  void whereThereIsTooLittleTheStandingSaysSo() {
    var standing = Standing.none(ProjectId.next(), AccountId.next());
    assertThat(standing.gold()).isInstanceOf(Estimate.Undefined.class);
    assertThat(standing.consensus()).isInstanceOf(Estimate.Undefined.class);
    assertThat(((Estimate.Undefined) standing.consistency()).because()).contains("nothing to compare");
  }

  private int workThrough(ProjectId project, AccountId rater, Map<ItemId, Boolean> truth, double skill, boolean alwaysYes, Random random) {
    int n = 0;
    while (true) {
      var lease = leases.next(project, rater).lease();
      if (lease == null) return n;
      boolean right = random.nextDouble() < skill;
      boolean yes = alwaysYes || truth.get(lease.item().id()) == right;
      Answers answers = yes ? workplace.yes() : workplace.no();
      judgments.submit(rater, lease.id(), new Submission(answers, null, null, 5));
      n++;
    }
  }

  private List<Object> everything(ProjectId project, List<ItemId> items) {
    var all = new ArrayList<Object>();
    // Stored probabilities may lag by half a hundredth, so that a fit need not write every item anew.
    items.forEach(item -> consensus.ofItem(item).forEach(one ->
        all.add(List.of(item, one.criterion(), one.answer(), one.n(), one.method(), one.contested(), String.valueOf(one.majority())))));
    standings.of(project).stream().sorted(java.util.Comparator.comparing(Standing::raterId, java.util.Comparator.comparing(AccountId::value)))
        .map(one -> List.of(one.raterId(), one.judgments(), one.flags(), Math.round(one.goldHits() * 1000), one.goldN(),
            Math.round(one.consensusHits() * 1000), one.consensusN())).forEach(all::add);
    all.addAll(agreement.of(project));
    return all;
  }

  private List<Double> probabilities(List<ItemId> items) {
    return items.stream().flatMap(item -> consensus.ofItem(item).stream()).map(ItemConsensus::probability).toList();
  }

  private static double value(Estimate estimate) {
    return estimate.known().orElseThrow().value();
  }
}
