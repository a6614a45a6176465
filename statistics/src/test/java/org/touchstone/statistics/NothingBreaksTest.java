package org.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.touchstone.statistics.agreement.Coefficient;
import org.touchstone.statistics.agreement.CohenKappa;
import org.touchstone.statistics.agreement.Distance;
import org.touchstone.statistics.agreement.FleissKappa;
import org.touchstone.statistics.agreement.GwetAC;
import org.touchstone.statistics.agreement.IntraclassCorrelation;
import org.touchstone.statistics.agreement.Judgments;
import org.touchstone.statistics.agreement.KrippendorffAlpha;
import org.touchstone.statistics.agreement.PercentAgreement;
import org.touchstone.statistics.agreement.ScottPi;
import org.touchstone.statistics.agreement.SpanF1;
import org.touchstone.statistics.agreement.Spans;
import org.touchstone.statistics.agreement.UnitisedAlpha;
import org.touchstone.statistics.agreement.Weighting;
import org.touchstone.statistics.allocation.Forecast;
import org.touchstone.statistics.allocation.Replay;
import org.touchstone.statistics.allocation.StoppingRule;
import org.touchstone.statistics.comparison.Correction;
import org.touchstone.statistics.comparison.McNemar;
import org.touchstone.statistics.comparison.PairedScores;
import org.touchstone.statistics.comparison.RateDifference;
import org.touchstone.statistics.comparison.Slices;
import org.touchstone.statistics.consensus.Gold;
import org.touchstone.statistics.consensus.Ibcc;
import org.touchstone.statistics.consensus.MultiLabel;
import org.touchstone.statistics.consensus.NumericConsensus;
import org.touchstone.statistics.consensus.RankingConsensus;
import org.touchstone.statistics.consensus.SpanConsensus;
import org.touchstone.statistics.consensus.TextConsensus;
import org.touchstone.statistics.drift.ChangePoint;
import org.touchstone.statistics.drift.Collusion;
import org.touchstone.statistics.drift.Cusum;
import org.touchstone.statistics.drift.NearDuplicates;
import org.touchstone.statistics.drift.PageHinkley;
import org.touchstone.statistics.drift.SelfAgreement;
import org.touchstone.statistics.drift.Speed;
import org.touchstone.statistics.preference.BradleyTerry;
import org.touchstone.statistics.preference.Comparisons;
import org.touchstone.statistics.preference.Elo;
import org.touchstone.statistics.preference.NoisyBradleyTerry;
import org.touchstone.statistics.preference.Outcome;
import org.touchstone.statistics.preference.PageRank;
import org.touchstone.statistics.preference.PlackettLuce;
import org.touchstone.statistics.preference.PositionBias;
import org.touchstone.statistics.preference.Rankings;
import org.touchstone.statistics.preference.RatingMethod;
import org.touchstone.statistics.preference.Ratings;
import org.touchstone.statistics.preference.Scale;
import org.touchstone.statistics.preference.Ties;
import org.touchstone.statistics.preference.WinCount;
import org.touchstone.statistics.preference.WinRate;

/**
 * Data that a person can have never break an estimator: empty, one item, one rater, one value, all ties, always the same,
 * everybody wins. What comes back is finite or says why there is nothing. (Labels: see the laws of consensus.)
 */
class NothingBreaksTest {
  private static final long SEED = Long.getLong("seed", 20261123);

  private static void sound(Estimate estimate, String where) {
    if (estimate instanceof Estimate.Undefined(String because)) {
      assertThat(because).as(where).isNotBlank();
      return;
    }
    var known = estimate.known().orElseThrow();
    assertThat(known.value()).as(where).isFinite();
    known.interval().ifPresent(i -> {
      assertThat(i.low()).as(where).isNotNaN();
      assertThat(i.high()).as(where).isNotNaN();
    });
  }

  private static Bootstrap bootstrap(long seed) {
    return new Bootstrap(20, 0.9, new SplittableRandom(seed), Progress.SILENT);
  }

  /** Few of everything, often none, often one value only. */
  private static int few(Random random) {
    return random.nextInt(3) == 0 ? random.nextInt(2) : 1 + random.nextInt(6);
  }

