package org.touchstone.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;

class ComparisonTest {
  /** Fagerland, Lydersen and Laake (2013): airway hyper-responsiveness before and after transplantation. */
  @Test
  void mcnemarsPublishedExampleComesOut() {
    assertThat(McNemar.exact().test(new McNemar.Counts(1, 7, 21)).pValue()).isEqualTo(0.0703, within(5e-5));
    assertThat(McNemar.midP().test(new McNemar.Counts(1, 7, 21)).pValue()).isEqualTo(0.0391, within(5e-5));
  }

  @Test
  void mcnemarReadsPairsAndIsSymmetric() {
    boolean[] first = {true, true, false, true, false};
    boolean[] second = {true, false, false, false, true};
    var there = McNemar.midP().test(first, second);
    var back = McNemar.midP().test(second, first);
    assertThat(there.difference().known().orElseThrow().value()).isEqualTo(0.2, within(1e-12));
    assertThat(back.pValue()).isEqualTo(there.pValue());
    assertThat(there.differing()).isEqualTo(3);
    assertThat(McNemar.midP().test(new McNemar.Counts(0, 0, 0)).difference()).isInstanceOf(Estimate.Undefined.class);
    assertThat(McNemar.midP().test(new McNemar.Counts(0, 0, 9)).pValue()).isEqualTo(1);
  }

  /** Fisher's (1935) maize data, Darwin's pairs: 863 of 32768 sign patterns are as extreme one way, 1726 both. */
  @Test
  void fishersPermutationTestOfDarwinsMaizeComesOut() {
    double[] crossed = {188, 96, 168, 176, 153, 172, 177, 163, 146, 173, 186, 168, 177, 184, 96};
    double[] selfed = {139, 163, 160, 160, 147, 149, 149, 122, 132, 144, 130, 144, 102, 124, 144};
    var result = PairedScores.compare(crossed, selfed, Bootstrap.of(2000, new Random(4)));
    assertThat(result.pValue()).isEqualTo(1726.0 / 32768, within(1e-12));
    assertThat(result.difference().known().orElseThrow().value()).isEqualTo(314.0 / 15, within(1e-12));
    assertThat(result.difference().known().orElseThrow().interval().orElseThrow().low()).isBetween(0.0, 10.0);
  }

  @Test
  void aDrawnPermutationTestIsNeverSurerThanItsDraws() {
    double[] better = new double[60];
    java.util.Arrays.fill(better, 1);
    var result = PairedScores.compare(better, new double[60], Bootstrap.of(999, new Random(4)));
    assertThat(result.pValue()).isEqualTo(0.001, within(1e-12));
    assertThat(PairedScores.compare(new double[3], new double[3], Bootstrap.of(20, new Random(1))).pValue())
        .isEqualTo(1);
    assertThat(PairedScores.compare(new double[0], new double[0], Bootstrap.of(20, new Random(1))).difference())
        .isInstanceOf(Estimate.Undefined.class);
  }

  /** Textbook sizes; the paired one from Connor's formula, the groups from Fleiss' without continuity correction. */
  @ParameterizedTest
  @CsvSource({"paired, 0.2, 0.1, 234", "preferences, 0.6, 0, 194", "groups, 0.6, 0.5, 388", "scores, 0.5, 1, 32"})
  void sampleSizesAreThoseOfTheTextbooks(String kind, double a, double b, long items) {
    var size = SampleSize.usual();
    var found = switch (kind) {
      case "paired" -> size.paired(a, b);
      case "preferences" -> size.preferences(a);
      case "groups" -> size.perGroup(a, b);
      default -> size.pairedScores(a, b);
    };
    assertThat(found.value()).isEqualTo(Estimate.of(items, 0));
  }

  @Test
  void aDifferenceOfZeroIsPlannedForByNobody() {
    var size = SampleSize.usual();
    for (var plan : List.of(size.paired(0.2, 0.2), size.paired(0, 0), size.preferences(0.5), size.perGroup(0.4, 0.4), size.pairedScores(0, 1))) {
      assertThat(plan.value()).isEqualTo(Estimate.undefined("No number of items shows a difference of zero."));
    }
    assertThat(size.powerOfPaired(0, 0, 100).value()).as("candidates that never differ").isEqualTo(Estimate.of(0, 0));
  }

