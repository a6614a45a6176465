package org.touchstone.statistics.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.SharedData;

class DriftTest {
  @ParameterizedTest
  @CsvSource({"0.1, 0.3, 500", "0.05, 0.2, 1000", "0.2, 0.4, 200"})
  void cusumAlarmsFalselyAsRarelyAsItPromises(double good, double bad, double every) {
    var cusum = Cusum.withFalseAlarmEvery(every, good, bad);
    assertThat(meanRun(cusum, good, 3)).isBetween(0.93 * every, 1.3 * every);
    double delay = meanRun(cusum, bad, 4);
    assertThat(delay).isLessThan(every / 5);
    assertThat(cusum.judgmentsToAlarm(bad)).isEqualTo(delay, within(0.05 * delay));
  }

  @Test
  void cusumNamesWhenTheTroubleBegan() {
    boolean[] wrong = new boolean[160];
    for (int t = 100; t < 160; t += 2) wrong[t] = true;
    var alarm = Cusum.withFalseAlarmEvery(2000, 0.05, 0.3).firstAlarm(wrong).orElseThrow();
    assertThat(alarm.since()).isEqualTo(100);
    assertThat(alarm.at()).isBetween(102, 115);
    assertThat(Cusum.withFalseAlarmEvery(2000, 0.05, 0.3).firstAlarm(new boolean[500])).isEmpty();
  }

  @Test
  void pageAndHinkleySeeARiseAndSeldomAnythingElse() {
    var random = new Random(14);
    int falseAlarms = 0;
    int seen = 0;
    for (int trial = 0; trial < 400; trial++) {
      double[] steady = random.doubles(400, 0, 1).map(u -> random.nextGaussian()).toArray();
      double[] risen = steady.clone();
      for (int t = 200; t < 400; t++) risen[t] += 2;
      if (PageHinkley.standard().firstAlarm(steady).isPresent()) falseAlarms++;
      if (PageHinkley.standard().firstAlarm(risen).filter(a -> a.at() >= 200 && a.at() < 230).isPresent()) seen++;
    }
    assertThat(falseAlarms).as("seed 14").isLessThan(8);
    assertThat(seen).as("seed 14").isGreaterThan(380);
  }

  @Test
  void theChangePointIsFoundAndNotInvented() {
    var random = new Random(15);
    int invented = 0;
    int found = 0;
    for (int trial = 0; trial < 400; trial++) {
      boolean[] steady = new boolean[200];
      boolean[] changed = new boolean[200];
      for (int t = 0; t < 200; t++) {
        steady[t] = random.nextDouble() < 0.1;
        changed[t] = random.nextDouble() < (t < 120 ? 0.08 : 0.4);
      }
      if (ChangePoint.standard().of(steady).probability() > 0.5) invented++;
      var posterior = ChangePoint.standard().of(changed);
      if (posterior.probability() > 0.5 && Math.abs(posterior.place() - 120) < 20) found++;
    }
    assertThat(invented).as("seed 15").isLessThan(12);
    assertThat(found).as("seed 15").isGreaterThan(340);
  }

  @Test
  void shortAndEmptySequencesAreNoError() {
    for (int n = 0; n < 12; n++) {
      var posterior = ChangePoint.standard().of(new boolean[n]);
      assertThat(posterior.probability()).isBetween(0.0, 0.11);
      if (n < 10) assertThat(posterior.after()).isInstanceOf(Estimate.Undefined.class);
    }
    assertThat(PageHinkley.standard().firstAlarm(new double[0])).isEmpty();
    assertThat(Speed.standard().perRater(new int[0], new int[0], new double[0]).paces()).isEmpty();
    assertThat(NearDuplicates.standard().find(List.of()).pairs()).isEmpty();
    assertThat(SelfAgreement.of(LabelTable.builder().build()).overall()).isInstanceOf(Estimate.Undefined.class);
  }

  /** ConvAbuse: 345 items were judged again by the same expert, 92.17 % of them alike. */
  @Test
  void theExpertsOfConvAbuseAgreeWithThemselves() {
    var rows = SharedData.table("convabuse/ConvAbuseEMNLPfull.csv.gz", ',');
    var header = rows.getFirst();
    int[] severity = Stream.of("is_abuse.1", "is_abuse.0", "is_abuse.-1", "is_abuse.-2", "is_abuse.-3")
        .mapToInt(header::indexOf).toArray();
    var table = LabelTable.builder();
    for (var row : rows.subList(1, rows.size())) {
      var item = new ArrayList<String>();
      for (String column : new String[] {"conv_id", "prev_agent", "prev_user", "agent", "user"}) {
        item.add(row.get(header.indexOf(column)));
      }
      for (int s = 0; s < severity.length; s++) {
        if (row.get(severity[s]).equals("1")) table.add(String.join("\u0001", item),
            row.get(header.indexOf("annotator_id")), "" + s);
      }
    }
    var overall = SelfAgreement.of(table.build()).overall().known().orElseThrow();
    assertThat(overall.n()).isEqualTo(345);
    assertThat(overall.value()).isEqualTo(0.9217, within(5e-5));
  }

