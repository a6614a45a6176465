package org.touchstone.statistics.preference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;
import org.touchstone.statistics.Names;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Normal;
import org.touchstone.statistics.chance.Quantiles;

/** Fitted log strengths with what is known of their error; read them on a {@link Scale}, or ask who would win. */
public final class Strengths {
  /** What is known of the error of the log strengths. */
  sealed interface Spread {
    /** Covariance of the log strengths, up to a common shift. */
    record Covariance(double[][] matrix) implements Spread {}

    /** Log strengths of bootstrap replicates, NaN for a contestant that a replicate left out. */
    record Replicates(double[][] logs) implements Spread {}

    record Unknown() implements Spread {}
  }

  static final String STOPPED = "Stopped on the way: these are not yet the likeliest strengths.";

  private final Names contestants;
  private final double[] log;
  private final double[] meetings;
  private final OptionalDouble tieParameter;
  private final Spread spread;
  private final double level;
  private final String remark;
  private final Provenance provenance;

  Strengths(Names contestants, double[] log, double[] meetings, OptionalDouble tieParameter, Spread spread,
      double level, String remark, Provenance provenance) {
    this.contestants = contestants;
    this.log = log;
    this.meetings = meetings;
    this.tieParameter = tieParameter;
    this.spread = spread;
    this.level = level;
    this.remark = remark;
    this.provenance = provenance;
  }

  Strengths with(Spread otherSpread, double otherLevel, Provenance otherProvenance) {
    return new Strengths(contestants, log, meetings, tieParameter, otherSpread, otherLevel, remark, otherProvenance);
  }

  /** The centred natural logarithm of a strength; 0, the average, for a contestant never compared. */
  public double log(int contestant) {
    return log[contestant];
  }

  /** The chance that the first beats the second where one of them wins. */
  public double winProbability(int first, int second) {
    return PairLikelihood.logistic(log[first] - log[second]);
  }

  /** ν of Davidson or θ of Rao and Kupper, where ties were modelled. */
  public OptionalDouble tieParameter() {
    return tieParameter;
  }

  public String remark() {
    return remark;
  }

  public Provenance provenance() {
    return provenance;
  }

  /** Whether the first is better than the second: the difference of their log strengths with its interval. */
  public Estimate difference(int first, int second) {
    if (meetings[first] == 0 || meetings[second] == 0) return neverCompared();
    double[] contrast = new double[log.length];
    contrast[first] = 1;
    contrast[second] = -1;
    double value = log[first] - log[second];
    Optional<Interval> interval = switch (spread) {
      case Spread.Covariance(var matrix) -> around(value, contrast, matrix, Scale.LOG, 0);
      case Spread.Replicates(var logs) -> {
        double[] differences = new double[logs.length];
        for (int r = 0; r < logs.length; r++) differences[r] = logs[r][first] - logs[r][second];
        yield Quantiles.percentile(differences, differences.length, level);
      }
      case Spread.Unknown() -> Optional.empty();
    };
    return new Estimate.Known(value, (long) (meetings[first] + meetings[second]), interval);
  }

  public Ratings on(Scale scale) {
    double logSum = logSum(log);
    List<Estimate> values = new ArrayList<>(log.length);
    for (int c = 0; c < log.length; c++) {
      values.add(meetings[c] == 0 ? neverCompared() : new Estimate.Known(
          scale.of(log[c], logSum), Math.round(meetings[c]), interval(c, scale, logSum)));
    }
    return new Ratings(contestants, values, remark, provenance.with(Map.of("scale", scale.name().toLowerCase(Locale.ROOT))));
  }

  private static Estimate neverCompared() {
    return Estimate.undefined("It was never compared with anything.");
  }

  private Optional<Interval> interval(int contestant, Scale scale, double logSum) {
    return switch (spread) {
      case Spread.Covariance(var matrix) -> {
        double[] contrast = scale == Scale.SHARE ? againstShares(logSum) : againstMean();
        contrast[contestant] += 1;
        yield around(log[contestant], contrast, matrix, scale, logSum);
      }
      case Spread.Replicates(var logs) -> {
        double[] values = new double[logs.length];
        for (int r = 0; r < logs.length; r++) values[r] = scale.of(logs[r][contestant], logSum(logs[r]));
        yield Quantiles.percentile(values, values.length, level);
      }
      case Spread.Unknown() -> Optional.empty();
    };
  }

  private Optional<Interval> around(double value, double[] contrast, double[][] matrix, Scale scale, double logSum) {
    double variance = 0;
    for (int a = 0; a < contrast.length; a++) {
      if (contrast[a] == 0) continue;
      for (int b = 0; b < contrast.length; b++) variance += contrast[a] * contrast[b] * matrix[a][b];
    }
    double half = Normal.halfWidth(level) * Math.sqrt(Math.max(0, variance));
    if (scale == Scale.SHARE) return aroundShare(Math.exp(value - logSum), half);
    double low = scale.of(value - half, logSum);
    double high = scale.of(value + half, logSum);
    return Double.isFinite(low) && Double.isFinite(high) ? Optional.of(new Interval(low, high, level))
        : Optional.empty();
  }

  /** By the delta method on the log odds of the share, so that no end lies above 1; for small shares the same as on their logarithms. */
  private Optional<Interval> aroundShare(double share, double halfOfLog) {
    if (!(share > 0 && share < 1) || !Double.isFinite(halfOfLog)) return Optional.empty();
    double odds = Math.log(share / (1 - share));
    double half = halfOfLog / (1 - share);
    return Optional.of(new Interval(PairLikelihood.logistic(odds - half), PairLikelihood.logistic(odds + half), level));
  }

  private double[] againstMean() {
    double[] contrast = new double[log.length];
    int compared = 0;
    for (double m : meetings) if (m > 0) compared++;
    for (int c = 0; c < contrast.length; c++) contrast[c] = meetings[c] > 0 ? -1.0 / compared : 0;
    return contrast;
  }

  private double[] againstShares(double logSum) {
    double[] contrast = new double[log.length];
    for (int c = 0; c < contrast.length; c++) contrast[c] = meetings[c] > 0 ? -Math.exp(log[c] - logSum) : 0;
    return contrast;
  }

  private double logSum(double[] logs) {
    double top = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < logs.length; c++) if (meetings[c] > 0 && logs[c] > top) top = logs[c];
    double sum = 0;
    for (int c = 0; c < logs.length; c++) if (meetings[c] > 0 && !Double.isNaN(logs[c])) sum += Math.exp(logs[c] - top);
    return top + Math.log(sum);
  }
}
