package org.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaDistributionTest {

  @ParameterizedTest
  @CsvSource({
    // closed forms: x^a for b = 1, 1-(1-x)^b for a = 1, 3x^2-2x^3 for (2,2), the arcsine law for (1/2,1/2)
    "3, 1, 0.5, 0.125", "1, 4, 0.25, 0.68359375", "2, 2, 0.3, 0.216", "0.5, 0.5, 0.25, 0.333333333333333", "5, 5, 0.5, 0.5",
    "1, 1, 0.7, 0.7"
  })
  void theCumulativeFunctionMeetsItsClosedForms(double a, double b, double x, double expected) {
    assertThat(new BetaDistribution(a, b).cumulative(x)).isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.3", "1, 1", "3, 40", "500, 2", "1000, 1000"})
  void theQuantileUndoesTheCumulativeFunction(double a, double b) {
    var beta = new BetaDistribution(a, b);
    for (double p : new double[] {0.01, 0.025, 0.5, 0.9, 0.975}) {
      double x = beta.quantile(p);
      if (x > 1e-9 && x < 1 - 1e-9) assertThat(beta.cumulative(x)).isCloseTo(p, within(1e-6));
    }
  }

  @Test
  void gammaAndDigammaMeetTheirKnownValues() {
    assertThat(BetaDistribution.logGamma(0.5)).isCloseTo(Math.log(Math.sqrt(Math.PI)), within(1e-12));
    assertThat(BetaDistribution.logGamma(11)).isCloseTo(Math.log(3_628_800), within(1e-11));
    assertThat(BetaDistribution.digamma(1)).isCloseTo(-0.5772156649015329, within(1e-12));
    assertThat(BetaDistribution.digamma(0.5)).isCloseTo(-1.9635100260214235, within(1e-12));
  }
}
