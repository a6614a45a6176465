package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AggregateCommandTest {
  private static final String LABELS = """
      task,worker,label
      t1,ann,cat
      t1,bob,cat
      t1,eve,dog
      "t 2, the second",ann,dog
      "t 2, the second",bob,dog
      "t 2, the second",eve,"dog"
      """;

  @TempDir
  Path folder;

  private String file(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    if (name.endsWith(".gz")) {
      try (var out = new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(path)), StandardCharsets.UTF_8)) {
        out.write(text);
      }
    } else {
      Files.writeString(path, text);
    }
    return path.toString();
  }

  private String written(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void answersAndSkillsAreWrittenInTheColumnsOthersRelyOn() throws IOException {
    Terminal terminal = Terminal.run("aggregate", file("labels.csv", LABELS), "--method", "majority",
        "--out", folder.resolve("out.csv").toString(), "--workers", folder.resolve("skills.csv").toString());
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.code()).isZero();
    assertThat(written("out.csv")).isEqualTo("task,label,probability\nt1,cat,0.666667\n\"t 2, the second\",dog,1.0\n");
    assertThat(written("skills.csv")).startsWith("worker,skill,low,high,judgments\nann,0.").contains("\neve,0.");
    assertThat(terminal.out()).startsWith("majority: 6 judgments of 2 items by 3 raters, 2 classes");
  }

  @Test
  void everyFormatGivesTheSameAnswers() throws IOException {
    String csv = file("labels.csv", LABELS);
    Terminal plain = Terminal.run("aggregate", csv, "-m", "majority", "--json");
    String json = LABELS.lines().skip(1).map(line -> line.startsWith("\"")
        ? "{\"task\":\"t 2, the second\",\"note\":[1,{\"a\":2}],\"worker\":\"" + line.split("\",")[1].split(",")[0] + "\",\"label\":\"dog\"}"
        : "{\"task\":\"t1\",\"note\":null,\"worker\":\"" + line.split(",")[1] + "\",\"label\":\"" + line.split(",")[2] + "\"}")
        .reduce("", (a, b) -> a + b + "\n");
    assertThat(Terminal.run("aggregate", file("labels.csv.gz", LABELS), "-m", "majority", "--json")).isEqualTo(plain);
    assertThat(Terminal.run("aggregate", file("labels.tsv", LABELS.replace("t 2, the", "t 2 the").replace(',', '\t')), "-m", "majority", "--json"))
        .isEqualTo(plain);
    assertThat(Terminal.run("aggregate", file("labels.jsonl", json), "-m", "majority", "--json")).isEqualTo(plain);
    assertThat(Terminal.run("aggregate", file("labels.jsonl.gz", json), "-m", "majority", "--json")).isEqualTo(plain);
    assertThat(Terminal.run("aggregate", file("bom.csv", "\uFEFF" + LABELS.replace("\n", "\r\n")), "-m", "majority", "--json")).isEqualTo(plain);
  }

  @Test
  void parquetIsWrittenAndReadAgain() throws IOException {
    String parquet = folder.resolve("answers.parquet").toString();
    assertThat(Terminal.run("aggregate", file("labels.csv", LABELS), "-m", "majority", "-o", parquet).code()).isZero();
    Terminal again = Terminal.run("aggregate", parquet, "--rater", "probability", "-m", "majority", "--json");
    assertThat(again.err()).isEmpty();
    assertThat(again.out()).contains("\"items\" : 2");
  }

  @Test
  void aBadRowIsNamedByFileLineAndColumnAndNothingIsWritten() throws IOException {
    String labels = file("labels.csv", "task,worker,label\nt1,ann,cat\nt1,bob,\n");
    Terminal terminal = Terminal.run("aggregate", labels, "--out", folder.resolve("out.csv").toString());
    assertThat(terminal.code()).isEqualTo(2);
    assertThat(terminal.err()).isEqualTo("touchstone: " + labels + ", line 3, column \"label\": it is empty; --skip-empty leaves such rows out\n");
    assertThat(folder.resolve("out.csv")).doesNotExist();
  }

  @Test
  void eachKindOfBadInputGetsItsSentence() throws IOException {
    sentence("there is no such file", "nowhere.csv");
    sentence("is empty; its first line must name the columns", file("empty.csv", ""));
    sentence("has a header but no judgments", file("header.csv", "task,worker,label\n"));
    sentence("line 1: no column looks like the rater (there are task, who, label); name it with --rater COLUMN",
        file("who.csv", "task,who,label\nt,a,b\n"));
    sentence("line 2: it has 2 fields, but the header names 3", file("short.csv", "task,worker,label\nt,a\n"));
    sentence("line 3: a quote opened in field 1 is never closed", file("quote.csv", "task,worker,label\nt,a,b\n\"t,a,b\n"));
    sentence("line 2: it is not valid JSON at character", file("bad.jsonl", "{\"task\":1,\"worker\":2,\"label\":3}\n{\"task\":\n"));
    sentence("is a folder", folder.toString());
    sentence("is not a Parquet file, though its name says so", file("not.parquet", "hello"));
    sentence("breaks off or is damaged; fetch the file again", file("torn.parquet", "PAR1 and no more"));
    sentence("the name of the file is empty", "");
    sentence("line 1: it names one column only, \"task|worker|label\"", file("pipe.csv", "task|worker|label\nt|a|b\n"));
    Path latin = Files.write(folder.resolve("latin.csv"), "task,worker,label\nt,Zoë,b\n".getBytes(StandardCharsets.ISO_8859_1));
    sentence("line 2, column \"worker\": it is not written in UTF-8; save the file as UTF-8", latin.toString());
    Path lines = Files.write(folder.resolve("latin.jsonl"), "{\"task\":1,\"worker\":\"Zoë\",\"label\":3}\n".getBytes(StandardCharsets.ISO_8859_1));
    sentence("is not written in UTF-8", lines.toString());
    sentence("two columns have this name", file("twice.csv", "task,task,worker,label\n1,1,2,3\n"));
  }

  /** One wrong name among several is found before anything is written. */
  @Test
  void whereToWriteIsLookedAtBeforeAnythingIsWritten() throws IOException {
    String labels = file("labels.csv", LABELS);
    String out = folder.resolve("out.csv").toString();
    refused("the folder " + folder.resolve("nowhere") + " does not exist", "aggregate", labels, "-o", out, "--workers", folder.resolve("nowhere/w.csv").toString());
    refused("a plot is written as SVG", "aggregate", labels, "-o", out, "--plot", folder.resolve("plot.png").toString());
    refused("is also read or written for something else", "aggregate", labels, "-o", out, "--workers", out);
    refused("is also read or written for something else", "aggregate", labels, "-o", labels);
    refused("tables are written as .csv, .jsonl (.gz too) or .parquet, not .xlsx", "aggregate", labels, "-o", folder.resolve("out.xlsx").toString());
    if (Files.isDirectory(Path.of("/proc"))) refused("/proc/answers.csv: it may not be written", "aggregate", labels, "-o", "/proc/answers.csv");
    refused("no column looks like the first character (start) (there are task, worker, label); name it with --start COLUMN", "aggregate", labels, "--kind", "spans");
    refused("--threshold is for multi-label and spans", "aggregate", labels, "--threshold", "0.9");
    refused("there is no command \"agregate\"; there are aggregate, agree, rank", "agregate", labels);
    assertThat(Files.readString(Path.of(labels))).isEqualTo(LABELS);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(Path.of(labels));
    }
  }

  private static void refused(String expected, String... args) {
    Terminal terminal = Terminal.run(args);
    assertThat(terminal.err()).contains(expected);
    assertThat(terminal.code()).isEqualTo(2);
    assertThat(terminal.out()).isEmpty();
  }

  /** The usual slip: 1 and 0 in one file, yes and no in the other. */
  @Test
  void knownAnswersWrittenOtherwiseThanTheLabelsAreNotMeasuredAsWrong() throws IOException {
    String labels = file("labels.csv", LABELS);
    refused("none of its answers (\"1\") was ever given in " + labels + " (\"cat\"); are the labels written alike in both?",
        "aggregate", labels, "--gold", file("gold.csv", "item,label\nt1,1\n"));
    refused("none of its answers (\"1\") was ever given", "aggregate", labels, "--known", file("known.csv", "item,label\nt1,1\n"));
    refused("has a header but no known answers", "aggregate", labels, "--gold", file("bare.csv", "item,label\n"));
    assertThat(Terminal.run("aggregate", labels, "-m", "majority", "--gold", file("some.csv", "item,label\nt1,Cat\n\"t 2, the second\",dog\n")).out())
        .contains("Accuracy against gold: 50.00 % of 2 items.").contains("No rater ever gave the known answer \"Cat\"; its items count as wrong.");
  }

  @Test
  void whatIsOddButUsableIsUsed() throws IOException {
    String csv = file("labels.csv", LABELS);
    Terminal plain = Terminal.run("aggregate", csv, "-m", "majority", "--json");
    assertThat(Terminal.run("aggregate", file("late.csv", "\r\n\n" + LABELS), "-m", "majority", "--json")).isEqualTo(plain);
    String text = "a very long label, " + "x".repeat(100_000) + "\nand more";
    Terminal terminal = Terminal.run("aggregate", file("long.csv", "task,worker,label\nñ\u00f1,Zoë,猫\nt,Zoë,\"" + text + "\"\nt,Zoë,猫\n"), "-m", "majority");
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.out()).contains("ññ,猫,1.0000").contains("xxx…").contains("1 judgment repeats a rater's own on the same item");
    assertThat(terminal.out().lines()).allMatch(line -> line.length() < 200);
  }

  private static void sentence(String expected, String file) {
    Terminal terminal = Terminal.run("aggregate", file);
    assertThat(terminal.err()).contains(expected);
    assertThat(terminal.err().lines()).hasSize(1);
    assertThat(terminal.code()).isEqualTo(2);
  }

  @Test
  void anUnknownMethodOrOptionIsExplained() throws IOException {
    String labels = file("labels.csv", LABELS);
    assertThat(Terminal.run("aggregate", labels, "--method", "magic").err()).startsWith("touchstone: there is no method \"magic\"; there are auto, majority");
    Terminal terminal = Terminal.run("aggregate", labels, "--nonsense");
    assertThat(terminal.code()).isEqualTo(2);
    assertThat(terminal.err()).contains("Try 'touchstone aggregate --help'.");
  }

  @Test
  void goldIsMeasuredAndKnownAnswersAreEvidence() throws IOException {
    String labels = file("labels.csv", LABELS);
    String gold = file("gold.csv", "item,label\nt1,dog\n\"t 2, the second\",dog\n");
    assertThat(Terminal.run("aggregate", labels, "-m", "majority", "--gold", gold).out()).contains("Accuracy against gold: 50.00 % of 2 items.");
    String known = file("known.csv", "item,label\nt1,dog\n");
    Terminal terminal = Terminal.run("aggregate", labels, "-m", "majority", "--gold", gold, "--known", known);
    assertThat(terminal.out()).contains("Accuracy against gold: 100.00 % of 1 items.").contains("t1,dog,1.0000");
    assertThat(Terminal.run("aggregate", labels, "--gold", file("other.csv", "item,label\nx,dog\n")).err())
        .contains("none of its items is in").contains("are the items named alike in both?");
    assertThat(Terminal.run("aggregate", labels, "--gold", file("two.csv", "item,label\nt1,dog\nt1,cat\n")).err())
        .contains("line 3, column \"label\": item \"t1\" has two known answers, \"dog\" and \"cat\"");
  }

  @Test
  void numbersAreAveragedWhereAskedFor() throws IOException {
    String scores = file("scores.csv", "item,rater,score\na,r,1\na,s,3\nb,r,10\nb,s,12\n");
    String gold = file("gold.csv", "item,value\na,2\nb,12\n");
    Terminal terminal = Terminal.run("aggregate", scores, "--method", "mean", "--gold", gold);
    assertThat(terminal.out()).contains("mean absolute error 0.5000").contains("a,2.0000,");
    assertThat(Terminal.run("aggregate", file("bad.csv", "item,rater,score\na,r,high\n"), "--method", "mean").err())
        .contains("line 2, column \"score\": \"high\" is not a number");
  }

  @Test
  void helpShowsExamplesAndMethods() {
    Terminal terminal = Terminal.run("aggregate", "--help");
    assertThat(terminal.code()).isZero();
    assertThat(terminal.out()).contains("Examples:").contains("dawid-skene").contains("weighted-mean");
  }

  @Test
  void theRecordedCrowdReachesItsPublishedAccuracy() {
    Terminal terminal = Terminal.run("aggregate", shared("truth-inference/rte.labels.csv").toString(), "--method", "dawid-skene",
        "--gold", shared("truth-inference/rte.gold.csv").toString());
    assertThat(terminal.out()).contains("Accuracy against gold: 92.75 % of 800 items.");
  }

  /** A public data set beside the repository; the test is skipped with the reason where it is absent. */
  static Path shared(String name) {
    String given = System.getenv("TOUCHSTONE_SHARED");
    Path data = (given == null ? Path.of("..", "..", "shared", "data") : Path.of(given)).resolve(name);
    assumeTrue(Files.exists(data), "the shared data set " + name + " is not on this machine; set TOUCHSTONE_SHARED");
    return data;
  }

  @Test
  void aLabelThatIsAnObjectIsNamedWithItsPlaceAndItsFields() throws IOException {
    String json = file("labels.jsonl", """
        {"task":1,"worker":"ann","label":{"choice":"cat","sure":true}}
        {"task":1,"worker":"bob","label":{"choice":"cat","sure":false}}
        {"task":2,"worker":"ann","label":{"choice":"dog"}}
        {"task":2,"worker":"bob","label":{"choice":"cat"}}
        """);
    for (String command : new String[] {"aggregate", "agree", "plan"}) {
      Terminal terminal = Terminal.run(command, json);
      assertThat(terminal.code()).isEqualTo(2);
      assertThat(terminal.err()).isEqualTo("touchstone: " + json + ", line 1, column \"label\": it is a JSON object, not one value;"
          + " name the field of it that is meant as the column: label.choice or label.sure" + System.lineSeparator());
    }
    assertThat(Terminal.run("aggregate", json, "--label", "label.choice").out()).contains("4 judgments of 2 items by 2 raters, 2 classes");
    assertThat(Terminal.run("agree", json, "--label", "label.choice").code()).isZero();
  }

  @Test
  void aListIsNoLabelButSeveralTicks() throws IOException {
    String json = file("ticks.jsonl", """
        {"task":1,"worker":"ann","label":["rude","wrong, or so"]}
        {"task":1,"worker":"bob","label":["rude"]}
        """);
    Terminal terminal = Terminal.run("aggregate", json);
    assertThat(terminal.code()).isEqualTo(2);
    assertThat(terminal.err()).contains("line 1, column \"label\": it is a list, not one value;").contains("say --kind multi-label");
    assertThat(Terminal.run("aggregate", json, "--kind", "multi-label").out()).contains("2 judgments of 1 item by 2 raters, 2 labels").contains("wrong, or so");
  }

  @Test
  void whatNobodyElseJudgedSaysNothingOfRatersNorHowSureItIs() throws IOException {
    var lone = new StringBuilder("task,worker,label\n");
    for (int i = 0; i < 200; i++) lone.append(i).append(",w").append(i % 4).append(i % 4 == 0 || i % 3 == 0 ? ",yes" : ",no").append('\n');
    Terminal terminal = Terminal.run("aggregate", file("lone.csv", lone.toString()));
    assertThat(terminal.out()).startsWith("auto: 200 judgments of 200 items by 4 raters, 2 classes")
        .contains("majority: no item was judged by two raters or has a known answer")
        .contains("No item was judged by two raters or more, so each answer is what its rater said, and how sure it is cannot be told.")
        .doesNotContain("Sure (95").doesNotContain("Raters by share of right answers");
  }

  @Test
  void soManyLabelsThatTheyAreNumbersOrTextsAreSaidToBe() throws IOException {
    var numbers = new StringBuilder("task,worker,label\n");
    var texts = new StringBuilder("task,worker,label\n");
    for (int i = 0; i < 120; i++) {
      numbers.append(i / 2).append(",w").append(i % 2).append(',').append(i % 60).append('\n');
      texts.append(i / 2).append(",w").append(i % 2).append(",text ").append(i).append('\n');
    }
    assertThat(saidAside("aggregate", file("numbers.csv", numbers.toString())))
        .contains("The labels are 60 different numbers, each taken for a class of its own; --kind numbers takes them for values.");
    assertThat(saidAside("aggregate", file("texts.csv", texts.toString()))).contains("120 judgments hold 120 different labels; if these are texts, aggregate --kind text chooses the one most like the others.");
  }

  /** What a command says on standard error. */
  private static String saidAside(String... args) {
    var kept = System.err;
    var said = new ByteArrayOutputStream();
    try {
      System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
      Terminal.run(args);
    } finally {
      System.setErr(kept);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void thousandsOfClassesEndInMajorityAndNotInGigabytes() throws IOException {
    var rows = new StringBuilder("task,worker,label\n");
    for (int i = 0; i < 4000; i++) rows.append(i / 2).append(",w").append(i % 2).append(",label ").append(i % 1999).append('\n');
    String many = file("many.csv", rows.toString());
    assertThat(Terminal.run("aggregate", many).out()).contains("majority: there are too many classes to learn what each rater takes for what");
  }

  @Test
  void standardInputMayBeJsonLines() throws IOException {
    var kept = System.in;
    try {
      System.setIn(new ByteArrayInputStream("{\"task\":1,\"worker\":2,\"label\":\"x\"}\n".getBytes(StandardCharsets.UTF_8)));
      assertThat(Terminal.run("aggregate", "-").out()).contains("1 judgment of 1 item by 1 rater, 1 class");
    } finally {
      System.setIn(kept);
    }
  }

  @Test
  void severalColumnsMayMakeTheItemTogether() throws IOException {
    String csv = file("systems.csv", """
        doc,system,worker,label
        1,a|b,ann,yes
        1,a|b,bob,yes
        1,c,ann,no
        1,c,bob,no
        2,c,ann,no
        """);
    String out = folder.resolve("out.csv").toString();
    Terminal terminal = Terminal.run("aggregate", csv, "--item", "doc,System", "-m", "majority", "--out", out);
    assertThat(terminal.err()).isEmpty();
    assertThat(written("out.csv")).isEqualTo("task,label,probability\n1 | a||b,yes,1.0\n1 | c,no,1.0\n2 | c,no,1.0\n");
    assertThat(Terminal.run("agree", csv, "--item", "doc,system").out()).contains("5 judgments of 3 items by 2 raters; 2 items were judged twice or more");
    assertThat(Terminal.run("aggregate", csv, "--item", "doc,sytem").err()).contains("column \"doc,sytem\": there is no such column; there are doc, system, worker, label");
    assertThat(Terminal.run("aggregate", csv).err()).contains("name it with --item COLUMN, or several together with --item A,B");
    assertThat(Terminal.run("aggregate", file("hole.csv", "doc,system,worker,label\n1,,ann,yes\n"), "--item", "doc,system").err())
        .contains("line 2, column \"doc,system\": it is empty");
  }

  @Test
  void filesThatAreNotWhatTheirNamesSayAreNamed() throws IOException {
    assertThat(Terminal.run("aggregate", file("cut.parquet", "PAR1 and no more of it")).err()).endsWith("cut.parquet breaks off or is damaged; fetch the file again" + System.lineSeparator());
    assertThat(Terminal.run("aggregate", file("no.parquet", "task,worker,label")).err()).contains("is not a Parquet file, though its name says so");
    assertThat(Terminal.run("aggregate", file("binary.csv", "\0\1\2,binary")).err()).contains("no column looks like the item (there are  , binary)");
    assertThat(Terminal.run("aggregate", file("bare.csv", "1,2,3,3\n4,5,6,7\n")).err()).contains("two columns have this name; the first line must name the columns");
    String out = folder.resolve("out.parquet.gz").toString();
    assertThat(Terminal.run("aggregate", file("labels.csv", LABELS), "--out", out).err()).contains("Parquet is packed in itself; name it with .parquet at the end");
  }

  @Test
  void driftOfWhatNobodyElseJudgedSaysThatErrorsAreNotKnown() throws IOException {
    String lone = file("lone.csv", "task,worker,label\n1,ann,x\n2,ann,y\n");
    assertThat(Terminal.run("drift", lone).out()).contains("No judgment could be held against another rater's or a known answer, so nothing is known of errors.")
        .doesNotContain("Error rate of the crowd");
    assertThat(Terminal.run("drift", lone, "--json").out()).contains("\"crowd_errors\" : null");
  }

  @Test
  void aLabelThatMeansThatThereIsNoneIsNamed() throws IOException {
    assertThat(saidAside("agree", file("nulls.csv", "task,worker,label\n1,ann,yes\n1,bob,NULL\n2,ann,no\n2,bob,NULL\n")))
        .contains("2 judgments have \"NULL\" as the label and count for a class of its own; leave the row out or the field empty where it means that there was no answer.");
    assertThat(saidAside("agree", file("none.csv", "task,worker,label\n1,ann,yes\n1,bob,none\n"))).isEmpty();
  }
}
