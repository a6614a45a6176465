package org.touchstone.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples that papers and textbooks of testing work out themselves; docs/statistics/worked-examples.md names each. */
class ComparisonPapersTest {
  /** Benjamini and Hochberg (1995), section 4.1: fifteen end points of a trial of heart attacks. */
  private static final double[] END_POINTS = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
    0.5719, 0.6528, 0.7590, 1.0000};

  @Test
  void benjaminiAndHochbergCallFourOfFifteen() {
    assertThat(Correction.BENJAMINI_HOCHBERG.adjust(END_POINTS).called(0.05)).isEqualTo(4);
    assertThat(Correction.BENJAMINI_HOCHBERG.adjust(END_POINTS).pValues()[3]).isEqualTo(0.0095 * 15 / 4, within(1e-12));
  }

  /** Bonferroni's and Hochberg's procedures call three there, and Holm's lies between the two. */
  @Test
  void holmCallsThreeOfFifteen() {
    assertThat(Correction.HOLM.adjust(END_POINTS).called(0.05)).isEqualTo(3);
    assertThat(Arrays.stream(Correction.HOLM.adjust(END_POINTS).pValues()).skip(3).min().orElseThrow()).isGreaterThan(0.05);
  }

  /** Agresti (2002), section 10.1: 1600 Britons asked twice of their prime minister; 944 approve, then 880. */
  @Test
  void agrestisApprovalRatingsComeOut() {
    var result = McNemar.exact().test(new McNemar.Counts(86, 150, 1600));
    var difference = result.difference().known().orElseThrow();
    assertThat(difference.value()).isEqualTo(-0.04, within(1e-12));
    assertThat(difference.interval().orElseThrow().low()).isEqualTo(-0.06, within(0.005));
    assertThat(difference.interval().orElseThrow().high()).isEqualTo(-0.02, within(0.005));
    assertThat(result.differing()).isEqualTo(236);
    assertThat(result.isSignificant(0.001)).isTrue();
  }

  /** Newcombe (1998), table II, method 10. */
  @ParameterizedTest
  @CsvSource({"56, 70, 48, 80, 0.0524, 0.3339", "9, 10, 3, 10, 0.1705, 0.8090"})
  void newcombesDifferencesComeOut(long a, long m, long b, long n, double low, double high) {
    var interval = RateDifference.at95().of(a, m, b, n).value().known().orElseThrow().interval().orElseThrow();
    assertThat(interval.low()).isEqualTo(low, within(5e-5));
    assertThat(interval.high()).isEqualTo(high, within(5e-5));
  }

  /** Chow, Shao and Wang (2003), example 6.4.3: a fifth of the items shift one way, half of them the other. */
  @Test
  void theTextbooksPairedSampleSizeComesOut() {
    assertThat(SampleSize.usual().paired(0.2, 0.5).value().known().orElseThrow().value()).isEqualTo(59);
  }

  /** The example of R's power.prop.test: 0.50 against 0.75 with power 0.9 needs 76.7 in each group. */
  @Test
  void theHandbooksSizeOfAGroupComesOut() {
    assertThat(new SampleSize(0.05, 0.9).perGroup(0.5, 0.75).value().known().orElseThrow().value()).isEqualTo(77);
  }
}
