package org.touchstone.statistics.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.statistics.LabelTable;

class CredibleSetTest {
  private static final long SEED = Long.getLong("seed", 20261123);

  /** Few judgments an item and few a rater, where taking rater tables as known would be too sure. */
  @ParameterizedTest
  @ValueSource(strings = {"ibcc", "ebcc"})
  void theAnswerLiesInItAboutAsOftenAsItSays(String method) {
    int held = 0;
    int items = 0;
    int classesHeld = 0;
    for (int round = 0; round < 10; round++) {
      var random = new Random(SEED + round);
      int[] truth = new int[150];
      var table = LabelTable.builder();
      var skill = new double[15];
      for (int r = 0; r < skill.length; r++) skill[r] = 0.35 + 0.6 * random.nextDouble();
      for (int i = 0; i < truth.length; i++) {
        truth[i] = random.nextInt(3);
        for (int x = 0; x < 4; x++) {
          int r = random.nextInt(skill.length);
          table.add("" + i, "r" + r, "" + (random.nextDouble() < skill[r] ? truth[i] : (truth[i] + 1 + random.nextInt(2)) % 3));
        }
      }
      Consensus consensus = Methods.named(method).orElseThrow().estimate(table.build());
      for (int i = 0; i < truth.length; i++) {
        var set = consensus.credible(consensus.itemNames().find("" + i), 0.9);
        if (set.contains(consensus.classNames().find("" + truth[i]))) held++;
        classesHeld += set.size();
        items++;
      }
    }
    assertThat((double) held / items).as("%s, seed %d", method, SEED).isBetween(0.86, 0.98);
    assertThat((double) classesHeld / items).as("classes in a set, seed %d", SEED).isLessThan(2.2);
  }

  @Test
  void aSettledItemHoldsOneClassAndATieBoth() {
    var table = LabelTable.builder();
    for (int r = 0; r < 12; r++) table.add("sure", "r" + r, "a").add("tie", "r" + r, r % 2 == 0 ? "a" : "b");
    Consensus majority = new Majority().estimate(table.build());
    assertThat(majority.credible(0, 0.95)).containsExactly(0);
    assertThat(majority.credible(1, 0.95)).containsExactly(0, 1);
  }
}
