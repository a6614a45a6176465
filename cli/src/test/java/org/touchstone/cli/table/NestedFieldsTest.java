package org.touchstone.cli.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A field that holds several values is no value: it is named with its place and how to mend it, or taken where it was asked for. */
class NestedFieldsTest {
  @TempDir
  Path folder;

  private Rows rows(String... lines) throws IOException {
    Path path = folder.resolve("a.jsonl");
    Files.writeString(path, String.join("\n", lines) + "\n");
    Rows rows = TableFile.open(path.toString());
    rows.next();
    return rows;
  }

  @Test
  void theFieldsOfAnObjectAreColumnsOfTheirOwn() throws IOException {
    Rows rows = rows("{\"task\":1,\"answer\":{\"choice\":\"A\",\"by\":{\"hand\":true}},\"worker\":2}", "{\"task\":2,\"answer\":{\"choice\":\"B\"},\"worker\":2}");
    assertThat(rows.columns()).containsExactly("task", "answer", "answer.choice", "answer.by", "answer.by.hand", "worker");
    assertThat(rows.text(2)).isEqualTo("A");
    assertThat(rows.text(4)).isEqualTo("true");
    assertThatThrownBy(() -> rows.text(1)).hasMessage(folder.resolve("a.jsonl")
        + ", line 1, column \"answer\": it is a JSON object, not one value; name the field of it that is meant as the column: answer.choice or answer.by.hand");
    rows.next();
    assertThat(rows.text(2)).isEqualTo("B");
    assertThat(rows.text(4)).isEmpty();
  }

  @Test
  void anObjectAmongPlainValuesIsNamedWithItsLine() throws IOException {
    Rows rows = rows("{\"label\":\"A\"}", "", "{\"label\":{\"choice\":\"B\"}}");
    assertThat(rows.text(0)).isEqualTo("A");
    rows.next();
    assertThatThrownBy(() -> rows.text(0)).isInstanceOf(BadInput.class)
        .hasMessageEndingWith("a.jsonl, line 3, column \"label\": it is a JSON object, not one value; write the value itself in its place");
  }

  @Test
  void aListIsTakenWhereListsAreMeantAndRefusedElsewhere() throws IOException {
    Rows rows = rows("{\"labels\":[\"a, b\",3,null,\"say \\\"c\\\"\"]}", "{\"labels\":\"plain\"}", "{\"labels\":[]}", "{\"labels\":[[1]]}");
    assertThat(rows.list(0)).contains(List.of("a, b", "3", "say \"c\""));
    assertThatThrownBy(() -> rows.text(0)).hasMessageEndingWith("line 1, column \"labels\": it is a list, not one value; give each value a row of its own,"
        + " or say --kind multi-label where a judgment ticks several labels");
    rows.next();
    assertThat(rows.list(0)).isEqualTo(Optional.empty());
    assertThat(rows.text(0)).isEqualTo("plain");
    rows.next();
    assertThat(rows.list(0)).contains(List.of());
    rows.next();
    assertThatThrownBy(() -> rows.list(0)).hasMessageEndingWith("line 4, column \"labels\": the list holds more than plain values; write it as in [\"a\",\"b\"]");
  }

  @Test
  void listsAndStructuresOfParquetAreTreatedAlike() throws IOException, SQLException {
    String file = folder.resolve("a.parquet").toString();
    try (var connection = DuckDb.open(); var statement = connection.createStatement()) {
      statement.execute("copy (select 'i' as \"my item\", ['a, b', 'c'] as labels, {'choice': 'A'} as answer) to '" + file + "' (format parquet)");
    }
    try (Rows rows = TableFile.open(file)) {
      rows.next();
      assertThat(rows.columns()).containsExactly("my item", "labels", "answer");
      assertThat(rows.text(0)).isEqualTo("i");
      assertThat(rows.list(1)).contains(List.of("a, b", "c"));
      assertThatThrownBy(() -> rows.text(1)).hasMessageContaining("line 1, column \"labels\": it is a list, not one value");
      assertThatThrownBy(() -> rows.text(2)).hasMessageContaining("column \"answer\": it is a structure of several values, not one");
    }
  }
}
