package org.touchstone.statistics.preference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Patience;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Quantiles;

/**
 * Bradley–Terry with raters of unequal care: with probability ρ_r rater r compares as the model says, else guesses,
 * taking the left with a share of their own. Careless raters then count less, and their reliability is a result.
 *
 * <p>Fitted by expectation–maximisation: how likely each judgment was meant, then strengths from the judgments so
 * weighted, then reliability and lean of each rater. The penalised likelihood never falls. A Beta prior worth five
 * judgments around 0.8 keeps a rater with few judgments from being condemned or trusted outright. A tie counts as
 * half a win each way for the strengths and says nothing of the rater, since calling a draw is no sign of guessing.
 *
 * <p>After X. Chen et al. (2013), 'Pairwise ranking aggregation in a crowdsourced setting', with guessing in place of
 * inversion.
 */
public record NoisyBradleyTerry(int mostRounds) {
  private static final double PRIOR_MEANT = 4;
  private static final double PRIOR_GUESSED = 1;
  private static final double PRIOR_SIDE = 2;

  public static NoisyBradleyTerry standard() {
    return new NoisyBradleyTerry(500);
  }

  /**
   * What came out.
   *
   * @param strengths of the contestants; with intervals where a bootstrap was asked for
   * @param reliability of each rater, by number: the share of judgments with a winner that were meant
   * @param leftGuesses of each rater: the share of left among the guesses
   * @param objective the penalised log-likelihood after each round
   */
  public record Noisy(Strengths strengths, List<Estimate> reliability, double[] leftGuesses, double[] objective) {
    public Provenance provenance() {
      return strengths.provenance();
    }
  }

  /**
   * As {@link #fit(Comparisons, Progress)}, with intervals from drawing comparisons again: percentiles for reliabilities, and for
   * strengths the basic bootstrap. Careful raters and strengths that lie far apart explain each other, so the fit draws
   * strengths apart, and each draw does it once more; what a draw is too far out, the estimate is taken to be too. A draw
   * that leaves a contestant or a rater out says nothing of them. The bootstrap's progress is asked within a draw too; an
   * unfinished one is left out.
   */
  public Noisy fit(Comparisons comparisons, Bootstrap bootstrap) {
    var patience = new Patience(bootstrap.progress());
    double[][] logs = new double[bootstrap.rounds()][];
    Noisy point = fit(comparisons, patience.inside(0, logs.length));
    double[][] meant = new double[comparisons.raters()][bootstrap.rounds()];
    int drawn = 0;
    while (drawn < logs.length && comparisons.size() > 0 && !patience.isOver()) {
      Comparisons replicate = comparisons.resampled(bootstrap.random());
      Noisy again = fit(replicate, patience.inside(drawn, logs.length));
      if (patience.isOver()) break;
      double[] meetings = replicate.counts().meetings();
      logs[drawn] = new double[meetings.length];
      for (int c = 0; c < meetings.length; c++) {
        logs[drawn][c] = meetings[c] == 0 ? Double.NaN : 2 * point.strengths.log(c) - again.strengths.log(c);
      }
      for (int r = 0; r < meant.length; r++) {
        meant[r][drawn] = again.reliability.get(r) instanceof Estimate.Known known ? known.value() : Double.NaN;
      }
      drawn++;
      patience.report(drawn, logs.length);
    }
    List<Estimate> reliability = new ArrayList<>();
    for (int r = 0; r < meant.length; r++) {
      reliability.add(point.reliability.get(r) instanceof Estimate.Known(double value, long n, var none)
          ? new Estimate.Known(value, n, Quantiles.percentile(meant[r], drawn, bootstrap.level())) : point.reliability.get(r));
    }
    var spread = new Strengths.Spread.Replicates(Arrays.copyOf(logs, drawn));
    var provenance = point.provenance().with(Map.of("bootstrap", Integer.toString(drawn), "coverage", Double.toString(bootstrap.level())));
    return new Noisy(point.strengths.with(spread, bootstrap.level(), provenance), List.copyOf(reliability), point.leftGuesses, point.objective);
  }

