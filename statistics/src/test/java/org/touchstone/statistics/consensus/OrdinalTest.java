package org.touchstone.statistics.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;

class OrdinalTest {

  @Test
  void theLabelProbabilitiesOfAStepSumToOne() {
    for (double leaning : new double[] {-1.5, 0, 0.7}) {
      for (int step = 0; step < 5; step++) {
        double sum = 0;
        for (int label = 0; label < 5; label++) sum += Ordinal.probability(label, step, 5, 2, leaning);
        assertThat(sum).isCloseTo(1, within(1e-8));
      }
    }
  }

  @Test
  void whereRatersLeanItBeatsMajorityAndFewJudgmentsSuffice() {
    long seed = 4;
    var random = new Random(seed);
    var table = LabelTable.builder(List.of("1", "2", "3", "4", "5"));
    for (int i = 0; i < 400; i++) {
      for (int x = 0; x < 4; x++) {
        int r = random.nextInt(10);
        double seen = i % 5 + (r < 6 ? 0.9 : -0.1) + (0.3 + 0.05 * r) * random.nextGaussian();
        table.add("i" + i, "r" + r, "" + (1 + Math.clamp(Math.round(seen), 0, 4)));
      }
    }
    LabelTable built = table.build();
    var answers = new int[400];
    for (int i = 0; i < 400; i++) answers[built.itemNames().find("i" + i)] = i % 5;
    Gold truth = Gold.of(answers);
    Gold some = Gold.of(IntStream.range(0, 400).map(i -> i % 10 == 0 ? answers[i] : Gold.UNKNOWN).toArray());
    double majority = accuracy(new Majority().estimate(built), truth);
    double ordinal = accuracy(new Ordinal().estimate(built, some, Progress.SILENT), truth);
    assertThat(ordinal).as("seed %d", seed).isGreaterThan(majority + 0.1);
  }

  /** Most items at one end: there nobody can lean outwards, and without an anchor all the others would be moved a step. */
  @Test
  void whatAllRatersSayStaysWhatTheySay() {
    long seed = 5;
    var random = new Random(seed);
    var table = LabelTable.builder(List.of("1", "2", "3", "4", "5"));
    for (int i = 0; i < 1500; i++) {
      int step = random.nextDouble() < 0.8 ? 4 : random.nextInt(4);
      for (int x = 0; x < 3; x++) {
        int r = random.nextInt(8);
        double seen = step + (step == 4 ? 0.3 : 0.6) * random.nextGaussian();
        table.add("i" + i, "r" + r, "" + (1 + Math.clamp(Math.round(seen), 0, 4)));
      }
    }
    for (int r = 0; r < 3; r++) table.add("agreed", "r" + r, "2");
    LabelTable built = table.build();
    Consensus ordinal = new Ordinal().estimate(built);
    assertThat(ordinal.answer(built.itemNames().find("agreed"))).as("seed %d", seed).contains("2");
  }

  private static double accuracy(Consensus consensus, Gold truth) {
    return consensus.accuracy(truth).known().orElseThrow().value();
  }
}
