package org.touchstone.statistics.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Examples of drift that are worked out on paper; docs/statistics/worked-examples.md names each. */
class DriftPapersTest {
  /** Broder (1997), section 2: a rose is a rose resembles a flower by three shingles of seven, 42.85 %. */
  @Test
  void brodersRosesResembleEachOtherByThreeShinglesOfSeven() {
    int found = 0;
    for (String flower : List.of("rose", "lily", "tulip", "aster", "daisy", "iris", "lilac", "orchid")) {
      var pairs = new NearDuplicates(0.42, 8).find(List.of("A rose is a rose is a rose.".replace("rose", flower),
          "A rose is a flower, which is a rose.".replace("rose", flower))).pairs();
      for (var pair : pairs) assertThat(pair.likeness()).isEqualTo(3.0 / 7, within(1e-12));
      found += pairs.size();
    }
    assertThat(found).as("min-hashing proposes a pair as unlike as this in half of the cases").isPositive();
  }

  /**
   * Right, right, wrong, wrong with stretches of one judgment or more: one rate gives the sequence probability 2!2!/5! = 1/30; a change after
   * the first, the second and the third gives 1/2·1/12, 1/3·1/3 and 1/12·1/2, on average 7/108. Even prior odds make that 35/53.
   */
  @Test
  void fourJudgmentsHaveAPosteriorOnPaper() {
    var posterior = new ChangePoint(0.5, 1).of(new boolean[] {false, false, true, true});
    assertThat(posterior.probability()).isEqualTo(35.0 / 53, within(1e-12));
    assertThat(posterior.place()).isEqualTo(2);
    assertThat(posterior.before().known().orElseThrow().value()).isEqualTo(0.25, within(1e-12));
    assertThat(posterior.after().known().orElseThrow().value()).isEqualTo(0.75, within(1e-12));
  }

  /** With rates of 1/4 and 3/4 a wrong judgment adds log 3 and a right one takes log 3 away: two ahead are the alarm, the walk is a gambler's. */
  @Test
  void theChartOfEvenStepsIsAGamblersWalk() {
    var chart = new Cusum(0.25, 0.75, 2 * Math.log(3));
    // From 0: up with p, else stay; from 1: up with p, else back. T0 = 1 + p T1 + q T0, T1 = 1 + q T0.
    double p = 0.25;
    double atRest = (1 + p) / (p * p);
    assertThat(chart.judgmentsToAlarm(0.25)).isEqualTo(atRest, within(0.02 * atRest));
    var alarm = chart.firstAlarm(new boolean[] {false, true, false, false, true, true}).orElseThrow();
    assertThat(alarm.at()).isEqualTo(5);
    assertThat(alarm.since()).isEqualTo(4);
  }

  /** Ones after nine zeros: mean 0.1 at the tenth value, so the sum rises by 0.9 less the tolerance, then by 1 - 2/11 less it. */
  @Test
  void pageAndHinkleysSumsAreThoseOnPaper() {
    double[] values = new double[12];
    values[9] = values[10] = values[11] = 1;
    double risen = (1 - 0.1) + (1 - 2.0 / 11) - 2 * 0.05;
    var alarm = new PageHinkley(0.05, risen - 1e-9, 1).firstAlarm(values).orElseThrow();
    assertThat(alarm.at()).isEqualTo(10);
    assertThat(alarm.since()).isEqualTo(9);
    assertThat(new PageHinkley(0.05, risen + 1e-9, 1).firstAlarm(values).orElseThrow().at()).isEqualTo(11);
  }
}
