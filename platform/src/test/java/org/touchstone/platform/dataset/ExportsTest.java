package org.touchstone.platform.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.touchstone.platform.dataset.FrozenItems.COMPARE;
import static org.touchstone.platform.dataset.FrozenItems.LABEL;
import static org.touchstone.platform.dataset.FrozenItems.item;
import static org.touchstone.platform.dataset.FrozenItems.prefers;
import static org.touchstone.platform.dataset.FrozenItems.vote;
import static org.touchstone.platform.dataset.FrozenItems.settled;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.shared.Invalid;
import tools.jackson.databind.json.JsonMapper;

class ExportsTest {
  private static final FrozenItem PLAIN = item(2, null, List.of(settled("preference", null, "1", 0.8)),
      List.of(prefers("ann", "1", 2, 1, 0), prefers("ben", "tie", null, 0, 1)));
  private static final FrozenItem GOLD = item(2, new FrozenItem.Gold(new Answers(Map.of("preference", new Answer.Winner("0", null, null))), "since"),
      List.of(settled("preference", null, "0", 0.9)), List.of(prefers("ann", "0", 1, 1, 0)));

  @TempDir Path folder;

  @Test
  void goldStaysOutOfTrainingFilesUnlessAskedFor() throws IOException {
    assertThat(lines(new Exports.Choice(ExportFormat.TRL_DPO, null, false, false))).hasSize(1);
    assertThat(lines(new Exports.Choice(ExportFormat.TRL_DPO, null, true, false))).hasSize(2);
    assertThat(lines(new Exports.Choice(ExportFormat.JSONL, null, false, false))).hasSize(3).filteredOn(line -> line.contains("\"gold\":{")).hasSize(1);
  }

