package org.touchstone.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.touchstone.statistics.Estimate;

/** What must hold on any data: the seed of a failing case is in its message. */
class LawsOfAgreementTest {
  private static final int CASES = 60;

  private record Columns(int[] item, int[] rater, double[] value) {
    Judgments judgments() {
      return Judgments.of(item, rater, value);
    }
  }

  @ParameterizedTest
  @MethodSource("org.touchstone.statistics.agreement.CoefficientsTest#all")
  void orderAndNamesOfRatersAndItemsChangeNothing(Coefficient coefficient) {
    for (long seed = 0; seed < CASES; seed++) {
      var random = new Random(seed);
      var columns = draw(random);
      var renamed = shuffled(columns, random);
      same(coefficient, columns.judgments(), renamed.judgments(), seed);
    }
  }

  @ParameterizedTest
  @MethodSource("org.touchstone.statistics.agreement.CoefficientsTest#all")
  void nothingExceedsOneOrIsNotANumber(Coefficient coefficient) {
    for (long seed = 0; seed < CASES; seed++) {
      if (coefficient.measure(draw(new Random(seed)).judgments()).value() instanceof Estimate.Known known) {
        assertThat(known.value()).as("seed %d", seed).isLessThanOrEqualTo(1 + 1e-12);
        known.interval().ifPresent(i -> assertThat(i.contains(known.value())).as("interval").isTrue());
      }
    }
  }

  /** Each item twice, under another name: what is a mean over items stays, and is surer. (Alpha and the ICC count judgments less one.) */
  @ParameterizedTest
  @MethodSource("meansOverItems")
  void duplicatingTheItemsKeepsThePointAndNarrowsTheInterval(Coefficient coefficient) {
    for (long seed = 0; seed < CASES; seed++) {
      Columns once = draw(new Random(seed));
      if (!(coefficient.measure(once.judgments()).value() instanceof Estimate.Known single)) continue;
      Estimate.Known twofold = coefficient.measure(twice(once).judgments()).value().known().orElseThrow();
      assertThat(twofold.value()).as("seed %d", seed).isEqualTo(single.value(), within(1e-9));
      if (single.interval().isEmpty() || twofold.interval().isEmpty()) continue;
      assertThat(width(twofold)).as("seed %d", seed).isLessThanOrEqualTo(width(single) + 1e-9);
    }
  }

  private static Stream<Coefficient> meansOverItems() {
    return CoefficientsTest.all().stream().filter(one -> !(one instanceof KrippendorffAlpha) && !(one instanceof IntraclassCorrelation));
  }

  private static double width(Estimate.Known estimate) {
    return estimate.interval().map(i -> i.high() - i.low()).orElseThrow();
  }

  private static Columns twice(Columns columns) {
    int n = columns.item.length;
    var both = new Columns(Arrays.copyOf(columns.item, 2 * n), Arrays.copyOf(columns.rater, 2 * n), Arrays.copyOf(columns.value, 2 * n));
    for (int j = 0; j < n; j++) {
      both.item[n + j] = columns.item[j] + 100;
      both.rater[n + j] = columns.rater[j];
      both.value[n + j] = columns.value[j];
    }
    return both;
  }

  private static void same(Coefficient coefficient, Judgments one, Judgments other, long seed) {
    var expected = coefficient.measure(one).value();
    var actual = coefficient.measure(other).value();
    assertThat(actual.getClass()).as("seed %d", seed).isEqualTo(expected.getClass());
    if (expected instanceof Estimate.Known known) {
      assertThat(((Estimate.Known) actual).value()).as("seed %d", seed).isEqualTo(known.value(), within(1e-9));
    }
  }

  private static Columns draw(Random random) {
    int items = 2 + random.nextInt(12);
    int raters = 2 + random.nextInt(4);
    int categories = 1 + random.nextInt(5);
    double present = 0.3 + 0.7 * random.nextInt(2);
    int[] item = new int[items * raters];
    int[] rater = new int[items * raters];
    double[] value = new double[items * raters];
    int n = 0;
    for (int i = 0; i < items; i++) {
      int truth = random.nextInt(categories);
      for (int r = 0; r < raters; r++) {
        if (random.nextDouble() > present) continue;
        item[n] = i;
        rater[n] = r;
        value[n++] = 1 + (random.nextDouble() < 0.6 ? truth : random.nextInt(categories));
      }
    }
    return new Columns(Arrays.copyOf(item, n), Arrays.copyOf(rater, n),
        Arrays.copyOf(value, n));
  }

  private static Columns shuffled(Columns columns, Random random) {
    int n = columns.item.length;
    int[] order = permutation(n, random);
    int[] newItem = permutation(64, random);
    int[] newRater = permutation(1 + Arrays.stream(columns.rater).max().orElse(0), random);
    var result = new Columns(new int[n], new int[n], new double[n]);
    for (int j = 0; j < n; j++) {
      result.item[j] = newItem[columns.item[order[j]]];
      result.rater[j] = newRater[columns.rater[order[j]]];
      result.value[j] = columns.value[order[j]];
    }
    return result;
  }

  private static int[] permutation(int n, Random random) {
    int[] p = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      p[i] = p[j];
      p[j] = i;
    }
    return p;
  }
}
