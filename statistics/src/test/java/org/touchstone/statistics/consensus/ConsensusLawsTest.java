package org.touchstone.statistics.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;

/** What must hold of every method on every table. */
class ConsensusLawsTest {
  private static final long SEED = Long.getLong("seed", 20261123);

  private record Row(String item, String rater, String label) {}

  static Stream<String> methods() {
    return StreamSupport.stream(Methods.names().spliterator(), false);
  }

  /** Methods whose start is not drawn by chance per judgment, so that the order of rows cannot matter. */
  static Stream<String> deterministicMethods() {
    return methods().filter(m -> !List.of("kos", "ebcc", "auto").contains(m));
  }

  static Stream<String> methodsForClassesWithoutOrder() {
    return deterministicMethods().filter(m -> !m.equals("ordinal"));
  }

  private static ConsensusMethod method(String name) {
    return Methods.named(name).orElseThrow();
  }

  private static List<Row> crowd(Random random, int items, int raters, int classes, int perItem) {
    var rows = new ArrayList<Row>();
    var skill = new double[raters];
    for (int r = 0; r < raters; r++) skill[r] = 0.5 + 0.45 * random.nextDouble();
    for (int i = 0; i < items; i++) {
      int truth = random.nextInt(classes);
      for (int x = 0; x < perItem; x++) {
        int r = random.nextInt(raters);
        int label = random.nextDouble() < skill[r] ? truth : random.nextInt(classes);
        rows.add(new Row("i" + i, "r" + r, "c" + label));
      }
    }
    return rows;
  }

  private static LabelTable table(List<Row> rows) {
    var table = LabelTable.builder();
    for (Row row : rows) table.add(row.item, row.rater, row.label);
    return table.build();
  }

  @ParameterizedTest
  @MethodSource("deterministicMethods")
  void renamingRatersAndShufflingRowsChangesNothing(String name) {
    var random = new Random(SEED);
    List<Row> rows = crowd(random, 60, 9, 3, 5);
    List<Row> other = new ArrayList<>(rows.stream().map(row -> new Row(row.item, "z" + row.rater.hashCode(), row.label)).toList());
    Collections.shuffle(other, random);
    same(method(name).estimate(table(rows)), method(name).estimate(table(other)), Map.of("c0", "c0", "c1", "c1", "c2", "c2"), name);
  }

  @ParameterizedTest
  @MethodSource("methodsForClassesWithoutOrder")
  void renamingClassesChangesNothing(String name) {
    List<Row> rows = crowd(new Random(SEED + 1), 60, 9, 3, 5);
    var renamed = Map.of("c0", "blue", "c1", "red", "c2", "amber");
    List<Row> other = rows.stream().map(row -> new Row(row.item, row.rater, renamed.get(row.label))).toList();
    same(method(name).estimate(table(rows)), method(name).estimate(table(other)), renamed, name);
  }

  /** Twice the items say the same of everybody, and say it with more certainty. */
  @ParameterizedTest
  @ValueSource(strings = {"majority", "one-coin", "dawid-skene", "fast-dawid-skene", "ibcc"})
  void duplicatingTheDataKeepsThePointAndShrinksTheInterval(String name) {
    List<Row> rows = crowd(new Random(SEED + 7), 400, 9, 3, 5);
    List<Row> twice = new ArrayList<>(rows);
    rows.forEach(row -> twice.add(new Row("again " + row.item, row.rater, row.label)));
    Consensus once = method(name).estimate(table(rows));
    Consensus both = method(name).estimate(table(twice));
    for (int r = 0; r < 9; r++) {
      var few = once.skill(once.raterNames().find("r" + r)).known().orElseThrow();
      var many = both.skill(both.raterNames().find("r" + r)).known().orElseThrow();
      assertThat(many.value()).as("%s, rater %d, seed %d", name, r, SEED).isEqualTo(few.value(), within(0.02));
      double ratio = width(many) / width(few);
      assertThat(ratio).as("%s, rater %d, seed %d: one over the root of two", name, r, SEED).isBetween(0.64, 0.78);
    }
  }

  private static double width(Estimate.Known known) {
    return known.interval().orElseThrow().high() - known.interval().orElseThrow().low();
  }

