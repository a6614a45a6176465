package org.touchstone.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;

class KrippendorffAlphaTest {
  private static final double NA = Double.NaN;

  /** Krippendorff (2011), section C: four observers, twelve units, missing values. */
  private static final Judgments CANON = Judgments.ofRows(new double[][] {
    {1, 2, 3, 3, 2, 1, 4, 1, 2, NA, NA, NA},
    {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NA, 3},
    {NA, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NA},
    {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NA}
  });

  @Test
  void thePapersExampleComesOutAtEveryLevel() {
    assertThat(value(KrippendorffAlpha.nominal(), CANON)).isEqualTo(904.0 / 1216, within(1e-12));
    assertThat(value(KrippendorffAlpha.ordinal(), CANON)).isEqualTo(0.815388, within(1e-6));
    assertThat(value(KrippendorffAlpha.interval(), CANON)).isEqualTo(0.849107, within(1e-6));
    assertThat(value(KrippendorffAlpha.ratio(), CANON)).isEqualTo(0.797403, within(1e-6));
  }

  @Test
  void aDistanceOfOnesOwnEqualsTheLevelItSpellsOut() {
    var interval = new KrippendorffAlpha(new Distance.Own("squared difference", (a, b) -> (a - b) * (a - b)));
    assertThat(value(interval, CANON)).isEqualTo(value(KrippendorffAlpha.interval(), CANON), within(1e-12));
  }

  @Test
  void nothingSharedIsUndefinedAndNeverPerfect() {
    var apart = Judgments.ofRows(new double[][] {{1, 2, NA, NA}, {NA, NA, 1, 2}});
    var empty = Judgments.of(new int[0], new int[0], new double[0]);
    assertThat(KrippendorffAlpha.nominal().measure(apart).value()).isInstanceOf(Estimate.Undefined.class);
    assertThat(KrippendorffAlpha.nominal().measure(empty).value()).isInstanceOf(Estimate.Undefined.class);
  }

  @Test
  void oneValueThroughoutIsUndefined() {
    var same = Judgments.ofRows(new double[][] {{3, 3, 3}, {3, 3, 3}});
    for (var level : Distance.Level.values()) {
      assertThat(new KrippendorffAlpha(level).measure(same).value()).isEqualTo(Estimate.undefined(
          "All shared judgments have the same value, so agreement cannot be told from chance."));
    }
  }

  @Test
  void theBootstrapHoldsThePointAndNarrowsWithMoreItems() {
    var bootstrap = Bootstrap.of(500, new Random(7));
    var few = (Estimate.Known) KrippendorffAlpha.ordinal().measure(noisy(40, 11), bootstrap).value();
    var many = (Estimate.Known) KrippendorffAlpha.ordinal().measure(noisy(4000, 11), bootstrap).value();
    assertThat(few.interval().orElseThrow().contains(few.value())).isTrue();
    assertThat(width(many)).isLessThan(width(few) / 5);
  }

  private static double width(Estimate.Known estimate) {
    return estimate.interval().orElseThrow().high() - estimate.interval().orElseThrow().low();
  }

  private static Judgments noisy(int items, long seed) {
    var random = new Random(seed);
    double[][] rows = new double[3][items];
    for (int i = 0; i < items; i++) {
      int truth = 1 + random.nextInt(5);
      for (double[] row : rows) row[i] = random.nextDouble() < 0.7 ? truth : 1 + random.nextInt(5);
    }
    return Judgments.ofRows(rows);
  }

  private static double value(Coefficient coefficient, Judgments judgments) {
    return ((Estimate.Known) coefficient.measure(judgments).value()).value();
  }
}
