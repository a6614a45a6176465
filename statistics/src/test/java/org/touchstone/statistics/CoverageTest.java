package org.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.touchstone.statistics.agreement.CohenKappa;
import org.touchstone.statistics.agreement.FleissKappa;
import org.touchstone.statistics.agreement.GwetAC;
import org.touchstone.statistics.agreement.IntraclassCorrelation;
import org.touchstone.statistics.agreement.Judgments;
import org.touchstone.statistics.agreement.KrippendorffAlpha;
import org.touchstone.statistics.comparison.McNemar;
import org.touchstone.statistics.consensus.Methods;
import org.touchstone.statistics.comparison.WilsonInterval;
import org.touchstone.statistics.preference.BradleyTerry;
import org.touchstone.statistics.preference.Comparisons;
import org.touchstone.statistics.preference.NoisyBradleyTerry;
import org.touchstone.statistics.preference.Outcome;
import org.touchstone.statistics.preference.Scale;
import org.touchstone.statistics.preference.Ties;

/**
 * How often 95 % intervals hold the truth in simulation. The test asks for few trials and a generous bound; {@link
 * #main} prints the table of docs/statistics from many.
 */
public final class CoverageTest {
  private static final double[] STRENGTH = {0.9, 0.4, 0, -0.4, -0.9};

  /** One line of the table: a trial draws data and answers the estimate whose interval should hold the truth. */
  record Case(String what, double truth, Function<RandomGenerator, Estimate> trial, double least) {
    @Override
    public String toString() {
      return what;
    }

    double coverage(int trials, long seed) {
      var random = new SplittableRandom(seed);
      int held = 0;
      int given = 0;
      for (int t = 0; t < trials; t++) {
        var interval = trial.apply(random.split()).known().flatMap(Estimate.Known::interval);
        if (interval.isEmpty()) continue;
        given++;
        if (interval.get().contains(truth)) held++;
      }
      return (double) held / given;
    }
  }

  static List<Case> cases() {
    var large = crowd(new Random(1), 400_000, 3);
    double nominal = value(KrippendorffAlpha.nominal().measure(large).value());
    double ordinal = value(KrippendorffAlpha.ordinal().measure(large).value());
    double fleiss = value(FleissKappa.unweighted().measure(large).value());
    double ac1 = value(GwetAC.ac1().measure(large).value());
    double kappa = value(CohenKappa.unweighted().measure(crowd(new Random(2), 400_000, 2)).value());
    return List.of(
        new Case("alpha nominal, bootstrap, 30 items", nominal, r -> alpha(KrippendorffAlpha.nominal(), r, 30), 0.87),
        new Case("alpha nominal, bootstrap, 100 items", nominal, r -> alpha(KrippendorffAlpha.nominal(), r, 100), 0.90),
        new Case("alpha ordinal, bootstrap, 30 items", ordinal, r -> alpha(KrippendorffAlpha.ordinal(), r, 30), 0.85),
        new Case("alpha ordinal, bootstrap, 100 items", ordinal, r -> alpha(KrippendorffAlpha.ordinal(), r, 100), 0.90),
        new Case("Fleiss' kappa, analytic, 30 items", fleiss, r -> FleissKappa.unweighted().measure(crowd(r, 30, 3))
            .value(), 0.90),
        new Case("Gwet's AC1, analytic, 30 items", ac1, r -> GwetAC.ac1().measure(crowd(r, 30, 3)).value(), 0.90),
        new Case("Cohen's kappa, analytic, 100 items", kappa, r -> CohenKappa.unweighted().measure(crowd(r, 100, 2))
            .value(), 0.90),
        new Case("ICC(2,1), analytic, 30 items, 6 raters", 1 / 2.25, r -> new IntraclassCorrelation(IntraclassCorrelation.Design.RANDOM_RATERS, false)
            .measure(scores(r, 30, 6)).value(), 0.88),
        new Case("a rater's skill, Dawid-Skene, 200 items of 5 judgments", 0.7, r -> skill(r, "dawid-skene"), 0.88),
        new Case("a rater's skill, one-coin, 200 items of 5 judgments", 0.7, r -> skill(r, "one-coin"), 0.88),
        new Case("Wilson, 10 of share 0.9", 0.9, r -> wilson(r, 10, 0.9), 0.90),
        new Case("Wilson, 100 of share 0.97", 0.97, r -> wilson(r, 100, 0.97), 0.90),
        new Case("McNemar difference, 60 items", 0.1, CoverageTest::paired, 0.90),
        new Case("Bradley-Terry, sandwich, 200 comparisons", STRENGTH[0], r -> rated(r, 200, false, false), 0.90),
        new Case("Bradley-Terry, bootstrap, 200 comparisons", STRENGTH[0], r -> rated(r, 200, true, false), 0.88),
        new Case("Davidson, sandwich, 200 comparisons", STRENGTH[0], r -> rated(r, 200, false, true), 0.90));
  }

