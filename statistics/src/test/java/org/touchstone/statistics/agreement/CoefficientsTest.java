package org.touchstone.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.touchstone.statistics.Estimate;

/**
 * Reference values: irrCAC 0.4 on Krippendorff's example, statsmodels 0.15 for kappa, Shrout and Fleiss (1979) for
 * ICC.
 */
class CoefficientsTest {
  private static final double NA = Double.NaN;
  private static final Judgments CANON = Judgments.ofRows(new double[][] {
    {1, 2, 3, 3, 2, 1, 4, 1, 2, NA, NA, NA},
    {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NA, 3},
    {NA, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NA},
    {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NA}
  });
  private static final Judgments SHROUT_FLEISS = Judgments.ofRows(new double[][] {
    {9, 6, 8, 7, 10, 6}, {2, 1, 4, 1, 5, 2}, {5, 3, 6, 2, 6, 4}, {8, 2, 8, 6, 9, 7}
  });

  @ParameterizedTest
  @CsvSource({
    "IDENTITY, fleiss, 0.761169275422, 0.424376279378, 1", "IDENTITY, gwet, 0.775444068127, 0.460813348132, 1",
    "LINEAR, fleiss, 0.817944767097, 0.491088884435, 1", "LINEAR, gwet, 0.858739136433, 0.600499700425, 1",
    "QUADRATIC, fleiss, 0.864935064935, 0.543517254786, 1", "QUADRATIC, gwet, 0.914000723552, 0.685181365879, 1",
    "ORDINAL, fleiss, 0.850206189397, 0.526582809178, 1", "ORDINAL, gwet, 0.898939769908, 0.663646700429, 1"
  })
  void gwetsFamilyEqualsTheReference(Weighting weighting, String which, double value, double low, double high) {
    var coefficient = which.equals("fleiss") ? new FleissKappa(weighting) : GwetAC.ac2(weighting);
    var known = known(coefficient, CANON);
    assertThat(known.value()).isEqualTo(value, within(1e-11));
    assertThat(known.interval().orElseThrow().low()).isEqualTo(low, within(1e-9));
    assertThat(known.interval().orElseThrow().high()).isEqualTo(high, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "IDENTITY, 0.5863700899195455, 0.44481837120828915, 0.7279218086308019",
    "LINEAR, 0.6763406940063093, 0.5503975903396713, 0.8022837976729472",
    "QUADRATIC, 0.7521156558533145, 0.6093123484420863, 0.8949189632645428"
  })
  void kappaOfTwoRatersEqualsTheReference(Weighting weighting, double value, double low, double high) {
    var table = fromTable(new int[][] {{11, 4, 0, 1}, {2, 19, 3, 0}, {1, 5, 14, 2}, {0, 1, 4, 9}});
    var known = known(new CohenKappa(weighting), table);
    assertThat(known.value()).isEqualTo(value, within(1e-12));
    assertThat(known.interval().orElseThrow().low()).isEqualTo(low, within(1e-10));
    assertThat(known.interval().orElseThrow().high()).isEqualTo(high, within(1e-10));
  }

  @ParameterizedTest
  @CsvSource({
    "ONE_WAY, false, 0.1657417684, -0.13, 0.72", "ONE_WAY, true, 0.4427971337, -0.88, 0.91",
    "RANDOM_RATERS, false, 0.2897637795, 0.02, 0.76", "RANDOM_RATERS, true, 0.6200505476, 0.07, 0.93",
    "FIXED_RATERS, false, 0.7148407148, 0.34, 0.95", "FIXED_RATERS, true, 0.9093155424, 0.68, 0.99"
  })
  void shroutAndFleissComeOut(IntraclassCorrelation.Design design, boolean mean, double value, double low,
      double high) {
    var known = known(new IntraclassCorrelation(design, mean), SHROUT_FLEISS);
    assertThat(known.value()).isEqualTo(value, within(1e-9));
    assertThat(known.interval().orElseThrow().low()).isEqualTo(low, within(0.0051));
    assertThat(known.interval().orElseThrow().high()).isEqualTo(high, within(0.0051));
  }

  /** Unequal numbers of judgments, by hand: k = (10 - 38/10)/2 = 3.1. */
  @Test
  void oneWayTakesItemsOfAnyNumberOfJudgments() {
    var judgments = Judgments.of(new int[] {0, 0, 1, 1, 1, 2, 2, 2, 2, 2, 3}, new int[] {0, 1, 2, 3, 4, 0, 1, 2, 3,
        4, 0},
        new double[] {1, 2, 4, 5, 5, 3, 3, 4, 3, 2, 9});
    double within = (0.5 + 2.0 / 3 + 2) / 7;
    double grand = 3.2;
    double between = (2 * 1.7 * 1.7 + 3 * Math.pow(14.0 / 3 - grand, 2) + 5 * 0.2 * 0.2) / 2;
    var known = known(new IntraclassCorrelation(IntraclassCorrelation.Design.ONE_WAY, false), judgments);
    assertThat(known.value()).isEqualTo((between - within) / (between + 2.1 * within), within(1e-12));
    assertThat(known.n()).isEqualTo(10);
  }

