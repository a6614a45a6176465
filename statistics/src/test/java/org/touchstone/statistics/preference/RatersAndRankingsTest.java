package org.touchstone.statistics.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Progress;

/** Recovery from simulation, with fixed seeds, of what the richer models claim to see. */
class RatersAndRankingsTest {
  private static final double[] TRUE_LOG = {1.5, 0.8, 0.2, -0.4, -0.9, -1.2};

  @Test
  void rankingsOfTwoAreBradleyTerry() {
    var comparisons = BradleyTerryTest.tally(3, new int[][] {{0, 1, 8, 4, 0}, {1, 2, 7, 5, 0}, {0, 2, 9, 2, 0}});
    var rankings = Rankings.builder();
    for (int j = 0; j < comparisons.size(); j++) {
      String left = "" + comparisons.left(j);
      String right = "" + comparisons.right(j);
      rankings.add(comparisons.outcome(j) == Outcome.LEFT ? List.of(left, right) : List.of(right, left));
    }
    var built = rankings.build();
    var one = BradleyTerry.standard().strengths(comparisons).on(Scale.LOG);
    var other = PlackettLuce.standard().strengths(built).on(Scale.LOG);
    for (int c = 0; c < 3; c++) {
      var expected = one.of(c).known().orElseThrow();
      var actual = other.of(built.contestantNames().find("" + c)).known().orElseThrow();
      assertThat(actual.value()).isEqualTo(expected.value(), within(1e-8));
      assertThat(actual.interval().orElseThrow().low()).isEqualTo(expected.interval().orElseThrow().low(),
          within(1e-6));
    }
  }

  @Test
  void plackettAndLuceRecoverTheStrengths() {
    var random = new Random(5);
    var rankings = Rankings.builder();
    for (int r = 0; r < 3000; r++) {
      var left = new java.util.ArrayList<>(IntStream.range(0, TRUE_LOG.length).boxed().toList());
      java.util.Collections.shuffle(left, random);
      var chosen = new java.util.ArrayList<>(left.subList(0, 4));
      var ranking = new java.util.ArrayList<String>();
      while (!chosen.isEmpty()) {
        double sum = chosen.stream().mapToDouble(c -> Math.exp(TRUE_LOG[c])).sum();
        double u = random.nextDouble() * sum;
        int pick = 0;
        while (pick + 1 < chosen.size() && (u -= Math.exp(TRUE_LOG[chosen.get(pick)])) > 0) pick++;
        ranking.add("" + chosen.remove(pick));
      }
      rankings.add(ranking);
    }
    var built = rankings.build();
    var strengths = PlackettLuce.standard().strengths(built);
    for (int c = 0; c < TRUE_LOG.length; c++) {
      assertThat(strengths.log(built.contestantNames().find("" + c))).isEqualTo(TRUE_LOG[c], within(0.12));
    }
    var drawn = PlackettLuce.standard().strengths(built, Bootstrap.of(20, random)).on(Scale.LOG).of(0).known()
        .orElseThrow();
    assertThat(drawn.interval().orElseThrow().contains(drawn.value())).isTrue();
  }

  @Test
  void intervalsOfNoisyRatersHoldWhatTheySimulate() {
    var random = new Random(11);
    var comparisons = simulated(random, 1500, 6, (r, d) -> r < 2 ? 0.5 : PairLikelihood.logistic(d));
    var noisy = NoisyBradleyTerry.standard().fit(comparisons, Bootstrap.of(60, random));
    var ratings = noisy.strengths().on(Scale.LOG);
    int held = 0;
    double mean = IntStream.range(0, TRUE_LOG.length).mapToDouble(c -> TRUE_LOG[c]).average().orElseThrow();
    for (int c = 0; c < TRUE_LOG.length; c++) {
      var known = ratings.of(c).known().orElseThrow();
      var interval = known.interval().orElseThrow();
      assertThat(interval.contains(known.value())).isTrue();
      if (interval.contains(TRUE_LOG[c] - mean)) held++;
    }
    assertThat(held).isGreaterThanOrEqualTo(4);
    double careless = noisy.reliability().get(0).known().orElseThrow().interval().orElseThrow().high();
    double careful = noisy.reliability().get(4).known().orElseThrow().interval().orElseThrow().low();
    assertThat(careless).isLessThan(careful);
  }

  @Test
  void carelessRatersAreFoundAndCountLess() {
    var random = new Random(9);
    var comparisons = simulated(random, 4000, 20, (r, d) -> r < 5 ? 0.8 : PairLikelihood.logistic(3 * d));
    var noisy = NoisyBradleyTerry.standard().fit(comparisons, Progress.SILENT);
    for (int r = 0; r < 20; r++) {
      double reliability = noisy.reliability().get(r).known().orElseThrow().value();
      if (r < 5) assertThat(reliability).as("careless %d", r).isLessThan(0.25);
      else assertThat(reliability).as("careful %d", r).isGreaterThan(0.85);
    }
    for (int r = 0; r < 5; r++) assertThat(noisy.leftGuesses()[r]).isEqualTo(0.8, within(0.1));
    double[] objective = noisy.objective();
    for (int i = 1; i < objective.length; i++) assertThat(objective[i]).isGreaterThanOrEqualTo(objective[i - 1] - 1e-7);
    var plain = BradleyTerry.standard().strengths(comparisons);
    double spread = 3 * (TRUE_LOG[0] - TRUE_LOG[5]);
    assertThat(Math.abs(noisy.strengths().log(0) - noisy.strengths().log(5) - spread))
        .isLessThan(Math.abs(plain.log(0) - plain.log(5) - spread));
  }

