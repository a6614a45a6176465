package org.touchstone.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.statistics.Estimate;

/** The examples that papers and textbooks of agreement work out themselves; docs/statistics/worked-examples.md names each. */
class AgreementPapersTest {
  /** Gwet (2014): two abstractors of 100 records. */
  private static final Judgments ABSTRACTORS = CoefficientsTest.fromTable(new int[][] {{13, 0, 0}, {0, 20, 7}, {0, 4, 56}});

  /** Fleiss (1971), table 1: the diagnoses of 30 patients by six psychiatrists each. */
  private static final String DIAGNOSES = """
      444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445
      333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555
      """;

  /** Cohen (1968), table 1: two judges call 200 cases personality disorder, neurosis or psychosis. */
  @Test
  void cohensTwoJudgesComeOut() {
    var table = CoefficientsTest.fromTable(new int[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});
    assertThat(value(CohenKappa.unweighted(), table)).isEqualTo(0.492, within(5e-4));
  }

  /** The example of SAS' FREQ procedure: simple and linearly weighted kappa with their limits. */
  @ParameterizedTest
  @CsvSource({"IDENTITY, 0.4842, 0.2137, 0.7547", "LINEAR, 0.4701, 0.1845, 0.7558"})
  void theHandbooksWeightedKappaComesOut(Weighting weighting, double kappa, double low, double high) {
    var known = known(new CohenKappa(weighting), CoefficientsTest.fromTable(new int[][] {{0, 4, 1}, {0, 8, 0}, {0, 1, 5}}));
    assertThat(known.value()).isEqualTo(kappa, within(5e-5));
    assertThat(known.interval().orElseThrow().low()).isEqualTo(low, within(5e-5));
    assertThat(known.interval().orElseThrow().high()).isEqualTo(high, within(5e-5));
  }

  @Test
  void gwetsAbstractorsComeOut() {
    assertThat(value(CohenKappa.unweighted(), ABSTRACTORS)).isEqualTo(0.7964094, within(5e-8));
    assertThat(value(new ScottPi(), ABSTRACTORS)).isEqualTo(0.7962397, within(5e-8));
    assertThat(value(GwetAC.ac1(), ABSTRACTORS)).isEqualTo(0.8493305, within(5e-8));
    assertThat(value(KrippendorffAlpha.nominal(), ABSTRACTORS)).isEqualTo(0.7972585, within(5e-8));
    assertThat(value(new PercentAgreement(), ABSTRACTORS)).isEqualTo(0.89, within(1e-12));
  }

  /** His table of counts has the variance over n, raw judgments have it over n - 1 and Student's quantile: 0.04321747 becomes ours. */
  @Test
  void gwetsErrorOfAc1ComesOut() {
    var interval = known(GwetAC.ac1(), ABSTRACTORS).interval().orElseThrow();
    double student = 1.9842169515864165;
    assertThat((interval.high() - interval.low()) / (2 * student)).isEqualTo(0.04321747 * Math.sqrt(100.0 / 99), within(1e-7));
  }

  /** Fifteen of Fleiss' patients, as Gwet (2014) works them out. */
  @ParameterizedTest
  @CsvSource({"ac1, 0.4448007, 0.264, 0.625", "fleiss, 0.4139265, 0.240, 0.588"})
  void gwetsFifteenPatientsComeOut(String which, double coefficient, double low, double high) {
    var known = known(which.equals("ac1") ? GwetAC.ac1() : FleissKappa.unweighted(), patients(15));
    assertThat(known.value()).isEqualTo(coefficient, within(5e-8));
    assertThat(known.interval().orElseThrow().low()).isEqualTo(low, within(6e-4));
    assertThat(known.interval().orElseThrow().high()).isEqualTo(high, within(6e-4));
  }

  @Test
  void theAlphaOfGwetsFifteenPatientsComesOut() {
    assertThat(value(KrippendorffAlpha.nominal(), patients(15))).isEqualTo(0.4204384, within(5e-8));
  }

  @Test
  void fleissThirtyPatientsComeOut() {
    assertThat(value(FleissKappa.unweighted(), patients(30))).isEqualTo(0.430, within(5e-4));
  }

  /** Krippendorff (2011), section A: two observers, two values, nothing missing. */
  @Test
  void krippendorffsBinaryDataComeOut() {
    var data = Judgments.ofRows(new double[][] {{0, 1, 0, 0, 0, 0, 0, 0, 1, 0}, {1, 1, 1, 0, 0, 1, 0, 0, 0, 0}});
    assertThat(value(KrippendorffAlpha.nominal(), data)).isEqualTo(0.095, within(5e-4));
  }

  /** Krippendorff (2011), section B: Ben and Gerry call twelve articles a to e. */
  @Test
  void krippendorffsNominalDataComeOut() {
    var data = Judgments.ofRows(new double[][] {letters("aabbdcccedda"), letters("babbbccceddd")});
    assertThat(value(KrippendorffAlpha.nominal(), data)).isEqualTo(0.692, within(5e-4));
  }

  private static double[] letters(String calls) {
    return calls.chars().asDoubleStream().toArray();
  }

  private static Judgments patients(int first) {
    String[] patients = DIAGNOSES.strip().split("\\s+");
    double[][] rows = new double[6][first];
    for (int i = 0; i < first; i++) for (int r = 0; r < 6; r++) rows[r][i] = patients[i].charAt(r);
    return Judgments.ofRows(rows);
  }

  private static double value(Coefficient coefficient, Judgments judgments) {
    return known(coefficient, judgments).value();
  }

  private static Estimate.Known known(Coefficient coefficient, Judgments judgments) {
    return coefficient.measure(judgments).value().known().orElseThrow();
  }
}
