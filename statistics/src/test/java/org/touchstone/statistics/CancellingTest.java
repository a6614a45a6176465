package org.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.touchstone.statistics.agreement.GwetAC;
import org.touchstone.statistics.agreement.Judgments;
import org.touchstone.statistics.agreement.KrippendorffAlpha;
import org.touchstone.statistics.agreement.SpanF1;
import org.touchstone.statistics.agreement.Spans;
import org.touchstone.statistics.agreement.UnitisedAlpha;
import org.touchstone.statistics.allocation.Forecast;
import org.touchstone.statistics.allocation.Replay;
import org.touchstone.statistics.allocation.StoppingRule;
import org.touchstone.statistics.comparison.PairedScores;
import org.touchstone.statistics.consensus.Consensus;
import org.touchstone.statistics.consensus.ConsensusMethod;
import org.touchstone.statistics.consensus.DawidSkene;
import org.touchstone.statistics.consensus.Gold;
import org.touchstone.statistics.consensus.Ibcc;
import org.touchstone.statistics.consensus.ItemPart;
import org.touchstone.statistics.consensus.LiveDawidSkene;
import org.touchstone.statistics.consensus.Methods;
import org.touchstone.statistics.consensus.MultiLabel;
import org.touchstone.statistics.consensus.NumericAuto;
import org.touchstone.statistics.consensus.NumericConsensus;
import org.touchstone.statistics.consensus.RankingConsensus;
import org.touchstone.statistics.consensus.TextConsensus;
import org.touchstone.statistics.drift.Collusion;
import org.touchstone.statistics.drift.Cusum;
import org.touchstone.statistics.drift.NearDuplicates;
import org.touchstone.statistics.preference.BradleyTerry;
import org.touchstone.statistics.preference.Comparisons;
import org.touchstone.statistics.preference.ControlledBradleyTerry;
import org.touchstone.statistics.preference.Elo;
import org.touchstone.statistics.preference.ErrorScores;
import org.touchstone.statistics.preference.NoisyBradleyTerry;
import org.touchstone.statistics.preference.Outcome;
import org.touchstone.statistics.preference.PageRank;
import org.touchstone.statistics.preference.PlackettLuce;
import org.touchstone.statistics.preference.Rankings;
import org.touchstone.statistics.preference.Scale;
import org.touchstone.statistics.preference.Strengths;
import org.touchstone.statistics.preference.Ties;
import org.touchstone.statistics.preference.WinCount;
import org.touchstone.statistics.preference.WinRate;

/**
 * Whatever goes in steps or draws again tells of it and can be stopped: it never asks again after a refusal, breaks nothing, and
 * answers with what it has. What is public and has no progress is listed here with the reason.
 */
class CancellingTest {
  /** Entry points without a progress. A name without a dot stands for all of a type. */
  private static final Map<String, String> ONE_PASS = Map.ofEntries(
      Map.entry("Coefficient.measure", "promises a measure; the coefficients are listed by name"),
      Map.entry("PercentAgreement.measure", "one pass over the judgments"),
      Map.entry("CohenKappa.measure", "one pass over the judgments, by pairs of raters"),
      Map.entry("CohenKappa.between", "one pass over the judgments"),
      Map.entry("ScottPi.measure", "one pass over the judgments"),
      Map.entry("FleissKappa.measure", "one pass over the judgments"),
      Map.entry("GwetAC.measure", "one pass over the judgments"),
      Map.entry("IntraclassCorrelation.measure", "one pass over the judgments; the interval of two-way designs solves for one number"),
      Map.entry("KrippendorffAlpha.measure", "one pass over the judgments, and one over pairs of distinct values"),
      Map.entry("Coincidences.alpha", "sums over a table of values"),
      Map.entry("SpanF1.measure", "one pass over the pages of each document"),
      Map.entry("UnitisedAlpha.measure", "one pass over the spans of each document"),
      Map.entry("SpanConsensus.estimate", "one pass over the marks of a single text"),
      Map.entry("NextJudgment.best", "one item and a list of raters"),
      Map.entry("StoppingRule.decide", "looks at one posterior"),
      Map.entry("Correction.adjust", "sorts the p-values"),
      Map.entry("McNemar.test", "two counts"),
      Map.entry("PairedScores.compare", "nothing but drawings, which the bootstrap's progress stops"),
      Map.entry("RateDifference.of", "four counts"),
      Map.entry("WilsonInterval.of", "two counts"),
      Map.entry("SampleSize", "formulas, no data"),
      Map.entry("Slices.compare", "counts of groups"),
      Map.entry("ChangePoint.of", "one pass over the sequence of one rater"),
      Map.entry("Cusum.firstAlarm", "one pass over the sequence of one rater"),
      Map.entry("PageHinkley.firstAlarm", "one pass over the sequence of one rater"),
      Map.entry("SelfAgreement", "one pass over the judgments, and its counts"),
      Map.entry("Speed.perRater", "one pass over the judgments"),
      Map.entry("PositionBias", "one pass over the comparisons, and its sums"),
      Map.entry("ErrorScores.rate", "one pass over the segments; drawing again is stopped by the bootstrap's progress"),
      Map.entry("Strengths", "reads fitted strengths"),
      Map.entry("Forecast.priced", "changes a setting"),
      Map.entry("Forecast.askingOnly", "changes a setting"));

