package org.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.touchstone.statistics.agreement.Agreement;
import org.touchstone.statistics.agreement.Breakdown;
import org.touchstone.statistics.agreement.Coefficient;
import org.touchstone.statistics.agreement.CohenKappa;
import org.touchstone.statistics.agreement.Coincidences;
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
import org.touchstone.statistics.allocation.NextJudgment;
import org.touchstone.statistics.allocation.Replay;
import org.touchstone.statistics.allocation.StoppingRule;
import org.touchstone.statistics.comparison.Correction;
import org.touchstone.statistics.comparison.McNemar;
import org.touchstone.statistics.comparison.PairedResult;
import org.touchstone.statistics.comparison.PairedScores;
import org.touchstone.statistics.comparison.RateDifference;
import org.touchstone.statistics.comparison.SampleSize;
import org.touchstone.statistics.comparison.Slices;
import org.touchstone.statistics.comparison.WilsonInterval;
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
import org.touchstone.statistics.consensus.RaterCounts;
import org.touchstone.statistics.consensus.RaterTables;
import org.touchstone.statistics.consensus.SpanConsensus;
import org.touchstone.statistics.consensus.TableMethod;
import org.touchstone.statistics.consensus.TextConsensus;
import org.touchstone.statistics.drift.Alarm;
import org.touchstone.statistics.drift.ChangePoint;
import org.touchstone.statistics.drift.Collusion;
import org.touchstone.statistics.drift.Cusum;
import org.touchstone.statistics.drift.NearDuplicates;
import org.touchstone.statistics.drift.PageHinkley;
import org.touchstone.statistics.drift.SelfAgreement;
import org.touchstone.statistics.drift.Speed;
import org.touchstone.statistics.preference.BradleyTerry;
import org.touchstone.statistics.preference.Comparisons;
import org.touchstone.statistics.preference.ControlledBradleyTerry;
import org.touchstone.statistics.preference.Elo;
import org.touchstone.statistics.preference.ErrorScores;
import org.touchstone.statistics.preference.NoisyBradleyTerry;
import org.touchstone.statistics.preference.Outcome;
import org.touchstone.statistics.preference.PageRank;
import org.touchstone.statistics.preference.PairCounts;
import org.touchstone.statistics.preference.PlackettLuce;
import org.touchstone.statistics.preference.PositionBias;
import org.touchstone.statistics.preference.Rankings;
import org.touchstone.statistics.preference.RatingMethod;
import org.touchstone.statistics.preference.Ratings;
import org.touchstone.statistics.preference.Strengths;
import org.touchstone.statistics.preference.WinCount;
import org.touchstone.statistics.preference.WinRate;

/** Whatever an estimator answers says how it came to be: by which method, with which settings, by which version, from how much. */
class ProvenanceTest {
  /** Types that answer figures but are neither results nor estimators. */
  private static final Map<Class<?>, String> NO_RESULTS = Map.ofEntries(
      Map.entry(Estimate.class, "the word in which results speak; its result carries the provenance"),
      Map.entry(Estimate.Known.class, "as Estimate"),
      Map.entry(Estimate.Undefined.class, "as Estimate"),
      Map.entry(Interval.class, "part of an estimate"),
      Map.entry(Provenance.class, "is one"),
      Map.entry(Progress.class, "a question, not an answer"),
      Map.entry(Patience.class, "as Progress"),
      Map.entry(Bootstrap.class, "settings of a drawing"),
      Map.entry(BetaDistribution.class, "a distribution, known exactly from its parameters"),
      Map.entry(Names.class, "data"),
      Map.entry(LabelTable.class, "data"),
      Map.entry(ScoreTable.class, "data"),
      Map.entry(Judgments.class, "data"),
      Map.entry(Spans.class, "data"),
      Map.entry(Gold.class, "data"),
      Map.entry(Comparisons.class, "data"),
      Map.entry(Rankings.class, "data"),
      Map.entry(PairCounts.class, "sums over comparisons, on the way to Strengths"),
      Map.entry(McNemar.Counts.class, "sums over items, on the way to a PairedResult"),
      Map.entry(Coincidences.class, "sums over items, on the way to an Agreement"),
      Map.entry(RaterCounts.class, "sums over judgments, on the way to a TableMethod.Fit"),
      Map.entry(RaterTables.class, "what goes out to the parts in a TableMethod.Fit, which carries the provenance"),
      Map.entry(ItemPart.class, "a part's judgments and posteriors; the Fit of all parts carries the provenance"));