  @RepeatedTest(150)
  void agreement(RepetitionInfo round) {
    long seed = SEED + round.getCurrentRepetition();
    var random = new Random(seed);
    int items = Math.max(1, few(random));
    int raters = Math.max(1, few(random));
    int values = Math.max(1, few(random));
    int n = few(random) * few(random);
    double scale = random.nextInt(4) == 0 ? 1e9 : random.nextInt(4) == 0 ? -1e-9 : 1;
    var judgments = Judgments.of(random.ints(n, 0, items).toArray(), random.ints(n, 0, raters).toArray(),
        random.ints(n, 0, values).mapToDouble(v -> v * scale).toArray());
    List<Coefficient> all = new ArrayList<>(List.of(new PercentAgreement(), CohenKappa.unweighted(), new ScottPi(), FleissKappa.unweighted(), GwetAC.ac1()));
    for (Weighting weighting : Weighting.values()) {
      all.add(new CohenKappa(weighting));
      all.add(GwetAC.ac2(weighting));
    }
    for (Distance.Level level : Distance.Level.values()) all.add(new KrippendorffAlpha(level));
    for (var design : IntraclassCorrelation.Design.values()) for (boolean averaged : new boolean[] {false, true}) all.add(new IntraclassCorrelation(design, averaged));
    for (Coefficient coefficient : all) {
      sound(coefficient.measure(judgments).value(), coefficient + ", seed " + seed);
      sound(coefficient.measure(judgments, bootstrap(seed)).value(), coefficient + " drawn, seed " + seed);
    }
    sound(KrippendorffAlpha.nominal().breakdown(judgments).alpha().value(), "breakdown, seed " + seed);
  }

  @RepeatedTest(60)
  void spans(RepetitionInfo round) {
    long seed = SEED + round.getCurrentRepetition();
    var random = new Random(seed);
    var spans = Spans.builder();
    var marked = new ArrayList<SpanConsensus.Span>();
    var readers = new HashSet<String>();
    for (int d = 0; d < few(random); d++) {
      spans.document("d" + d, 20);
      for (int r = 0; r < few(random); r++) {
        spans.read("d" + d, "r" + r);
        readers.add("r" + r);
        if (random.nextBoolean()) continue;
        int from = random.nextInt(19);
        int to = from + 1 + random.nextInt(20 - from);
        spans.mark("d" + d, "r" + r, from, to, "c" + random.nextInt(2));
        marked.add(new SpanConsensus.Span("r" + r, from, to, "c"));
      }
    }
    Spans built = spans.build();
    for (SpanF1.Match match : SpanF1.Match.values()) {
      sound(new SpanF1(match).measure(built).value(), match + ", seed " + seed);
      sound(new SpanF1(match).measure(built, bootstrap(seed)).value(), match + " drawn, seed " + seed);
    }
    sound(new UnitisedAlpha().measure(built).value(), "unitised alpha, seed " + seed);
    for (var agreed : new SpanConsensus().estimate(readers, marked).spans()) assertThat(agreed.support()).as("seed %d", seed).isBetween(0.0, 1 + 1e-9);
  }

