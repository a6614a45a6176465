package org.touchstone.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.platform.exchange.Rows.Row;
import org.touchstone.platform.shared.Invalid;

class FileReadingTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"\u0089PNG\r\n", "%PDF-1.7", "prompt\u0000,answer"})
  void whatIsNeitherJsonlNorCsvIsToldSo(String start) {
    var file = new ByteArrayInputStream(start.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> PlainText.copy(file, new ByteArrayOutputStream())).isInstanceOf(Invalid.class).hasMessageStartingWith("This is neither JSONL nor CSV");
  }

  @Test
  void aPackedFileThatUnpacksToNothingButSpaceIsRefusedEarly() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      byte[] spaces = new byte[1 << 20];
      java.util.Arrays.fill(spaces, (byte) ' ');
      for (int i = 0; i < 80; i++) gzip.write(spaces);
    }
    var counted = new java.util.concurrent.atomic.AtomicLong();
    var out = new java.io.OutputStream() {
      @Override
      public void write(int b) {
        counted.incrementAndGet();
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        counted.addAndGet(length);
      }
    };
    assertThatThrownBy(() -> PlainText.copy(new ByteArrayInputStream(packed.toByteArray()), out)).isInstanceOf(Invalid.class)
        .hasMessageContaining("unpacks to more than 300 times its size");
    assertThat(counted.get()).isLessThan(70L << 20);
  }

  @Test
  void aLineNestedTooDeeplyIsNamedInOurWords() throws IOException {
    try (var rows = new JsonlRows(new StringReader("[".repeat(5000) + "]".repeat(5000) + "\n"))) {
      assertThat(bad(rows.next())).startsWith("This line is not JSON: it is nested too deeply, or one value in it is too long").doesNotContain("StreamRead", "`");
    }
  }

  @Test
  void quotesAndLineBreaksInsideCsvValuesAreKept() throws IOException {
    var rows = csv("prompt,answer\n\"Say \"\"hi\"\"\nto me\",\"a, b\"\nplain,second\n");
    assertThat(good(rows.get(0))).containsExactly("Say \"hi\"\nto me", "a, b");
    assertThat(rows.get(0).line()).isEqualTo(2);
    assertThat(rows.get(1).line()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"a;b;c", "a,b,c", "a\tb\tc", "\"a;x\",b,c"})
  void theHeaderTellsTheSeparator(String header) throws IOException {
    assertThat(CsvRows.open(new StringReader(header.replace("\\t", "\t") + "\n")).columns()).hasSize(3);
  }

  @Test
  void aRowWithTooManyFieldsIsNamedAndReadingGoesOn() throws IOException {
    var rows = csv("prompt,answer\none,two,three\nfour,five\n");
    assertThat(bad(rows.get(0))).isEqualTo("This row has 3 fields where the header names 2; look for a missing quote or separator.");
    assertThat(rows.get(0).line()).isEqualTo(2);
    assertThat(good(rows.get(1))).containsExactly("four", "five");
  }

  @Test
  void aQuoteThatNeverClosesIsNamedWithItsLine() throws IOException {
    var rows = csv("prompt,answer\none,two\nthree,\"fo\nur\nfive,six\n");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).line()).isEqualTo(3);
    assertThat(bad(rows.get(1))).contains("not closed");
  }

  @Test
  void textBehindAClosingQuoteIsNamedWithItsLine() throws IOException {
    var rows = csv("prompt,answer\none,two\n\"say \"hi\" now\",four\n");
    assertThat(rows.get(1).line()).isEqualTo(3);
    assertThat(bad(rows.get(1))).contains("write quotes inside values double");
  }

  @Test
  void columnsWithoutOrWithTheSameNameAreRefused() {
    assertThatThrownBy(() -> csv("prompt,,b\n")).isInstanceOf(Invalid.class).hasMessage("Line 1: column 2 has no name; the first line must name every column.");
    assertThatThrownBy(() -> csv("a,b,a\n")).hasMessage("Line 1: the column “a” is named twice; rename one of them.");
  }

  @Test
  void badJsonLinesAreNamedAndReadingGoesOn() throws IOException {
    var rows = jsonl("{\"prompt\":\"one\"}\n\n{\"prompt\":\n[1]\n\"x\"\n{\"a\":1,\"a\":2}\n{\"prompt\":\"two\"} trailing\n{\"meta\":{\"prompt\":\"deep\"}}");
    assertThat(rows).extracting(Row::line).containsExactly(1L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(bad(rows.get(1))).startsWith("This line is not JSON: ");
    assertThat(bad(rows.get(2))).contains("is a JSON array; each line must be one JSON object");
    assertThat(bad(rows.get(3))).contains("is a text");
    assertThat(rows.get(4)).isInstanceOf(Row.Bad.class);
    assertThat(rows.get(5)).isInstanceOf(Row.Bad.class);
    assertThat(((Row.Good) rows.get(6)).values().keySet()).containsExactly("meta", "meta.prompt");
  }

  @Test
  void aHugeLineIsSkippedWithoutKeepingIt() throws IOException {
    var rows = jsonl("{\"prompt\":\"" + "x".repeat(Rows.LONGEST_ROW) + "\"}\n{\"prompt\":\"two\"}");
    assertThat(bad(rows.get(0))).isEqualTo("This line is longer than 2,000,000 characters; split the item or shorten it.");
    assertThat(rows.get(1)).isInstanceOf(Row.Good.class);
  }

  @Test
  void gzipAndByteOrderMarksAreTakenOff() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("\uFEFFprompt\nhé\n".getBytes(StandardCharsets.UTF_8));
    }
    var out = new ByteArrayOutputStream();
    var text = PlainText.copy(new ByteArrayInputStream(packed.toByteArray()), out);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("prompt\nhé\n");
    assertThat((char) text.firstCharacter()).isEqualTo('p');
  }

  @Test
  void whatCannotBeReadIsRefusedInOneSentence() {
    refused("prompt\nfine\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1), "Line 3 is not UTF-8; save the file as UTF-8 (in Excel: “CSV UTF-8”) and upload it again.");
    refused("prompt\n".getBytes(Charset.forName("UTF-16")), "The file is written in UTF-16; save it as UTF-8 (in Excel: “CSV UTF-8”) and upload it again.");
    refused(new byte[0], "The file is empty.");
    refused(" \n\n".getBytes(StandardCharsets.UTF_8), "The file is empty.");
    refused("[{\"prompt\":1}]".getBytes(StandardCharsets.UTF_8), "The file is one JSON array; write one object a line instead (JSONL), for instance with: jq -c '.[]' items.json > items.jsonl");
    refused(new byte[] {'P', 'K', 3, 4}, "This is a ZIP archive or an Excel workbook; upload CSV or JSONL instead, packed with gzip if you like.");
    refused(new byte[] {0x1F, (byte) 0x8B, 8, 0}, "The file is damaged: it ends or breaks off inside its gzip packing. Pack it again and upload it once more.");
  }

  @Test
  void anEncodingFaultFarIntoTheFileNamesItsLine() {
    var lines = new ByteArrayOutputStream();
    for (int i = 0; i < 50_000; i++) lines.writeBytes("grün,blau\n".getBytes(StandardCharsets.UTF_8));
    lines.write(0xFC);
    refused(lines.toByteArray(), "Line 50001 is not UTF-8; save the file as UTF-8 (in Excel: “CSV UTF-8”) and upload it again.");
  }

  @ParameterizedTest
  @CsvSource({"items.jsonl,112,JSONL", "items.ndjson.gz,112,JSONL", "items.csv,112,CSV", "items.csv.gz,123,JSONL", "items.txt,112,CSV"})
  void theFormatIsToldByNameAndFirstCharacter(String name, int first, Format format) {
    assertThat(Format.of(name, first)).isEqualTo(format);
  }

  private static void refused(byte[] file, String sentence) {
    assertThatThrownBy(() -> PlainText.copy(new ByteArrayInputStream(file), new ByteArrayOutputStream())).isInstanceOf(Invalid.class).hasMessage(sentence);
  }

  private static List<Row> csv(String text) throws IOException {
    return all(CsvRows.open(new StringReader(text)));
  }

  private static List<Row> jsonl(String text) throws IOException {
    return all(new JsonlRows(new StringReader(text)));
  }

  private static List<Row> all(Rows rows) throws IOException {
    var all = new ArrayList<Row>();
    for (Row row; (row = rows.next()) != null; ) all.add(row);
    return all;
  }

  private static List<String> good(Row row) {
    return ((Row.Good) row).values().values().stream().map(value -> value.asString()).toList();
  }

  private static String bad(Row row) {
    return ((Row.Bad) row).message();
  }
}
