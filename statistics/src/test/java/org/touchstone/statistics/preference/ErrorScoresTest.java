package org.touchstone.statistics.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.SharedData;

class ErrorScoresTest {
  /** The published table of TED talks, English to German; eTranslation is 1.96 there and 1.97 when counted. */
  @Test
  void thePublishedMqmTableComesOut() {
    var scores = new ErrorScores();
    for (var row : SharedData.table("mqm-ted-ende/mqm_ted_ende.tsv.gz", '\t')) {
      if (row.getFirst().equals("system")) continue;
      scores.add(row.get(0), row.get(3), row.get(4), Mqm.penalty(row.get(7), row.get(8)));
    }
    Map<String, Double> published = new LinkedHashMap<>();
    String table = "ref 0.91, Facebook-AI 1.06, Online-W 1.12, VolcTrans-AT 1.24, metricsystem3 1.44, VolcTrans-GLAT 1.49,"
        + " HuaweiTSC 1.50, metricsystem1 1.63, metricsystem2 1.69, metricsystem5 1.72, UEdin 1.77, metricsystem4 1.78,"
        + " eTranslation 1.96, Nemo 2.14";
    for (String entry : table.split(", ")) published.put(entry.split(" ")[0], Double.valueOf(entry.split(" ")[1]));
    var ratings = scores.rate(Bootstrap.of(200, new Random(6)));
    assertThat(ratings.inOrder().stream().map(ratings.contestants()::name))
        .containsExactlyElementsOf(published.keySet());
    published.forEach((system, score) -> {
      var known = ratings.of(ratings.contestants().find(system)).known().orElseThrow();
      assertThat(known.value()).as(system).isEqualTo(-score, within(0.0151));
      assertThat(known.interval().orElseThrow().contains(known.value())).as(system).isTrue();
    });
  }

  @Test
  void anUnknownSeverityIsRefused() {
    assertThatThrownBy(() -> Mqm.penalty("Accuracy/Addition", "huge"))
        .hasMessageContaining("there is no severity \"huge\"");
    assertThat(new ErrorScores().rate().values()).isEmpty();
  }
}
