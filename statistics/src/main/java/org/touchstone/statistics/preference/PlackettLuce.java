package org.touchstone.statistics.preference;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Patience;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Multinomial;

/**
 * The Plackett–Luce model of rankings: the best is chosen with probability π_i/Σπ among all that are ranked, then the
 * next among the rest, and so on; with two contestants it is Bradley–Terry. Ties within a ranking are not modelled.
 *
 * <p>The most likely strengths by Hunter's (2004) minorise–maximise steps, each of which raises the likelihood. Where
 * they do not exist each contestant gets one imagined draw with an average one, as in {@link BradleyTerry}. Intervals
 * are by the sandwich over rankings, or by drawing rankings again.
 *
 * <p>Source: D. R. Hunter (2004), 'MM algorithms for generalized Bradley–Terry models'.
 */
public record PlackettLuce(double level) {
  private static final int MOST_STEPS = 20_000;

  public PlackettLuce {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level lies strictly between 0 and 1, got " + level);
    }
  }

  public static PlackettLuce standard() {
    return new PlackettLuce(0.95);
  }

  public Strengths strengths(Rankings rankings) {
    return strengths(rankings, Progress.SILENT);
  }

  /** @param progress told after each step; refusing leaves the strengths reached until then, without errors */
  public Strengths strengths(Rankings rankings, Progress progress) {
    var patience = new Patience(progress);
    double[] once = new double[rankings.size()];
    Arrays.fill(once, 1);
    var fit = fitted(rankings, once, new double[rankings.contestantNames().size()], patience);
    double[][] covariance = !patience.isOver() && fit.log.length <= BradleyTerry.LARGEST_SANDWICH ? covariance(rankings, fit) : null;
    return wrapped(rankings, fit, covariance == null
        ? new Strengths.Spread.Unknown() : new Strengths.Spread.Covariance(covariance), level, "sandwich", patience.isOver());
  }

  /** The bootstrap's progress is asked within a replicate too; an unfinished one is left out. */
  public Strengths strengths(Rankings rankings, Bootstrap bootstrap) {
    var patience = new Patience(bootstrap.progress());
    long[] once = new long[rankings.size()];
    Arrays.fill(once, 1);
    double[] weight = new double[once.length];
    Arrays.fill(weight, 1);
    var fit = fitted(rankings, weight, new double[rankings.contestantNames().size()], patience.inside(0, bootstrap.rounds()));
    boolean stopped = patience.isOver();
    var multinomial = new Multinomial(once);
    double[][] logs = new double[bootstrap.rounds()][];
    int drawn = 0;
    while (drawn < logs.length && !patience.isOver()) {
      multinomial.draw(bootstrap.random(), once);
      for (int r = 0; r < once.length; r++) weight[r] = once[r];
      var replicate = fitted(rankings, weight, fit.log, patience.inside(drawn, logs.length));
      if (patience.isOver()) break;
      for (int c = 0; c < replicate.log.length; c++) if (replicate.meetings[c] == 0) replicate.log[c] = Double.NaN;
      logs[drawn++] = replicate.log;
      patience.report(drawn, logs.length);
    }
    return wrapped(rankings, fit, new Strengths.Spread.Replicates(Arrays.copyOf(logs, drawn)), bootstrap.level(),
        "bootstrap of " + drawn, stopped);
  }

  private record Fit(double[] log, double[] meetings, double prior) {}

  private Fit fitted(Rankings rankings, double[] weight, double[] startLog, Progress progress) {
    int k = startLog.length;
    double[] wins = new double[k];
    double[] meetings = new double[k];
    for (int r = 0; r < rankings.size(); r++) {
      if (rankings.to(r) - rankings.from(r) < 2) continue;
      for (int j = rankings.from(r); j < rankings.to(r); j++) {
        meetings[rankings.at(j)] += weight[r];
        if (j + 1 < rankings.to(r)) wins[rankings.at(j)] += weight[r];
      }
    }
    double prior = isConnected(rankings, weight, meetings) ? 0 : 1;
    double[] strength = new double[k];
    for (int c = 0; c < k; c++) strength[c] = prior > 0 ? 1 : Math.exp(startLog[c]);
    for (int step = 1; step <= MOST_STEPS; step++) {
      if (improve(rankings, weight, wins, meetings, prior, strength) < 1e-12 || !progress.report(step, MOST_STEPS)) break;
    }
    double mean = 0;
    int compared = 0;
    for (int c = 0; c < k; c++) {
      if (meetings[c] == 0) continue;
      mean += Math.log(strength[c]);
      compared++;
    }
    double[] log = new double[k];
    for (int c = 0; c < k; c++) log[c] = meetings[c] == 0 ? 0 : Math.log(strength[c]) - mean / compared;
    return new Fit(log, meetings, prior);
  }

  /** One minorise–maximise step; answers the largest change of a log strength. */
  private static double improve(Rankings rankings, double[] weight, double[] wins, double[] meetings, double prior,
      double[] strength) {
    double[] divisor = new double[strength.length];
    for (int r = 0; r < rankings.size(); r++) {
      if (weight[r] == 0) continue;
      double rest = 0;
      for (int j = rankings.to(r) - 1; j >= rankings.from(r); j--) rest += strength[rankings.at(j)];
      double passed = 0;
      for (int j = rankings.from(r); j < rankings.to(r); j++) {
        if (j + 1 < rankings.to(r)) passed += weight[r] / rest;
        divisor[rankings.at(j)] += passed;
        rest -= strength[rankings.at(j)];
      }
    }
    double change = 0;
    for (int c = 0; c < strength.length; c++) {
      if (meetings[c] == 0) continue;
      double next = (wins[c] + prior / 2) / (divisor[c] + prior / (1 + strength[c]));
      change = Math.max(change, Math.abs(Math.log(next / strength[c])));
      strength[c] = next;
    }
    return change;
  }

  private static boolean isConnected(Rankings rankings, double[] weight, double[] meetings) {
    int k = meetings.length;
    int n = 0;
    for (int r = 0; r < rankings.size(); r++) n += Math.max(0, rankings.to(r) - rankings.from(r) - 1);
    int[] winner = new int[n];
    int[] loser = new int[n];
    int links = 0;
    for (int r = 0; r < rankings.size(); r++) {
      for (int j = rankings.from(r); weight[r] > 0 && j + 1 < rankings.to(r); j++) {
        winner[links] = rankings.at(j);
        loser[links++] = rankings.at(j + 1);
      }
    }
    return PairCounts.of(k, Arrays.copyOf(winner, links), Arrays.copyOf(loser, links), new byte[links])
        .isConnected(false);
  }

  private static double[][] covariance(Rankings rankings, Fit fit) {
    int k = fit.log.length;
    double[][] bread = new double[k][k];
    double[][] filling = new double[k][k];
    double total = 0;
    for (int r = 0; r < rankings.size(); r++) {
      int from = rankings.from(r);
      int to = rankings.to(r);
      double[] score = new double[to - from];
      for (int stage = from; stage + 1 < to; stage++) {
        total++;
        double sum = 0;
        for (int j = stage; j < to; j++) sum += Math.exp(fit.log[rankings.at(j)]);
        score[stage - from]++;
        for (int j = stage; j < to; j++) {
          double p = Math.exp(fit.log[rankings.at(j)]) / sum;
          score[j - from] -= p;
          bread[rankings.at(j)][rankings.at(j)] += p;
          for (int i = stage; i < to; i++) {
            bread[rankings.at(j)][rankings.at(i)] -= p * Math.exp(fit.log[rankings.at(i)]) / sum;
          }
        }
      }
      for (int j = from; j < to; j++) {
        for (int i = from; i < to; i++) filling[rankings.at(j)][rankings.at(i)] += score[j - from] * score[i - from];
      }
    }
    return Sandwich.covariance(bread, filling, fit.meetings, fit.log, fit.prior, total);
  }

  private Strengths wrapped(Rankings rankings, Fit fit, Strengths.Spread spread, double coverage, String errors,
      boolean stopped) {
    String remark = fit.prior == 0 ? ""
        : "Some contestants came first, or last, in all of their rankings with the rest, or never"
        + " met them; each was given one imagined draw with an average one, so far ends are cautious.";
    if (stopped) remark = (Strengths.STOPPED + " " + remark).strip();
    return new Strengths(rankings.contestantNames(), fit.log, fit.meetings, OptionalDouble.empty(), spread, coverage,
        remark,
        Provenance.of("plackett-luce", Map.of("errors", errors, "prior", Double.toString(fit.prior), "coverage",
            Double.toString(coverage)), rankings.size()));
  }
}