  private static void same(Consensus one, Consensus two, Map<String, String> classes, String name) {
    for (int i = 0; i < one.items(); i++) {
      int j = two.itemNames().find(one.itemNames().name(i));
      for (int k = 0; k < one.classes(); k++) {
        int l = two.classNames().find(classes.get(one.classNames().name(k)));
        assertThat(two.posterior(j, l)).as("%s, item %d, seed %d", name, i, SEED).isCloseTo(one.posterior(i, k), within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dawid-skene", "one-coin", "ibcc", "hierarchical", "ebcc"})
  void theObjectiveNeverFalls(String name) {
    for (int round = 0; round < 5; round++) {
      var random = new Random(SEED + round);
      double[] trace = method(name).estimate(table(crowd(random, 80, 12, 2 + round % 3, 4))).trace();
      for (int t = 1; t < trace.length; t++) {
        assertThat(trace[t]).as("sweep %d, seed %d", t, SEED + round).isGreaterThanOrEqualTo(trace[t - 1] - 1e-7 * Math.abs(trace[t - 1]));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void fullAgreementIsCertain(String name) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < 40; i++) for (int r = 0; r < 6; r++) rows.add(new Row("i" + i, "r" + r, "c" + i % 3));
    Consensus consensus = method(name).estimate(table(rows));
    for (int i = 0; i < 40; i++) {
      assertThat(consensus.answer(consensus.itemNames().find("i" + i))).contains("c" + i % 3);
      assertThat(consensus.probability(i)).as(name).isGreaterThan(0.95);
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void skilledRatersAreFoundAndTheAnswersBeatChance(String name) {
    List<Row> rows = crowd(new Random(SEED), 300, 12, 2, 7);
    Consensus consensus = method(name).estimate(table(rows));
    for (int r = 0; r < consensus.raters(); r++) {
      var skill = consensus.skill(r).known().orElseThrow();
      assertThat(skill.interval().orElseThrow().contains(skill.value())).isTrue();
      assertThat(skill.value()).isBetween(0.0, 1.0);
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void knownAnswersAreKept(String name) {
    LabelTable table = table(crowd(new Random(SEED), 50, 8, 3, 4));
    Gold gold = Gold.of(table, Map.of("i3", "c2", "i7", "c0", "i9", "never seen"));
    Consensus consensus = method(name).estimate(table, gold, Progress.SILENT);
    assertThat(consensus.posterior(table.itemNames().find("i3"), table.classNames().find("c2"))).isCloseTo(1, within(1e-12));
    assertThat(consensus.posterior(table.itemNames().find("i7"), table.classNames().find("c0"))).isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void anyTableAPersonCanHaveGivesProbabilities(String name) {
    var tables = new ArrayList<LabelTable>();
    tables.add(LabelTable.builder().build());
    tables.add(LabelTable.builder().add("i", "r", "a").build());
    tables.add(LabelTable.builder(List.of("a", "b")).add("i", "r", "a").add("j", "r", "a").build());
    tables.add(LabelTable.builder().add("i", "r", "a").add("i", "s", "b").build());
    tables.add(LabelTable.builder().add("i", "r", "a").add("i", "r", "b").add("i", "r", "b").build());
    tables.add(LabelTable.of(3, 4, 2, new int[0], new int[0], new int[0]));
    tables.add(LabelTable.of(5, 3, 3, new int[] {0, 0, 2}, new int[] {0, 1, 2}, new int[] {0, 1, 2}));
    var constant = LabelTable.builder();
    for (int i = 0; i < 20; i++) constant.add("i" + i, "always a", "a").add("i" + i, "r", i % 2 == 0 ? "a" : "b");
    tables.add(constant.build());
    var ties = LabelTable.builder();
    for (int i = 0; i < 20; i++) ties.add("i" + i, "yes", "a").add("i" + i, "no", "b");
    tables.add(ties.build());
    var random = new Random(SEED);
    for (int t = 0; t < 20; t++) {
      tables.add(table(crowd(random, 1 + random.nextInt(15), 1 + random.nextInt(5), 1 + random.nextInt(5), 1 + random.nextInt(3))));
    }
    for (LabelTable table : tables) {
      Consensus consensus = method(name).estimate(table);
      for (int i = 0; i < table.items(); i++) {
        double sum = 0;
        for (int k = 0; k < table.classes(); k++) {
          assertThat(consensus.posterior(i, k)).as("%s on %d judgments, seed %d", name, table.size(), SEED).isBetween(0.0, 1.0 + 1e-9);
          sum += consensus.posterior(i, k);
        }
        assertThat(sum).as("%s on %d judgments, seed %d", name, table.size(), SEED).isCloseTo(1, within(1e-9));
      }
      for (int r = 0; r < table.raters(); r++) {
        if (consensus.skill(r) instanceof Estimate.Known known) assertThat(known.value()).isBetween(0.0, 1.0);
      }
      for (double step : consensus.trace()) assertThat(step).isFinite();
    }
  }
}
