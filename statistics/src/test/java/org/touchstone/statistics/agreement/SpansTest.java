package org.touchstone.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.SharedData;

class SpansTest {
  private static final Spans TWO_READERS = Spans.builder().document("d", 100)
      .mark("d", "a", 0, 10, "error").mark("d", "a", 20, 40, "error")
      .mark("d", "b", 0, 10, "error").mark("d", "b", 30, 45, "error").mark("d", "b", 60, 65, "style").build();

  @ParameterizedTest
  @CsvSource({"EXACT, 0.4", "OVERLAP, 0.8", "CHARACTERS, 0.666666666667"})
  void f1CountsWhatItSays(SpanF1.Match match, double f1) {
    assertThat(known(new SpanF1(match).measure(TWO_READERS)).value()).isEqualTo(f1, within(1e-9));
  }

  @Test
  void unitisedAlphaIsTheNominalAlphaOfCharacters() {
    for (long seed = 0; seed < 30; seed++) {
      var random = new Random(seed);
      var spans = Spans.builder();
      int documents = 1 + random.nextInt(3);
      int readers = 2 + random.nextInt(2);
      double[][] rows = new double[readers][documents * 40];
      for (int d = 0; d < documents; d++) {
        spans.document("d" + d, 40);
        for (int r = 0; r < readers; r++) {
          spans.read("d" + d, "r" + r);
          int start = random.nextInt(20);
          int end = start + 1 + random.nextInt(20);
          int category = 1 + random.nextInt(2);
          spans.mark("d" + d, "r" + r, start, end, "c" + category);
          for (int p = start; p < end; p++) rows[r][40 * d + p] = category;
        }
      }
      double expected = known(KrippendorffAlpha.nominal().measure(Judgments.ofRows(rows))).value();
      assertThat(known(new UnitisedAlpha().measure(spans.build())).value()).as("seed %d", seed).isEqualTo(expected,
          within(1e-12));
    }
  }

  @Test
  void nothingSharedOrMarkedIsUndefined() {
    var apart = Spans.builder().document("x", 10).document("y", 10).mark("x", "a", 0, 5, "e").mark("y", "b", 0, 5,
        "e").build();
    var blank = Spans.builder().document("x", 10).read("x", "a").read("x", "b").build();
    for (var spans : new Spans[] {apart, blank, Spans.builder().build()}) {
      assertThat(new UnitisedAlpha().measure(spans).value()).isInstanceOf(Estimate.Undefined.class);
      for (var match : SpanF1.Match.values()) {
        assertThat(new SpanF1(match).measure(spans).value()).isInstanceOf(Estimate.Undefined.class);
      }
    }
  }

  @Test
  void whollyDifferentMarksAreNotPerfect() {
    var spans = Spans.builder().document("x", 100).mark("x", "a", 0, 50, "e").mark("x", "b", 50, 100, "e").build();
    assertThat(known(new UnitisedAlpha().measure(spans)).value()).isLessThan(-0.9);
    assertThat(known(new SpanF1(SpanF1.Match.OVERLAP).measure(spans)).value()).isZero();
  }

  @Test
  void aSpanOutsideItsDocumentIsRefused() {
    var builder = Spans.builder().document("x", 10);
    assertThatThrownBy(() -> builder.mark("x", "a", 5, 11, "e"))
        .hasMessage("a span [5, 11) does not fit x, which has 10 characters");
  }

  /** Three readers of 2 500 summaries; a summary without a span is a page read. */
  @Test
  void xsumReadersShareMostOfWhatTheyMark() {
    var rows = SharedData.table("xsum-hallucination/hallucination_annotations_xsum_summaries.csv.gz", ',');
    var builder = Spans.builder();
    var named = new HashSet<String>();
    for (var row : rows.subList(1, rows.size())) {
      String document = row.get(0) + "/" + row.get(1);
      if (named.add(document)) builder.document(document, Math.max(1, row.get(2).length() + 2));
      builder.read(document, row.get(7));
      if (!row.get(3).equals("NULL")) {
        int end = Math.min(Integer.parseInt(row.get(6)), row.get(2).length() + 2);
        int start = Integer.parseInt(row.get(5)) - 1;
        if (start >= 0 && start < end) builder.mark(document, row.get(7), start, end, row.get(3));
      }
    }
    var spans = builder.build();
    var alpha = known(new UnitisedAlpha().measure(spans, Bootstrap.of(50, new Random(1))));
    var f1 = known(new SpanF1(SpanF1.Match.CHARACTERS).measure(spans, Bootstrap.of(50, new Random(1))));
    assertThat(alpha.n()).isEqualTo(2500);
    assertThat(alpha.interval().orElseThrow().contains(alpha.value())).isTrue();
    assertThat(f1.value()).isGreaterThan(known(new SpanF1(SpanF1.Match.EXACT).measure(spans)).value());
    assertThat(alpha.value()).isBetween(0.2, 0.9);
  }

  private static Estimate.Known known(Agreement agreement) {
    return agreement.value().known().orElseThrow();
  }
}