  @Test
  void aHurriedRaterStandsOutWhateverTheItemsTake() {
    var random = new Random(16);
    int[] item = new int[500];
    int[] rater = new int[500];
    double[] seconds = new double[500];
    for (int j = 0; j < 500; j++) {
      item[j] = j / 5;
      rater[j] = j % 5;
      double usual = 20 + 200 * ((item[j] * 37) % 100) / 100.0;
      seconds[j] = usual * Math.exp(0.4 * random.nextGaussian()) * (rater[j] == 2 ? 0.1 : 1);
    }
    var paces = Speed.standard().perRater(item, rater, seconds).paces();
    assertThat(paces.get(2).ratio().known().orElseThrow().value()).isLessThan(0.2);
    assertThat(paces.get(2).hasty().known().orElseThrow().interval().orElseThrow().isAbove(0.8)).isTrue();
    assertThat(paces.get(0).ratio().known().orElseThrow().value()).isBetween(0.9, 1.4);
    assertThat(paces.get(0).hasty().known().orElseThrow().value()).isLessThan(0.05);
  }

  @Test
  void copiedRationalesAreFoundAmongThousands() {
    var random = new Random(17);
    List<String> texts = new ArrayList<>();
    for (int t = 0; t < 3000; t++) texts.add(sentence(random, 30));
    String copied = texts.get(100);
    texts.set(2500, copied + " indeed.");
    texts.set(700, copied.toUpperCase());
    texts.set(5, "good");
    texts.set(6, "good");
    var pairs = NearDuplicates.standard().find(texts).pairs();
    assertThat(pairs).extracting(NearDuplicates.Pair::first).containsExactly(100, 100, 700);
    assertThat(pairs).extracting(NearDuplicates.Pair::second).containsExactly(700, 2500, 2500);
    assertThat(pairs.getFirst().likeness()).isEqualTo(1);
  }

  @Test
  void aSearchThatIsStoppedAccusesNobody() {
    var table = LabelTable.builder(List.of("a", "b"));
    for (int i = 0; i < 60; i++) for (int r = 0; r < 4; r++) table.add("" + i, "" + r, r < 2 && i % 3 == 0 ? "b" : i % 7 == r ? "b" : "a");
    var built = table.build();
    int[] answer = new int[60];
    assertThat(Collusion.standard().find(built, answer).pairs()).isNotEmpty();
    assertThat(Collusion.standard().find(built, answer, (done, total) -> done < 30).pairs()).isEmpty();
    var texts = List.of("one two three four five six seven eight nine", "one two three four five six seven eight nine");
    var stopped = NearDuplicates.standard().find(texts, (done, total) -> false);
    assertThat(stopped.pairs()).isEmpty();
    assertThat(stopped.provenance().n()).isEqualTo(1);
    assertThat(NearDuplicates.standard().find(texts).pairs()).hasSize(1);
  }

  @Test
  void copyistsAreFoundAndPoorRatersAreNot() {
    for (long seed = 30; seed < 35; seed++) {
      var random = new Random(seed);
      int items = 200;
      int[] answer = random.ints(items, 0, 3).toArray();
      var table = LabelTable.builder(List.of("a", "b", "c"));
      for (int i = 0; i < items; i++) {
        int copied = said(random, answer[i], 0.6);
        for (int r = 0; r < 10; r++) {
          boolean copies = r >= 8 && random.nextDouble() < 0.9;
          table.add("" + i, "" + r, "abc".substring(copies ? copied : said(random, answer[i], r < 3 ? 0.5 : 0.8))
              .substring(0, 1));
        }
      }
      var found = Collusion.standard().find(table.build(), answer).pairs();
      assertThat(found).as("seed %d", seed).hasSize(1);
      assertThat(found.getFirst().first()).isEqualTo(8);
      assertThat(found.getFirst().second()).isEqualTo(9);
    }
  }

  private static int said(Random random, int answer, double accuracy) {
    return random.nextDouble() < accuracy ? answer : (answer + 1 + random.nextInt(2)) % 3;
  }

  private static String sentence(Random random, int words) {
    var text = new StringBuilder();
    for (int w = 0; w < words; w++) text.append("word").append(random.nextInt(500)).append(w % 9 == 8 ? ", " : " ");
    return text.toString();
  }

  /** The mean time to an alarm, begun anew after each, over up to 5000 alarms. */
  private static double meanRun(Cusum cusum, double errorRate, long seed) {
    var random = new Random(seed);
    boolean[] wrong = new boolean[1_500_000];
    for (int t = 0; t < wrong.length; t++) wrong[t] = random.nextDouble() < errorRate;
    int from = 0;
    int alarms = 0;
    int longest = (int) (25 * cusum.judgmentsToAlarm(errorRate));
    while (from + longest < wrong.length && alarms < 5000) {
      from += cusum.firstAlarm(Arrays.copyOfRange(wrong, from, from + longest)).orElseThrow().at() + 1;
      alarms++;
    }
    return (double) from / alarms;
  }
}
