package org.touchstone.statistics.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.consensus.Consensus;
import org.touchstone.statistics.consensus.Gold;
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
    assertThat(accuracy(forecast.fixed(1))).isCloseTo(0.8, within(0.03));
    assertThat(accuracy(forecast.fixed(3))).isCloseTo(three, within(0.03));
    assertThat(value(forecast.fixed(3).perItem())).isEqualTo(3);
  }

  @Test
  void theRuleNeedsFewerJudgmentsThanAFixedNumberOfTheSameAccuracy() {
    var forecast = new Forecast(pilot(), 1);
    Forecast.Outlook adaptive = forecast.adaptive(new StoppingRule(0.05, 1, 50));
    assertThat(accuracy(adaptive)).isGreaterThan(0.93);
    assertThat(value(adaptive.perItem())).isLessThan(5);
    assertThat(accuracy(forecast.fixed((int) value(adaptive.perItem())))).isLessThan(accuracy(adaptive));
  }

  @Test
  void aPilotOfOneLabelCannotBeForecast() {
    Consensus flat = new Ibcc().estimate(LabelTable.builder().add("i", "r", "yes").build());
    Consensus empty = new Ibcc().estimate(LabelTable.builder(List.of("no", "yes")).build());
    for (Consensus pilot : List.of(flat, empty)) {
      var outlook = new Forecast(pilot, 1).fixed(3);
      for (var figure : List.of(outlook.perItem(), outlook.accuracy(), outlook.costPerItem())) {
        assertThat(figure).isEqualTo(Estimate.undefined("A forecast needs a pilot with at least two different labels."));
      }
    }
  }

  @Test
  void aForecastThatIsStoppedRestsOnTheItemsSimulatedUntilThen() {
    var stopped = new Forecast(pilot(), 1).fixed(3, (done, total) -> done < 50);
    assertThat(stopped.accuracy().known().orElseThrow().n()).isEqualTo(50);
    assertThat(stopped.provenance().settings()).containsEntry("items", "50");
  }

  private static double accuracy(Forecast.Outlook outlook) {
    return value(outlook.accuracy());
  }

  private static double value(Estimate estimate) {
    return estimate.known().orElseThrow().value();
  }

  private static Consensus crowd(boolean fooling, Random random, boolean known) {
    var table = LabelTable.builder();
    var gold = new LinkedHashMap<String, String>();
    for (int i = 0; i < 600; i++) {
      int truth = i % 2;
      double right = fooling && i % 10 < 3 ? 0.3 : 0.85;
      gold.put("i" + i, "" + truth);
      for (int r = 0; r < 9; r++) table.add("i" + i, "r" + r, "" + (random.nextDouble() < right ? truth : 1 - truth));
    }
    LabelTable built = table.build();
    return new Ibcc().estimate(built, known ? Gold.of(built, gold) : Gold.none(), Progress.SILENT);
  }

  /** Three items of ten fool seven raters of ten: nine judgments each settle 7 of 10, not 99 of 100. */
  @Test
  void itemsThatFoolManyRatersAreReckonedWithWhereKnownAnswersShowThem() {
    long seed = Long.getLong("seed", 41);
    var fooled = new Forecast(crowd(true, new Random(seed), true), 1);
    assertThat(fooled.itemWeight()).as("seed %d", seed).isLessThan(10);
    assertThat(accuracy(fooled.fixed(9))).as("seed %d", seed).isBetween(0.65, 0.82);
    var unseen = new Forecast(crowd(true, new Random(seed), false), 1);
    assertThat(accuracy(unseen.fixed(9))).as("seed %d", seed).isGreaterThan(accuracy(fooled.fixed(9)));
    var independent = new Forecast(crowd(false, new Random(seed), true), 1);
    assertThat(independent.itemWeight()).as("seed %d", seed).isGreaterThan(50);
    assertThat(accuracy(independent.fixed(9))).as("seed %d", seed).isGreaterThan(0.98);
  }

  @Test
  void whomOneAsksAndAtWhatPriceCounts() {
    var forecast = new Forecast(pilot(), 1);
    var priced = forecast.priced(new double[] {1, 2, 3, 4, 5});
    assertThat(value(forecast.fixed(4).costPerItem())).isEqualTo(4);
    assertThat(value(priced.fixed(4).costPerItem())).isCloseTo(12, within(0.3));
    assertThat(value(priced.askingOnly(2).fixed(4).costPerItem())).isEqualTo(12);
    assertThat(priced.askingOnly(2).fixed(4).provenance().settings()).containsEntry("prices", "1.0,2.0,3.0,4.0,5.0").containsEntry("asked", "2").containsEntry("least", "4");
    assertThatThrownBy(() -> forecast.askingOnly()).hasMessage("none of these raters judged anything in the pilot");
    assertThatThrownBy(() -> forecast.priced(new double[] {1})).hasMessage("5 raters need as many prices, got 1");
  }
}
