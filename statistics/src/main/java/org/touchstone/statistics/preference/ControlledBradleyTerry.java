package org.touchstone.statistics.preference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;
import org.touchstone.statistics.Patience;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Normal;

/**
 * Bradley–Terry with covariates: the log odds of left against right are s_left − s_right + Σ γ_c x_c, where x_c is
 * what differs between the two responses beside their makers, such as the difference of their lengths or of their use
 * of markup. The strengths are then those at equal style, and each γ says how much style alone buys. A column of ones
 * measures the advantage of standing left.
 *
 * <p>Put covariates on a scale near one, for instance (a − b)/(a + b) for lengths. A column that never varies with
 * the winner, or that copies others, has an undefined effect. A tie counts half. Errors are by the sandwich over
 * comparisons, or over raters where {@code clustered}, since one rater's comparisons resemble each other. A weak
 * prior (one imagined draw a contestant and one unit of curvature an effect) enters only where the likelihood has no
 * finite top.
 *
 * @param names what each covariate is called
 * @param clustered whether the errors allow for likeness within a rater
 */
public record ControlledBradleyTerry(List<String> names, boolean clustered, double level) {
  private static final int MOST_STEPS = 100;

  public ControlledBradleyTerry {
    names = List.copyOf(names);
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level lies strictly between 0 and 1, got " + level);
    }
  }

  public static ControlledBradleyTerry of(List<String> names) {
    return new ControlledBradleyTerry(names, false, 0.95);
  }

  /** The strengths at equal covariates, and what each covariate is worth in log odds. */
  public record Controlled(Strengths strengths, List<Estimate> effects) {
    public Controlled {
      effects = List.copyOf(effects);
    }

    public Provenance provenance() {
      return strengths.provenance();
    }
  }

  /** @param covariate one row a comparison: each covariate of the left minus that of the right */
  public Controlled fit(Comparisons comparisons, double[][] covariate) {
    return fit(comparisons, covariate, Progress.SILENT);
  }

  /**
   * @param covariate one row a comparison: each covariate of the left minus that of the right
   * @param progress told after each step of the climb; refusing leaves the strengths and effects reached until then, without errors
   */
  public Controlled fit(Comparisons comparisons, double[][] covariate, Progress progress) {
    check(comparisons, covariate);
    int k = comparisons.contestants();
    int all = k + names.size();
    boolean connected = comparisons.counts().isConnected(true);
    double[] at = new double[all];
    double prior = connected ? 0 : 1;
    var model = new Model(comparisons, covariate, k, all, prior);
    var patience = new Patience(progress);
    boolean finite = model.climb(at, patience);
    if (!finite) {
      prior = Math.max(prior, 1);
      model = new Model(comparisons, covariate, k, all, prior);
      Arrays.fill(at, 0);
      model.climb(at, patience);
    }
    double[] meetings = comparisons.counts().meetings();
    boolean stopped = patience.isOver();
    double[][] covariance = !stopped && all <= BradleyTerry.LARGEST_SANDWICH ? model.covariance(at, meetings, clustered) : null;
    return wrapped(comparisons, at, meetings, covariance, prior, stopped);
  }

  private Controlled wrapped(Comparisons comparisons, double[] at, double[] meetings, double[][] covariance,
      double prior, boolean stopped) {
    int k = meetings.length;
    double[] log = Arrays.copyOf(at, k);
    double mean = 0;
    int compared = 0;
    for (int c = 0; c < k; c++) {
      if (meetings[c] == 0) continue;
      mean += log[c];
      compared++;
    }
    for (int c = 0; c < k; c++) log[c] = meetings[c] == 0 ? 0 : log[c] - mean / compared;
    String remark = prior == 0 ? ""
        : "The data leave some strength or effect without bound; each contestant was given one imagined"
        + " draw with an average one, and each effect a weak pull to zero.";
    if (stopped) remark = (Strengths.STOPPED + " " + remark).strip();
    var provenance = Provenance.of("bradley-terry-controlled", Map.of("covariates", String.join(",", names),
        "clustered", Boolean.toString(clustered), "prior", Double.toString(prior), "coverage", Double.toString(level)), comparisons.size());
    var spread = covariance == null ? new Strengths.Spread.Unknown() : new Strengths.Spread.Covariance(covariance);
    var strengths = new Strengths(comparisons.contestantNames(), log, meetings, OptionalDouble.empty(), spread,
        level, remark,
        provenance);
    List<Estimate> effects = new ArrayList<>();
    for (int c = k; c < at.length; c++) effects.add(stopped ? Estimate.of(at[c], comparisons.size()) : effect(at[c], covariance, c, comparisons.size()));
    return new Controlled(strengths, effects);
  }

  private Estimate effect(double value, double[][] covariance, int at, long n) {
    if (n == 0) return Estimate.undefined("There are no comparisons to learn from.");
    if (covariance == null) {
      return Estimate.undefined(
          "The covariates copy each other or the contestants, so their effects cannot be told apart.");
    }
    double half = Normal.halfWidth(level) * Math.sqrt(Math.max(0, covariance[at][at]));
    return new Estimate.Known(value, n, Optional.of(new Interval(value - half, value + half, level)));
  }

  private void check(Comparisons comparisons, double[][] covariate) {
    if (covariate.length != comparisons.size()) {
      throw new IllegalArgumentException(covariate.length + " rows of covariates for " + comparisons.size()
          + " comparisons");
    }
    for (int j = 0; j < covariate.length; j++) {
      if (covariate[j].length != names.size()) {
        throw new IllegalArgumentException("row " + j + " has " + covariate[j].length + " covariates, and "
            + names.size()
            + " are named");
      }
      for (double x : covariate[j]) {
        if (!Double.isFinite(x)) throw new IllegalArgumentException("row " + j + " has the covariate " + x);
      }
    }
  }

  /** The likelihood over single comparisons with its derivatives as full matrices. */
  private record Model(Comparisons comparisons, double[][] covariate, int k, int all, double prior) {
    /** Answers whether it came to rest, or was asked to, at strengths that are finite. */
    boolean climb(double[] at, Progress progress) {
      double value = value(at);
      for (int step = 0; step < MOST_STEPS; step++) {
        double[] gradient = new double[all];
        double[][] curvature = derive(at, gradient);
        double lent = Math.max(1e-9, comparisons.size() / ((double) k * k));
        for (int a = 0; prior == 0 && a < k; a++) for (int b = 0; b < k; b++) curvature[a][b] += lent;
        for (int a = 0; a < all; a++) curvature[a][a] += 1e-10 * (1 + curvature[a][a]);
        double[][] inverse = Cholesky.inverse(curvature);
        if (inverse == null) return false;
        double[] direction = new double[all];
        double largest = 0;
        for (int a = 0; a < all; a++) {
          for (int b = 0; b < all; b++) direction[a] += inverse[a][b] * gradient[b];
          largest = Math.max(largest, Math.abs(direction[a]));
        }
        double length = Math.min(1, 5 / Math.max(largest, 1e-300));
        double[] next = moved(at, direction, length);
        double reached = value(next);
        for (int h = 0; h < 30 && reached < value - 1e-12 * Math.abs(value); h++) {
          length /= 2;
          next = moved(at, direction, length);
          reached = value(next);
        }
        System.arraycopy(next, 0, at, 0, all);
        value = reached;
        if (largest < 1e-7) return true;
        for (double v : at) if (Math.abs(v) > 40) return false;
        if (!progress.report(step + 1, MOST_STEPS)) return true;
      }
      return false;
    }

    private static double[] moved(double[] at, double[] direction, double length) {
      double[] next = at.clone();
      for (int a = 0; a < next.length; a++) next[a] += length * direction[a];
      return next;
    }

    private double logit(double[] at, int j) {
      double logit = at[comparisons.left(j)] - at[comparisons.right(j)];
      for (int c = k; c < all; c++) logit += at[c] * covariate[j][c - k];
      return logit;
    }

    private double value(double[] at) {
      double value = 0;
      for (int j = 0; j < comparisons.size(); j++) {
        double y = PositionBias.result(comparisons.outcome(j));
        double logit = logit(at, j);
        value += y * PairLikelihood.logLogistic(logit) + (1 - y) * PairLikelihood.logLogistic(-logit);
      }
      for (int a = 0; prior > 0 && a < k; a++) {
        value += prior / 2 * (PairLikelihood.logLogistic(at[a]) + PairLikelihood.logLogistic(-at[a]));
      }
      for (int a = k; prior > 0 && a < all; a++) value -= prior * at[a] * at[a] / 2;
      return value;
    }

    private double[][] derive(double[] at, double[] gradient) {
      double[][] curvature = new double[all][all];
      for (int j = 0; j < comparisons.size(); j++) {
        double p = PairLikelihood.logistic(logit(at, j));
        double off = PositionBias.result(comparisons.outcome(j)) - p;
        score(gradient, j, off);
        square(curvature, j, p * (1 - p));
      }
      for (int a = 0; prior > 0 && a < k; a++) {
        double p = PairLikelihood.logistic(at[a]);
        gradient[a] += prior * (0.5 - p);
        curvature[a][a] += prior * p * (1 - p);
      }
      for (int a = k; prior > 0 && a < all; a++) {
        gradient[a] -= prior * at[a];
        curvature[a][a] += prior;
      }
      return curvature;
    }

    private void score(double[] into, int j, double off) {
      into[comparisons.left(j)] += off;
      into[comparisons.right(j)] -= off;
      for (int c = k; c < all; c++) into[c] += off * covariate[j][c - k];
    }

    private void square(double[][] into, int j, double weight) {
      int a = comparisons.left(j);
      int b = comparisons.right(j);
      into[a][a] += weight;
      into[b][b] += weight;
      into[a][b] -= weight;
      into[b][a] -= weight;
      for (int c = k; c < all; c++) {
        double x = weight * covariate[j][c - k];
        into[a][c] += x;
        into[c][a] += x;
        into[b][c] -= x;
        into[c][b] -= x;
        for (int d = k; d < all; d++) into[c][d] += x * covariate[j][d - k];
      }
    }

    double[][] covariance(double[] at, double[] meetings, boolean clustered) {
      double[][] bread = new double[all][all];
      double[][] filling = new double[all][all];
      double[][] perRater = clustered ? new double[comparisons.raters()][all] : null;
      for (int j = 0; j < comparisons.size(); j++) {
        double p = PairLikelihood.logistic(logit(at, j));
        double off = PositionBias.result(comparisons.outcome(j)) - p;
        square(bread, j, p * (1 - p));
        if (clustered) score(perRater[comparisons.rater(j)], j, off);
        else square(filling, j, off * off);
      }
      for (int r = 0; clustered && r < perRater.length; r++) {
        for (int a = 0; a < all; a++) for (int b = 0; b < all; b++) filling[a][b] += perRater[r][a] * perRater[r][b];
      }
      for (int c = k; c < all; c++) bread[c][c] += prior;
      return Sandwich.covariance(bread, filling, meetings, at, prior, comparisons.size());
    }
  }
}
