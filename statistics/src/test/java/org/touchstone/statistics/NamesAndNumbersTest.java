package org.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.touchstone.statistics.agreement.SpanF1;
import org.touchstone.statistics.agreement.Spans;
import org.touchstone.statistics.agreement.UnitisedAlpha;
import org.touchstone.statistics.consensus.MultiLabel;
import org.touchstone.statistics.consensus.NumericConsensus;
import org.touchstone.statistics.consensus.RankingConsensus;
import org.touchstone.statistics.consensus.SpanConsensus;
import org.touchstone.statistics.consensus.TextConsensus;
import org.touchstone.statistics.drift.Collusion;
import org.touchstone.statistics.preference.BradleyTerry;
import org.touchstone.statistics.preference.Comparisons;
import org.touchstone.statistics.preference.ControlledBradleyTerry;
import org.touchstone.statistics.preference.NoisyBradleyTerry;
import org.touchstone.statistics.preference.Outcome;
import org.touchstone.statistics.preference.PlackettLuce;
import org.touchstone.statistics.preference.PositionBias;
import org.touchstone.statistics.preference.Rankings;
import org.touchstone.statistics.preference.Strengths;

/**
 * What raters, items and contestants are called, and in which order rows come, changes nothing. (Labels, coefficients and plain
 * Bradley–Terry have laws of their own beside them.)
 */
class NamesAndNumbersTest {
  private static final long SEED = Long.getLong("seed", 20261129);

  private record Row(int item, int rater, int left, int right, Outcome outcome, double number) {}

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> otherNames = new HashMap<>();

  private void draw(RepetitionInfo round) {
    var random = new Random(SEED + round.getCurrentRepetition());
    for (int i = 0; i < 40; i++) {
      for (int r = 0; r < 4; r++) {
        int left = random.nextInt(4);
        int right = (left + 1 + random.nextInt(3)) % 4;
        int luck = random.nextInt(10);
        Outcome outcome = luck == 0 ? Outcome.TIE : luck < 5 + left - right ? Outcome.LEFT : Outcome.RIGHT;
        rows.add(new Row(i, r, left, right, outcome, i % 7 + r * 0.3 + random.nextGaussian() * (1 + r)));
      }
    }
    var numbers = new ArrayList<Integer>();
    for (int x = 0; x < 100; x++) numbers.add(x);
    Collections.shuffle(numbers, random);
    for (String kind : List.of("i", "r", "c")) for (int x = 0; x < 50; x++) otherNames.put(kind + x, kind + "'" + numbers.get(x));
  }

  /** The rows as they are and under other names in another order; what comes out must be the same under the first names. */
  private <T> List<T> bothWays(Function<Function<String, String>, T> estimate, RepetitionInfo round) {
    T plain = estimate.apply(name -> name);
    Collections.shuffle(rows, new Random(SEED - round.getCurrentRepetition()));
    return List.of(plain, estimate.apply(otherNames::get));
  }

  private static void same(Map<String, Double> one, Map<String, Double> other, double within) {
    assertThat(other.keySet()).isEqualTo(one.keySet());
    one.forEach((name, value) -> assertThat(other.get(name)).as(name).isCloseTo(value, within(within)));
  }

  private static double value(Estimate estimate) {
    return estimate.known().orElseThrow().value();
  }

  private static Map<String, Double> ofAll(int n, String kind, Function<String, String> named, Function<String, Double> value) {
    var all = new TreeMap<String, Double>();
    for (int x = 0; x < n; x++) all.put(kind + x, value.apply(named.apply(kind + x)));
    return all;
  }

  @RepeatedTest(5)
  void ofNumbers(RepetitionInfo round) {
    draw(round);
    var both = bothWays(named -> {
      var table = ScoreTable.builder();
      for (Row row : rows) table.add(named.apply("i" + row.item), named.apply("r" + row.rater), row.number);
      ScoreTable built = table.build();
      var result = new NumericConsensus().estimate(built, Progress.SILENT);
      return ofAll(40, "i", named, name -> value(result.value(built.itemNames().find(name))));
    }, round);
    same(both.getFirst(), both.getLast(), 1e-6);
  }

  @RepeatedTest(5)
  void ofComparisons(RepetitionInfo round) {
    draw(round);
    var both = bothWays(named -> {
      var builder = Comparisons.builder();
      var lengths = new ArrayList<double[]>();
      for (Row row : rows) {
        builder.add(named.apply("r" + row.rater), named.apply("c" + row.left), named.apply("c" + row.right), row.outcome);
        lengths.add(new double[] {row.number / 10});
      }
      Comparisons comparisons = builder.build();
      var found = new TreeMap<String, Double>();
      Strengths strengths = BradleyTerry.standard().strengths(comparisons);
      var noisy = NoisyBradleyTerry.standard().fit(comparisons, Progress.SILENT);
      var controlled = new ControlledBradleyTerry(List.of("length"), true, 0.95).fit(comparisons, lengths.toArray(double[][]::new));
      PositionBias bias = PositionBias.of(comparisons, strengths);
      for (int c = 0; c < 4; c++) {
        int at = comparisons.contestantNames().find(named.apply("c" + c));
        found.put("strength " + c, strengths.log(at));
        found.put("noisy " + c, noisy.strengths().log(at));
        found.put("controlled " + c, controlled.strengths().log(at));
      }
      found.put("effect", value(controlled.effects().getFirst()));
      found.put("effect's end", controlled.effects().getFirst().known().orElseThrow().interval().orElseThrow().low());
      for (int r = 0; r < 4; r++) {
        int at = comparisons.raterNames().find(named.apply("r" + r));
        found.put("reliability " + r, value(noisy.reliability().get(at)));
        found.put("lean " + r, value(bias.ofRater(at).lean()));
      }
      return found;
    }, round);
    same(both.getFirst(), both.getLast(), 1e-5);
  }