  @Test
  void csvHoldsEveryAnswerWithListsAsJson() throws IOException {
    var lines = lines(new Exports.Choice(ExportFormat.CSV, null, false, false));
    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).startsWith("judgment_id,item_id,external_id,prompt,context,responses,models,rater,");
    assertThat(lines.get(1)).contains("\"[\"\"response 0\"\",\"\"response 1\"\"]\"").contains("\"[1,0]\"").contains(",compare,");
  }

  @Test
  void labelStudioGetsATaskAnItemWithEveryJudgmentAsAnAnnotation() throws IOException {
    var spans = new Answer.Spans(List.of(new Answer.Span("1", null, 0, 4, "resp", "tone", "major", "rude")), null);
    var rich = item(2, null, List.of(settled("preference", null, "1", 0.8)), List.of(
        prefers("ann", "1", 2, 1, 0), prefers("ben", "tie", null, 0, 1),
        vote("cid", List.of(0, 1), Map.of("marks", spans, "order", new Answer.Order(List.of(List.of("1"), List.of("0")), "shorter"),
            "score", new Answer.ByResponse(Map.of("0", new Answer.Score(4, null)), null)))));
    var out = new ByteArrayOutputStream();
    new Exports().write(COMPARE, Stream.of(rich, GOLD), new Exports.Choice(ExportFormat.LABEL_STUDIO, null, false, false), out);
    var tasks = JsonMapper.shared().readTree(out.toByteArray());
    assertThat(tasks.size()).isEqualTo(2);
    var task = tasks.get(0);
    assertThat(task.at("/data/prompt").asString()).isEqualTo("the prompt");
    assertThat(task.at("/data/response_1").asString()).isEqualTo("response 1");
    assertThat(task.at("/meta/external_id").asString()).isEqualTo("x-1");
    assertThat(task.at("/annotations/0/result/0").toString())
        .isEqualTo("{\"from_name\":\"preference\",\"to_name\":\"response_0,response_1\",\"type\":\"pairwise\",\"value\":{\"selected\":\"right\"}}");
    assertThat(task.at("/annotations/0/result/1/value/number").asInt()).isEqualTo(2);
    assertThat(task.at("/annotations/1/result/0").toString()).contains("\"preference_tie\"", "\"choices\":[\"tie\"]");
    assertThat(task.at("/annotations/2/result").toString()).contains("\"labels\":[\"tone\"]", "severity: major", "\"ranker\":{\"rank\":[\"response_1\",\"response_0\"]}",
        "\"order_why\"", "\"to_name\":\"response_0\",\"type\":\"number\"");
    assertThat(task.at("/predictions/0/score").asDouble()).isEqualTo(0.8);
    assertThat(tasks.at("/1/annotations/1/ground_truth").asBoolean()).isTrue();
  }

  @Test
  void parquetKeepsTypesAndEveryJudgment() throws IOException, SQLException {
    var file = folder.resolve("out.parquet");
    try (var out = Files.newOutputStream(file)) {
      new Exports().write(COMPARE, Stream.of(PLAIN, GOLD), new Exports.Choice(ExportFormat.PARQUET, null, false, false), out);
    }
    try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
        var rows = duckdb.createStatement().executeQuery("""
            select count(*), sum(votes), count(*) filter (where gold), max(len(responses)), max(strength), max(order_shown[1]),
              max(submitted_at) = timestamptz '2026-03-01 10:00:00+00', count(*) filter (where _ties)
            from '%s'""".formatted(file))) {
      rows.next();
      assertThat(List.of(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5), rows.getLong(6))).containsExactly(3L, 9L, 1L, 2L, 2L, 1L);
      assertThat(rows.getBoolean(7)).isTrue();
      assertThat(rows.getLong(8)).isZero();
    }
  }

  @Test
  void anEmptySnapshotStillGivesAParquetFileWithItsColumns() throws IOException, SQLException {
    var file = folder.resolve("empty.parquet");
    try (var out = Files.newOutputStream(file)) {
      new Exports().write(COMPARE, Stream.of(), new Exports.Choice(ExportFormat.PARQUET, null, false, false), out);
    }
    try (var duckdb = DriverManager.getConnection("jdbc:duckdb:"); var rows = duckdb.createStatement().executeQuery("select * from '" + file + "'")) {
      assertThat(rows.next()).isFalse();
      assertThat(rows.getMetaData().getColumnCount()).isEqualTo(JudgmentRows.COLUMNS.size());
    }
  }

  @Test
  void aFileWithoutALineIsRefusedAndSaysWhatThereIs() {
    assertThatThrownBy(() -> new Exports().checkContent(COMPARE, () -> Stream.of(GOLD), new Exports.Choice(ExportFormat.TRL_DPO, null, false, false)))
        .isInstanceOf(Invalid.class).hasMessageStartingWith("This file would be empty: of 1 items 1 are judged, 1 of all have a known answer");
    new Exports().checkContent(COMPARE, () -> Stream.of(GOLD, PLAIN), new Exports.Choice(ExportFormat.TRL_DPO, null, false, false));
    new Exports().checkContent(COMPARE, () -> Stream.of(GOLD), new Exports.Choice(ExportFormat.TRL_DPO, null, true, false));
    new Exports().checkContent(COMPARE, Stream::of, new Exports.Choice(ExportFormat.TRL_DPO, null, false, true));
  }

  /** What was read of the snapshot is on its way before the next is read: what waits never exceeds the buffer, however long the file. */
  @Test
  void aHundredThousandItemsAreWrittenAsTheyAreReadAndNeverHeldTogether() throws IOException {
    for (var format : List.of(ExportFormat.TRL_DPO, ExportFormat.JSONL, ExportFormat.CSV, ExportFormat.LABEL_STUDIO)) {
      int items = 100_000;
      long[] written = new long[1];
      long[] most = new long[2];
      var out = new java.io.OutputStream() {
        @Override
        public void write(int one) {
          written[0]++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
          written[0] += length;
        }
      };
      var read = java.util.stream.IntStream.range(0, items).mapToObj(n -> {
        if (n == 1000) most[1] = written[0];
        if (n > 1000) most[0] = Math.max(most[0], (long) n * most[1] / 1000 - written[0]);
        return PLAIN;
      });
      new Exports().write(COMPARE, read, new Exports.Choice(format, null, false, false), out);
      assertThat(most[0]).as(format + ": bytes that were read and not written yet").isLessThan(1 << 20);
      assertThat(written[0]).as(format + " has a line for each").isGreaterThan(items * 50L);
    }
  }

  @Test
  void aChoiceThatCanOnlyBeEmptyIsRefusedWithTheReason() {
    assertThatThrownBy(() -> new Exports().check(LABEL, new Exports.Choice(ExportFormat.TRL_DPO, null, false, false)))
        .isInstanceOf(Invalid.class).hasMessageStartingWith("This rubric asks for no comparison, ranking or score of each response");
    assertThatThrownBy(() -> new Exports().check(COMPARE, new Exports.Choice(ExportFormat.TRL_DPO, "tone", false, false))).hasMessageStartingWith("“tone” is no comparison");
    assertThatThrownBy(() -> ExportFormat.of("xlsx")).hasMessageStartingWith("There is no format “xlsx”; choose one of trl-sft, trl-dpo,");
  }

  private static List<String> lines(Exports.Choice choice) throws IOException {
    return lines(COMPARE, choice);
  }

  private static List<String> lines(Rubric rubric, Exports.Choice choice) throws IOException {
    var out = new ByteArrayOutputStream();
    new Exports().write(rubric, Stream.of(PLAIN, GOLD), choice, out);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
