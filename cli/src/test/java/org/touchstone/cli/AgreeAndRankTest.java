package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgreeAndRankTest {
  @TempDir
  Path folder;

  private StringWriter out;
  private StringWriter err;

  @BeforeEach
  void listen() {
    out = new StringWriter();
    err = new StringWriter();
  }

  @Test
  void agreementOfAFileIsPrintedWithWhatItRestsOn() throws IOException {
    String labels = file("labels.csv", """
        item,worker,label
        1,a,yes
        1,b,yes
        2,a,no
        2,b,no
        3,a,yes
        3,b,no
        4,a,no
        """);
    assertThat(run("agree", labels)).isZero();
    assertThat(out.toString()).startsWith("krippendorff-alpha (nominal): 0.444444")
        .contains("7 judgments of 4 items by 2 raters; 3 items were judged twice or more, with 6 judgments.");
  }

  @Test
  void aRatersOwnRepeatIsNoAgreementBetweenRaters() throws IOException {
    String labels = file("labels.csv", """
        item,worker,label
        1,a,yes
        1,a,no
        1,b,no
        2,a,no
        2,b,no
        2,b,no
        3,a,yes
        3,b,yes
        4,,no
        """);
    assertThat(run("agree", labels)).as("an empty field").isNotZero();
    assertThat(err.toString()).contains("line 10, column \"worker\": it is empty; --skip-empty leaves such rows out");
    assertThat(run("agree", labels, "--skip-empty", "--metric", "percent")).isZero();
    assertThat(out.toString()).contains("percent: 0.666667").contains("6 judgments of 3 items").contains("2 repeats of a rater's own judgment are left out");
    listen();
    run("agree", labels, "--skip-empty", "--metric", "percent", "--repeats", "last");
    assertThat(out.toString()).contains("percent: 1.000000");
    listen();
    run("agree", labels, "--skip-empty", "--metric", "percent", "--repeats", "all", "--json");
    var all = JsonMapper.builder().build().readTree(out.toString());
    assertThat(all.path("judgments").asInt()).isEqualTo(8);
    assertThat(all.path("repeats_left_out").asInt()).isZero();
  }

  @Test
  void aRaterWhoGuessesToTheLeftIsFirstOfTheRaters() throws IOException {
    var rows = new StringBuilder("worker,left,right,label\n");
    for (int j = 0; j < 120; j++) {
      String left = "m" + j % 4;
      String right = "m" + (j + 1 + j / 4 % 3) % 4;
      String better = left.compareTo(right) > 0 ? left : right;
      for (String careful : new String[] {"ann", "ben", "cleo"}) rows.append(careful + "," + left + "," + right + "," + better + "\n");
      rows.append("dora," + left + "," + right + "," + left + "\n");
    }
    String file = file("battles.csv", rows.toString());
    Path table = folder.resolve("raters.csv");
    assertThat(run("rank", file, "--raters", table.toString(), "--bootstrap", "20")).isZero();
    var lines = Files.readAllLines(table);
    assertThat(lines).hasSize(5).first().isEqualTo("worker,comparisons,reliability,low,high,left_share,left_expected,lean_p");
    String[] first = lines.get(1).split(",");
    assertThat(first[0]).isEqualTo("dora");
    assertThat(Double.parseDouble(first[2])).isBetween(Double.parseDouble(first[3]), Double.parseDouble(first[4])).isLessThan(0.3);
    assertThat(first[5]).isEqualTo("1.0");
    assertThat(Double.parseDouble(first[7])).isLessThan(0.001);
  }

  @Test
  void withoutRatersTheTableOfRatersIsRefusedInASentence() throws IOException {
    String file = file("battles.csv", "left,right,winner\na,b,left\na,b,right\n");
    assertThat(run("rank", file, "--raters", folder.resolve("raters.csv").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("has no column of raters, which --raters needs; name it with --rater COLUMN");
  }

  @Test
  void everyMetricAnswersInJson() throws IOException {
    String labels = file("labels.csv", "task,rater,answer\n1,a,1\n1,b,1\n2,a,2\n2,b,3\n3,a,3\n3,b,3\n4,a,1\n4,b,2\n");
    for (Metric metric : Metric.values()) {
      listen();
      assertThat(run("agree", labels, "--metric", metric.shown(), "--bootstrap", "50", "--json")).as(metric.shown())
          .isZero();
      JsonNode result = JsonMapper.builder().build().readTree(out.toString());
      assertThat(result.get("metric").stringValue()).isEqualTo(metric.shown());
      assertThat(result.get("value").doubleValue()).isBetween(-1.0, 1.0);
      assertThat(result.get("shared_items").intValue()).isEqualTo(4);
    }
  }

  @Test
  void nothingSharedIsUndefinedAndStillAnAnswer() throws IOException {
    String labels = file("labels.csv", "item,worker,label\n1,a,x\n2,b,x\n");
    assertThat(run("agree", labels)).isZero();
    assertThat(out.toString()).contains("undefined. No item was judged twice or more");
    listen();
    assertThat(run("agree", labels, "--json")).isZero();
    assertThat(JsonMapper.builder().build().readTree(out.toString()).get("value").isNull()).isTrue();
  }

  @Test
  void wordsWithAnOrderCanBeOrdinal() throws IOException {
    String labels = file("labels.csv", "item,worker,label\n1,a,low\n1,b,mid\n2,a,high\n2,b,high\n3,a,low\n3,b,low\n");
    assertThat(run("agree", labels, "--level", "ordinal")).isEqualTo(2);
    assertThat(err.toString()).contains("the label \"high\" is not a number");
    listen();
    assertThat(run("agree", labels, "--level", "ordinal", "--order", "low,mid,high", "--breakdown", "1")).isZero();
    assertThat(out.toString()).contains("krippendorff-alpha (ordinal)").contains("Raters that cost the most agreement");
    listen();
    assertThat(run("agree", labels, "--level", "ordinal", "--order", "low,high")).isEqualTo(2);
    assertThat(err.toString()).contains("the label \"mid\" is missing from --order low,high");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "--metric|odd|there is no metric \"odd\"", "--level|odd|expected one of",
        "--bootstrap|3|--bootstrap needs at least 20 rounds"
  })
  void badOptionsOfAgreeAreOneSentence(String option, String value, String sentence) throws IOException {
    assertThat(run("agree", file("labels.csv", "item,worker,label\n1,a,x\n1,b,x\n"), option, value)).isEqualTo(2);
    assertThat(err.toString()).contains(sentence);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void ratingsComeAsItemRatingLowHigh() throws IOException {
    String comparisons = file("comparisons.csv", """
        worker,left,right,label
        1,"Big, model",Small,"Big, model"
        2,Small,"Big, model","Big, model"
        3,"Big, model",Small,"Big, model"
        4,"Big, model",Small,Small
        5,"Big, model",Small,tie
        """);
    assertThat(run("rank", comparisons)).isZero();
    String[] lines = out.toString().lines().toArray(String[]::new);
    assertThat(lines[0]).isEqualTo("item,rating,low,high");
    assertThat(lines[1]).startsWith("\"Big, model\",0.7");
    assertThat(lines[2]).startsWith("Small,0.3");
    assertThat(lines).hasSize(3);
  }

  @Test
  void theWinnerMayBeASideAndTheRaterMayBeMissing() throws IOException {
    String sides = file("sides.csv",
        "model_a,model_b,winner\nA,B,model_a\nA,B,left\nB,A,right\nA,B,tie (bothbad)\nB,A,model_a\n");
    assertThat(run("rank", sides, "--scale", "elo", "--json")).isZero();
    JsonNode result = JsonMapper.builder().build().readTree(out.toString());
    assertThat(result.get("ratings").get(0).get("item").stringValue()).isEqualTo("A");
    double above = result.get("ratings").get(0).get("rating").doubleValue() - 1000;
    assertThat(above).isEqualTo(200 * Math.log10(3.5 / 1.5), within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"bradley-terry", "davidson", "rao-kupper", "elo", "win-rate", "counting", "pagerank"})
  void everyMethodDrawsIntervals(String method) throws IOException {
    String comparisons = file("c.csv", "worker,left,right,label\n"
        + "1,A,B,A\n1,B,C,C\n1,A,C,tie\n2,A,B,B\n2,C,A,A\n".repeat(6));
    String ratings = folder.resolve("ratings.csv").toString();
    assertThat(run("rank", comparisons, "--method", method, "--bootstrap", "40", "--out", ratings)).isZero();
    for (String line : Files.readAllLines(Path.of(ratings)).subList(1, 4)) {
      String[] fields = line.split(",");
      assertThat(Double.parseDouble(fields[2])).isLessThanOrEqualTo(Double.parseDouble(fields[1]) + 1e-9);
      assertThat(Double.parseDouble(fields[3])).isGreaterThanOrEqualTo(Double.parseDouble(fields[1]) - 1e-9);
    }
    assertThat(out.toString()).contains("place  item");
  }

  @Test
  void theSameSeedDrawsTheSameIntervals() throws IOException {
    String comparisons = file("c.csv", "worker,left,right,label\n"
        + "1,A,B,A\n1,B,C,C\n1,A,C,tie\n2,A,B,B\n".repeat(9));
    run("rank", comparisons, "--bootstrap", "40", "--seed", "7");
    String once = out.toString();
    listen();
    run("rank", comparisons, "--bootstrap", "40", "--seed", "7");
    assertThat(out.toString()).isEqualTo(once);
    listen();
    run("rank", comparisons, "--bootstrap", "40", "--seed", "8");
    assertThat(out.toString()).isNotEqualTo(once);
  }

  @Test
  void aBadRowIsNamedByFileLineAndColumn() throws IOException {
    String odd = file("odd.csv", "worker,left,right,label\n1,A,B,A\n1,A,B,C\n");
    assertThat(run("rank", odd)).isEqualTo(2);
    assertThat(err.toString()).contains("odd.csv, line 3, column \"label\": \"C\" is neither \"A\" nor \"B\" nor tie");
    listen();
    assertThat(run("rank", file("self.csv", "worker,left,right,label\n1,A,A,A\n"))).isEqualTo(2);
    assertThat(err.toString()).contains("line 2, column \"right\": \"A\" is compared with itself");
    listen();
    assertThat(run("rank", file("none.csv", "worker,left,right,label\n"))).isEqualTo(2);
    assertThat(err.toString()).contains("has a header but no comparisons");
    listen();
    assertThat(run("rank", file("columns.csv", "a1,a2,a3\n1,2,3\n"))).isEqualTo(2);
    assertThat(err.toString()).contains("no column looks like the left contestant");
    listen();
    assertThat(run("rank", file("ok.csv", "left,right,label\nA,B,A\n"), "--method", "odd")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no method \"odd\"");
  }

  @Test
  void oneSidedResultsAreRatedWithARemark() throws IOException {
    assertThat(run("rank", file("sweep.csv", "left,right,label\nA,B,A\nA,C,A\nB,C,B\n"))).isZero();
    assertThat(out.toString().lines().skip(1).map(l -> l.substring(0, 1))).containsExactly("A", "B", "C");
    assertThat(err.toString()).contains("Note: Some contestants won, or lost, all of their comparisons");
  }

  @Test
  void helpShowsExamples() {
    for (String command : new String[] {"agree", "rank"}) {
      listen();
      assertThat(run(command, "--help")).isZero();
      assertThat(out.toString()).contains("Examples:").contains("touchstone " + command);
    }
  }

  private int run(String... args) {
    return Touchstone.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(args);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