  /** @param progress told after each round; refusing leaves the strengths and reliabilities of the rounds until then */
  public Noisy fit(Comparisons comparisons, Progress progress) {
    var cells = RaterCells.of(comparisons);
    int k = comparisons.contestants();
    double[] rho = filled(comparisons.raters(), PRIOR_MEANT / (PRIOR_MEANT + PRIOR_GUESSED));
    double[] left = filled(comparisons.raters(), 0.5);
    double[] at = StrengthFit.start(k);
    double[] trace = new double[mostRounds];
    double before = Double.NEGATIVE_INFINITY;
    int rounds = 0;
    boolean stopped = false;
    boolean settled = false;
    while (rounds < mostRounds && !settled && !stopped) {
      trace[rounds++] = round(cells, k, rho, left, at);
      settled = Math.abs(trace[rounds - 1] - before) < 1e-9 * (1 + Math.abs(before));
      before = trace[rounds - 1];
      stopped = !settled && !progress.report(rounds, mostRounds);
    }
    var strengths = new Strengths(comparisons.contestantNames(), Arrays.copyOf(at, k), comparisons.counts().meetings(),
        OptionalDouble.empty(), new Strengths.Spread.Unknown(), 0.95, stopped ? Strengths.STOPPED : "",
        Provenance.of("noisy-bradley-terry", Map.of("mostRounds", Integer.toString(mostRounds), "rounds", Integer.toString(rounds)), comparisons.size()));
    return new Noisy(strengths, reliabilities(comparisons, rho), left, Arrays.copyOf(trace, rounds));
  }

  private static List<Estimate> reliabilities(Comparisons comparisons, double[] rho) {
    long[] n = new long[rho.length];
    for (int j = 0; j < comparisons.size(); j++) if (comparisons.outcome(j) != Outcome.TIE) n[comparisons.rater(j)]++;
    List<Estimate> reliability = new ArrayList<>();
    for (int r = 0; r < rho.length; r++) {
      reliability.add(n[r] == 0 ? Estimate.undefined("The rater never named a winner.") : Estimate.of(rho[r], n[r]));
    }
    return reliability;
  }

  /** One round; answers the penalised log-likelihood of the state it began from. */
  private static double round(RaterCells cells, int k, double[] rho, double[] left, double[] at) {
    double[] meant = filled(rho.length, PRIOR_MEANT);
    double[] guessed = filled(rho.length, PRIOR_GUESSED);
    double[] guessedLeft = filled(rho.length, PRIOR_SIDE);
    double[] guessedRight = filled(rho.length, PRIOR_SIDE);
    double[] weighted = new double[3 * cells.pairs().pairs()];
    double value = prior(k, rho, left, at) + ties(cells.pairs(), weighted, at);
    for (int c = 0; c < cells.size(); c++) {
      int r = cells.rater(c);
      boolean leftWon = cells.leftWon(c);
      double d = at[cells.left(c)] - at[cells.right(c)];
      double model = rho[r] * PairLikelihood.logistic(leftWon ? d : -d);
      double guess = (1 - rho[r]) * (leftWon ? left[r] : 1 - left[r]);
      double share = model / (model + guess);
      double n = cells.weight(c);
      value += n * Math.log(model + guess);
      meant[r] += n * share;
      guessed[r] += n * (1 - share);
      if (leftWon) guessedLeft[r] += n * (1 - share);
      else guessedRight[r] += n * (1 - share);
      weighted[cells.cell(c)] += n * share;
    }
    for (int r = 0; r < rho.length; r++) {
      rho[r] = meant[r] / (meant[r] + guessed[r]);
      left[r] = guessedLeft[r] / (guessedLeft[r] + guessedRight[r]);
    }
    var fit = new StrengthFit(cells.pairs().with(weighted), Ties.HALF_WIN, 1, at, StrengthFit.EXACT).climb();
    System.arraycopy(fit.at, 0, at, 0, at.length);
    return value;
  }

  /** Adds the halves of the ties, which no habit weighs, and answers their log-likelihood. */
  private static double ties(PairCounts pairs, double[] weighted, double[] at) {
    double value = 0;
    for (int p = 0; p < pairs.pairs(); p++) {
      double half = pairs.cells[3 * p + 2] / 2;
      weighted[3 * p] += half;
      weighted[3 * p + 1] += half;
      double d = at[pairs.first[p]] - at[pairs.second[p]];
      value += half * (PairLikelihood.logLogistic(d) + PairLikelihood.logLogistic(-d));
    }
    return value;
  }

  private static double prior(int k, double[] rho, double[] left, double[] at) {
    double value = 0;
    for (int r = 0; r < rho.length; r++) {
      value += PRIOR_MEANT * Math.log(rho[r]) + PRIOR_GUESSED * Math.log(1 - rho[r])
          + PRIOR_SIDE * (Math.log(left[r]) + Math.log(1 - left[r]));
    }
    for (int c = 0; c < k; c++) {
      value += 0.5 * (PairLikelihood.logLogistic(at[c]) + PairLikelihood.logLogistic(-at[c]));
    }
    return value;
  }

  private static double[] filled(int n, double value) {
    double[] all = new double[n];
    Arrays.fill(all, value);
    return all;
  }
}
