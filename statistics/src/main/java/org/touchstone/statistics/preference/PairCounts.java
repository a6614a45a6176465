package org.touchstone.statistics.preference;

import java.io.Serializable;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.touchstone.statistics.chance.Multinomial;

/**
 * How often each pair met and how it ended: all that ratings without covariates need, and far less than the comparisons
 * themselves. Pair p is {@code first[p] < second[p]}; outcomes are wins of the first, wins of the second, ties.
 *
 * <p>Counts of comparisons that lie in several places add up, exactly, since they are whole numbers.
 */
public final class PairCounts implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int DENSE_BELOW = 2048;

  final int contestants;
  final int[] first;
  final int[] second;
  /** Three cells a pair: first won, second won, tie. */
  final double[] cells;

  private PairCounts(int contestants, int[] first, int[] second, double[] cells) {
    this.contestants = contestants;
    this.first = first;
    this.second = second;
    this.cells = cells;
  }

  /** The counts of no comparisons at all. */
  public static PairCounts none(int contestants) {
    return new PairCounts(contestants, new int[0], new int[0], new double[0]);
  }

  /** The counts of these comparisons, by the numbers of their contestants. */
  public static PairCounts of(Comparisons comparisons) {
    return comparisons.counts();
  }

  /** The counts of these comparisons and of other ones between the same contestants in the same order. */
  public PairCounts plus(PairCounts other) {
    if (contestants != other.contestants) {
      throw new IllegalArgumentException("counts of " + contestants + " contestants cannot be added to those of " + other.contestants
          + "; number them alike first");
    }
    int most = pairs() + other.pairs();
    var sum = new PairCounts(contestants, new int[most], new int[most], new double[3 * most]);
    int p = 0;
    int a = 0;
    int b = 0;
    while (a < pairs() || b < other.pairs()) {
      long here = a < pairs() ? key(a) : Long.MAX_VALUE;
      long there = b < other.pairs() ? other.key(b) : Long.MAX_VALUE;
      PairCounts from = here <= there ? this : other;
      sum.first[p] = from.first[from == this ? a : b];
      sum.second[p] = from.second[from == this ? a : b];
      if (here <= there) sum.add(p, this, a++);
      if (there <= here) sum.add(p, other, b++);
      p++;
    }
    return new PairCounts(contestants, Arrays.copyOf(sum.first, p), Arrays.copyOf(sum.second, p), Arrays.copyOf(sum.cells, 3 * p));
  }

  private long key(int pair) {
    return (long) first[pair] * contestants + second[pair];
  }

  private void add(int pair, PairCounts from, int there) {
    for (int x = 0; x < 3; x++) cells[3 * pair + x] += from.cells[3 * there + x];
  }

  static PairCounts of(int contestants, int[] left, int[] right, byte[] outcome) {
    return contestants < DENSE_BELOW
        ? dense(contestants, left, right, outcome) : sparse(contestants, left, right, outcome);
  }

  private static PairCounts dense(int k, int[] left, int[] right, byte[] outcome) {
    int[] table = new int[3 * k * k];
    for (int j = 0; j < left.length; j++) table[3 * (left[j] * k + right[j]) + outcome[j]]++;
    int pairs = 0;
    for (int a = 0; a < k; a++) for (int b = a + 1; b < k; b++) if (met(table, a * k + b, b * k + a)) pairs++;
    var counts = new PairCounts(k, new int[pairs], new int[pairs], new double[3 * pairs]);
    int p = 0;
    for (int a = 0; a < k; a++) {
      for (int b = a + 1; b < k; b++) {
        int there = 3 * (a * k + b);
        int back = 3 * (b * k + a);
        if (!met(table, a * k + b, b * k + a)) continue;
        counts.first[p] = a;
        counts.second[p] = b;
        counts.cells[3 * p] = table[there] + table[back + 1];
        counts.cells[3 * p + 1] = table[there + 1] + table[back];
        counts.cells[3 * p + 2] = table[there + 2] + table[back + 2];
        p++;
      }
    }
    return counts;
  }

  private static boolean met(int[] table, int there, int back) {
    return (table[3 * there] | table[3 * there + 1] | table[3 * there + 2]
        | table[3 * back] | table[3 * back + 1] | table[3 * back + 2]) != 0;
  }

  private static PairCounts sparse(int k, int[] left, int[] right, byte[] outcome) {
    long[] keys = new long[left.length];
    for (int j = 0; j < keys.length; j++) {
      boolean inOrder = left[j] < right[j];
      long pair = (long) Math.min(left[j], right[j]) * k + Math.max(left[j], right[j]);
      keys[j] = 3 * pair + (outcome[j] == 2 ? 2 : inOrder == (outcome[j] == 0) ? 0 : 1);
    }
    Arrays.sort(keys);
    int pairs = 0;
    for (int j = 0; j < keys.length; j++) if (j == 0 || keys[j] / 3 != keys[j - 1] / 3) pairs++;
    var counts = new PairCounts(k, new int[pairs], new int[pairs], new double[3 * pairs]);
    int p = -1;
    for (int j = 0; j < keys.length; j++) {
      long pair = keys[j] / 3;
      if (j == 0 || pair != keys[j - 1] / 3) {
        counts.first[++p] = (int) (pair / k);
        counts.second[p] = (int) (pair % k);
      }
      counts.cells[3 * p + (int) (keys[j] % 3)]++;
    }
    return counts;
  }

  /** How many pairs met. */
  public int pairs() {
    return first.length;
  }

  /** How many comparisons were counted. */
  public double total() {
    return Arrays.stream(cells).sum();
  }

  double ties() {
    double ties = 0;
    for (int p = 0; p < first.length; p++) ties += cells[3 * p + 2];
    return ties;
  }

  PairCounts with(double[] otherCells) {
    return new PairCounts(contestants, first, second, otherCells);
  }

  PairCounts withoutTies() {
    double[] kept = cells.clone();
    for (int p = 0; p < first.length; p++) kept[3 * p + 2] = 0;
    return with(kept);
  }

  /** Ties shared out as half a win to each side. */
  PairCounts tiesHalved() {
    double[] halved = cells.clone();
    for (int p = 0; p < first.length; p++) {
      halved[3 * p] += cells[3 * p + 2] / 2;
      halved[3 * p + 1] += cells[3 * p + 2] / 2;
      halved[3 * p + 2] = 0;
    }
    return with(halved);
  }

  /** A sampler of as many comparisons with replacement; the work grows with the pairs, not with the comparisons. */
  Resampler resampler() {
    long[] whole = new long[cells.length];
    for (int c = 0; c < whole.length; c++) whole[c] = (long) cells[c];
    var multinomial = new Multinomial(whole);
    long[] drawn = new long[whole.length];
    return random -> {
      multinomial.draw(random, drawn);
      double[] weights = new double[drawn.length];
      for (int c = 0; c < weights.length; c++) weights[c] = drawn[c];
      return with(weights);
    };
  }

  interface Resampler {
    PairCounts draw(RandomGenerator random);
  }

  /** How often each contestant was compared. */
  double[] meetings() {
    double[] meetings = new double[contestants];
    for (int p = 0; p < first.length; p++) {
      double n = cells[3 * p] + cells[3 * p + 1] + cells[3 * p + 2];
      meetings[first[p]] += n;
      meetings[second[p]] += n;
    }
    return meetings;
  }

  /**
   * Whether every contestant that met anybody can be reached from every other by 'did not lose to': the condition
   * (Ford, 1957) under which the most likely strengths exist and are finite. {@code tiesLink} says whether a tie
   * counts.
   */
  boolean isConnected(boolean tiesLink) {
    int begin = -1;
    int compared = 0;
    double[] meetings = meetings();
    for (int c = 0; c < contestants; c++) {
      if (meetings[c] == 0) continue;
      compared++;
      if (begin < 0) begin = c;
    }
    return compared == 0 || reached(begin, true, tiesLink) == compared && reached(begin, false, tiesLink) == compared;
  }

  private int reached(int begin, boolean forward, boolean tiesLink) {
    boolean[] seen = new boolean[contestants];
    seen[begin] = true;
    int count = 1;
    for (boolean grew = true; grew; ) {
      grew = false;
      for (int p = 0; p < first.length; p++) {
        if (seen[first[p]] == seen[second[p]]) continue;
        boolean known = seen[first[p]];
        double link = cells[3 * p + (known == forward ? 0 : 1)] + (tiesLink ? cells[3 * p + 2] : 0);
        if (link == 0) continue;
        seen[known ? second[p] : first[p]] = true;
        count++;
        grew = true;
      }
    }
    return count;
  }
}