  @RepeatedTest(150)
  void preference(RepetitionInfo round) {
    long seed = SEED + round.getCurrentRepetition();
    var random = new Random(seed);
    int contestants = 2 + random.nextInt(4);
    int habit = random.nextInt(4);
    var builder = Comparisons.builder().contestants(random.nextBoolean() ? List.of("never met") : List.of());
    var rankings = Rankings.builder();
    for (int j = few(random) * few(random); j > 0; j--) {
      int left = random.nextInt(contestants);
      int right = (left + 1 + random.nextInt(contestants - 1)) % contestants;
      Outcome outcome = habit == 3 ? Outcome.values()[random.nextInt(3)] : Outcome.values()[habit];
      builder.add("r" + random.nextInt(3), "c" + left, "c" + right, outcome);
      rankings.add(List.of("c" + left, "c" + right));
    }
    Comparisons comparisons = builder.build();
    List<RatingMethod> methods = new ArrayList<>(List.of(Elo.standard(), new WinRate(), new WinCount(), new PageRank()));
    for (Ties ties : Ties.values()) for (Scale scale : Scale.values()) methods.add(BradleyTerry.standard().with(ties).on(scale));
    for (RatingMethod method : methods) {
      sound(method.rate(comparisons), method + ", seed " + seed);
      sound(method.rate(comparisons, bootstrap(seed)), method + " drawn, seed " + seed);
    }
    var noisy = NoisyBradleyTerry.standard().fit(comparisons, bootstrap(seed));
    sound(noisy.strengths().on(Scale.ELO), "noisy, seed " + seed);
    noisy.reliability().forEach(r -> sound(r, "reliability, seed " + seed));
    sound(PlackettLuce.standard().strengths(rankings.build()).on(Scale.LOG), "plackett-luce, seed " + seed);
    for (var lean : PositionBias.of(comparisons, BradleyTerry.standard().strengths(comparisons)).perRater()) {
      sound(lean.left(), "lean, seed " + seed);
      assertThat(lean.pValue()).isBetween(0.0, 1.0);
      sound(lean.expected(), "expected, seed " + seed);
      sound(lean.lean(), "lean, seed " + seed);
    }
  }

  @RepeatedTest(100)
  void allocation(RepetitionInfo round) {
    long seed = SEED + round.getCurrentRepetition();
    var random = new Random(seed);
    var table = LabelTable.builder(random.nextBoolean() ? List.of("l0", "l1") : List.of());
    int labels = 1 + random.nextInt(3);
    for (int j = few(random) * few(random); j > 0; j--) table.add("i" + random.nextInt(3), "r" + random.nextInt(2), "l" + random.nextInt(labels));
    LabelTable built = table.build();
    var rule = new StoppingRule(random.nextInt(2) * 0.05, 1, 5);
    var pilot = new Ibcc().estimate(built);
    var forecast = new Forecast(pilot, seed);
    for (var outlook : List.of(forecast.adaptive(rule), forecast.fixed(2))) {
      sound(outlook.perItem(), "per item, seed " + seed);
      sound(outlook.accuracy(), "forecast, seed " + seed);
      sound(outlook.costPerItem(), "cost, seed " + seed);
    }
    for (int r = 0; r < built.raters(); r++) assertThat(forecast.information(r)).as("seed %d", seed).isFinite();
    for (Gold gold : List.of(Gold.none(), Gold.of(new int[built.items()]))) {
      var outcome = new Replay(built, gold).adaptive(rule, 2, seed, Progress.SILENT);
      sound(outcome.accuracy(), "replay, seed " + seed);
      sound(outcome.expected(), "promised, seed " + seed);
      assertThat(outcome.perItem()).as("seed %d", seed).isFinite();
    }
  }

  private static void sound(Ratings ratings, String where) {
    ratings.values().forEach(value -> sound(value, where));
    assertThat(ratings.inOrder()).as(where).hasSize(ratings.values().size());
  }

  @RepeatedTest(100)
  void otherKindsOfConsensus(RepetitionInfo round) {
    long seed = SEED + round.getCurrentRepetition();
    var random = new Random(seed);
    var scores = ScoreTable.builder();
    var ticks = new ArrayList<MultiLabel.Ticks>();
    var texts = new ArrayList<TextConsensus.Answer>();
    var rankings = new ArrayList<List<Set<String>>>();
    double size = random.nextInt(3) == 0 ? 1e12 : 1;
    for (int j = few(random) * few(random); j > 0; j--) {
      String item = "i" + random.nextInt(3);
      String rater = "r" + random.nextInt(3);
      scores.add(item, rater, size * random.nextInt(2));
      ticks.add(new MultiLabel.Ticks(item, rater, random.nextBoolean() ? Set.of() : Set.of("a", "b" + random.nextInt(2))));
      texts.add(new TextConsensus.Answer(item, rater, random.nextBoolean() ? "" : "x".repeat(random.nextInt(4))));
      rankings.add(List.of(Set.of("p"), random.nextBoolean() ? Set.of("q") : Set.of("q", "s")));
    }
    for (var numeric : List.of(new NumericConsensus(), NumericConsensus.mean())) {
      var result = numeric.estimate(scores.build(), Progress.SILENT);
      for (Estimate value : result.values()) sound(value, numeric + ", seed " + seed);
      for (Estimate bias : result.bias()) sound(bias, numeric + " bias, seed " + seed);
      for (Estimate spread : result.spread()) sound(spread, numeric + " spread, seed " + seed);
    }
    new MultiLabel().estimate(ticks, Progress.SILENT).probabilities().values()
        .forEach(of -> of.values().forEach(p -> assertThat(p).as("seed %d", seed).isBetween(0.0, 1 + 1e-9)));
    new TextConsensus().estimate(texts).choices().values().forEach(choice -> sound(choice.support(), "support, seed " + seed));
    sound(new RankingConsensus().estimate(rankings).agreement(), "agreement, seed " + seed);
  }

