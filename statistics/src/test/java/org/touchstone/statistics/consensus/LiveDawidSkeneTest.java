package org.touchstone.statistics.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;

class LiveDawidSkeneTest {

  private static LiveDawidSkene crowd(long seed) {
    var random = new Random(seed);
    var live = new LiveDawidSkene(List.of("no", "unsure", "yes"));
    for (int n = 0; n < 1_500; n++) {
      int i = random.nextInt(200);
      int r = random.nextInt(12);
      int truth = i % 3;
      int said = random.nextDouble() < 0.55 + r * 0.035 ? truth : random.nextInt(3);
      live.add("item " + i, "rater " + r, List.of("no", "unsure", "yes").get(said));
    }
    return live;
  }

  @Test
  void sweepsBringItToTheBatchAnswer() {
    LiveDawidSkene live = crowd(1);
    for (int round = 0; round < 300; round++) live.sweep(live.items());
    assertThat(live.drift()).isLessThan(1e-6);
    Consensus batch = live.settled(Progress.SILENT);
    for (int i = 0; i < batch.items(); i++) {
      double[] posterior = live.posterior(batch.itemNames().name(i));
      for (int k = 0; k < 3; k++) assertThat(posterior[k]).isCloseTo(batch.posterior(i, k), within(1e-4));
    }
  }

  @Test
  void beforeAnySweepItIsAlreadyCloseToTheBatchAnswer() {
    LiveDawidSkene live = crowd(2);
    Consensus batch = live.settled(Progress.SILENT);
    int same = 0;
    for (int i = 0; i < batch.items(); i++) {
      double[] posterior = live.posterior(batch.itemNames().name(i));
      int best = posterior[0] >= posterior[1] && posterior[0] >= posterior[2] ? 0 : posterior[1] >= posterior[2] ? 1 : 2;
      if (best == batch.best(i)) same++;
    }
    assertThat(same).isGreaterThan((int) (0.95 * batch.items()));
  }

  @Test
  void aRetractedJudgmentLeavesNoTrace() {
    LiveDawidSkene live = crowd(3);
    double[] before = live.posterior("item 5");
    Estimate skill = live.skill("rater 3");
    live.add("item 5", "rater 3", "yes");
    assertThat(live.retract("item 5", "rater 3", "yes")).isTrue();
    for (int round = 0; round < 300; round++) live.sweep(live.items());
    LiveDawidSkene untouched = crowd(3);
    for (int round = 0; round < 300; round++) untouched.sweep(untouched.items());
    double[] after = live.posterior("item 5");
    for (int k = 0; k < 3; k++) assertThat(after[k]).isCloseTo(untouched.posterior("item 5")[k], within(1e-6));
    assertThat(before).hasSize(3);
    assertThat(skill.isKnown()).isTrue();
    assertThat(live.retract("item 5", "nobody", "yes")).isFalse();
  }

  @Test
  void aKnownAnswerIsKeptAndTeachesAboutItsRaters() {
    var live = new LiveDawidSkene(List.of("a", "b"));
    for (int i = 0; i < 30; i++) {
      live.know("gold " + i, i % 2 == 0 ? "a" : "b");
      live.add("gold " + i, "good", i % 2 == 0 ? "a" : "b");
      live.add("gold " + i, "bad", i % 2 == 0 ? "b" : "a");
    }
    live.add("new", "good", "a");
    live.add("new", "bad", "b");
    assertThat(live.posterior("new")[0]).as("both say a, one by lying").isGreaterThan(0.98);
    assertThat(live.posterior("gold 1")).containsExactly(0, 1);
    assertThat(live.skill("bad").known().orElseThrow().interval().orElseThrow().isBelow(0.5)).isTrue();
    assertThat(live.skill("good").known().orElseThrow().interval().orElseThrow().isAbove(0.5)).isTrue();
  }

  @Test
  void anUnknownRaterIsUndefinedAndAnUnknownItemHasTheClassShares() {
    var live = new LiveDawidSkene(List.of("a", "b"));
    assertThat(live.skill("who")).isEqualTo(Estimate.undefined("the rater has no judgments"));
    assertThat(live.posterior("what")).containsExactly(0.5, 0.5);
    assertThat(live.sweep(10)).isZero();
  }

  @Test
  void aLabelThatIsNoClassIsRefusedWithTheClassesNamed() {
    var live = new LiveDawidSkene(List.of("a", "b"));
    assertThatThrownBy(() -> live.add("i", "r", "c")).hasMessage("\"c\" is none of the classes a, b");
    assertThat(live.judgments()).isZero();
  }

  @Test
  void theRecordedCrowdEndsAtTheBatchAccuracy() {
    LabelTable table = RealCrowds.labels("truth-inference/rte.labels.csv");
    var live = new LiveDawidSkene(List.of(table.classNames().toArray()));
    for (List<String> row : RealCrowds.rows("truth-inference/rte.labels.csv")) live.add(row.get(0), row.get(1), row.get(2));
    for (int round = 0; round < 20; round++) live.sweep(live.items());
    Consensus batch = live.settled(Progress.SILENT);
    for (int i = 0; i < batch.items(); i++) {
      assertThat(live.posterior(batch.itemNames().name(i))[1]).isCloseTo(batch.posterior(i, 1), within(0.02));
    }
  }
}
