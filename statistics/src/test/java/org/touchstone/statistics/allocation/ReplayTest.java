package org.touchstone.statistics.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.consensus.Gold;
import org.touchstone.statistics.consensus.Majority;
import org.touchstone.statistics.consensus.RealCrowds;

class ReplayTest {
  private static final int SHUFFLES = 5;

  private static double accuracy(Replay.Outcome outcome) {
    return outcome.accuracy().known().orElseThrow().value();
  }

  @ParameterizedTest(name = "{0}: at most {2} of the judgments")
  @CsvSource({"possent, 0.055, 0.23", "bluebird, 0.05, 0.15", "rte, 0.13, 0.35", "dog, 0.03, 0.47"})
  void theRuleReachesTheAccuracyOfMajorityOverAllJudgmentsWithAShareOfThem(String set, double targetError, double share) {
    LabelTable table = RealCrowds.labels("truth-inference/" + set + ".labels.csv");
    Gold gold = Gold.of(table, RealCrowds.gold("truth-inference/" + set + ".gold.csv"));
    double majority = new Majority().estimate(table).accuracy(gold).known().orElseThrow().value();
    Replay.Outcome outcome = new Replay(table, gold).adaptive(new StoppingRule(targetError, 2, 100), SHUFFLES, 1, Progress.SILENT);
    assertThat(accuracy(outcome)).isGreaterThanOrEqualTo(majority);
    assertThat(outcome.share()).isLessThanOrEqualTo(share);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"possent", "bluebird", "rte", "dog"})
  void itNeverPaysMoreThanFixedRedundancyForTheSameAccuracy(String set) {
    LabelTable table = RealCrowds.labels("truth-inference/" + set + ".labels.csv");
    var replay = new Replay(table, Gold.of(table, RealCrowds.gold("truth-inference/" + set + ".gold.csv")));
    var adaptive = new ArrayList<Replay.Outcome>();
    for (double targetError : new double[] {0.2, 0.1, 0.05, 0.02}) {
      adaptive.add(replay.adaptive(new StoppingRule(targetError, 2, 100), 3, 1, Progress.SILENT));
    }
    for (int k = 3; k <= 7; k += 2) {
      Replay.Outcome fixed = replay.fixed(k, 3, 1, Progress.SILENT);
      assertThat(bestFor(fixed.perItem(), adaptive)).as("as accurate as %d judgments an item, for no more", k)
          .isGreaterThanOrEqualTo(accuracy(fixed));
    }
  }

  /** The accuracy to be had at this cost: by one target, or by two of them for a share of the items each. */
  private static double bestFor(double perItem, List<Replay.Outcome> outcomes) {
    double best = 0;
    for (Replay.Outcome less : outcomes) {
      if (less.perItem() > perItem) continue;
      best = Math.max(best, accuracy(less));
      for (Replay.Outcome more : outcomes) {
        if (more.perItem() <= perItem) continue;
        double share = (perItem - less.perItem()) / (more.perItem() - less.perItem());
        best = Math.max(best, accuracy(less) + share * (accuracy(more) - accuracy(less)));
      }
    }
    return best;
  }

  @Test
  void aTargetOfCertaintyBuysEverythingAndAFixedNumberBuysThatNumber() {
    var table = LabelTable.builder();
    for (int i = 0; i < 10; i++) for (int r = 0; r < 4; r++) table.add("i" + i, "r" + r, r == 3 ? "no" : "yes");
    var replay = new Replay(table.build(), Gold.none());
    assertThat(replay.adaptive(new StoppingRule(0, 1, 100), 2, 1, Progress.SILENT).share()).isEqualTo(1);
    assertThat(replay.adaptive(new StoppingRule(0, 1, 3), 2, 1, Progress.SILENT).perItem()).isEqualTo(3);
    assertThat(replay.fixed(2, 2, 1, Progress.SILENT).perItem()).isEqualTo(2);
    assertThat(replay.fixed(9, 2, 1, Progress.SILENT).perItem()).isEqualTo(4);
  }

  @Test
  void withoutGoldAccuracyIsUndefined() {
    var table = LabelTable.builder().add("i", "r", "yes").build();
    assertThat(new Replay(table, Gold.none()).fixed(1, 1, 1, Progress.SILENT).accuracy())
        .isEqualTo(Estimate.undefined("no item has a known answer"));
  }

  @Test
  void anEmptyRecordCostsNothing() {
    Replay.Outcome outcome = new Replay(LabelTable.builder().build(), Gold.none()).fixed(1, 1, 1, Progress.SILENT);
    assertThat(outcome.perItem()).isZero();
    assertThat(outcome.share()).isZero();
  }
}
