package org.touchstone.statistics.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.statistics.LabelTable;

/** The accuracies that others published, or that plain second implementations reach, on real crowds. */
class PublishedAccuracyTest {

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    // method, set, accuracy in %, tolerance in points; the tight ones come from a second implementation in numpy
    "majority, product, 89.66, 0.01", "majority, possent, 93.35, 0.01", "majority, bluebird, 75.93, 0.01",
    "majority, rte, 89.69, 0.01", "majority, dog, 82.22, 0.01", "majority, weather, 85.33, 0.01",
    "dawid-skene, product, 94.00, 0.01", "dawid-skene, possent, 96.00, 0.01", "dawid-skene, bluebird, 89.81, 0.01",
    "dawid-skene, rte, 92.75, 0.01", "dawid-skene, dog, 84.26, 0.01", "dawid-skene, weather, 84.00, 0.01",
    // Crowd-Kit's paper
    "wawa, product, 89.7, 0.5", "glad, product, 92.8, 0.5", "kos, product, 89.5, 0.5", "mace, product, 92.9, 0.5",
    "wawa, possent, 95.1, 0.5", "glad, possent, 94.8, 0.5", "kos, possent, 93.3, 0.5", "mace, possent, 95.0, 0.5001",
    // Li, Rubinstein and Cohn's notebooks
    "ibcc, product, 93.8304, 0.5", "ibcc, possent, 96.0, 0.5", "ibcc, bluebird, 88.8889, 0.5", "ibcc, dog, 83.891, 0.5",
    "ibcc, rte, 92.75, 0.5", "ibcc, weather, 85.6667, 0.5",
    "ebcc, product, 93.4937, 0.5", "ebcc, possent, 96.1, 0.5", "ebcc, dog, 84.0149, 0.5", "ebcc, rte, 93.125, 0.5",
    "ebcc, weather, 85.6667, 0.5",
    // one item of 108 is 0.93 points
    "ebcc, bluebird, 86.1111, 0.93",
  })
  void isReached(String method, String set, double expected, double tolerance) {
    assertThat(accuracy(method, set)).isCloseTo(expected, within(tolerance));
  }

  @Test
  void autoReachesTheMeanOfTheBestSingleMethodAndNeverFallsBelowMajority() {
    List<String> sets = List.of("product", "possent", "bluebird", "rte", "dog");
    double auto = 0;
    double best = 0;
    for (String set : sets) {
      double reached = accuracy("auto", set);
      assertThat(reached).as(set).isGreaterThan(accuracy("majority", set) - 0.3);
      auto += reached / sets.size();
      best += accuracy("dawid-skene", set) / sets.size();
    }
    assertThat(auto).isGreaterThanOrEqualTo(best);
    assertThat(accuracy("auto", "weather")).isGreaterThan(accuracy("majority", "weather") - 0.3);
  }

  private static double accuracy(String method, String set) {
    String name = set.equals("weather") ? "answer-time/weather_amt" : "truth-inference/" + set;
    LabelTable table = RealCrowds.labels(name + ".labels.csv");
    Gold gold = Gold.of(table, RealCrowds.gold(name + ".gold.csv"));
    return 100 * Methods.named(method).orElseThrow().estimate(table).accuracy(gold).known().orElseThrow().value();
  }
}
