package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsDriftAndCompareTest {
  private static final long SEED = Long.getLong("seed", 20261123);

  @TempDir
  Path folder;

  private String file(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.writeString(path, text);
    return path.toString();
  }

  private static Terminal works(String... args) {
    Terminal terminal = Terminal.run(args);
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.code()).isZero();
    return terminal;
  }

  private static void refused(String message, String... args) {
    Terminal terminal = Terminal.run(args);
    assertThat(terminal.code()).isEqualTo(2);
    assertThat(terminal.err()).contains(message);
    assertThat(terminal.out()).isEmpty();
  }

  /** An option that a command takes is one it heeds, whatever is judged. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "aggregate --kind multi-label | task,worker,labels | t1,ann,war | t1,,war | 1 judgment of 1 item",
    "aggregate --kind text | task,worker,text | t1,ann,hello there | t1,bob, | 1 answer to",
    "aggregate --kind rankings | task,ranking | t1,a > b | t1, | 1 of 1 item",
    "aggregate --kind spans | task,worker,start,end | t1,ann,0,4 | ,bob,0,4 | 1 item",
    "drift | task,worker,label | t1,ann,yes | t1,ann, | 1 judgment of"
  })
  void rowsWithAnEmptyFieldStopEveryKindUntilTheyAreLeftOut(String command, String header, String whole, String lacking, String counted) throws IOException {
    String rows = file("rows.csv", String.join("\n", header, whole, lacking, ""));
    String[] asked = (command + " ").split(" ");
    String[] args = Stream.concat(Stream.of(asked[0], rows), Arrays.stream(asked).skip(1)).toArray(String[]::new);
    refused("it is empty; --skip-empty leaves such rows out", args);
    Terminal terminal = Terminal.run(Stream.concat(Arrays.stream(args), Stream.of("--skip-empty")).toArray(String[]::new));
    assertThat(terminal.code()).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains(counted);
  }

  @Test
  void severalLabelsAJudgmentAreDecidedLabelByLabel() throws IOException {
    String labels = file("topics.csv", """
        task,worker,labels
        t1,ann,war;peace
        t1,bob,war|peace
        t1,eve,war
        t2,ann,
        t2,bob,
        t2,eve,peace
        t3,ann,"[""war""]"
        t3,bob,war
        t3,eve,war
        """);
    String gold = file("gold.csv", "task,labels\nt1,war;peace\nt2,\nt3,peace\n");
    Terminal terminal = works("aggregate", labels, "--kind", "multi-label", "--gold", gold);
    assertThat(terminal.out()).contains("9 judgments of 3 items by 3 raters, 2 labels", "t2,,", "t3,war,")
        .contains("Against gold (3 items): 66.67 % exactly alike");
    assertThat(terminal.out()).containsPattern("t1,(peace;war|war;peace),");
  }

  @Test
  void aMethodKnownLabelsAndSkillsGoWithSeveralLabelsToo() throws IOException {
    String labels = file("topics.csv", """
        task,worker,labels
        t1,ann,war;peace
        t1,bob,war
        t1,eve,war
        t2,ann,
        t2,bob,war
        t2,eve,peace
        t3,ann,war
        t3,bob,war
        t3,eve,peace
        """);
    String known = file("known.csv", "task,labels\nt1,war;peace\nt2,\n");
    String skills = folder.resolve("skills.csv").toString();
    assertThat(works("aggregate", labels, "--kind", "multi-label", "--method", "majority").out()).contains("each decided by majority", "t1,war,", "t3,war,");
    Terminal terminal = works("aggregate", labels, "--kind", "multi-label", "--method", "dawid-skene", "--known", known, "--workers", skills, "--gold",
        file("gold.csv", "task,labels\nt1,war\nt3,war\n"));
    assertThat(terminal.out()).contains("each decided by dawid-skene", "2 items have known labels, taken as evidence.", "t1,peace;war,1.0000", "t2,,1.0000", "Against gold (1 items)");
    assertThat(Files.readString(Path.of(skills))).startsWith("worker,label,skill,low,high,judgments\nann,peace,").contains("\nbob,war,");
    refused("there is no method \"mean\" for multi-label, where each label is a yes or no; there are auto, majority", "aggregate", labels, "--kind", "multi-label", "--method", "mean");
    refused("none of its labels (\"WAR\") was ever ticked", "aggregate", labels, "--kind", "multi-label", "--known", file("upper.csv", "task,labels\nt1,WAR\n"));
    refused("all of its items are known already by --known", "aggregate", labels, "--kind", "multi-label", "--known", known, "--gold", file("same.csv", "task,labels\nt1,war\n"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "text | --method | majority | always chooses the answer that is most like the others",
    "spans | --method | majority | --threshold says how many make a span",
    "rankings | --method | majority | touchstone rank --method plackett-luce gives each thing a strength",
    "spans | --known | rows.csv | learns nothing from it, so leave the known items out of the file",
    "spans | --workers | skills.csv | touchstone agree --kind spans tells how far raters mark alike",
    "rankings | --workers | skills.csv | measures no rater",
    "text | --order | a,b | --order belongs to --kind ordinal",
    "multi-label | --start | begins | --start is for --kind spans",
    "labels | --end | ends | --end is for --kind spans"
  })
  void anOptionThatDoesNotApplySaysWhatDoes(String kind, String option, String value, String sentence) throws IOException {
    String rows = file("rows.csv", "task,worker,label\nt1,ann,x\n");
    String given = value.endsWith(".csv") ? folder.resolve(value.replace("rows", "known")).toString() : value;
    refused(sentence, "aggregate", rows, "--kind", kind, option, given);
  }

  @Test
  void spansAreFoundInColumnsOfAnyName() throws IOException {
    String marks = file("marks.csv", """
        doc,reader,begins,ends,error,passage
        d1,ann,0,10,name,the text of some length here
        d1,bob,5,12,name,the text of some length here
        d2,ann,,,,short one
        d2,bob,0,4,tone,short one
        """);
    String[] named = {"--kind", "spans", "--rater", "reader", "--start", "begins", "--end", "ends", "--label", "error", "--text", "passage"};
    assertThat(works(together("aggregate", marks, named)).out()).contains("3 marked in 2 items by 2 raters", "d2,0,4,tone,0.5000");
    assertThat(works(together("agree", marks, named)).out()).contains("unitised-alpha: 0.32").doesNotContain("No column tells how long");
    refused("name it with --start COLUMN", "agree", marks, "--kind", "spans", "--rater", "reader");
    refused("column \"begins\": it cannot be both the start and the end of a span", "aggregate", marks, "--kind", "spans", "--rater", "reader", "--start", "begins", "--end", "begins");
    refused("column \"nope\": there is no such column", together("agree", marks, "--kind", "spans", "--rater", "reader", "--start", "begins", "--end", "ends", "--label", "nope"));
    String lengths = file("lengths.csv", "document,worker,start,end,size\nd,ann,0,10,100\nd,bob,0,10,100\n");
    assertThat(works("agree", lengths, "--kind", "spans", "--text", "size").out()).contains("unitised-alpha: 1.000000").doesNotContain("No column tells");
  }

  private static String[] together(String command, String file, String... rest) {
    return Stream.concat(Stream.of(command, file), Arrays.stream(rest)).toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "spans | task,worker,start,end;t1,a,0, | line 2, column \"end\": it is empty and the span's other end is not; give both, or neither",
    "rankings | task,worker,ranking;t1,a,\"b,c\" | line 2, column \"ranking\": it names no order; write a ranking best first, as in a > b = c > d",
    "numbers | task,worker,score;t1,a,\"2,5\" | line 2, column \"score\": \"2,5\" is not a number; write decimals with a point, as in 2.5",
    "labels | task,worker,labels;t1,a,x | or say --kind multi-label if each judgment ticks several",
    "labels | task,worker,ranking;t1,a,x | or say --kind rankings if each judgment is an order",
    "labels | task,worker,start,end;t1,a,0,3 | or say --kind spans if each row is a marked stretch"
  })
  void anOddFileIsToldHowToBecomeARightOne(String kind, String rows, String sentence) throws IOException {
    refused(sentence, "aggregate", file("odd.csv", rows.replace(';', '\n') + "\n"), "--kind", kind);
  }

  @Test
  void oneColumnCannotBeTwoThings() throws IOException {
    String rows = file("rows.csv", "task,worker,label\nt1,ann,x\n");
    for (String command : new String[] {"aggregate", "agree", "plan"}) {
      refused("column \"task\": it would be both the item and the rater", command, rows, "--rater", "task");
    }
    refused("column \"worker\": it would be both the rater and the label", "aggregate", rows, "--kind", "text", "--label", "worker");
    refused("column \"nope\": there is no such column", "aggregate", file("orders.csv", "task,ranking\nq,a > b\n"), "--kind", "rankings", "--item", "nope");
  }

  @Test
  void orderAndNumbersBringTheirLevelOfMeasurement() throws IOException {
    String scores = file("scores.csv", "task,worker,label\nt1,a,1\nt1,b,2\nt2,a,5\nt2,b,4\nt3,a,3\nt3,b,3\n");
    assertThat(works("agree", scores, "--kind", "numbers").out()).contains("krippendorff-alpha (interval)");
    assertThat(works("agree", scores, "--kind", "ordinal").out()).contains("krippendorff-alpha (ordinal)");
    assertThat(works("agree", scores, "--kind", "ordinal", "--level", "nominal").out()).contains("krippendorff-alpha (nominal)");
    refused("--kind text has no coefficient of its own; touchstone aggregate --kind text tells how alike", "agree", scores, "--kind", "text");
  }

  @Test
  void theTextMostLikeTheOthersIsChosen() throws IOException {
    String texts = file("captions.csv", """
        task,worker,text
        t1,ann,a small dog runs over the lawn
        t1,bob,a small dog is running over the lawn
        t1,eve,no idea
        """);
    Terminal terminal = works("aggregate", texts, "--kind", "text", "--out", folder.resolve("best.csv").toString());
    assertThat(terminal.out()).contains("3 answers to 1 item;");
    assertThat(Files.readString(folder.resolve("best.csv"))).startsWith("task,text,worker,support,answers\nt1,a small dog").endsWith(",3\n");
  }

  @Test
  void spansNeedTheirShareOfAllWhoLooked() throws IOException {
    String spans = file("errors.csv", """
        task,worker,start,end,category
        t1,ann,0,10,name
        t1,bob,5,12,name
        t1,eve,,,
        """);
    assertThat(works("aggregate", spans, "--kind", "spans").out()).contains("2 marked in 1 item by 3 raters", "t1,5,10,name,0.6667");
    assertThat(works("aggregate", spans, "--kind", "spans", "--threshold", "0.9").out()).contains("1 items have none");
    refused("line 2, column \"end\": the span ends at 3, which is not behind its start 7", "aggregate",
        file("bad.csv", "task,worker,start,end\nt1,ann,7,3\n"), "--kind", "spans");
  }

  @Test
  void rankingsBecomeTheOrderThatContradictsLeast() throws IOException {
    String orders = file("orders.csv", "task,worker,ranking\nq,ann,a > b > c\nq,bob,a > c = b\nq,eve,c > a > b\n");
    assertThat(works("aggregate", orders, "--kind", "rankings").out()).contains("q,a > b > c,", ",true,3").contains("3 of 1 item");
    refused("line 2, column \"ranking\": \"a\" is ranked twice", "aggregate", file("twice.csv", "task,worker,ranking\nq,ann,a > b > a\n"),
        "--kind", "rankings");
  }

  @Test
  void orderedLabelsNeedTheirOrder() throws IOException {
    String grades = file("grades.csv", "task,worker,label\nt1,ann,poor\nt1,bob,fair\nt1,eve,fair\nt2,ann,good\nt2,bob,good\nt2,eve,good\n");
    assertThat(works("aggregate", grades, "--kind", "ordinal", "--order", "poor,fair,good").out()).contains("ordinal: 6 judgments", "t1,fair,", "t2,good,");
    refused("give the labels from lowest to highest with --order", "aggregate", grades, "--kind", "ordinal");
    refused("the label \"good\" is missing from --order poor,fair", "aggregate", grades, "--kind", "ordinal", "--order", "poor,fair");
    refused("there is no kind \"colours\"", "aggregate", grades, "--kind", "colours");
    refused("--kind text always chooses the answer that is most like the others", "aggregate", grades, "--kind", "text", "--method", "auto");
  }

  @Test
  void aRaterWhoseErrorsRoseIsShownWithThePlaceAndThePairThatCopies() throws IOException {
    var random = new Random(SEED);
    var rows = new StringBuilder("task,worker,label,submitted_at,seconds\n");
    for (int i = 0; i < 300; i++) {
      int truth = random.nextInt(3);
      int copied = random.nextInt(3);
      for (int r = 0; r < 8; r++) {
        boolean tired = r == 0 && i >= 150;
        int own = random.nextInt(10) < (tired ? 2 : 8) ? truth : random.nextInt(3);
        int said = r == 6 || r == 7 ? copied : own;
        String time = "2026-03-%02dT%02d:%02d:00Z".formatted(1 + i / 60, 8 + i % 60 / 6, r);
        rows.append("i%d,r%d,c%d,%s,%s%n".formatted(i, r, said, time, r == 5 ? "1" : 20 + random.nextInt(10)));
      }
    }
    String labels = file("labels.csv", rows.toString());
    Terminal terminal = works("drift", labels);
    assertThat(terminal.out()).as("seed %d", SEED).contains("in the order of their times", "errors surely rose", "r6 and r7: alike on", "1: hasty", "r5: 100 %");
    assertThat(terminal.out()).containsPattern("r0: from 0\\.[0-2]\\d to 0\\.[4-6]\\d at judgment 1[3-6]\\d of ");
    assertThat(works("drift", labels, "--json").out()).contains("\"worker\" : \"r0\"", "\"change_at\" :", "\"pairs\" : [").as("seed %d: each method says how it came to its figures", SEED)
        .contains("\"method\" : \"bernoulli-change-point\"", "\"method\" : \"cusum\"", "\"method\" : \"self-agreement\"", "\"method\" : \"speed\"", "\"method\" : \"collusion\"",
            "\"n\" : 2400", "\"fewestShared\" : \"20\"");
    refused("line 2, column \"time\": \"soon\" is neither a number nor a time", "drift",
        file("when.csv", "task,worker,label,time\nt1,ann,x,soon\n"));
  }

  @Test
  void twoCandidatesAreComparedOnTheItemsBothHave() throws IOException {
    var rows = new StringBuilder("item,model,passed,language\n");
    for (int i = 0; i < 100; i++) {
      rows.append("i%d,new,%s,%s%n".formatted(i, i % 10 < 8 ? "pass" : "fail", i % 2 == 0 ? "de" : "fr"));
      rows.append("i%d,old,%s,%s%n".formatted(i, i % 10 < 5 ? "pass" : "fail", i % 2 == 0 ? "de" : "fr"));
    }
    rows.append("alone,new,pass,de\n");
    String results = file("results.csv", rows.toString());
    Terminal terminal = works("compare", results, "--first", "new", "--second", "old", "--slice", "language");
    assertThat(terminal.out()).contains("new against old on 100 items, passed or failed; 1 item has a result of one only", "Difference +0.3000",
        "new scores higher, more surely than chance explains", "2 slices compared, 2 differ", "de,50,0.8000,0.6000,0.2000", "fr,50,0.8000,0.4000,0.4000");
    assertThat(works("compare", results, "--json").out()).contains("\"method\" : \"mcnemar\"", "\"coverage\" : \"0.95\"", "\"rows\" : [");
    assertThat(works("compare", results, "--slice", "language", "--json").out()).contains("\"correction\" : {", "\"method\" : \"benjamini-hochberg\"", "\"n\" : 2");
    refused("there is no candidate \"older\"; there are new, old", "compare", results, "--first", "new", "--second", "older");
  }

  @Test
  void scoresOfTwoFilesAreComparedByTheirMeans() throws IOException {
    var better = new StringBuilder("task,score\n");
    var worse = new StringBuilder("task,score\n");
    for (int i = 0; i < 40; i++) {
      better.append("i%d,%d%n".formatted(i, 3 + i % 3));
      worse.append("i%d,%d%n".formatted(i, 3 + i % 3 - (i % 4 == 0 ? 1 : 0)));
    }
    Terminal terminal = works("compare", file("better.csv", better.toString()), file("worse.csv", worse.toString()));
    assertThat(terminal.out()).contains("on 40 items", "Difference +0.2500", "they differ on 10 items", "experiments takes");
    refused("column \"score\": \"good\" is not a number", "compare", file("a.csv", "task,score\ni1,good\n"), file("b.csv", "task,score\ni1,2\n"));
  }

  @Test
  void setsOfLabelsHaveAnAgreementByPartsAndByLabel() throws IOException {
    String topics = file("topics.csv", "task,worker,labels\nt1,ann,war;peace\nt1,bob,war\nt2,ann,\nt2,bob,\nt3,ann,peace\nt3,bob,peace\n");
    Terminal terminal = works("agree", topics, "--kind", "multi-label", "--bootstrap", "20");
    assertThat(terminal.out()).startsWith("krippendorff-alpha (masi): 0.").contains("peace", "ticked in  50.0 %", "war").contains("at 95 %");
    assertThat(works("agree", topics, "--kind", "multi-label", "--json").out()).contains("\"metric\" : \"war\"").contains("\"shared_items\" : 3").contains("\"level\" : \"masi\"");
    refused("--metric, --level, --order and --breakdown are for labels", "agree", topics, "--kind", "multi-label", "--metric", "percent");
    refused("--kind text has no coefficient of its own", "agree", topics, "--kind", "text");
  }

  @Test
  void spansHaveAnAgreementThatKnowsHowLongTheTextsAre() throws IOException {
    String header = "task,worker,start,end,category";
    String rows = "\nt1,ann,0,4,bad%1$s\nt1,bob,0,4,bad%1$s\nt1,ann,10,14,bad%1$s\nt1,bob,12,14,bad%1$s\nt2,ann,,,%1$s\nt2,bob,,,%1$s\n";
    Terminal terminal = works("agree", file("spans.csv", header + rows.formatted("")), "--kind", "spans");
    assertThat(terminal.out()).contains("f1-exact: 0.500000", "f1-overlap: 1.000000", "f1-characters: 0.857143").contains("No column tells how long the texts are");
    Terminal longer = works("agree", file("long.csv", header + ",length" + rows.formatted(",100")), "--kind", "spans", "--json");
    assertThat(longer.out()).contains("unitised-alpha").contains("\"shared_items\" : 2").contains("\"method\" : \"span-f1\"", "\"match\" : \"overlap\"");
    assertThat(works("agree", file("named.csv", header.replace("start,end", "marked_start,marked_end") + rows.formatted("")), "--kind", "spans").out())
        .contains("f1-exact: 0.500000");
    assertThat(works("aggregate", file("alone.csv", header + "\nt1,ann,0,4,bad\n"), "--kind", "spans").out())
        .contains("1 items have one rater only, whose spans stand unchecked.");
  }

  @Test
  void rankingsAreRatedByPlackettAndLuce() throws IOException {
    String rankings = file("rankings.csv", "worker,ranking\nann,a > b > c\nbob,a > c > b\neve,b > a > c\nzoe,c > a\n");
    Terminal terminal = works("rank", rankings, "--method", "plackett-luce", "--scale", "log");
    assertThat(terminal.out().lines().map(line -> line.split(",")[0])).containsExactly("item", "a", "b", "c");
    assertThat(works("rank", rankings, "--method", "plackett-luce", "--json").out()).contains("\"rankings\" : 4").contains("\"method\" : \"plackett-luce\"");
    refused("line 2, column \"ranking\": b and c are tied, which Plackett-Luce does not model", "rank", file("tied.csv", "worker,ranking\nann,a > b = c\n"), "--method", "plackett-luce");
    refused("has a header but no rankings", "rank", file("none.csv", "worker,ranking\n"), "--method", "plackett-luce");
    refused("are for comparisons of two", "rank", rankings, "--method", "plackett-luce", "--raters", folder.resolve("r.csv").toString());
  }

  /** The longer answer wins three times of four, whoever wrote it: at equal length nobody is better. */
  @Test
  void lengthIsTakenOutOfRatingsWhereAskedFor() throws IOException {
    var random = new Random(SEED);
    var text = new StringBuilder("worker,left,right,label,longer\n");
    for (int n = 0; n < 3000; n++) {
      boolean left = random.nextBoolean();
      double more = (left ? 1 : -1) * (random.nextDouble() < 0.9 ? 1 : -1);
      boolean leftWins = random.nextDouble() < (more > 0 ? 0.75 : 0.25);
      text.append("r" + n % 20 + "," + (left ? "long,short" : "short,long") + "," + (leftWins ? "left" : "right") + "," + more + "\n");
    }
    String battles = file("battles.csv", text.toString());
    Terminal terminal = Terminal.run("rank", battles, "--control", "longer,position", "--scale", "log");
    assertThat(terminal.code()).as(terminal.err()).isZero();
    assertThat(terminal.err()).as("seed %d", SEED).contains("Worth in log odds, errors over raters:").containsPattern("longer: (0\\.9|1\\.[0-3])").contains("position: ");
    double gap = Math.abs(Double.parseDouble(terminal.out().lines().skip(1).findFirst().orElseThrow().split(",")[1]));
    double plain = Math.abs(Double.parseDouble(works("rank", battles, "--scale", "log").out().lines().skip(1).findFirst().orElseThrow().split(",")[1]));
    assertThat(gap).as("seed %d", SEED).isLessThan(plain / 2);
    assertThat(Terminal.run("rank", battles, "--control", "longer", "--json").out()).contains("\"effects\"").contains("\"column\" : \"longer\"");
    refused("column \"size\": there is no such column", "rank", battles, "--control", "size");
    refused("--control goes with the method bradley-terry", "rank", battles, "--control", "longer", "--method", "elo");
  }
}