  /** Lines whose every trial fits a model a hundred times: printed with a tenth of the trials, and no part of a build. */
  static List<Case> slowCases() {
    return List.of(
        new Case("noisy Bradley-Terry, bootstrap, a strength, 400 comparisons", STRENGTH[0], r -> noisy(r).strengths().on(Scale.LOG).of(0), 0.88),
        new Case("noisy Bradley-Terry, bootstrap, a rater's reliability, 80 comparisons each", 0.8, r -> noisy(r).reliability().getFirst(), 0.88));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void intervalsHoldTheTruthAboutAsOftenAsTheySay(Case line) {
    assertThat(line.coverage(300, 77)).as("seed 77").isBetween(line.least, 0.995);
  }

  /** Prints the table; the argument is the number of trials a line. */
  public static void main(String[] args) {
    int trials = args.length == 0 ? 2000 : Integer.parseInt(args[0]);
    for (Case line : cases()) {
      System.out.printf(Locale.ROOT, "| %s | %.1f %% |%n", line.what, 100 * line.coverage(trials, 2026));
    }
    for (Case line : slowCases()) {
      System.out.printf(Locale.ROOT, "| %s | %.1f %% |%n", line.what, 100 * line.coverage(trials / 10, 2026));
    }
  }

  private static Estimate alpha(KrippendorffAlpha alpha, RandomGenerator random, int items) {
    return alpha.measure(crowd(random, items, 3), Bootstrap.of(300, random)).value();
  }

  /** Four categories of unequal frequency; a rater is right with probability 0.7 and else guesses. */
  private static Judgments crowd(RandomGenerator random, int items, int raters) {
    int[] item = new int[items * raters];
    int[] rater = new int[items * raters];
    int[] said = new int[items * raters];
    for (int i = 0; i < items; i++) {
      int truth = Math.min(3, (int) (5.5 * random.nextDouble() * random.nextDouble()));
      for (int r = 0; r < raters; r++) {
        item[i * raters + r] = i;
        rater[i * raters + r] = r;
        said[i * raters + r] = random.nextDouble() < 0.7 ? truth : random.nextInt(4);
      }
    }
    return Judgments.ofCategories(item, rater, said);
  }

  /** Items differ with variance 1, raters are lenient or strict with variance 1/4, and each score errs with variance 1. */
  private static Judgments scores(RandomGenerator random, int items, int raters) {
    double[] item = new double[items];
    for (int i = 0; i < items; i++) item[i] = random.nextGaussian();
    double[][] rows = new double[raters][items];
    for (double[] row : rows) {
      double lenient = 0.5 * random.nextGaussian();
      for (int i = 0; i < items; i++) row[i] = item[i] + lenient + random.nextGaussian();
    }
    return Judgments.ofRows(rows);
  }

  /** Two classes, seven raters of known skill, of whom the first is right with probability 0.7. */
  private static Estimate skill(RandomGenerator random, String method) {
    double[] skills = {0.7, 0.65, 0.75, 0.8, 0.85, 0.9, 0.6};
    var table = LabelTable.builder();
    for (int i = 0; i < 200; i++) {
      int truth = random.nextInt(2);
      int first = random.nextInt(skills.length);
      for (int x = 0; x < 5; x++) {
        int rater = (first + x) % skills.length;
        table.add("i" + i, "r" + rater, "" + (random.nextDouble() < skills[rater] ? truth : 1 - truth));
      }
    }
    var consensus = Methods.named(method).orElseThrow().estimate(table.build());
    return consensus.skill(consensus.raterNames().find("r0"));
  }

  private static Estimate wilson(RandomGenerator random, int n, double share) {
    int successes = 0;
    for (int i = 0; i < n; i++) if (random.nextDouble() < share) successes++;
    return WilsonInterval.at95().of(successes, n).value();
  }

  private static Estimate paired(RandomGenerator random) {
    int first = 0;
    int second = 0;
    for (int i = 0; i < 60; i++) {
      double u = random.nextDouble();
      if (u < 0.2) first++;
      else if (u < 0.3) second++;
    }
    return McNemar.midP().test(new McNemar.Counts(first, second, 60)).difference();
  }

  private static Estimate rated(RandomGenerator random, int n, boolean bootstrap, boolean ties) {
    int k = STRENGTH.length;
    int[] left = new int[n];
    int[] right = new int[n];
    Outcome[] outcome = new Outcome[n];
    for (int j = 0; j < n; j++) {
      left[j] = random.nextInt(k);
      right[j] = (left[j] + 1 + random.nextInt(k - 1)) % k;
      double a = Math.exp(STRENGTH[left[j]]);
      double b = Math.exp(STRENGTH[right[j]]);
      double tie = ties ? 0.7 * Math.sqrt(a * b) : 0;
      double u = random.nextDouble() * (a + b + tie);
      outcome[j] = u < a ? Outcome.LEFT : u < a + b ? Outcome.RIGHT : Outcome.TIE;
    }
    var comparisons = Comparisons.of(k, 1, left, right, new int[n], outcome);
    var method = BradleyTerry.standard().on(Scale.LOG).with(ties ? Ties.DAVIDSON : Ties.HALF_WIN);
    return (bootstrap ? method.rate(comparisons, Bootstrap.of(200, random)) : method.rate(comparisons)).of(0);
  }

  /** Five raters, of whom the first means four comparisons of five and guesses the rest. */
  private static NoisyBradleyTerry.Noisy noisy(RandomGenerator random) {
    double[] meant = {0.8, 0.95, 0.9, 0.85, 0.7};
    int n = 400;
    int k = STRENGTH.length;
    int[] left = new int[n];
    int[] right = new int[n];
    int[] rater = new int[n];
    Outcome[] outcome = new Outcome[n];
    for (int j = 0; j < n; j++) {
      left[j] = random.nextInt(k);
      right[j] = (left[j] + 1 + random.nextInt(k - 1)) % k;
      rater[j] = j % meant.length;
      double first = 1 / (1 + Math.exp(STRENGTH[right[j]] - STRENGTH[left[j]]));
      outcome[j] = random.nextDouble() < (random.nextDouble() < meant[rater[j]] ? first : 0.5) ? Outcome.LEFT : Outcome.RIGHT;
    }
    return NoisyBradleyTerry.standard().fit(Comparisons.of(k, meant.length, left, right, rater, outcome), Bootstrap.of(100, random));
  }

  private static double value(Estimate estimate) {
    return estimate.known().orElseThrow().value();
  }
}
