package org.touchstone.statistics.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.ScoreTable;

/** Raters are weighed only where the judgments themselves show that it helps. */
class NumericAutoTest {
  private static final double[] ALIKE = {1, 1, 1, 1, 1, 1};
  private static final double[] UNLIKE = {0.5, 0.5, 1, 1, 3, 3};

  @Test
  void ratersWhoErrAlikeAreNotWeighedAndRatersWhoDoNotAre() {
    for (int seed = 1; seed <= 5; seed++) {
      assertThat(chosen(crowd(ALIKE, seed))).as("seed " + seed).isEqualTo("mean");
      assertThat(chosen(crowd(UNLIKE, seed))).as("seed " + seed).isEqualTo("weighted-mean");
    }
  }

  @Test
  void whatIsChosenIsWhatThatMethodSays() {
    var table = crowd(UNLIKE, 9);
    var auto = new NumericAuto().estimate(table, Progress.SILENT);
    assertThat(auto.values()).isEqualTo(new NumericConsensus().estimate(table, Progress.SILENT).values());
    assertThat(auto.provenance().method()).isEqualTo("auto");
    assertThat(Double.parseDouble(auto.provenance().settings().get("gain"))).isGreaterThan(1);
  }

  @Test
  void whereNothingCanBeToldThePlainMeanStands() {
    assertThat(chosen(ScoreTable.builder().add("a", "x", 1).build())).isEqualTo("mean");
    assertThat(chosen(ScoreTable.builder().add("a", "x", 1).add("b", "y", 2).build())).isEqualTo("mean");
    assertThat(chosen(ScoreTable.builder().add("a", "x", 1).add("a", "y", 1).add("b", "x", 1).add("b", "y", 1).build())).isEqualTo("mean");
    assertThat(new NumericAuto().estimate(ScoreTable.builder().build(), Progress.SILENT).values()).isEmpty();
  }

  private static String chosen(ScoreTable table) {
    return new NumericAuto().estimate(table, Progress.SILENT).provenance().settings().get("chosen");
  }

  private static ScoreTable crowd(double[] spread, long seed) {
    var random = new Random(seed);
    var table = ScoreTable.builder();
    for (int i = 0; i < 60; i++) {
      double truth = 2 * random.nextGaussian();
      for (int r = 0; r < spread.length; r++) table.add("i" + i, "r" + r, truth + spread[r] * random.nextGaussian());
    }
    return table.build();
  }
}
