package org.touchstone.statistics.consensus;

import java.util.Arrays;
import org.touchstone.statistics.BetaDistribution;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;
import org.touchstone.statistics.LabelTable;

/**
 * What share of a rater's answers is right, from posteriors, with an honest interval.
 *
 * <p>Let {@code q} be the probability, by everything except the judgment itself, that the label it gave is right. With
 * share {@code s} of right answers and {@code K} classes the judgment has probability {@code s q + (1 - s)(1 - q)/(K - 1)}.
 * The share is the maximum of the product of these and a beta prior; the prior is fitted to the crowd, so that a rater with
 * three answers is taken for an average one until more is known. The interval leans on the crowd by two answers only, so
 * that it covers good and bad raters as often as it says; it is that of a beta distribution with as many observations as the
 * Fisher information is worth: where the truth is certain each judgment counts one, where the others cannot tell it counts
 * nothing. What nobody else judged and nothing is known of teaches nothing about its rater: such judgments are left out, and a rater
 * who has no others has no estimate.
 */
final class RaterSkills {
  private static final double LEVEL = 0.95;
  private static final double WEAK_PRIOR = 2;
  private static final double MIN_PRIOR = 2;
  private static final double MAX_PRIOR = 50;
  static final String ALONE = "nobody else judged what the rater judged, and none of it has a known answer";

  private RaterSkills() {}

  /**
   * @param posteriors row by row
   * @param confusion p(label | class) per cell and class as in {@link Sweep}, or null where the method has none
   */
  static Estimate[] of(LabelTable table, double[] posteriors, double[] confusion, Gold gold) {
    int classes = table.classes();
    int[] all = table.judgmentsPerRater();
    if (classes < 2) return onlyOneAnswer(all);
    int[] n = comparable(table, gold);
    double[] shares = plainShares(table, posteriors, all);
    var others = new float[Arrays.stream(n).sum()];
    double[] skill = shares;
    for (int round = 0; round < (confusion == null ? 2 : 1); round++) {
      leaveOneOut(table, posteriors, confusion, skill, gold, n, others);
      skill = fit(others, n, classes, 1, 1);
    }
    double[] weight = information(others, n, classes, skill);
    double[] prior = prior(skill, weight);
    double weaken = WEAK_PRIOR / (prior[0] + prior[1]);
    double[] alone = fit(others, n, classes, prior[0] * weaken, prior[1] * weaken);
    weight = information(others, n, classes, alone);
    skill = fit(others, n, classes, prior[0], prior[1]);
    var estimates = new Estimate[n.length];
    for (int r = 0; r < n.length; r++) {
      estimates[r] = n[r] == 0
          ? Estimate.undefined(all[r] == 0 ? "the rater has no judgments" : ALONE)
          : Estimate.of(skill[r], n[r], interval(skill[r], alone[r], weight[r] + WEAK_PRIOR));
    }
    return estimates;
  }

  private static Interval interval(double skill, double alone, double n) {
    Interval central = new BetaDistribution(Math.max(1e-3, n * alone), Math.max(1e-3, n * (1 - alone))).interval(LEVEL);
    return new Interval(Math.min(central.low(), skill), Math.max(central.high(), skill), LEVEL);
  }

  /** Whether somebody else judged the item too, or its answer is known. */
  static boolean isComparable(LabelTable table, Gold gold, int item) {
    if (gold.answer(item) >= 0) return true;
    for (int j = table.from(item) + 1; j < table.to(item); j++) if (table.rater(j) != table.rater(table.from(item))) return true;
    return false;
  }

  /** By rater, how many judgments can be held against something. */
  private static int[] comparable(LabelTable table, Gold gold) {
    var n = new int[table.raters()];
    for (int i = 0; i < table.items(); i++) {
      if (!isComparable(table, gold, i)) continue;
      for (int j = table.from(i); j < table.to(i); j++) n[table.rater(j)]++;
    }
    return n;
  }

  private static Estimate[] onlyOneAnswer(int[] n) {
    var estimates = new Estimate[n.length];
    for (int r = 0; r < n.length; r++) {
      estimates[r] = Estimate.undefined("all judgments say the same, so nothing tells a good rater from a bad one");
    }
    return estimates;
  }

  private static double[] plainShares(LabelTable table, double[] posteriors, int[] n) {
    var right = new double[n.length];
    int classes = table.classes();
    for (int i = 0; i < table.items(); i++) {
      for (int j = table.from(i); j < table.to(i); j++) right[table.rater(j)] += posteriors[i * classes + table.label(j)];
    }
    for (int r = 0; r < n.length; r++) right[r] = (right[r] + 1) / (n[r] + 2);
    return right;
  }