  /** Methods of estimators whose answer is no result. */
  private static final Map<String, String> NO_ANSWERS = Map.of(
      "Cusum.judgmentsToAlarm", "a property of the chart itself, which reads no judgments",
      "Slices.minimumFor", "a setting worked out beforehand, which reads no judgments",
      "NextJudgment.gain", "the formula itself, asked for each of a queue's items; best() answers with provenance",
      "NextJudgment.information", "as gain",
      "RaterTable.probability", "an input: the table of a rater, given by the caller",
      "StoppingRule.isSettled", "decide() without its words, asked after each judgment",
      "Mqm.penalty", "a published table of weights, not an estimate",
      "TextConsensus.trigramSimilarity", "a measure of two texts, and a setting",
      "Methods.names", "names of methods");

  @Test
  void everyAnswerSaysHowItCameToBe() throws IOException, URISyntaxException {
    List<Class<?>> types = Published.types();
    assertThat(types).as("types found").hasSizeGreaterThan(80);
    Set<Class<?>> parts = partsOfResults(types);
    var found = new ArrayList<String>();
    var unused = new HashSet<>(NO_ANSWERS.keySet());
    for (Class<?> type : types) {
      if (Published.isResult(type) || parts.contains(type) || NO_RESULTS.containsKey(type) || type.getSimpleName().equals("Builder")) continue;
      for (Method method : type.getDeclaredMethods()) {
        if (!Modifier.isPublic(method.getModifiers()) || method.isSynthetic() || isSetting(type, method)) continue;
        String name = type.getSimpleName() + "." + method.getName();
        if (Published.mentioned(method.getGenericReturnType()).stream().anyMatch(answer -> answer == type || Published.isResult(answer) || isEstimator(answer, types, parts))) continue;
        if (unused.remove(name) || NO_ANSWERS.containsKey(name)) continue;
        found.add(name + " answers " + method.getGenericReturnType().getTypeName().replaceAll("[a-z]+\\.", "")
            + ", which does not say how it came to be: give the result a provenance(), or list the method in ProvenanceTest with the reason.");
      }
    }
    assertThat(found).isEmpty();
    assertThat(unused).as("exceptions that nothing needs any more").isEmpty();
    assertThat(types).as("types listed as no results").containsAll(NO_RESULTS.keySet());
  }

  @Test
  void everyResultNamesMethodSettingsVersionAndNumber() throws IOException, URISyntaxException {
    Map<Class<?>, Provenance> examples = examples();
    for (Class<?> type : Published.types()) {
      if (!Published.isResult(type) || type.isInterface()) continue;
      Provenance found = examples.get(type);
      assertThat(found).as("%s has a provenance(), but no example in ProvenanceTest that looks at it: add one.", type.getName()).isNotNull();
      assertThat(found.method()).as("the method of %s", type.getName()).matches("[a-z0-9]+(-[a-z0-9]+)*");
      assertThat(found.version()).as("the version of %s", type.getName()).isEqualTo(Provenance.LIBRARY_VERSION);
      assertThat(found.n()).as("n of %s", type.getName()).isPositive();
      found.settings().forEach((name, value) -> assertThat(value).as("%s of %s", name, type.getName()).isNotBlank().doesNotContain("@"));
    }
  }

  /** Components that provenance calls by another word. */
  private static final Map<String, String> OTHER_WORDS = Map.ofEntries(
      Map.entry("CohenKappa.weighting", "weights"),
      Map.entry("FleissKappa.weighting", "weights"),
      Map.entry("GwetAC.weighting", "weights"),
      Map.entry("KrippendorffAlpha.distance", "level"),
      Map.entry("McNemar.conservative", "form"),
      Map.entry("McNemar.level", "coverage"),
      Map.entry("RateDifference.level", "coverage"),
      Map.entry("WilsonInterval.level", "coverage"),
      Map.entry("BradleyTerry.level", "coverage"),
      Map.entry("ControlledBradleyTerry.level", "coverage"),
      Map.entry("ControlledBradleyTerry.names", "covariates"),
      Map.entry("PlackettLuce.level", "coverage"),
      Map.entry("ChangePoint.changePrior", "prior"));

