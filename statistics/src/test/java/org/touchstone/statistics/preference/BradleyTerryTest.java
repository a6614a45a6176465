package org.touchstone.statistics.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.SharedData;

class BradleyTerryTest {
  /** Two contestants have a closed form: the log odds of the wins. */
  @Test
  void twoContestantsAreTheirOdds() {
    var strengths = BradleyTerry.standard().strengths(tally(2, new int[][] {{0, 1, 30, 10, 0}}));
    assertThat(strengths.winProbability(0, 1)).isEqualTo(0.75, within(1e-12));
    var difference = strengths.difference(0, 1).known().orElseThrow();
    double error = Math.sqrt(1.0 / 30 + 1.0 / 10);
    assertThat(difference.value()).isEqualTo(Math.log(3), within(1e-10));
    assertThat(difference.interval().orElseThrow().high()).isEqualTo(Math.log(3) + 1.959963984540054 * error,
        within(1e-9));
  }

  /** Davidson's odds of a tie against the geometric mean, and Rao and Kupper's threshold, solved by hand for two. */
  @Test
  void tiesOfTwoContestantsHaveClosedForms() {
    var ties = tally(2, new int[][] {{0, 1, 40, 10, 50}});
    var davidson = BradleyTerry.standard().with(Ties.DAVIDSON).strengths(ties);
    assertThat(davidson.log(0) - davidson.log(1)).isEqualTo(Math.log(4), within(1e-9));
    assertThat(davidson.tieParameter().orElseThrow()).isEqualTo(50 / Math.sqrt(400), within(1e-9));
    var threshold = BradleyTerry.standard().with(Ties.RAO_KUPPER).strengths(ties);
    double winLogit = Math.log(0.4 / 0.6);
    double lossLogit = Math.log(0.1 / 0.9);
    assertThat(threshold.log(0) - threshold.log(1)).isEqualTo((winLogit - lossLogit) / 2, within(1e-9));
    assertThat(Math.log(threshold.tieParameter().orElseThrow())).isEqualTo(-(winLogit + lossLogit) / 2, within(1e-9));
  }

  /** Newman's ranking with ties is Davidson's model; its published scores agree up to a common factor. */
  @Test
  void newmansGoldenScoresAreDavidsons() {
    for (String set : new String[] {"golden-small/simple", "golden-small/food"}) {
      var comparisons = GoldenRatingsTest.read(set + ".csv");
      var strengths = BradleyTerry.standard().with(Ties.DAVIDSON).strengths(comparisons);
      double sum = 0;
      int n = 0;
      double[] score = new double[comparisons.contestants()];
      for (var row : SharedData.table(set + "-golden.csv", ',')) {
        if (!row.getFirst().equals("newman")) continue;
        int c = comparisons.contestantNames().find(row.get(1));
        score[c] = Math.log(Double.parseDouble(row.get(2)));
        sum += score[c];
        n++;
      }
      for (int c = 0; c < n; c++) assertThat(strengths.log(c)).as(set).isEqualTo(score[c] - sum / n, within(2e-4));
    }
  }

  @Test
  void onlyWinsGetACautiousRatingAndARemark() {
    var ratings = BradleyTerry.standard().rate(tally(3, new int[][] {{0, 1, 5, 0, 0}, {1, 2, 3, 2, 0}}));
    assertThat(ratings.inOrder().getFirst()).isZero();
    assertThat(ratings.remark()).startsWith("Some contestants won, or lost, all of their comparisons");
    for (var value : ratings.values()) assertThat(value).isInstanceOf(Estimate.Known.class);
  }