  /** Methods of one pass that have a progress because their like have one: told once, at the end. */
  private static final Set<String> TOLD_ONCE = Set.of("Majority.estimate", "Wawa.estimate", "WinRate.rate", "WinCount.rate");

  private static final LabelTable LABELS = labels();
  private static final Comparisons COMPARISONS = comparisons();

  /** One run of an entry point under a progress. */
  record Run(String name, Function<Progress, Object> under) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Run> runs() {
    var runs = new ArrayList<Run>();
    for (String name : Methods.names()) {
      ConsensusMethod method = Methods.named(name).orElseThrow();
      runs.add(new Run(method.getClass().getSimpleName() + ".estimate", p -> method.estimate(LABELS, Gold.none(), p)));
    }
    for (Ties ties : Ties.values()) {
      var method = BradleyTerry.standard().with(ties);
      runs.add(new Run("BradleyTerry.strengths", p -> method.strengths(COMPARISONS, p)));
      runs.add(new Run("BradleyTerry.rate", p -> method.rate(COMPARISONS, p)));
      runs.add(drawn("BradleyTerry.strengths", b -> method.strengths(COMPARISONS, b)));
      runs.add(drawn("BradleyTerry.rate", b -> method.rate(COMPARISONS, b)));
    }
    for (var method : List.of(Elo.standard(), new PageRank(), new WinRate(), new WinCount())) {
      runs.add(new Run(method.getClass().getSimpleName() + ".rate", p -> method.rate(COMPARISONS, p)));
      runs.add(drawn(method.getClass().getSimpleName() + ".rate", b -> method.rate(COMPARISONS, b)));
    }
    Judgments judgments = Judgments.of(LABELS);
    Spans spans = spans();
    double[] first = new Random(4).doubles(40).toArray();
    double[] second = new Random(5).doubles(40).toArray();
    var rule = new StoppingRule(0.05, 1, 5);
    var part = new ItemPart(LABELS);
    var pilot = new Ibcc().estimate(LABELS);
    var live = new LiveDawidSkene(List.of("no", "yes"));
    for (int i = 0; i < LABELS.items(); i++) {
      for (int j = LABELS.from(i); j < LABELS.to(i); j++) live.add("i" + i, "r" + LABELS.rater(j), LABELS.classNames().name(LABELS.label(j)));
    }
    var errors = new ErrorScores().add("a", "s", "r", 1).add("a", "t", "r", 0).add("b", "s", "r", 2).add("b", "t", "r", 1);
    runs.addAll(List.of(
        new Run("ControlledBradleyTerry.fit", p -> ControlledBradleyTerry.of(List.of("length")).fit(COMPARISONS, lengths(), p)),
        new Run("NoisyBradleyTerry.fit", p -> NoisyBradleyTerry.standard().fit(COMPARISONS, p)),
        drawn("NoisyBradleyTerry.fit", b -> NoisyBradleyTerry.standard().fit(COMPARISONS, b)),
        new Run("PlackettLuce.strengths", p -> PlackettLuce.standard().strengths(rankings(), p)),
        drawn("PlackettLuce.strengths", b -> PlackettLuce.standard().strengths(rankings(), b)),
        drawn("ErrorScores.rate", errors::rate),
        drawn("Coefficient.measure", b -> GwetAC.ac1().measure(judgments, b)),
        drawn("KrippendorffAlpha.measure", b -> KrippendorffAlpha.nominal().measure(judgments, b)),
        new Run("KrippendorffAlpha.breakdown", p -> KrippendorffAlpha.nominal().breakdown(judgments, p)),
        drawn("SpanF1.measure", b -> new SpanF1(SpanF1.Match.OVERLAP).measure(spans, b)),
        drawn("UnitisedAlpha.measure", b -> new UnitisedAlpha().measure(spans, b)),
        drawn("PairedScores.compare", b -> PairedScores.compare(first, second, b)),
        new Run("Replay.adaptive", p -> new Replay(LABELS, Gold.none()).adaptive(rule, 3, 1, p)),
        new Run("Replay.fixed", p -> new Replay(LABELS, Gold.none()).fixed(2, 3, 1, p)),
        new Run("Forecast.new", p -> new Forecast(pilot, 1, p)),
        new Run("Forecast.adaptive", p -> new Forecast(pilot, 1).adaptive(rule, p)),
        new Run("Forecast.fixed", p -> new Forecast(pilot, 1).fixed(2, p)),
        new Run("TableMethod.fit", p -> new DawidSkene().fit(part.start(), part::sweep, p)),
        new Run("LiveDawidSkene.settled", live::settled),
        new Run("MultiLabel.estimate", p -> new MultiLabel().estimate(ticks(), p)),
        new Run("MultiLabel.estimate", p -> new MultiLabel().estimate(ticks(), Map.of("i1", Set.of("a")), p)),
        new Run("NumericAuto.estimate", p -> new NumericAuto().estimate(scores(), p)),
        new Run("NumericConsensus.estimate", p -> new NumericConsensus().estimate(scores(), p)),
        new Run("RankingConsensus.estimate", p -> new RankingConsensus().estimate(orders(), p)),
        new Run("TextConsensus.estimate", p -> new TextConsensus().estimate(answers(), p)),
        new Run("Collusion.find", p -> Collusion.standard().find(LABELS, new int[LABELS.items()], p)),
        new Run("NearDuplicates.find", p -> NearDuplicates.standard().find(Stream.generate(() -> "one and the same text of nine words here").limit(9).toList(), p)),
        new Run("Cusum.withFalseAlarmEvery", p -> Cusum.withFalseAlarmEvery(100, 0.1, 0.4, p))));
    return runs.stream();
  }