  @Test
  void aPermutationTestThatIsStoppedSaysHowFarItCame() {
    double[] better = new double[60];
    java.util.Arrays.fill(better, 1);
    for (int until : new int[] {1, 30, 100, 130}) {
      var told = new ArrayList<Long>();
      var result = PairedScores.compare(better, new double[60], new Bootstrap(100, 0.95, new Random(4), (done, total) -> {
        assertThat(total).isEqualTo(200);
        told.add(done);
        return done < until;
      }));
      assertThat(told).as("nobody is asked again after refusing").hasSize(until);
      assertThat(result.provenance().settings()).containsEntry("bootstrap", "" + Math.min(until, 100)).containsEntry("swaps", "" + Math.max(0, until - 100));
      assertThat(result.pValue()).isEqualTo(1.0 / (1 + Math.max(0, until - 100)), within(1e-12));
    }
  }

  @Test
  void thePromisedPowerIsThereInSimulation() {
    long items = (long) SampleSize.usual().paired(0.2, 0.1).known().orElseThrow().value();
    assertThat(SampleSize.usual().powerOfPaired(0.2, 0.1, items).known().orElseThrow().value()).isEqualTo(0.8, within(0.002));
    var random = new Random(8);
    int seen = 0;
    for (int trial = 0; trial < 4000; trial++) {
      long b = 0;
      long c = 0;
      for (int i = 0; i < items; i++) {
        double u = random.nextDouble();
        if (u < 0.2) b++;
        else if (u < 0.3) c++;
      }
      if (McNemar.midP().test(new McNemar.Counts(b, c, items)).isSignificant(0.05)) seen++;
    }
    assertThat(seen / 4000.0).as("seed 8").isEqualTo(0.8, within(0.03));
  }

  @Test
  void correctionsEqualTheirTextbookValues() {
    double[] p = {0.01, 0.04, 0.03, 0.005};
    assertThat(Correction.HOLM.adjust(p).pValues()).containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    assertThat(Correction.BENJAMINI_HOCHBERG.adjust(p).pValues()).containsExactly(new double[] {0.02, 0.04, 0.04, 0.02},
        within(1e-12));
    assertThat(Correction.HOLM.adjust(new double[0]).pValues()).isEmpty();
    assertThat(Correction.BENJAMINI_HOCHBERG.adjust(p).called(0.05)).isEqualTo(4);
    assertThatThrownBy(() -> Correction.HOLM.adjust(new double[] {1.2}))
        .hasMessage("a p-value lies in [0, 1], got 1.2");
  }

  @Test
  void smallSlicesAreWithheldAndCannotBeWorkedOut() {
    var slices = new Slices(30, Correction.HOLM).compare(new long[] {40, 45, 20, 3}, new long[] {100, 100, 50, 8}).slices();
    assertThat(slices.get(3).rate()).isInstanceOf(Estimate.Undefined.class);
    assertThat(slices.get(2).rate()).isEqualTo(Estimate.undefined(
        "The group is withheld because a smaller one could otherwise be worked out from the total."));
    assertThat(slices.get(0).rate()).isInstanceOf(Estimate.Known.class);
    assertThat(new Slices(30, Correction.HOLM).compare(new long[] {10}, new long[] {40}).slices().getFirst().difference())
        .isInstanceOf(Estimate.Undefined.class);
  }

  @Test
  void aRealDifferenceBetweenSlicesIsCalled() {
    var slices = new Slices(30, Correction.HOLM).compare(new long[] {80, 50, 52}, new long[] {100, 100, 100}).slices();
    assertThat(slices.get(0).pValue()).isLessThan(0.001);
    assertThat(slices.get(0).difference().known().orElseThrow().interval().orElseThrow().isAbove(0)).isTrue();
  }

  @Test
  void theMinimumGroupHoldsItsPromise() {
    int n = Slices.minimumFor(0.1);
    var interval = WilsonInterval.at95().of(n / 2.0, n).known().orElseThrow().interval().orElseThrow();
    assertThat(interval.high() - interval.low()).isLessThanOrEqualTo(0.2);
    var fewer = WilsonInterval.at95().of((n - 1) / 2.0, n - 1).known().orElseThrow().interval().orElseThrow();
    assertThat(fewer.high() - fewer.low()).isGreaterThan(0.2);
  }

  /** Newcombe (1998), table II, example (a): 56/70 less 48/80. */
  @Test
  void newcombesDifferenceComesOut() {
    var difference = RateDifference.at95().of(56, 70, 48, 80).known().orElseThrow();
    assertThat(difference.interval().orElseThrow().low()).isEqualTo(0.0524, within(5e-5));
    assertThat(difference.interval().orElseThrow().high()).isEqualTo(0.3339, within(5e-5));
  }
}