  /** Probability, rater by rater, that each judgment is right by everything but itself: the posterior divided by what it said. */
  private static void leaveOneOut(
      LabelTable table, double[] posteriors, double[] confusion, double[] skill, Gold gold, int[] n, float[] others) {
    int classes = table.classes();
    var next = new int[n.length];
    for (int r = 1; r < n.length; r++) next[r] = next[r - 1] + n[r - 1];
    for (int i = 0; i < table.items(); i++) {
      if (!isComparable(table, gold, i)) continue;
      int row = i * classes;
      for (int j = table.from(i); j < table.to(i); j++) {
        int label = table.label(j);
        if (gold.answer(i) >= 0) {
          others[next[table.rater(j)]++] = gold.answer(i) == label ? 1 : 0;
          continue;
        }
        int cell = (table.rater(j) * classes + label) * classes;
        double s = Math.clamp(skill[table.rater(j)], 0.02, 0.98);
        double total = 0;
        double own = 0;
        for (int k = 0; k < classes; k++) {
          double said = confusion != null ? confusion[cell + k] : k == label ? s : (1 - s) / (classes - 1);
          double rest = posteriors[row + k] / Math.max(said, 1e-9);
          total += rest;
          if (k == label) own = rest;
        }
        others[next[table.rater(j)]++] = (float) (total > 0 ? own / total : posteriors[row + label]);
      }
    }
  }

  private static double[] fit(float[] others, int[] n, int classes, double alpha, double beta) {
    var skill = new double[n.length];
    int from = 0;
    for (int r = 0; r < n.length; r++) {
      skill[r] = fitOne(others, from, from + n[r], classes, alpha, beta);
      from += n[r];
    }
    return skill;
  }

  /**
   * The most probable share of one rater under a beta prior. The log posterior is concave in the share, so Newton's steps find
   * it, held inside the bracket that the slope's sign has narrowed so far.
   */
  private static double fitOne(float[] others, int from, int to, int classes, double alpha, double beta) {
    double low = 0;
    double high = 1;
    double s = alpha / (alpha + beta);
    for (int step = 0; step < 40; step++) {
      double slope = alpha / s - beta / (1 - s);
      double curve = alpha / (s * s) + beta / ((1 - s) * (1 - s));
      for (int x = from; x < to; x++) {
        double wrong = (1.0 - others[x]) / (classes - 1);
        double d = (others[x] - wrong) / (s * others[x] + (1 - s) * wrong);
        slope += d;
        curve += d * d;
      }
      if (slope > 0) low = s;
      else high = s;
      double next = s + slope / curve;
      if (!(next > low && next < high)) next = (low + high) / 2;
      boolean near = Math.abs(next - s) < 1e-6;
      s = next;
      if (near) break;
    }
    return s;
  }

  private static double[] information(float[] others, int[] n, int classes, double[] skill) {
    var weight = new double[n.length];
    int from = 0;
    for (int r = 0; r < n.length; r++) {
      weight[r] = informationOf(others, from, from + n[r], classes, skill[r]);
      from += n[r];
    }
    return weight;
  }

  /** How many certain answers one rater's judgments are worth: Fisher information times s(1 - s). */
  private static double informationOf(float[] others, int from, int to, int classes, double skill) {
    double s = Math.clamp(skill, 1e-6, 1 - 1e-6);
    double sum = 0;
    for (int x = from; x < to; x++) {
      double q = others[x];
      double wrong = (1 - q) / (classes - 1);
      double f = s * q + (1 - s) * wrong;
      sum += (q - wrong) * (q - wrong) / (f * f);
    }
    return Math.min(to - from, sum * s * (1 - s));
  }

  /**
   * The skill of one rater whose judgments are right with the probabilities given by everything else.
   *
   * @param mean what raters of this crowd reach, which the estimate leans on by two answers
   */
  static Estimate ofOne(float[] others, int classes, double mean) {
    if (others.length == 0) return Estimate.undefined("the rater has no judgments");
    if (classes < 2) return Estimate.undefined("all judgments say the same, so nothing tells a good rater from a bad one");
    double skill = fitOne(others, 0, others.length, classes, WEAK_PRIOR * mean, WEAK_PRIOR * (1 - mean));
    double weight = informationOf(others, 0, others.length, classes, skill);
    return Estimate.of(skill, others.length, interval(skill, skill, weight + WEAK_PRIOR));
  }

  /** The beta prior that fits the crowd's shares by moments, taking out what is mere chance. */
  private static double[] prior(double[] skill, double[] weight) {
    double sum = 0;
    double total = 0;
    for (int r = 0; r < skill.length; r++) {
      total += weight[r];
      sum += weight[r] * skill[r];
    }
    if (total < 1) return new double[] {1, 1};
    double mean = Math.clamp(sum / total, 0.02, 0.98);
    double spread = 0;
    double chance = 0;
    for (int r = 0; r < skill.length; r++) {
      spread += weight[r] * (skill[r] - mean) * (skill[r] - mean);
      chance += weight[r] * mean * (1 - mean) / (weight[r] + 2);
    }
    double variance = Math.max((spread - chance) / total, 1e-6);
    double strength = Math.clamp(mean * (1 - mean) / variance - 1, MIN_PRIOR, MAX_PRIOR);
    return new double[] {mean * strength, (1 - mean) * strength};
  }
}