  @RepeatedTest(100)
  void driftAndComparison(RepetitionInfo round) {
    long seed = SEED + round.getCurrentRepetition();
    var random = new Random(seed);
    int n = few(random) * few(random);
    var one = new boolean[n];
    var two = new boolean[n];
    int habit = random.nextInt(3);
    for (int t = 0; t < n; t++) {
      one[t] = habit == 0 || habit == 1 && random.nextBoolean();
      two[t] = random.nextBoolean();
    }
    var change = ChangePoint.standard().of(one);
    assertThat(change.probability()).as("seed %d", seed).isBetween(0.0, 1.0);
    sound(change.before(), "before, seed " + seed);
    sound(change.after(), "after, seed " + seed);
    new Cusum(0.1, 0.3, 3).firstAlarm(one).ifPresent(alarm -> assertThat(alarm.since()).isLessThanOrEqualTo(alarm.at()));
    double[] numbers = random.doubles(n).map(d -> habit == 0 ? 0 : d * 100).toArray();
    PageHinkley.standard().firstAlarm(numbers).ifPresent(alarm -> assertThat(alarm.level()).isFinite());
    for (var pace : Speed.standard().perRater(random.ints(n, 0, 3).toArray(), random.ints(n, 0, 3).toArray(), numbers).paces()) {
      sound(pace.ratio(), "pace, seed " + seed);
      sound(pace.hasty(), "hasty, seed " + seed);
    }
    var table = LabelTable.builder();
    for (int j = 0; j < n; j++) table.add("i" + random.nextInt(3), "r" + random.nextInt(2), "l" + random.nextInt(2));
    LabelTable built = table.build();
    var self = SelfAgreement.of(built);
    self.perRater().forEach(own -> sound(own, "self, seed " + seed));
    sound(self.overall(), "self, seed " + seed);
    new Collusion(2, 0.5).find(built, new int[built.items()]).pairs().forEach(s -> assertThat(s.pValue()).isBetween(0.0, 1.0));
    NearDuplicates.standard().find(Arrays.asList("", "a b", "a b c d e f g h i", "a b c d e f g h i"));
    for (var test : List.of(McNemar.midP(), McNemar.exact())) {
      var result = test.test(one, two);
      sound(result.difference(), test + ", seed " + seed);
      assertThat(result.pValue()).as("seed %d", seed).isBetween(0.0, 1.0);
    }
    var scores = PairedScores.compare(numbers, new double[n], bootstrap(seed));
    sound(scores.difference(), "paired scores, seed " + seed);
    assertThat(scores.pValue()).isBetween(0.0, 1.0);
    long[] sizes = {few(random), few(random), 30};
    long[] successes = Arrays.stream(sizes).map(s -> habit == 0 ? s : 0).toArray();
    for (var slice : new Slices(5, Correction.HOLM).compare(successes, sizes).slices()) {
      sound(slice.rate(), "slice, seed " + seed);
      sound(slice.difference(), "slice, seed " + seed);
    }
    sound(RateDifference.at95().of(0, sizes[0], 0, sizes[1]).value(), "rates, seed " + seed);
  }
}
