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
    double[][] heardAs = {{0, 0, 0.03, 0.04, 0.93}, {0.3, 0.5, 0.2, 0, 0}, {0, 0.25, 0.5, 0.1, 0.15}};
    for (int i = 0; i < 1500; i++) {
      double u = random.nextDouble();
      double[] said = heardAs[u < 0.8 ? 0 : u < 0.9 ? 1 : 2];
      for (int x = 0; x < 3; x++) {
        int label = 0;
        for (double v = random.nextDouble(); label < 4 && v >= said[label]; label++) v -= said[label];
        table.add("i" + i, "r" + random.nextInt(8), "" + (1 + label));
      }
    }
    for (int r = 0; r < 3; r++) table.add("agreed", "r" + r, "2");
    LabelTable built = table.build();
    Consensus ordinal = new Ordinal().estimate(built);
    assertThat(ordinal.answer(built.itemNames().find("agreed"))).as("seed %d", seed).contains("2");
  }

  /** Of two classes each is an end of the scale; there a shared leaning is what unequal classes look like. */
  @Test
  void ofTwoClassesWhoGuessesMovesNobody() {
    long seed = 6;
    var random = new Random(seed);
    var table = LabelTable.builder(List.of("no", "yes"));
    for (int i = 0; i < 600; i++) {
      for (int r = 0; r < 3; r++) table.add("i" + i, "guesser" + r, random.nextInt(10) == 0 ? "no" : "yes");
      for (int x = 0; x < 4; x++) table.add("i" + i, "r" + random.nextInt(12), random.nextInt(5) == 0 == (i % 2 == 0) ? "yes" : "no");
    }
    LabelTable built = table.build();
    var answers = new int[600];
    for (int i = 0; i < 600; i++) answers[built.itemNames().find("i" + i)] = built.classNames().find(i % 2 == 0 ? "no" : "yes");
    Gold truth = Gold.of(answers);
    double dawidSkene = accuracy(new DawidSkene().estimate(built), truth);
    assertThat(accuracy(new Ordinal().estimate(built), truth)).as("seed %d", seed).isGreaterThan(dawidSkene - 0.02);
  }

  private static double accuracy(Consensus consensus, Gold truth) {
    return consensus.accuracy(truth).known().orElseThrow().value();
  }
}
