package org.touchstone.statistics.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.statistics.LabelTable;

class SweepTest {

  @ParameterizedTest(name = "{0} classes")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 9})
  void posteriorsCountsAndLikelihoodAreThoseOfTheFormula(int classes) {
    var random = new Random(classes);
    int items = 1_300;
    LabelTable table = table(items, classes, random);
    var sweep = new Sweep(table, 1, Gold.none());
    for (int k = 0; k < classes; k++) sweep.logPrior[k] = Math.log(0.1 + random.nextDouble());
    for (int x = 0; x < sweep.logTable.length; x++) sweep.logTable[x] = Math.log(0.01 + random.nextDouble());
    double likelihood = sweep.run();
    double[] posteriors = sweep.posteriors();
    var counts = new double[sweep.counts.length];
    double expected = 0;
    for (int i = 0; i < items; i++) {
      var p = new double[classes];
      double total = 0;
      for (int k = 0; k < classes; k++) {
        double log = sweep.logPrior[k];
        for (int j = table.from(i); j < table.to(i); j++) log += sweep.logTable[at(table, j, k)];
        total += p[k] = Math.exp(log);
      }
      expected += Math.log(total);
      for (int k = 0; k < classes; k++) {
        assertThat(posteriors[i * classes + k]).isCloseTo(p[k] / total, within(1e-12));
        for (int j = table.from(i); j < table.to(i); j++) counts[at(table, j, k)] += p[k] / total;
      }
    }
    assertThat(likelihood).isCloseTo(expected, within(1e-8));
    assertThat(sweep.counts).containsExactly(counts, within(1e-9));
  }

  @ParameterizedTest(name = "{0} classes")
  @ValueSource(ints = {2, 3})
  void aKnownAnswerIsCertainWhateverIsSaid(int classes) {
    var random = new Random(3);
    LabelTable table = table(40, classes, random);
    for (int known = 0; known < classes; known++) {
      var answers = new int[40];
      Arrays.fill(answers, Gold.UNKNOWN);
      answers[7] = known;
      var sweep = new Sweep(table, 1, Gold.of(answers));
      for (int x = 0; x < sweep.logTable.length; x++) sweep.logTable[x] = Math.log(0.01 + random.nextDouble());
      double expected = 0;
      for (int i = 0; i < 40; i++) {
        double total = 0;
        for (int k = 0; k < classes; k++) {
          double log = 0;
          for (int j = table.from(i); j < table.to(i); j++) log += sweep.logTable[at(table, j, k)];
          if (i != 7 || k == known) total += Math.exp(log);
        }
        expected += Math.log(total);
      }
      assertThat(sweep.run()).isCloseTo(expected, within(1e-8));
      for (int k = 0; k < classes; k++) assertThat(sweep.posteriors()[7 * classes + k]).isEqualTo(k == known ? 1 : 0);
    }
  }

  @Test
  void theLikelihoodHoldsWhereOneClassIsFarAheadOfTheOther() {
    LabelTable table = LabelTable.of(4, 1, 2, new int[] {0, 1, 2, 3}, new int[4], new int[] {0, 1, 0, 1});
    var sweep = new Sweep(table, 1, Gold.none());
    sweep.logTable[at(table, 0, 0)] = -2;
    sweep.logTable[at(table, 0, 1)] = -900;
    sweep.logTable[at(table, 1, 0)] = -90;
    sweep.logTable[at(table, 1, 1)] = -3;
    assertThat(sweep.run()).isCloseTo(-10, within(1e-12));
    for (int i = 0; i < 4; i++) assertThat(sweep.posteriors()[i * 2 + i % 2]).isEqualTo(1);
  }

  @Test
  void exponentialsAreRightToThirteenDigitsBetweenTheLeastAndTheMost() {
    var x = new double[8_001];
    for (int i = 0; i < x.length; i++) x[i] = 40 - i / 100.0;
    Exponentials.replace(x, x.length);
    for (int i = 0; i < x.length; i++) assertThat(x[i] / Math.exp(40 - i / 100.0)).isCloseTo(1, within(1e-13));
    var far = new double[] {Double.NEGATIVE_INFINITY, -1e9, 0, Double.POSITIVE_INFINITY, 40};
    Exponentials.replace(far, 5);
    assertThat(far[0]).isLessThan(1e-17).isEqualTo(far[1]);
    assertThat(far[2]).isEqualTo(1);
    assertThat(far[3]).isEqualTo(far[4]);
  }

  private static int at(LabelTable table, int j, int k) {
    return (table.rater(j) * table.classes() + table.label(j)) * table.classes() + k;
  }

  private static LabelTable table(int items, int classes, Random random) {
    int n = items * 3;
    var item = new int[n];
    var rater = new int[n];
    var label = new int[n];
    for (int j = 0; j < n; j++) {
      item[j] = random.nextInt(items);
      rater[j] = random.nextInt(7);
      label[j] = random.nextInt(classes);
    }
    return LabelTable.of(items, 7, classes, item, rater, label);
  }
}