  /** Every component of an estimator is a setting, and its provenance tells of it by name. */
  @Test
  void noSettingIsLeftOut() throws IOException, URISyntaxException {
    var unused = new HashSet<>(OTHER_WORDS.keySet());
    var drawn = new HashSet<Class<?>>();
    ran().forEach((estimator, provenance) -> {
      drawn.add(estimator.getClass());
      if (!estimator.getClass().isRecord()) return;
      for (RecordComponent component : estimator.getClass().getRecordComponents()) {
        String name = estimator.getClass().getSimpleName() + "." + component.getName();
        unused.remove(name);
        assertThat(provenance.settings()).as("what provenance tells of %s", name).containsKey(OTHER_WORDS.getOrDefault(name, component.getName()));
      }
    });
    assertThat(unused).as("words that nothing needs any more").isEmpty();
    List<Class<?>> types = Published.types();
    assertThat(types.stream().filter(type -> type.isRecord() && !Published.isResult(type) && isEstimator(type, types, partsOfResults(types))))
        .as("records that estimate: run them in ProvenanceTest").isSubsetOf(drawn);
  }

  /** One that was made from another, by a factory or with another setting. */
  private static boolean isEstimator(Class<?> answer, List<Class<?>> types, Set<Class<?>> parts) {
    return types.contains(answer) && !parts.contains(answer) && !NO_RESULTS.containsKey(answer) && !answer.isEnum()
        && Stream.of(answer.getDeclaredMethods()).anyMatch(m -> Modifier.isPublic(m.getModifiers()) && !isSetting(answer, m)
            && (NO_ANSWERS.containsKey(answer.getSimpleName() + "." + m.getName()) || Published.mentioned(m.getGenericReturnType()).stream().anyMatch(Published::isResult)));
  }

  private static boolean isSetting(Class<?> type, Method method) {
    boolean spoken = Set.of("name", "settings", "equals", "hashCode", "toString", "values", "valueOf").contains(method.getName());
    boolean component = type.isRecord() && Stream.of(type.getRecordComponents()).map(RecordComponent::getAccessor).anyMatch(method::equals);
    return spoken || component || method.getReturnType() == void.class || method.getName().equals("provenance") || TableMethod.class.isAssignableFrom(type)
        && Set.of("maxSweeps", "tolerance", "explain").contains(method.getName());
  }

