package org.touchstone.statistics.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.touchstone.statistics.LabelTable;

/** Auto on simulated crowds of many shapes: what it must not lose to majority where raters are alike, and gain where they differ. */
class AutoTest {
  private static final long SEED = Long.getLong("seed", 20261129);
  private static final int CROWDS = 8;

  /** How often rater {@code r} is right. */
  private interface Skill {
    double of(int r, Random random);
  }

  private record Crowd(LabelTable table, Gold gold) {}

  private record Mean(double auto, double majority) {
    double gain() {
      return auto - majority;
    }
  }

  /** Items get {@code each} judgments by raters drawn at random, the first ones far busier than the last. */
  private static Crowd crowd(int items, int raters, int classes, int each, Skill skill, Random random) {
    var right = new double[raters];
    Arrays.setAll(right, r -> skill.of(r, random));
    var table = LabelTable.builder();
    for (int k = 0; k < classes; k++) table.classNames().index("c" + k);
    var gold = new LinkedHashMap<String, String>();
    for (int i = 0; i < items; i++) {
      int truth = random.nextInt(classes);
      gold.put("i" + i, "c" + truth);
      var asked = new boolean[raters];
      for (int n = 0; n < each; n++) {
        int r;
        do r = (int) (raters * Math.pow(random.nextDouble(), 2)); while (asked[r]);
        asked[r] = true;
        int said = random.nextDouble() < right[r] ? truth : (truth + 1 + random.nextInt(classes - 1)) % classes;
        table.add("i" + i, "r" + r, "c" + said);
      }
    }
    LabelTable built = table.build();
    return new Crowd(built, Gold.of(built, gold));
  }

  private static Mean mean(int items, int raters, int classes, int each, Skill skill) {
    double auto = 0;
    double majority = 0;
    for (int c = 0; c < CROWDS; c++) {
      Crowd crowd = crowd(items, raters, classes, each, skill, new Random(SEED + c));
      auto += 100 * new Auto().estimate(crowd.table).accuracy(crowd.gold).known().orElseThrow().value() / CROWDS;
      majority += 100 * new Majority().estimate(crowd.table).accuracy(crowd.gold).known().orElseThrow().value() / CROWDS;
    }
    return new Mean(auto, majority);
  }

  @Test
  void whereRatersAreAlikeAutoKeepsToMajority() {
    assertThat(mean(300, 60, 2, 3, (r, random) -> 0.75).gain()).as("seed %d, three judgments", SEED).isGreaterThan(-0.3);
    assertThat(mean(300, 60, 2, 5, (r, random) -> 0.75).gain()).as("seed %d, five judgments", SEED).isGreaterThan(-0.3);
    assertThat(mean(300, 400, 2, 5, (r, random) -> 0.75).gain()).as("seed %d, many raters of few judgments", SEED).isGreaterThan(-0.3);
    assertThat(mean(300, 60, 2, 3, (r, random) -> 0.7 + 0.25 * random.nextDouble()).gain()).as("seed %d, all good", SEED).isGreaterThan(-0.3);
    assertThat(mean(40, 10, 2, 3, (r, random) -> 0.75).gain()).as("seed %d, few items", SEED).isGreaterThan(-0.3);
  }

  @Test
  void whereRatersDifferAutoListensToTheBetterOnes() {
    assertThat(mean(300, 60, 2, 5, (r, random) -> random.nextDouble() < 0.35 ? 0.5 : 0.9).gain()).as("seed %d, clickers", SEED).isGreaterThan(2);
    assertThat(mean(300, 60, 2, 5, (r, random) -> random.nextDouble() < 0.15 ? 0.15 : 0.85).gain()).as("seed %d, the other way round", SEED).isGreaterThan(5);
    assertThat(mean(300, 60, 8, 4, (r, random) -> random.nextDouble() < 0.35 ? 0.125 : 0.85).gain()).as("seed %d, eight classes", SEED).isGreaterThan(2);
  }

  /** Three of ten judgments of the second class go to the first, and hardly one the other way: all raters share the habit. */
  @Test
  void aHabitThatAllRatersShareIsLearntFromThemTogether() {
    double auto = 0;
    double majority = 0;
    for (int c = 0; c < CROWDS; c++) {
      var random = new Random(SEED + c);
      var table = LabelTable.builder();
      var gold = new LinkedHashMap<String, String>();
      for (int i = 0; i < 300; i++) {
        int truth = random.nextInt(2);
        gold.put("i" + i, "" + truth);
        for (int r : random.ints(0, 60).distinct().limit(5).toArray()) {
          table.add("i" + i, "r" + r, "" + (random.nextDouble() < (truth == 0 ? 0.03 : 0.4) ? 1 - truth : truth));
        }
      }
      LabelTable built = table.build();
      var known = Gold.of(built, gold);
      var answer = new Auto().estimate(built);
      assertThat(answer.remark()).as("seed %d", SEED + c).startsWith("auto takes all raters for alike");
      auto += 100 * answer.accuracy(known).known().orElseThrow().value() / CROWDS;
      majority += 100 * new Majority().estimate(built).accuracy(known).known().orElseThrow().value() / CROWDS;
    }
    assertThat(auto - majority).as("seed %d", SEED).isGreaterThan(5);
  }

  @Test
  void twoJudgmentsTellNobodyApart() {
    LabelTable two = LabelTable.builder().add("a", "ann", "x").add("a", "bob", "y").build();
    assertThat(new Auto().estimate(two).remark()).startsWith("auto keeps to majority");
  }

  @Test
  void theRemarkSaysWhoDecided() {
    Crowd alike = crowd(300, 60, 2, 4, (r, random) -> 0.75, new Random(SEED));
    Consensus answer = new Auto().estimate(alike.table);
    Consensus majority = new Majority().estimate(alike.table);
    assertThat(answer.remark()).as("seed %d", SEED).startsWith("auto keeps to majority and asks a committee where votes tie: raters differ by ");
    int ties = 0;
    for (int i = 0; i < alike.table.items(); i++) {
      if (majority.isTie(i)) ties++;
      else assertThat(answer.best(i)).as("seed %d, item %d", SEED, i).isEqualTo(majority.best(i));
    }
    assertThat(ties).isPositive();
    Crowd apart = crowd(300, 60, 2, 5, (r, random) -> random.nextDouble() < 0.3 ? 0.2 : 0.9, new Random(SEED));
    assertThat(new Auto().estimate(apart.table).remark()).as("seed %d", SEED).startsWith("auto blends ");
  }
}
