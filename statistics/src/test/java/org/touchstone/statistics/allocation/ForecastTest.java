package org.touchstone.statistics.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.consensus.Consensus;
import org.touchstone.statistics.consensus.Ibcc;

class ForecastTest {

  private static Consensus pilot() {
    var random = new Random(3);
    var table = LabelTable.builder();
    for (int i = 0; i < 400; i++) {
      for (int r = 0; r < 5; r++) table.add("i" + i, "r" + r, "" + (random.nextDouble() < 0.8 ? i % 2 : 1 - i % 2));
    }
    return new Ibcc().estimate(table.build());
  }

  @Test
  void fixedRedundancyFollowsTheBinomialLaw() {
    var forecast = new Forecast(pilot(), 1);
    double three = 0.8 * 0.8 * 0.8 + 3 * 0.8 * 0.8 * 0.2;
    assertThat(forecast.fixed(1).accuracy()).isCloseTo(0.8, within(0.03));
    assertThat(forecast.fixed(3).accuracy()).isCloseTo(three, within(0.03));
    assertThat(forecast.fixed(3).perItem()).isEqualTo(3);
  }

  @Test
  void theRuleNeedsFewerJudgmentsThanAFixedNumberOfTheSameAccuracy() {
    var forecast = new Forecast(pilot(), 1);
    Forecast.Outlook adaptive = forecast.adaptive(new StoppingRule(0.05, 1, 50));
    assertThat(adaptive.accuracy()).isGreaterThan(0.93);
    assertThat(adaptive.perItem()).isLessThan(5);
    assertThat(forecast.fixed((int) adaptive.perItem()).accuracy()).isLessThan(adaptive.accuracy());
  }

  @Test
  void aPilotOfOneLabelCannotBeForecast() {
    Consensus flat = new Ibcc().estimate(LabelTable.builder().add("i", "r", "yes").build());
    assertThatThrownBy(() -> new Forecast(flat, 1)).hasMessage("a forecast needs a pilot with at least two different labels");
  }
}
