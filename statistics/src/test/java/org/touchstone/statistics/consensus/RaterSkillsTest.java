package org.touchstone.statistics.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;

class RaterSkillsTest {
  private static final long SEED = Long.getLong("seed", 7);

  @Test
  void intervalsCoverTheTruthAboutAsOftenAsTheySay() {
    int covered = 0;
    int all = 0;
    var random = new Random(SEED);
    for (int round = 0; round < 30; round++) {
      int raters = 20;
      var skill = new double[raters];
      for (int r = 0; r < raters; r++) skill[r] = 0.6 + 0.35 * random.nextDouble();
      var table = LabelTable.builder();
      for (int i = 0; i < 200; i++) {
        int truth = random.nextInt(2);
        for (int x = 0; x < 5; x++) {
          int r = (int) (raters * Math.pow(random.nextDouble(), 1.5));
          table.add("i" + i, "r" + r, "" + (random.nextDouble() < skill[r] ? truth : 1 - truth));
        }
      }
      Consensus consensus = new Ibcc().estimate(table.build());
      for (int r = 0; r < consensus.raters(); r++) {
        double truth = skill[Integer.parseInt(consensus.raterNames().name(r).substring(1))];
        Estimate.Known known = consensus.skill(r).known().orElseThrow();
        if (known.interval().orElseThrow().contains(truth)) covered++;
        all++;
      }
    }
    assertThat((double) covered / all).as("seed %d", SEED).isBetween(0.91, 0.985);
  }

  @Test
  void aRaterWithThreeRightAnswersIsTakenForOneOfTheCrowd() {
    var random = new Random(SEED);
    var table = LabelTable.builder();
    for (int i = 0; i < 300; i++) {
      for (int r = 0; r < 6; r++) table.add("i" + i, "r" + r, random.nextDouble() < 0.8 ? "right" + i % 2 : "right" + (1 - i % 2));
      if (i < 3) table.add("i" + i, "new", "right" + (1 - i % 2));
    }
    Consensus consensus = new DawidSkene().estimate(table.build());
    Estimate.Known fresh = consensus.skill(consensus.raterNames().find("new")).known().orElseThrow();
    assertThat(fresh.value()).as("three wrong answers do not make a rater who is always wrong").isGreaterThan(0.3);
    assertThat(fresh.interval().orElseThrow().isBelow(0.75)).as("and restrict nobody").isFalse();
  }

  @Test
  void aRaterWithoutJudgmentsIsUndefined() {
    var consensus = new Majority().estimate(LabelTable.of(1, 2, 2, new int[] {0}, new int[] {0}, new int[] {1}));
    assertThat(consensus.skill(1)).isEqualTo(Estimate.undefined("the rater has no judgments"));
  }

  /** Four raters of habits of their own who share nothing: none is better than another as far as anybody can tell. */
  @Test
  void whoSharesNothingWithAnybodyHasNoEstimateUnlessAnswersAreKnown() {
    var table = LabelTable.builder();
    var live = new LiveDawidSkene(List.of("no", "yes"));
    for (int i = 0; i < 400; i++) {
      String label = i % 4 == 0 || i % 3 == 0 ? "yes" : "no";
      table.add("i" + i, "r" + i % 4, label);
      live.add("i" + i, "r" + i % 4, label);
    }
    LabelTable lone = table.build();
    Estimate none = Estimate.undefined("nobody else judged what the rater judged, and none of it has a known answer");
    for (String method : Methods.names()) {
      Consensus consensus = Methods.named(method).orElseThrow().estimate(lone);
      for (int r = 0; r < 4; r++) assertThat(consensus.skill(r)).as(method).isEqualTo(none);
    }
    assertThat(live.skill("r0")).isEqualTo(none);
    live.know("i0", "yes");
    assertThat(live.skill("r0").known().orElseThrow().n()).isEqualTo(1);
    var known = Gold.of(lone, Map.of("i0", "yes", "i1", "yes"));
    var informed = new Ibcc().estimate(lone, known, Progress.SILENT);
    assertThat(informed.skill(0).known().orElseThrow().n()).isEqualTo(1);
    assertThat(informed.skill(2)).isEqualTo(none);
  }
}