  private static Run drawn(String name, Function<Bootstrap, Object> under) {
    return new Run(name + " drawn", p -> under.apply(new Bootstrap(Bootstrap.FEWEST_ROUNDS, 0.95, new Random(1), p)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void itTellsOfItsStepsAndNeverAsksAgainAfterARefusal(Run run) {
    long steps = asked(run, Long.MAX_VALUE);
    assertThat(steps).as("steps told of").isGreaterThanOrEqualTo(TOLD_ONCE.contains(run.name) ? 1 : 2);
    for (long k : new TreeSet<>(List.of(1L, Math.min(2, steps), (steps + 1) / 2, steps))) {
      assertThat(asked(run, k)).as("times asked when the answer to number %d is to stop", k).isEqualTo(k);
    }
  }

  private static long asked(Run run, long refuseAt) {
    long[] asked = {0};
    Object answer = run.under.apply((done, total) -> {
      assertThat(total).as("total of %s", run).isPositive();
      assertThat(done).as("done of %s", run).isBetween(0L, total);
      return ++asked[0] != refuseAt;
    });
    assertThat(answer).as("%s stopped at %d", run, refuseAt).isNotNull();
    return asked[0];
  }

  @Test
  void whateverIsPublicCanBeStoppedOrSaysWhyThereIsNothingToStop() throws IOException, URISyntaxException {
    Set<String> tried = new HashSet<>(runs().map(Run::name).toList());
    var unused = new HashSet<>(ONE_PASS.keySet());
    var untried = new TreeSet<String>();
    var silent = new TreeMap<String, Class<?>>();
    for (Class<?> type : Published.types()) {
      if (type.getSimpleName().equals("Builder")) continue;
      for (Constructor<?> constructor : type.getConstructors()) {
        if (Arrays.asList(constructor.getParameterTypes()).contains(Progress.class) && type != Patience.class && !type.isRecord()) untried.add(type.getSimpleName() + ".new");
      }
      var withProgress = new HashSet<String>();
      var estimating = new HashSet<String>();
      for (Method method : type.getDeclaredMethods()) {
        if (!Modifier.isPublic(method.getModifiers()) || method.isSynthetic()) continue;
        String name = type.getSimpleName() + "." + method.getName();
        List<Class<?>> takes = Arrays.asList(method.getParameterTypes());
        boolean promised = Modifier.isAbstract(method.getModifiers());
        if (takes.contains(Progress.class)) withProgress.add(name);
        if (takes.contains(Progress.class) && !promised) untried.add(name);
        if (takes.contains(Bootstrap.class) && !promised) untried.add(name + " drawn");
        boolean reads = !takes.isEmpty() || !Published.isResult(type);
        if (reads && Published.mentioned(method.getGenericReturnType()).stream().anyMatch(answer -> Published.isResult(answer))) estimating.add(name);
      }
      estimating.removeAll(withProgress);
      for (String name : estimating) {
        if (ONE_PASS.containsKey(type.getSimpleName())) unused.remove(type.getSimpleName());
        else if (ONE_PASS.containsKey(name)) unused.remove(name);
        else silent.put(name, type);
      }
    }
    untried.removeAll(tried);
    assertThat(untried).as("has a progress, but no run in CancellingTest that stops it").isEmpty();
    assertThat(silent.keySet()).as("answers without a progress: give it one, or list it in CancellingTest with the reason").isEmpty();
    assertThat(unused).as("exceptions that nothing needs any more").isEmpty();
  }

  @Test
  void strengthsOnTheWaySaySoAndHaveNoErrors() {
    Strengths stopped = BradleyTerry.standard().with(Ties.DAVIDSON).strengths(COMPARISONS, (done, total) -> false);
    assertThat(stopped.remark()).startsWith("Stopped on the way");
    assertThat(stopped.provenance().settings()).containsEntry("stoppedAfter", "1");
    assertThat(stopped.on(Scale.ELO).values().getFirst().known().orElseThrow().interval()).isEmpty();
    assertThat(BradleyTerry.standard().strengths(COMPARISONS).provenance().settings()).doesNotContainKey("stoppedAfter");
    assertThat(PlackettLuce.standard().strengths(rankings(), (done, total) -> done < 2).remark()).startsWith("Stopped on the way");
    assertThat(NoisyBradleyTerry.standard().fit(COMPARISONS, (done, total) -> false).strengths().remark()).startsWith("Stopped on the way");
    var controlled = ControlledBradleyTerry.of(List.of("length")).fit(COMPARISONS, lengths(), (done, total) -> false);
    assertThat(controlled.strengths().remark()).startsWith("Stopped on the way");
    assertThat(controlled.effects().getFirst().known().orElseThrow().interval()).isEmpty();
    assertThat(new PageRank().rate(COMPARISONS, (done, total) -> false).remark()).isEqualTo("Stopped before the ratings came to rest.");
    var elo = Elo.standard().rate(COMPARISONS, (done, total) -> false);
    assertThat(elo.remark()).endsWith("Stopped after 1024 of 5000.");
    assertThat(elo.provenance().n()).isEqualTo(1024);
  }

  @Test
  void aDrawingThatWasStoppedCountsWhatWasFinished() {
    for (Function<Bootstrap, Provenance> estimate : List.<Function<Bootstrap, Provenance>>of(
        b -> BradleyTerry.standard().strengths(COMPARISONS, b).provenance(),
        b -> PlackettLuce.standard().strengths(rankings(), b).provenance(),
        b -> NoisyBradleyTerry.standard().fit(COMPARISONS, b).provenance(),
        b -> new PageRank().rate(COMPARISONS, b).provenance(),
        b -> Elo.standard().rate(COMPARISONS, b).provenance(),
        b -> GwetAC.ac1().measure(Judgments.of(LABELS), b).provenance(),
        b -> KrippendorffAlpha.nominal().measure(Judgments.of(LABELS), b).provenance(),
        b -> new SpanF1(SpanF1.Match.EXACT).measure(spans(), b).provenance(),
        b -> new UnitisedAlpha().measure(spans(), b).provenance())) {
      var stopped = estimate.apply(new Bootstrap(30, 0.95, new Random(1), (done, total) -> done < 3));
      assertThat(stopped.settings().values()).as(stopped.method()).containsAnyOf("3", "bootstrap of 3");
    }
  }

  /** A method that counts how often it was asked, and tells of three sweeps each time. */
  private record Counting(int[] asked) implements ConsensusMethod {
    @Override
    public String name() {
      return "counting";
    }

    @Override
    public Consensus estimate(LabelTable table, Gold gold, Progress progress) {
      asked[0]++;
      for (int sweep = 1; sweep <= 3; sweep++) if (!progress.report(sweep, 3)) break;
      return new Ibcc().estimate(table);
    }
  }

  @Test
  void aReplayIsStoppedWithinAShuffle() {
    int[] asked = {0};
    int[] told = {0};
    var outcome = new Replay(LABELS, Gold.none(), new Counting(asked)).adaptive(new StoppingRule(0, 1, 5), 3, 1, (done, total) -> ++told[0] < 5);
    assertThat(asked[0]).as("times the method was asked").isEqualTo(2);
    assertThat(outcome.accuracy()).isEqualTo(Estimate.undefined("The replay was stopped before its first shuffle ended."));
    assertThat(outcome.expected().isKnown()).isFalse();
    asked[0] = 0;
    var second = new Replay(LABELS, Gold.none(), new Counting(asked)).fixed(2, 3, 1, (done, total) -> done == 0 || total != 3);
    assertThat(second.provenance().settings()).containsEntry("shuffles", "1");
    assertThat(second.expected().isKnown()).isTrue();
  }

  @Test
  void aQuestionThatWasNotFinishedIsLeftOut() {
    int[] asked = {0};
    int[] told = {0};
    var result = new MultiLabel(new Counting(asked), 0.5).estimate(ticks(), (done, total) -> ++told[0] < 6);
    assertThat(asked[0]).isEqualTo(2);
    assertThat(result.questions()).containsOnlyKeys("a");
  }

  @Test
  void autoStoppedWhileItWeighsAnswersAsMajority() {
    var stopped = Methods.named("auto").orElseThrow().estimate(LABELS, Gold.none(), (done, total) -> false);
    assertThat(stopped.remark()).isEqualTo("majority: stopped early");
    var later = Methods.named("auto").orElseThrow().estimate(LABELS, Gold.none(), (done, total) -> done < total - 2);
    assertThat(later.remark()).startsWith("stopped early: auto blends ");
  }

  private static LabelTable labels() {
    var random = new Random(5);
    var table = LabelTable.builder(List.of("no", "yes"));
    for (int i = 0; i < 60; i++) {
      for (int r = 0; r < 5; r++) table.add("i" + i, "r" + r, random.nextInt(10) < 7 - r / 2 == (i % 2 == 0) ? "no" : "yes");
    }
    return table.build();
  }

  private static Comparisons comparisons() {
    var random = new Random(6);
    var builder = Comparisons.builder();
    for (int j = 0; j < 5000; j++) {
      int left = random.nextInt(6);
      int right = (left + 1 + random.nextInt(5)) % 6;
      int luck = random.nextInt(12);
      Outcome outcome = luck < 2 ? Outcome.TIE : luck < 7 + left - right ? Outcome.LEFT : Outcome.RIGHT;
      builder.add("r" + j % 3, "c" + left, "c" + right, outcome);
    }
    return builder.build();
  }

  private static double[][] lengths() {
    var random = new Random(7);
    var lengths = new double[COMPARISONS.size()][1];
    for (double[] row : lengths) row[0] = random.nextGaussian();
    return lengths;
  }

  private static Rankings rankings() {
    var random = new Random(8);
    var rankings = Rankings.builder();
    for (int r = 0; r < 40; r++) rankings.add(shuffled(5, random));
    return rankings.build();
  }

  private static List<List<Set<String>>> orders() {
    var random = new Random(9);
    var orders = new ArrayList<List<Set<String>>>();
    for (int r = 0; r < 9; r++) orders.add(shuffled(30, random).stream().map(Set::of).toList());
    return orders;
  }

  private static List<String> shuffled(int n, Random random) {
    var names = new ArrayList<String>();
    for (int x = 0; x < n; x++) names.add("x" + x);
    Collections.shuffle(names, random);
    return names;
  }

  private static Spans spans() {
    var random = new Random(10);
    var spans = Spans.builder();
    for (int d = 0; d < 8; d++) {
      spans.document("d" + d, 60);
      for (int r = 0; r < 3; r++) {
        int from = 10 + random.nextInt(3);
        spans.mark("d" + d, "r" + r, from, from + 5, "c");
      }
    }
    return spans.build();
  }

  private static List<MultiLabel.Ticks> ticks() {
    var random = new Random(11);
    var ticks = new ArrayList<MultiLabel.Ticks>();
    for (int i = 0; i < 20; i++) {
      for (int r = 0; r < 3; r++) ticks.add(new MultiLabel.Ticks("i" + i, "r" + r, random.nextBoolean() ? Set.of("a", "b") : Set.of("c")));
    }
    return ticks;
  }

  private static ScoreTable scores() {
    var random = new Random(12);
    var scores = ScoreTable.builder();
    for (int i = 0; i < 30; i++) for (int r = 0; r < 4; r++) scores.add("i" + i, "r" + r, i + r + random.nextGaussian() * (1 + r));
    return scores.build();
  }

  private static List<TextConsensus.Answer> answers() {
    var answers = new ArrayList<TextConsensus.Answer>();
    for (int i = 0; i < 6; i++) for (int r = 0; r < 3; r++) answers.add(new TextConsensus.Answer("i" + i, "r" + r, "answer " + i + r / 2));
    return answers;
  }
}
