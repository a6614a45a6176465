package org.touchstone.statistics.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.ScoreTable;

class NumericConsensusTest {

  private static double value(NumericConsensus.Result result, int item) {
    return result.value(item).known().orElseThrow().value();
  }

  @Test
  void theMeanOfTheRecordedEmotionsErrsAsASecondImplementationSays() {
    var table = ScoreTable.builder();
    for (List<String> row : RealCrowds.rows("truth-inference/emotion_numeric.labels.csv")) {
      table.add(row.get(0), row.get(1), Double.parseDouble(row.get(2)));
    }
    Map<String, Double> gold = RealCrowds.gold("truth-inference/emotion_numeric.gold.csv").entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> Double.parseDouble(e.getValue())));
    NumericConsensus.Result mean = NumericConsensus.mean().estimate(table.build(), Progress.SILENT);
    double absolute = 0;
    double square = 0;
    for (int i = 0; i < 700; i++) {
      double error = value(mean, i) - gold.get(mean.table().itemNames().name(i));
      absolute += Math.abs(error) / 700;
      square += error * error / 700;
    }
    assertThat(absolute).isCloseTo(12.022, within(0.001));
    assertThat(Math.sqrt(square)).isCloseTo(17.835, within(0.001));
  }

  @Test
  void biasesAndSpreadsAreRecoveredAndTheWeightedMeanErrsLess() {
    long seed = 11;
    var random = new Random(seed);
    double[] bias = {-4, -2, 0, 2, 4, 0};
    double[] spread = {1, 1, 1, 5, 5, 8};
    var table = ScoreTable.builder();
    var truth = new double[400];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = 10 * random.nextGaussian();
      for (int r = 0; r < 6; r++) {
        if (random.nextInt(3) > 0) table.add("i" + i, "r" + r, truth[i] + bias[r] + spread[r] * random.nextGaussian());
      }
    }
    ScoreTable built = table.build();
    NumericConsensus.Result weighted = new NumericConsensus().estimate(built, Progress.SILENT);
    for (int r = 0; r < 6; r++) {
      int number = built.raterNames().find("r" + r);
      assertThat(weighted.bias()[number].known().orElseThrow().value()).as("bias of r%d, seed %d", r, seed).isCloseTo(bias[r], within(1.0));
      assertThat(weighted.spread()[number].known().orElseThrow().value()).as("spread of r%d, seed %d", r, seed)
          .isBetween(0.7 * spread[r], 1.8 * spread[r] + 0.5);
    }
    NumericConsensus.Result plain = NumericConsensus.mean().estimate(built, Progress.SILENT);
    double better = 0;
    double worse = 0;
    int covered = 0;
    for (int i = 0; i < built.items(); i++) {
      double is = truth[Integer.parseInt(built.itemNames().name(i).substring(1))];
      better += Math.abs(value(weighted, i) - is);
      worse += Math.abs(value(plain, i) - is);
      if (weighted.value(i).known().orElseThrow().interval().orElseThrow().contains(is)) covered++;
    }
    assertThat(better).isLessThan(0.5 * worse);
    assertThat((double) covered / built.items()).as("seed %d", seed).isBetween(0.9, 0.995);
  }

  @Test
  void degenerateTablesGiveFiniteValues() {
    assertThat(new NumericConsensus().estimate(ScoreTable.builder().build(), Progress.SILENT).values()).isEmpty();
    var single = ScoreTable.builder().add("i", "r", 3).build();
    assertThat(value(new NumericConsensus().estimate(single, Progress.SILENT), 0)).isEqualTo(3);
    var same = ScoreTable.builder();
    for (int i = 0; i < 5; i++) same.add("i" + i, "r", 7).add("i" + i, "s", 7);
    assertThat(value(new NumericConsensus().estimate(same.build(), Progress.SILENT), 2)).isCloseTo(7, within(1e-9));
    assertThat(NumericConsensus.mean().estimate(single, Progress.SILENT).bias()[0])
        .isEqualTo(Estimate.undefined("the plain mean takes raters as unbiased"));
    assertThatThrownBy(() -> ScoreTable.builder().add("i", "r", Double.NaN)).hasMessage("a score is a finite number, got NaN");
  }
}