  @RepeatedTest(5)
  void ofRankings(RepetitionInfo round) {
    draw(round);
    var both = bothWays(named -> {
      var rankings = Rankings.builder();
      var ordered = new ArrayList<List<Set<String>>>();
      for (Row row : rows) {
        var order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        Collections.shuffle(order, new Random(row.item * 7L + row.rater));
        if (row.rater < 2) Collections.sort(order);
        List<String> names = order.stream().map(c -> named.apply("c" + c)).toList();
        rankings.add(names);
        ordered.add(names.stream().map(Set::of).toList());
      }
      Rankings built = rankings.build();
      Strengths strengths = PlackettLuce.standard().strengths(built);
      var found = ofAll(5, "c", named, name -> strengths.log(built.contestantNames().find(name)));
      var consensus = new RankingConsensus().estimate(ordered);
      found.put("kept", value(consensus.agreement()));
      for (int c = 0; c < 5; c++) found.put("place " + c, (double) consensus.order().indexOf(named.apply("c" + c)));
      return found;
    }, round);
    same(both.getFirst(), both.getLast(), 1e-8);
  }

  @RepeatedTest(5)
  void ofTicksTextsAndMarks(RepetitionInfo round) {
    draw(round);
    var both = bothWays(named -> {
      var ticks = new ArrayList<MultiLabel.Ticks>();
      var answers = new ArrayList<TextConsensus.Answer>();
      var marks = new ArrayList<SpanConsensus.Span>();
      var spans = Spans.builder();
      for (int i = 0; i < 40; i++) spans.document(named.apply("i" + i), 60);
      for (Row row : rows) {
        String item = named.apply("i" + row.item);
        String rater = named.apply("r" + row.rater);
        ticks.add(new MultiLabel.Ticks(item, rater, row.outcome == Outcome.LEFT ? Set.of("a", "b") : row.outcome == Outcome.RIGHT ? Set.of("b") : Set.of()));
        answers.add(new TextConsensus.Answer(item, rater, "number " + (int) row.number + " of item " + row.item + " by " + row.rater));
        int from = Math.max(0, Math.min(40, (int) row.number + 10));
        if (row.item == 0) marks.add(new SpanConsensus.Span(rater, from, from + 9, "x"));
        spans.mark(item, rater, from, from + 9, row.left < 2 ? "x" : "y");
      }
      var found = new TreeMap<String, Double>();
      var sets = new MultiLabel().estimate(ticks, Progress.SILENT);
      var chosen = new TextConsensus().estimate(answers).choices();
      for (int i = 0; i < 40; i++) {
        for (String label : List.of("a", "b")) found.put("ticked " + label + i, sets.probabilities().get(named.apply("i" + i)).get(label));
        found.put("support " + i, value(chosen.get(named.apply("i" + i)).support()));
      }
      var agreed = new SpanConsensus().estimate(marks.stream().map(SpanConsensus.Span::rater).collect(Collectors.toCollection(TreeSet::new)), marks).spans();
      for (int s = 0; s < agreed.size(); s++) found.put("span " + s + " from " + agreed.get(s).from(), agreed.get(s).support());
      Spans built = spans.build();
      for (var match : SpanF1.Match.values()) found.put("f1 " + match, value(new SpanF1(match).measure(built).value()));
      found.put("unitised", value(new UnitisedAlpha().measure(built).value()));
      return found;
    }, round);
    same(both.getFirst(), both.getLast(), 1e-6);
  }

  @RepeatedTest(5)
  void ofColluders(RepetitionInfo round) {
    draw(round);
    var both = bothWays(named -> {
      var table = LabelTable.builder(List.of("no", "yes"));
      var answers = new HashMap<String, Integer>();
      for (Row row : rows) {
        String item = named.apply("i" + row.item);
        boolean fooled = new Random(row.item * 31L + (row.rater < 2 ? 0 : row.rater)).nextInt(3) == 0;
        table.add(item, named.apply("r" + row.rater), fooled == (row.item % 2 == 0) ? "no" : "yes");
        answers.put(item, row.item % 2);
      }
      LabelTable built = table.build();
      int[] answer = new int[built.items()];
      for (int i = 0; i < answer.length; i++) answer[i] = answers.get(built.itemNames().name(i));
      var found = new TreeMap<String, Double>();
      var plain = new HashMap<String, String>();
      for (int r = 0; r < 4; r++) plain.put(named.apply("r" + r), "r" + r);
      for (var pair : new Collusion(20, 0.99).find(built, answer).pairs()) {
        var names = new TreeSet<>(Set.of(plain.get(built.raterNames().name(pair.first())), plain.get(built.raterNames().name(pair.second()))));
        found.put(names.toString(), pair.pValue());
      }
      assertThat(found).containsKey("[r0, r1]");
      return found;
    }, round);
    same(both.getFirst(), both.getLast(), 1e-12);
  }
}
