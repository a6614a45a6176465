package org.touchstone.statistics.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.touchstone.statistics.allocation.NextJudgment.Candidate;
import org.touchstone.statistics.allocation.NextJudgment.RaterTable;

class NextJudgmentTest {
  private static final RaterTable GOOD = RaterTable.oneCoin(0.9, 2);

  @Test
  void aRaterWhoIsRightNineTimesInTenLiftsAnEvenQuestionByFourTenths() {
    assertThat(NextJudgment.gain(new double[] {0.5, 0.5}, GOOD)).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void nobodyCanTurnAnAnswerThatIsMoreCertainThanTheyAre() {
    assertThat(NextJudgment.gain(new double[] {0.95, 0.05}, GOOD)).isCloseTo(0, within(1e-12));
  }

  @Test
  void aCoinTellsNothing() {
    assertThat(NextJudgment.information(new double[] {0.5, 0.5}, RaterTable.oneCoin(0.5, 2))).isCloseTo(0, within(1e-12));
    assertThat(NextJudgment.information(new double[] {0.5, 0.5}, RaterTable.oneCoin(1, 2))).isCloseTo(1, within(1e-12));
    assertThat(NextJudgment.information(new double[] {0.5, 0.5}, RaterTable.oneCoin(0, 2))).as("a liar tells all").isCloseTo(1, within(1e-12));
  }

  @Test
  void gainAndInformationAreNeverNegative() {
    long seed = 5;
    var random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      double p = random.nextDouble();
      double q = (1 - p) * random.nextDouble();
      var posterior = new double[] {p, q, 1 - p - q};
      RaterTable table = RaterTable.oneCoin(random.nextDouble(), 3);
      assertThat(NextJudgment.gain(posterior, table)).as("seed %d", seed).isBetween(0.0, 1.0);
      assertThat(NextJudgment.information(posterior, table)).as("seed %d", seed).isBetween(0.0, Math.log(3) / Math.log(2));
    }
  }

  @Test
  void theBestOfferWeighsSkillAgainstPrice() {
    var expert = new Candidate("expert", RaterTable.oneCoin(0.95, 2), 400);
    var novice = new Candidate("novice", RaterTable.oneCoin(0.75, 2), 40);
    double[] even = {0.5, 0.5};
    assertThat(NextJudgment.best("i", even, List.of(expert, novice), 1_000).orElseThrow().rater()).isEqualTo("novice");
    assertThat(NextJudgment.best("i", even, List.of(expert, novice), 10_000).orElseThrow().rater()).isEqualTo("expert");
    assertThat(NextJudgment.best("i", new double[] {0.999, 0.001}, List.of(expert, novice), 1_000)).isEmpty();
  }

  @Test
  void theRuleSaysWhyItStopsOrGoesOn() {
    var rule = new StoppingRule(0.05, 2, 4);
    assertThat(rule.decide(new double[] {1, 0}, 1).because()).isEqualTo("1 of at least 2 judgments");
    var ask = rule.decide(new double[] {0.9, 0.1}, 2);
    assertThat(ask).isInstanceOf(StoppingRule.Decision.Ask.class);
    assertThat(ask.because()).isEqualTo("the answer is wrong with 10.0 %, target 5.0 %");
    var enough = rule.decide(new double[] {0.97, 0.03}, 2);
    assertThat(enough).isInstanceOf(StoppingRule.Decision.Enough.class);
    assertThat(enough.because()).isEqualTo("the answer is wrong with 3.0 %, target 5.0 %");
    assertThat(rule.decide(new double[] {0.5, 0.5}, 4).because()).isEqualTo("the limit of 4 judgments is reached, but the answer is not certain");
    assertThatThrownBy(() -> new StoppingRule(0.1, 3, 2)).hasMessageContaining("1 <= least <= most");
  }
}
