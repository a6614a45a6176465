package org.touchstone.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.SharedData;

/** Figures published with, or checked on, the shared data sets. */
class PublishedAgreementTest {
  @ParameterizedTest
  @CsvSource({
    "codings.csv, NOMINAL, 0.743421052632, 1e-9", "codings.csv, ORDINAL, 0.8154, 5e-5",
        "codings.csv, INTERVAL, 0.8491, 5e-5",
    "gcl.csv, NOMINAL, 0.083333333333, 1e-9"
  })
  void theCanonComesOut(String file, Distance.Level level, double alpha, double tolerance) {
    var rows = SharedData.table("golden-small/" + file, ',');
    double[][] values = rows.stream().map(row -> row.stream()
        .mapToDouble(v -> v.isBlank() ? Double.NaN : v.matches("\\d+") ? Double.parseDouble(v) : v.hashCode())
            .toArray()).toArray(double[][]::new);
    assertThat(alpha(level, Judgments.ofRows(values))).isEqualTo(alpha, within(tolerance));
  }

  @ParameterizedTest
  @CsvSource({"product, 0.1575", "possent, 0.1493", "bluebird, 0.1255", "rte, 0.2415", "dog, 0.5194"})
  void theCrowdsAlphasComeOut(String set, double alpha) {
    var table = read("truth-inference/" + set + ".labels.csv", "item", "worker", "label");
    assertThat(alpha(Distance.Level.NOMINAL, Judgments.of(table))).isEqualTo(alpha, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource({"ORDINAL, 0.2865", "INTERVAL, 0.2872"})
  void offensivenessComesOut(Distance.Level level, double alpha) {
    var table = read("offensiveness-demographics/ratings.csv", "item", "worker", "offensiveness");
    double[] value = Arrays.stream(table.classNames().toArray()).mapToDouble(Double::parseDouble).toArray();
    assertThat(alpha(level, Judgments.of(table, value))).isEqualTo(alpha, within(5e-5));
  }

  @Test
  void pandaLmsKappasComeOut() {
    String json = SharedData.text("pandalm/testset-v1.json.gz");
    double[][] rows = new double[3][];
    for (int a = 0; a < 3; a++) {
      rows[a] = Pattern.compile("\"annotator" + (a + 1) + "\": (\\d)").matcher(json).results()
          .mapToDouble(m -> Double.parseDouble(m.group(1))).toArray();
      assertThat(rows[a]).hasSize(999);
    }
    var judgments = Judgments.ofRows(rows);
    double[] expected = {0.8520, 0.8789, 0.8617};
    int[][] pairs = {{0, 1}, {0, 2}, {1, 2}};
    double mean = 0;
    for (int p = 0; p < 3; p++) {
      double kappa = CohenKappa.unweighted().between(judgments, pairs[p][0], pairs[p][1]).known().orElseThrow().value();
      assertThat(kappa).isEqualTo(expected[p], within(5e-5));
      mean += kappa / 3;
    }
    assertThat(CohenKappa.unweighted().measure(judgments).value().known().orElseThrow().value()).isEqualTo(mean,
        within(1e-12));
    assertThat(alpha(Distance.Level.NOMINAL, judgments)).isEqualTo(0.8642, within(5e-5));
  }

  @Test
  void theBreakdownAddsUpToAllThatIsLost() {
    var table = read("truth-inference/dog.labels.csv", "item", "worker", "label");
    for (var level : Distance.Level.values()) {
      var judgments = Judgments.of(table);
      var breakdown = new KrippendorffAlpha(level).breakdown(judgments);
      double lost = 1 - breakdown.alpha().value().known().orElseThrow().value();
      double byItem = 0;
      for (int i = 0; i < table.items(); i++) byItem += breakdown.itemCost(i);
      double byRater = 0;
      for (int r = 0; r < table.raters(); r++) byRater += breakdown.raterCost(r);
      assertThat(byItem).isEqualTo(lost, within(1e-9));
      assertThat(byRater).isEqualTo(lost, within(1e-9));
      assertThat(breakdown.costliestItems(3)).hasSize(3);
    }
  }

  /** Duplicating every item keeps the point, but for the correction of small samples, and narrows the interval. */
  @Test
  void moreOfTheSameNarrowsTheInterval() {
    var once = read("truth-inference/bluebird.labels.csv", "item", "worker", "label");
    var fourfold = LabelTable.builder();
    for (int copy = 0; copy < 4; copy++) {
      for (int i = 0; i < once.items(); i++) {
        for (int j = once.from(i); j < once.to(i); j++) {
          fourfold.add(copy + "/" + i, "" + once.rater(j), "" + once.label(j));
        }
      }
    }
    var few = KrippendorffAlpha.nominal().measure(Judgments.of(once), Bootstrap.of(2000, new Random(2))).value()
        .known().orElseThrow();
    var many = KrippendorffAlpha.nominal().measure(Judgments.of(fourfold.build()), Bootstrap.of(2000, new Random(2)))
        .value().known()
        .orElseThrow();
    assertThat(many.value()).isEqualTo(few.value(), within(2e-4));
    var narrow = many.interval().orElseThrow();
    var wide = few.interval().orElseThrow();
    assertThat((narrow.high() - narrow.low()) / (wide.high() - wide.low())).isEqualTo(0.5, within(0.06));
  }

  @Test
  void factualityOfXsumComesOut() {
    var table = LabelTable.builder();
    for (var row : SharedData.table("xsum-hallucination/factuality_annotations_xsum_summaries.csv.gz", ',')) {
      if (row.get(3).equals("yes") || row.get(3).equals("no")) table.add(row.get(0) + "/" + row.get(1), row.get(4),
          row.get(3));
    }
    assertThat(alpha(Distance.Level.NOMINAL, Judgments.of(table.build()))).isEqualTo(0.7736, within(5e-5));
    Map<String, Map<String, Boolean>> marked = new HashMap<>();
    List<List<String>> spans = SharedData.table("xsum-hallucination/hallucination_annotations_xsum_summaries.csv.gz",
        ',');
    for (var row : spans.subList(1, spans.size())) {
      marked.computeIfAbsent(row.get(0) + "/" + row.get(1), k -> new HashMap<>())
          .merge(row.get(7), !row.get(3).equals("NULL"), Boolean::logicalOr);
    }
    var any = LabelTable.builder();
    marked.forEach((summary, raters) -> raters.forEach((rater, has) -> any.add(summary, rater, has.toString())));
    assertThat(alpha(Distance.Level.NOMINAL, Judgments.of(any.build()))).isEqualTo(0.7746, within(5e-5));
  }

  private static double alpha(Distance.Level level, Judgments judgments) {
    return new KrippendorffAlpha(level).measure(judgments).value().known().orElseThrow().value();
  }

  private static LabelTable read(String file, String item, String rater, String label) {
    var rows = new ArrayList<>(SharedData.table(file, ','));
    var header = rows.removeFirst();
    var table = LabelTable.builder();
    for (var row : rows) table.add(row.get(header.indexOf(item)), row.get(header.indexOf(rater)),
        row.get(header.indexOf(label)));
    return table.build();
  }
}
