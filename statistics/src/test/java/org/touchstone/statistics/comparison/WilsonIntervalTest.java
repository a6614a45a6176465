package org.touchstone.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.statistics.Estimate;

class WilsonIntervalTest {
  /** Newcombe (1998), 'Two-sided confidence intervals for the single proportion', table I, method 3. */
  @ParameterizedTest
  @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
  void newcombesTableComesOut(int successes, int trials, double low, double high) {
    var interval = WilsonInterval.at95().of(successes, trials).known().orElseThrow().interval().orElseThrow();
    assertThat(interval.low()).isEqualTo(low, within(5e-5));
    assertThat(interval.high()).isEqualTo(high, within(5e-5));
  }

  @Test
  void noTrialsAreUndefined() {
    assertThat(WilsonInterval.at95().of(0, 0).value()).isInstanceOf(Estimate.Undefined.class);
  }

  @Test
  void moreSuccessesThanTrialsAreRefused() {
    assertThatThrownBy(() -> WilsonInterval.at95().of(3, 2))
        .hasMessage("successes lie between 0 and 2 trials, got 3.0");
  }
}
