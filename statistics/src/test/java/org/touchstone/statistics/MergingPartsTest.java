package org.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.touchstone.statistics.agreement.Coincidences;
import org.touchstone.statistics.agreement.Distance;
import org.touchstone.statistics.agreement.Judgments;
import org.touchstone.statistics.agreement.KrippendorffAlpha;
import org.touchstone.statistics.comparison.McNemar;
import org.touchstone.statistics.consensus.Consensus;
import org.touchstone.statistics.consensus.DawidSkene;
import org.touchstone.statistics.consensus.ItemPart;
import org.touchstone.statistics.consensus.OneCoin;
import org.touchstone.statistics.consensus.RaterCounts;
import org.touchstone.statistics.consensus.TableMethod;
import org.touchstone.statistics.drift.SelfAgreement;
import org.touchstone.statistics.preference.BradleyTerry;
import org.touchstone.statistics.preference.Comparisons;
import org.touchstone.statistics.preference.ErrorScores;
import org.touchstone.statistics.preference.Outcome;
import org.touchstone.statistics.preference.PairCounts;
import org.touchstone.statistics.preference.PositionBias;
import org.touchstone.statistics.preference.Scale;
import org.touchstone.statistics.preference.Ties;

/** What was counted in several places adds up to what one place would have counted. */
class MergingPartsTest {
  private static final long SEED = Long.getLong("seed", 20261123);
  private static final int RATERS = 9;

  private record Row(int item, int rater, int label) {}