  @ParameterizedTest
  @EnumSource(Ties.class)
  void degenerateComparisonsNeverBreakIt(Ties ties) {
    var method = BradleyTerry.standard().with(ties);
    var cases = new Comparisons[] {
      tally(0, new int[0][]), tally(1, new int[0][]), tally(3, new int[0][]),
      tally(2, new int[][] {{0, 1, 0, 0, 5}}), tally(3, new int[][] {{0, 1, 4, 0, 0}}),
      tally(4, new int[][] {{0, 1, 4, 1, 0}, {2, 3, 1, 2, 3}}), tally(3, new int[][] {{0, 1, 1, 0, 0}, {1, 2, 1, 0,
          0}, {2, 0, 1, 0, 0}}),
      tally(3, new int[][] {{0, 1, 9, 0, 1}, {1, 2, 9, 0, 1}})
    };
    for (var comparisons : cases) {
      for (var scale : Scale.values()) {
        for (var ratings : new Ratings[] {method.on(scale).rate(comparisons),
            method.on(scale).rate(comparisons, Bootstrap.of(20, new Random(1)))}) {
          assertThat(ratings.values()).hasSize(comparisons.contestants());
          for (var value : ratings.values()) {
            if (value instanceof Estimate.Known known) assertThat(known.value()).isFinite();
            else assertThat(((Estimate.Undefined) value).because()).isEqualTo("It was never compared with anything.");
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Ties.class)
  void renamingAndTurningPairsRoundChangesNothing(Ties ties) {
    for (long seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      int k = 3 + random.nextInt(6);
      int n = 40 + random.nextInt(200);
      int[] left = new int[n];
      int[] right = new int[n];
      int[] rater = new int[n];
      Outcome[] outcome = new Outcome[n];
      int[] turnedLeft = new int[n];
      int[] turnedRight = new int[n];
      Outcome[] turned = new Outcome[n];
      for (int j = 0; j < n; j++) {
        left[j] = random.nextInt(k);
        right[j] = (left[j] + 1 + random.nextInt(k - 1)) % k;
        outcome[j] = Outcome.values()[random.nextInt(3)];
        turnedLeft[j] = k - 1 - right[j];
        turnedRight[j] = k - 1 - left[j];
        turned[j] = outcome[j] == Outcome.TIE ? Outcome.TIE : outcome[j] == Outcome.LEFT ? Outcome.RIGHT : Outcome.LEFT;
      }
      var one = BradleyTerry.standard().with(ties).strengths(Comparisons.of(k, 1, left, right, rater, outcome));
      var other = BradleyTerry.standard().with(ties).strengths(Comparisons.of(k, 1, turnedLeft, turnedRight, rater,
          turned));
      for (int c = 0; c < k; c++) {
        assertThat(other.log(k - 1 - c)).as("seed %d", seed).isEqualTo(one.log(c), within(1e-8));
      }
    }
  }

  @Test
  void duplicatingTheDataKeepsThePointAndShrinksTheInterval() {
    int[][] once = {{0, 1, 8, 4, 3}, {1, 2, 7, 5, 1}, {0, 2, 9, 2, 2}};
    int[][] fourfold = {{0, 1, 32, 16, 12}, {1, 2, 28, 20, 4}, {0, 2, 36, 8, 8}};
    for (var ties : Ties.values()) {
      var method = BradleyTerry.standard().with(ties).on(Scale.LOG);
      for (int c = 0; c < 3; c++) {
        var few = method.rate(tally(3, once)).of(c).known().orElseThrow();
        var many = method.rate(tally(3, fourfold)).of(c).known().orElseThrow();
        assertThat(many.value()).isEqualTo(few.value(), within(1e-8));
        var narrow = many.interval().orElseThrow();
        var wide = few.interval().orElseThrow();
        assertThat((narrow.high() - narrow.low()) / (wide.high() - wide.low())).isEqualTo(0.5, within(1e-6));
      }
    }
  }

  /** Rows of first, second, wins of the first, of the second, ties. */
  static Comparisons tally(int contestants, int[][] rows) {
    int n = 0;
    for (int[] row : rows) n += row[2] + row[3] + row[4];
    int[] left = new int[n];
    int[] right = new int[n];
    Outcome[] outcome = new Outcome[n];
    int j = 0;
    for (int[] row : rows) {
      for (int o = 0; o < 3; o++) {
        for (int times = 0; times < row[2 + o]; times++) {
          left[j] = row[0];
          right[j] = row[1];
          outcome[j++] = Outcome.values()[o];
        }
      }
    }
    return Comparisons.of(contestants, 1, left, right, new int[n], outcome);
  }
}
