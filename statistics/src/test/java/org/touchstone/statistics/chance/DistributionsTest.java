package org.touchstone.statistics.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference values from SciPy 1.17. */
class DistributionsTest {
  @ParameterizedTest
  @CsvSource({"1e-10, -6.361340902404056", "0.001, -3.090232306167813", "0.3, -0.5244005127080409",
    "0.975, 1.959963984540054", "0.5, 0"})
  void normalQuantiles(double p, double z) {
    assertThat(Normal.quantile(p)).isEqualTo(z, within(1e-12));
    assertThat(Normal.cumulative(z)).isEqualTo(p, within(1e-12 * Math.max(p, 1e-3)));
  }

  @Test
  void betaAndItsRelatives() {
    assertThat(Beta.quantile(0.3, 2.5, 7)).isEqualTo(0.17680146270511063, within(1e-13));
    assertThat(Beta.fisherQuantile(0.975, 5, 15.3)).isEqualTo(3.5529239299659716, within(1e-11));
    assertThat(Beta.studentHalfWidth(0.95, 11)).isEqualTo(2.200985160082949, within(1e-11));
    assertThat(Beta.binomialAtLeast(7, 20, 0.3)).isEqualTo(0.3919901877990756, within(1e-13));
    assertThat(Beta.student(2.200985160082949, 11)).isEqualTo(0.975, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"5, 0.3", "40, 0.1", "200, 0.45", "1000, 0.9", "100000, 0.002", "1000000, 0.5"})
  void binomialCountsHaveTheirMeanAndVariance(long trials, double p) {
    var random = new Random(trials);
    int draws = 40_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double off = Binomials.draw(random, trials, p) - trials * p;
      sum += off;
      squares += off * off;
    }
    double variance = trials * p * (1 - p);
    assertThat(sum / draws).as("seed %d", trials).isEqualTo(0, within(4 * Math.sqrt(variance / draws)));
    assertThat(squares / draws / variance).as("seed %d", trials).isEqualTo(1, within(0.04));
  }

  @Test
  void aResampleKeepsItsSize() {
    var multinomial = new Multinomial(new long[] {5, 0, 100, 1, 4000});
    long[] drawn = new long[5];
    var random = new Random(3);
    for (int i = 0; i < 200; i++) {
      multinomial.draw(random, drawn);
      assertThat(drawn[0] + drawn[1] + drawn[2] + drawn[3] + drawn[4]).isEqualTo(4106);
      assertThat(drawn[1]).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.7, 1, 4.5, 300})
  void gammaDrawsHaveTheirMeanAndVariance(double shape) {
    var random = new Random(11);
    int draws = 60_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double off = Gamma.draw(shape, random) - shape;
      sum += off;
      squares += off * off;
    }
    assertThat(sum / draws).as("seed 11").isCloseTo(0, within(5 * Math.sqrt(shape / draws)));
    assertThat(squares / draws).as("seed 11").isCloseTo(shape, within(5 * shape * Math.sqrt((2 + 6 / shape) / draws)));
  }
}