  private static Set<Class<?>> partsOfResults(List<Class<?>> types) {
    var parts = new HashSet<Class<?>>();
    var open = new ArrayList<>(types.stream().filter(Published::isResult).toList());
    while (!open.isEmpty()) {
      Class<?> type = open.removeLast();
      for (Method method : type.getDeclaredMethods()) {
        if (!Modifier.isPublic(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) continue;
        for (Class<?> part : Published.mentioned(method.getGenericReturnType())) {
          if (part.isRecord() && types.contains(part) && !Published.isResult(part) && !NO_RESULTS.containsKey(part) && parts.add(part)) open.add(part);
        }
      }
    }
    parts.removeIf(part -> Stream.of(part.getDeclaredMethods()).anyMatch(m -> Modifier.isPublic(m.getModifiers()) && Published.mentioned(m.getGenericReturnType()).stream()
        .anyMatch(Published::isResult)));
    return parts;
  }

  private static LabelTable labels() {
    var random = new Random(5);
    var table = LabelTable.builder(List.of("no", "yes"));
    for (int i = 0; i < 60; i++) {
      for (int r = 0; r < 5; r++) table.add("i" + i, "r" + r, random.nextInt(10) < 8 == (i % 2 == 0) ? "no" : "yes");
    }
    return table.add("i0", "r0", "no").build();
  }

  private static Comparisons comparisons() {
    var random = new Random(6);
    var builder = Comparisons.builder();
    for (int j = 0; j < 90; j++) {
      int left = random.nextInt(3);
      builder.add("r" + j % 3, "c" + left, "c" + (left + 1 + random.nextInt(2)) % 3, Outcome.values()[random.nextInt(3)]);
    }
    return builder.build();
  }

  /** One result of each kind. */
  private static Map<Class<?>, Provenance> examples() {
    LabelTable table = labels();
    int[] answer = new int[table.items()];
    Consensus consensus = new Ibcc().estimate(table);
    Comparisons comparisons = comparisons();
    Strengths strengths = BradleyTerry.standard().strengths(comparisons);
    var live = new LiveDawidSkene(List.of("no", "yes"));
    live.add("i", "r", "no");
    var numbers = ScoreTable.builder().add("i", "r", 1).add("i", "s", 2).build();
    boolean[] wrong = new boolean[60];
    Arrays.fill(wrong, 30, 60, true);
    double[] risen = new double[100];
    Arrays.fill(risen, 50, 100, 9);
    var rule = new StoppingRule(0.05, 1, 5);
    var candidate = new NextJudgment.Candidate("r", NextJudgment.RaterTable.oneCoin(0.9, 2), 1);
    var forecast = new Forecast(consensus, 1);
    var part = new ItemPart(table);
    var found = new LinkedHashMap<Class<?>, Provenance>();
    found.put(Figure.class, WilsonInterval.at95().of(3, 4).provenance());
    found.put(Agreement.class, KrippendorffAlpha.nominal().measure(Judgments.of(table)).provenance());
    found.put(Breakdown.class, KrippendorffAlpha.nominal().breakdown(Judgments.of(table)).provenance());
    found.put(Forecast.class, forecast.provenance());
    found.put(Forecast.Outlook.class, forecast.adaptive(rule).provenance());
    found.put(NextJudgment.Offer.class, NextJudgment.best("i", new double[] {0.5, 0.5}, List.of(candidate), 100).orElseThrow().provenance());
    found.put(Replay.Outcome.class, new Replay(table, Gold.of(answer)).adaptive(rule, 1, 1, Progress.SILENT).provenance());
    found.put(StoppingRule.Decision.Ask.class, rule.decide(new double[] {0.5, 0.5}, 1).provenance());
    found.put(StoppingRule.Decision.Enough.class, rule.decide(new double[] {1, 0}, 1).provenance());
    found.put(Correction.Adjusted.class, Correction.HOLM.adjust(new double[] {0.1}).provenance());
    found.put(PairedResult.class, McNemar.midP().test(wrong, new boolean[60]).provenance());
    found.put(Slices.Result.class, new Slices(5, Correction.HOLM).compare(new long[] {3, 9}, new long[] {10, 20}).provenance());
    found.put(Consensus.class, consensus.provenance());
    found.put(LiveDawidSkene.class, live.provenance());
    found.put(MultiLabel.Result.class, new MultiLabel().estimate(List.of(new MultiLabel.Ticks("i", "r", Set.of("a"))), Progress.SILENT).provenance());
    found.put(NumericConsensus.Result.class, new NumericConsensus().estimate(numbers, Progress.SILENT).provenance());
    found.put(RankingConsensus.Result.class, new RankingConsensus().estimate(List.of(List.of(Set.of("a"), Set.of("b")))).provenance());
    found.put(SpanConsensus.Result.class, new SpanConsensus().estimate(Set.of("r"), List.of(new SpanConsensus.Span("r", 0, 3, "c"))).provenance());
    found.put(TableMethod.Fit.class, new DawidSkene().fit(part.start(), part::sweep, Progress.SILENT).provenance());
    found.put(TextConsensus.Result.class, new TextConsensus().estimate(List.of(new TextConsensus.Answer("i", "r", "Yes."))).provenance());
    found.put(Alarm.class, new Cusum(0.1, 0.5, 3).firstAlarm(wrong).orElseThrow().provenance());
    found.put(ChangePoint.Posterior.class, ChangePoint.standard().of(wrong).provenance());
    found.put(Collusion.Result.class, Collusion.standard().find(table, answer).provenance());
    found.put(NearDuplicates.Result.class, NearDuplicates.standard().find(List.of("one text")).provenance());
    found.put(SelfAgreement.class, SelfAgreement.of(table).provenance());
    found.put(Speed.Result.class, Speed.standard().perRater(new int[] {0}, new int[] {0}, new double[] {9}).provenance());
    found.put(ControlledBradleyTerry.Controlled.class, ControlledBradleyTerry.of(List.of("length")).fit(comparisons, new double[comparisons.size()][1]).provenance());
    found.put(NoisyBradleyTerry.Noisy.class, NoisyBradleyTerry.standard().fit(comparisons, Progress.SILENT).provenance());
    found.put(PositionBias.class, PositionBias.of(comparisons, strengths).provenance());
    found.put(Ratings.class, Elo.standard().rate(comparisons).provenance());
    found.put(Strengths.class, strengths.provenance());
    assertThat(PageHinkley.standard().firstAlarm(risen).orElseThrow().provenance().n()).as("observations up to the alarm").isBetween(51L, 60L);
    assertThat(new ErrorScores().add("c", "s", "r", 1).rate().provenance().n()).isEqualTo(1);
    return found;
  }

  /** Estimators and the provenance of what they answered, drawn where they can be. */
  private static Map<Object, Provenance> ran() {
    var ran = new LinkedHashMap<Object, Provenance>();
    LabelTable table = labels();
    Methods.names().forEach(name -> {
      ConsensusMethod method = Methods.named(name).orElseThrow();
      ran.put(method, method.estimate(table).provenance());
    });
    Judgments judgments = Judgments.of(table);
    List<Coefficient> coefficients = List.of(new PercentAgreement(), new CohenKappa(Weighting.LINEAR), new ScottPi(), new FleissKappa(Weighting.LINEAR), new GwetAC(Weighting.LINEAR, 0),
        new KrippendorffAlpha(Distance.Level.NOMINAL), new IntraclassCorrelation(IntraclassCorrelation.Design.values()[0], true));
    for (Coefficient coefficient : coefficients) {
      ran.put(coefficient, coefficient.measure(judgments).provenance());
      var drawn = coefficient.measure(judgments, Bootstrap.of(20, new Random(1)));
      if (drawn.value().isKnown()) assertThat(drawn.provenance().settings()).as("%s", coefficient).containsKeys("bootstrap", "coverage");
    }
    Comparisons comparisons = comparisons();
    for (RatingMethod method : List.of(BradleyTerry.standard(), Elo.standard(), new WinRate(), new WinCount(), new PageRank())) {
      ran.put(method, method.rate(comparisons).provenance());
      assertThat(method.rate(comparisons, Bootstrap.of(20, new Random(1))).provenance().settings()).as("%s", method).containsKeys("bootstrap", "coverage");
    }
    ran.put(PlackettLuce.standard(), PlackettLuce.standard().strengths(Rankings.builder().add(List.of("a", "b")).build()).provenance());
    ran.put(NoisyBradleyTerry.standard(), NoisyBradleyTerry.standard().fit(comparisons, Progress.SILENT).provenance());
    var controlled = new ControlledBradleyTerry(List.of(), true, 0.9);
    ran.put(controlled, controlled.fit(comparisons, new double[comparisons.size()][0]).provenance());
    Function<boolean[], Provenance> alarm = wrong -> new Cusum(0.1, 0.5, 3).firstAlarm(wrong).orElseThrow().provenance();
    ran.put(new Cusum(0.1, 0.5, 3), alarm.apply(new boolean[] {true, true, true, true}));
    ran.put(PageHinkley.standard(), PageHinkley.standard().provenance(1));
    ran.put(ChangePoint.standard(), ChangePoint.standard().of(new boolean[20]).provenance());
    ran.put(Collusion.standard(), Collusion.standard().find(table, new int[table.items()]).provenance());
    ran.put(NearDuplicates.standard(), NearDuplicates.standard().find(List.of()).provenance());
    ran.put(Speed.standard(), Speed.standard().perRater(new int[0], new int[0], new double[0]).provenance());
    ran.put(McNemar.exact(), McNemar.exact().test(new McNemar.Counts(1, 2, 9)).provenance());
    ran.put(WilsonInterval.at95(), WilsonInterval.at95().of(1, 2).provenance());
    ran.put(RateDifference.at95(), RateDifference.at95().of(1, 2, 1, 2).provenance());
    ran.put(SampleSize.usual(), SampleSize.usual().paired(0.2, 0.1).provenance());
    ran.put(new Slices(5, Correction.HOLM), new Slices(5, Correction.HOLM).compare(new long[0], new long[0]).provenance());
    ran.put(new StoppingRule(0.1, 1, 2), new StoppingRule(0.1, 1, 2).decide(new double[] {1}, 1).provenance());
    ran.put(new NumericConsensus(), new NumericConsensus().estimate(ScoreTable.builder().build(), Progress.SILENT).provenance());
    ran.put(new MultiLabel(), new MultiLabel().estimate(List.of(), Progress.SILENT).provenance());
    ran.put(new SpanConsensus(), new SpanConsensus().estimate(Set.of(), List.of()).provenance());
    ran.put(new TextConsensus(), new TextConsensus().estimate(List.of()).provenance());
    ran.put(new NumericAuto(), new NumericAuto().estimate(ScoreTable.builder().build(), Progress.SILENT).provenance());
    Spans spans = Spans.builder().document("d", 9).read("d", "r").build();
    ran.put(new SpanF1(SpanF1.Match.EXACT), new SpanF1(SpanF1.Match.EXACT).measure(spans).provenance());
    ran.put(new UnitisedAlpha(), new UnitisedAlpha().measure(spans).provenance());
    ran.put(new RankingConsensus(), new RankingConsensus().estimate(List.of()).provenance());
    assertThat(PairedScores.compare(new double[9], new double[9], Bootstrap.of(20, new Random(1))).provenance().settings())
        .containsOnlyKeys("bootstrap", "swaps", "coverage");
    return ran;
  }
}