  @Test
  void aLeanToTheLeftIsSeenAndItsAbsenceIsNot() {
    var comparisons = simulated(new Random(12), 6000, 10, (r, d) -> PairLikelihood.logistic(d + (r == 3 ? 1.5 : 0)));
    var leans = PositionBias.of(comparisons, BradleyTerry.standard().strengths(comparisons)).perRater();
    assertThat(leans.get(3).lean().known().orElseThrow().value()).isGreaterThan(0.15);
    assertThat(leans.get(3).pValue()).isLessThan(1e-8);
    for (var lean : leans) if (lean.rater() != 3) assertThat(lean.pValue()).as("rater %d", lean.rater())
        .isGreaterThan(0.001);
  }

  @Test
  void lengthIsSeparatedFromStrength() {
    var random = new Random(21);
    int n = 6000;
    int k = TRUE_LOG.length;
    int[] left = new int[n];
    int[] right = new int[n];
    Outcome[] outcome = new Outcome[n];
    double[][] style = new double[n][2];
    for (int j = 0; j < n; j++) {
      left[j] = random.nextInt(k);
      right[j] = (left[j] + 1 + random.nextInt(k - 1)) % k;
      double longer = 0.5 * (right[j] - left[j]) / k + random.nextGaussian() * 0.5;
      style[j] = new double[] {longer, 1};
      double logit = TRUE_LOG[left[j]] - TRUE_LOG[right[j]] + 0.9 * longer + 0.3;
      outcome[j] = random.nextDouble() < PairLikelihood.logistic(logit) ? Outcome.LEFT : Outcome.RIGHT;
    }
    var comparisons = Comparisons.of(k, 1, left, right, new int[n], outcome);
    var controlled = ControlledBradleyTerry.of(List.of("length", "left side")).fit(comparisons, style);
    assertThat(controlled.effects().get(0).known().orElseThrow().interval().orElseThrow().contains(0.9)).isTrue();
    assertThat(controlled.effects().get(1).known().orElseThrow().interval().orElseThrow().contains(0.3)).isTrue();
    for (int c = 0; c < k; c++) assertThat(controlled.strengths().log(c)).isEqualTo(TRUE_LOG[c], within(0.15));
  }

  @Test
  void withoutCovariatesControlIsPlainBradleyTerry() {
    var comparisons = BradleyTerryTest.tally(3, new int[][] {{0, 1, 8, 4, 3}, {1, 2, 7, 5, 1}, {0, 2, 9, 2, 2}});
    var plain = BradleyTerry.standard().strengths(comparisons).on(Scale.LOG);
    var controlled = ControlledBradleyTerry.of(List.of()).fit(comparisons, new double[comparisons.size()][0]);
    for (int c = 0; c < 3; c++) {
      var expected = plain.of(c).known().orElseThrow();
      var actual = controlled.strengths().on(Scale.LOG).of(c).known().orElseThrow();
      assertThat(actual.value()).isEqualTo(expected.value(), within(1e-7));
      assertThat(actual.interval().orElseThrow().high()).isEqualTo(expected.interval().orElseThrow().high(),
          within(1e-6));
    }
  }

  @Test
  void aCovariateThatAlwaysWinsIsHeldBack() {
    var comparisons = BradleyTerryTest.tally(2, new int[][] {{0, 1, 4, 4, 0}});
    double[][] winner = new double[8][1];
    for (int j = 0; j < 8; j++) winner[j][0] = comparisons.outcome(j) == Outcome.LEFT ? 1 : -1;
    var controlled = ControlledBradleyTerry.of(List.of("winner")).fit(comparisons, winner);
    assertThat(controlled.effects().getFirst().known().orElseThrow().value()).isBetween(0.5, 5.0);
    assertThat(controlled.strengths().remark()).isNotEmpty();
  }

  @Test
  void nothingComparedIsNoError() {
    var none = Comparisons.of(2, 2, new int[0], new int[0], new int[0], new Outcome[0]);
    assertThat(NoisyBradleyTerry.standard().fit(none, Progress.SILENT).reliability().getFirst())
        .isInstanceOf(Estimate.Undefined.class);
    assertThat(PositionBias.of(none, BradleyTerry.standard().strengths(none)).ofRater(0).pValue()).isEqualTo(1);
    assertThat(ControlledBradleyTerry.of(List.of("length")).fit(none, new double[0][]).effects().getFirst())
        .isInstanceOf(Estimate.Undefined.class);
    assertThat(PlackettLuce.standard().strengths(Rankings.builder().build()).on(Scale.ELO).values()).isEmpty();
  }

  private interface LeftChance {
    double of(int rater, double difference);
  }

  private static Comparisons simulated(Random random, int n, int raters, LeftChance chance) {
    int k = TRUE_LOG.length;
    int[] left = new int[n];
    int[] right = new int[n];
    int[] rater = new int[n];
    Outcome[] outcome = new Outcome[n];
    for (int j = 0; j < n; j++) {
      left[j] = random.nextInt(k);
      right[j] = (left[j] + 1 + random.nextInt(k - 1)) % k;
      rater[j] = j % raters;
      boolean won = random.nextDouble() < chance.of(rater[j], TRUE_LOG[left[j]] - TRUE_LOG[right[j]]);
      outcome[j] = won ? Outcome.LEFT : Outcome.RIGHT;
    }
    return Comparisons.of(k, raters, left, right, rater, outcome);
  }
}