  /** The example of many lecture notes: 14 raters, 10 subjects, 5 categories. Fleiss' own is in AgreementPapersTest. */
  @Test
  void theLectureNotesFleissKappaComesOut() {
    int[][] counts = {
      {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
      {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}
    };
    double[][] rows = new double[14][counts.length];
    for (int i = 0; i < counts.length; i++) {
      int rater = 0;
      for (int c = 0; c < 5; c++) for (int k = 0; k < counts[i][c]; k++) rows[rater++][i] = c;
    }
    assertThat(known(FleissKappa.unweighted(), Judgments.ofRows(rows)).value()).isEqualTo(0.20993, within(5e-6));
  }

  @Test
  void scottPoolsTheTwoHabits() {
    var table = fromTable(new int[][] {{20, 5}, {10, 15}});
    double chance = 0.55 * 0.55 + 0.45 * 0.45;
    assertThat(known(new ScottPi(), table).value()).isEqualTo((0.7 - chance) / (1 - chance), within(1e-12));
    assertThat(known(new PercentAgreement(), table).value()).isEqualTo(0.7, within(1e-12));
    assertThat(new ScottPi().measure(CANON).value()).isInstanceOf(Estimate.Undefined.class);
  }

  @Test
  void unusedCategoriesRaiseAc1() {
    var table = fromTable(new int[][] {{20, 5}, {10, 15}});
    assertThat(known(GwetAC.ac1(5), table).value()).isGreaterThan(known(GwetAC.ac1(), table).value());
  }

  static List<Coefficient> all() {
    return List.of(new PercentAgreement(), CohenKappa.unweighted(), new CohenKappa(Weighting.QUADRATIC), new ScottPi(),
        FleissKappa.unweighted(), GwetAC.ac1(), GwetAC.ac2(Weighting.LINEAR), KrippendorffAlpha.nominal(),
        KrippendorffAlpha.ordinal(), KrippendorffAlpha.interval(), KrippendorffAlpha.ratio(),
        new IntraclassCorrelation(IntraclassCorrelation.Design.ONE_WAY, false),
        new IntraclassCorrelation(IntraclassCorrelation.Design.RANDOM_RATERS, true),
        new IntraclassCorrelation(IntraclassCorrelation.Design.RANDOM_RATERS, false),
        new IntraclassCorrelation(IntraclassCorrelation.Design.FIXED_RATERS, true));
  }

  @ParameterizedTest
  @MethodSource("all")
  void dataAPersonCanHaveNeverBreakIt(Coefficient coefficient) {
    var degenerate = List.of(
        Judgments.of(new int[0], new int[0], new double[0]),
        Judgments.ofRows(new double[][] {{1}}), Judgments.ofRows(new double[][] {{1, 2, 3}}),
        Judgments.ofRows(new double[][] {{1}, {1}}), Judgments.ofRows(new double[][] {{1}, {2}}),
        Judgments.ofRows(new double[][] {{0, 0, 0}, {0, 0, 0}}),
        Judgments.ofRows(new double[][] {{1, 1, 1}, {2, 2, 2}}),
        Judgments.ofRows(new double[][] {{1, NA, 2}, {NA, 1, NA}}),
        Judgments.ofRows(new double[][] {{-1, 1, 0}, {1, -1, 0}}),
        Judgments.ofRows(new double[][] {{1, 2}, {1, 2}}),
        Judgments.of(new int[] {0, 0, 0}, new int[] {0, 0, 0}, new double[] {1, 2, 1}));
    for (var judgments : degenerate) {
      var value = coefficient.measure(judgments).value();
      if (value instanceof Estimate.Known known) assertThat(known.value()).isLessThanOrEqualTo(1.0 + 1e-12);
      else assertThat(((Estimate.Undefined) value).because()).endsWith(".");
    }
    assertThat(coefficient.measure(degenerate.getFirst()).value()).isInstanceOf(Estimate.Undefined.class);
    assertThat(coefficient.measure(degenerate.get(2)).value()).isInstanceOf(Estimate.Undefined.class);
  }

  @ParameterizedTest
  @MethodSource("all")
  void perfectAgreementIsOne(Coefficient coefficient) {
    double[] truth = {1, 2, 3, 1, 2, 3, 5, 5};
    assertThat(known(coefficient, Judgments.ofRows(new double[][] {truth, truth})).value()).isEqualTo(1, within(1e-12));
  }

  static Judgments fromTable(int[][] table) {
    int items = 0;
    for (int[] row : table) for (int count : row) items += count;
    double[][] rows = new double[2][items];
    int item = 0;
    for (int a = 0; a < table.length; a++) {
      for (int b = 0; b < table.length; b++) {
        for (int k = 0; k < table[a][b]; k++) {
          rows[0][item] = a;
          rows[1][item++] = b;
        }
      }
    }
    return Judgments.ofRows(rows);
  }

  private static Estimate.Known known(Coefficient coefficient, Judgments judgments) {
    return coefficient.measure(judgments).value().known().orElseThrow();
  }
}