  private static List<Row> crowd(Random random, int classes) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < 120; i++) {
      int truth = random.nextInt(classes);
      for (int x = random.nextInt(6); x >= 0; x--) {
        int rater = random.nextInt(RATERS);
        rows.add(new Row(i, rater, random.nextInt(10) < rater + 1 ? truth : random.nextInt(classes)));
      }
    }
    return rows;
  }

  private static LabelTable table(List<Row> rows, int classes) {
    var names = new ArrayList<String>();
    for (int k = 0; k < classes; k++) names.add("" + k);
    var table = LabelTable.builder(names);
    for (int r = 0; r < RATERS; r++) table.raterNames().index("r" + r);
    for (Row row : rows) table.add("i" + row.item, "r" + row.rater, "" + row.label);
    return table.build();
  }

  private static List<ItemPart> parts(List<Row> rows, int classes, int parts) {
    var all = new ArrayList<ItemPart>();
    for (int p = 0; p < parts; p++) {
      int mine = p;
      all.add(new ItemPart(table(rows.stream().filter(row -> row.item % parts == mine).toList(), classes)));
    }
    return all;
  }

  @RepeatedTest(6)
  void consensusOfPartsIsConsensusOfTheWhole(RepetitionInfo round) {
    long seed = SEED + round.getCurrentRepetition();
    int classes = 1 + round.getCurrentRepetition() % 4;
    List<Row> rows = crowd(new Random(seed), classes);
    List<ItemPart> parts = parts(rows, classes, 4);
    for (TableMethod method : List.of(new DawidSkene(), new DawidSkene(0.01, 1, 50, 1e-8), new OneCoin())) {
      Consensus whole = method.estimate(table(rows, classes));
      var none = RaterCounts.none(RATERS, classes);
      TableMethod.Fit fit = method.fit(parts.stream().map(ItemPart::start).reduce(none, RaterCounts::plus),
          tables -> parts.stream().map(part -> part.sweep(tables)).reduce(none, RaterCounts::plus), Progress.SILENT);
      assertThat(fit.trace()).as("%s, seed %d", method, seed).hasSameSizeAs(whole.trace());
      for (ItemPart part : parts) {
        double[] posteriors = part.posteriors(fit.tables());
        for (int i = 0; i < part.table().items(); i++) {
          int there = whole.itemNames().find(part.table().itemNames().name(i));
          for (int k = 0; k < classes; k++) {
            assertThat(posteriors[i * classes + k]).as("%s, seed %d", method, seed).isCloseTo(whole.posterior(there, k), within(1e-9));
          }
        }
      }
      for (int r = 0; r < RATERS; r++) {
        for (int k = 0; k < classes; k++) {
          assertThat(fit.tables().confusion(r, k, 0)).isCloseTo(whole.confusion(r, k, 0).orElseThrow(), within(1e-9));
        }
      }
    }
  }

  @RepeatedTest(6)
  void alphaOfPartsIsAlphaOfTheWhole(RepetitionInfo round) {
    long seed = SEED + round.getCurrentRepetition();
    int classes = 1 + round.getCurrentRepetition() % 4;
    List<Row> rows = crowd(new Random(seed), classes);
    Judgments whole = judgments(rows);
    for (Distance.Level level : Distance.Level.values()) {
      Coincidences sum = Coincidences.none();
      for (int p = 0; p < 3; p++) {
        int mine = p;
        sum = sum.plus(Coincidences.of(judgments(rows.stream().filter(row -> row.item % 3 == mine).toList())));
      }
      var expected = new KrippendorffAlpha(level).measure(whole);
      var found = sum.alpha(level);
      assertThat(found.items()).isEqualTo(expected.items());
      assertThat(found.value().isKnown()).as("%s, seed %d", level, seed).isEqualTo(expected.value().isKnown());
      if (!(expected.value() instanceof Estimate.Known known)) {
        assertThat(found.value()).isEqualTo(expected.value());
        continue;
      }
      assertThat(found.value().known().orElseThrow().value()).as("%s, seed %d", level, seed).isCloseTo(known.value(), within(1e-12));
    }
  }

  private static Judgments judgments(List<Row> rows) {
    return Judgments.of(rows.stream().mapToInt(Row::item).toArray(), rows.stream().mapToInt(Row::rater).toArray(),
        rows.stream().mapToDouble(row -> row.label * row.label - 0.5).toArray());
  }

  @ParameterizedTest
  @EnumSource(Ties.class)
  void ratingsOfPartsAreRatingsOfTheWhole(Ties ties) {
    var random = new Random(SEED);
    var names = List.of("ant", "bee", "cat", "dog", "elk");
    var whole = Comparisons.builder().contestants(names);
    var parts = List.of(Comparisons.builder().contestants(names), Comparisons.builder().contestants(names));
    for (int j = 0; j < 300; j++) {
      int left = random.nextInt(5);
      int right = (left + 1 + random.nextInt(4)) % 5;
      Outcome outcome = Outcome.values()[random.nextInt(3)];
      whole.add("r", names.get(left), names.get(right), outcome);
      parts.get(random.nextInt(2)).add("r", names.get(left), names.get(right), outcome);
    }
    var together = whole.build();
    PairCounts sum = PairCounts.none(5);
    for (var part : parts) sum = sum.plus(PairCounts.of(part.build()));
    var method = BradleyTerry.standard().with(ties);
    assertThat(sum.total()).isEqualTo(300);
    assertThat(method.strengths(sum, together.contestantNames()).on(Scale.LOG).values())
        .as("seed %d", SEED).isEqualTo(method.strengths(together).on(Scale.LOG).values());
  }

  @Test
  void selfAgreementOfPartsIsThatOfTheWhole() {
    List<Row> rows = crowd(new Random(SEED), 2);
    var sum = parts(rows, 2, 3).stream().map(part -> SelfAgreement.of(part.table())).reduce(SelfAgreement::plus).orElseThrow();
    var whole = SelfAgreement.of(table(rows, 2));
    assertThat(sum.perRater()).as("seed %d", SEED).isEqualTo(whole.perRater());
    assertThat(sum.overall()).as("seed %d", SEED).isEqualTo(whole.overall());
    assertThat(sum.provenance()).isEqualTo(whole.provenance());
  }

  @Test
  void positionBiasOfPartsIsThatOfTheWhole() {
    var random = new Random(SEED);
    var names = List.of("ant", "bee", "cat");
    var all = Comparisons.builder().contestants(names);
    var parts = List.of(Comparisons.builder().contestants(names), Comparisons.builder().contestants(names));
    for (var builder : List.of(all, parts.get(0), parts.get(1))) for (int r = 0; r < 4; r++) builder.raterNames().index("r" + r);
    for (int j = 0; j < 200; j++) {
      int left = random.nextInt(3);
      String rater = "r" + random.nextInt(3);
      String right = names.get((left + 1 + random.nextInt(2)) % 3);
      Outcome outcome = Outcome.values()[random.nextInt(3)];
      all.add(rater, names.get(left), right, outcome);
      parts.get(j % 2).add(rater, names.get(left), right, outcome);
    }
    var comparisons = all.build();
    var strengths = BradleyTerry.standard().strengths(comparisons);
    var whole = PositionBias.of(comparisons, strengths);
    var sum = PositionBias.of(parts.get(0).build(), strengths).plus(PositionBias.of(parts.get(1).build(), strengths));
    assertThat(sum.provenance()).isEqualTo(whole.provenance());
    for (int r = 0; r < 4; r++) {
      assertThat(sum.ofRater(r).left()).as("seed %d", SEED).isEqualTo(whole.ofRater(r).left());
      assertThat(sum.ofRater(r).pValue()).as("seed %d", SEED).isCloseTo(whole.ofRater(r).pValue(), within(1e-9));
    }
    assertThat(sum.ofRater(3).lean()).isEqualTo(Estimate.undefined("The rater made no comparisons."));
    var others = PositionBias.of(comparisons, BradleyTerry.standard().with(Ties.DAVIDSON).strengths(comparisons));
    assertThatThrownBy(() -> whole.plus(others)).hasMessageContaining("different strengths");
  }

  @Test
  void pairedCountsAndErrorMarksOfPartsAreThoseOfTheWhole() {
    var random = new Random(SEED);
    var first = new boolean[40];
    var second = new boolean[40];
    var whole = new ErrorScores();
    var parts = List.of(new ErrorScores(), new ErrorScores());
    for (int i = 0; i < 40; i++) {
      first[i] = random.nextBoolean();
      second[i] = random.nextInt(3) == 0;
      String segment = "s" + random.nextInt(6);
      for (var scores : List.of(whole, parts.get(i % 2))) scores.add("c" + i % 3, segment, "r" + i % 2, i % 5);
    }
    var counts = McNemar.Counts.of(Arrays.copyOf(first, 15), Arrays.copyOf(second, 15))
        .plus(McNemar.Counts.of(Arrays.copyOfRange(first, 15, 40), Arrays.copyOfRange(second, 15, 40)));
    assertThat(McNemar.midP().test(counts)).as("seed %d", SEED).isEqualTo(McNemar.midP().test(first, second));
    var sum = parts.get(0).addAll(parts.get(1)).rate();
    assertThat(sum.provenance()).isEqualTo(whole.rate().provenance());
    for (int c = 0; c < 3; c++) {
      int there = sum.contestants().find(whole.rate().contestants().name(c));
      assertThat(sum.of(there).known().orElseThrow().value()).as("seed %d", SEED).isCloseTo(whole.rate().of(c).known().orElseThrow().value(), within(1e-12));
    }
  }

  @Test
  void countsThatAreNumberedDifferentlyDoNotAdd() {
    assertThatThrownBy(() -> RaterCounts.none(3, 2).plus(RaterCounts.none(4, 2)))
        .hasMessageContaining("number them alike first");
    assertThatThrownBy(() -> PairCounts.none(3).plus(PairCounts.none(4))).hasMessageContaining("number them alike first");
  }
}
