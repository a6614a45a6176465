package org.touchstone.statistics.preference;

import java.util.Arrays;
import java.util.HashMap;

/** Comparisons with a winner, counted by rater, sides and winner: what a model with a rater's own habits needs. */
final class RaterCells {
  private final PairCounts pairs;
  private final int[] rater;
  private final int[] left;
  private final int[] right;
  private final boolean[] leftWon;
  private final int[] cell;
  private final double[] weight;

  private RaterCells(PairCounts pairs, int n) {
    this.pairs = pairs;
    rater = new int[n];
    left = new int[n];
    right = new int[n];
    leftWon = new boolean[n];
    cell = new int[n];
    weight = new double[n];
  }

  /** Groups by sorting keys of rater, left, right and winner. */
  static RaterCells of(Comparisons comparisons) {
    long k = comparisons.contestants();
    long[] keys = new long[comparisons.size()];
    int won = 0;
    for (int j = 0; j < comparisons.size(); j++) {
      if (comparisons.outcome(j) == Outcome.TIE) continue;
      long base = 2 * ((comparisons.rater(j) * k + comparisons.left(j)) * k + comparisons.right(j));
      keys[won++] = base + (comparisons.outcome(j) == Outcome.RIGHT ? 1 : 0);
    }
    keys = Arrays.copyOf(keys, won);
    Arrays.sort(keys);
    int distinct = 0;
    for (int j = 0; j < keys.length; j++) if (j == 0 || keys[j] != keys[j - 1]) distinct++;
    var cells = new RaterCells(comparisons.counts(), distinct);
    var pairNumber = new HashMap<Long, Integer>();
    for (int p = 0; p < cells.pairs.pairs(); p++) pairNumber.put(cells.pairs.first[p] * k + cells.pairs.second[p], p);
    int c = -1;
    for (int j = 0; j < keys.length; j++) {
      if (j == 0 || keys[j] != keys[j - 1]) cells.describe(++c, keys[j], k, pairNumber);
      cells.weight[c]++;
    }
    return cells;
  }

  private void describe(int c, long key, long k, HashMap<Long, Integer> pairNumber) {
    leftWon[c] = key % 2 == 0;
    right[c] = (int) (key / 2 % k);
    left[c] = (int) (key / 2 / k % k);
    rater[c] = (int) (key / 2 / k / k);
    int pair = pairNumber.get(Math.min(left[c], right[c]) * k + Math.max(left[c], right[c]));
    cell[c] = 3 * pair + (leftWon[c] == left[c] < right[c] ? 0 : 1);
  }

  PairCounts pairs() {
    return pairs;
  }

  int size() {
    return rater.length;
  }

  int rater(int c) {
    return rater[c];
  }

  int left(int c) {
    return left[c];
  }

  int right(int c) {
    return right[c];
  }

  boolean leftWon(int c) {
    return leftWon[c];
  }

  /** Where the pair's win of this winner is counted in {@link PairCounts#cells}. */
  int cell(int c) {
    return cell[c];
  }

  double weight(int c) {
    return weight[c];
  }
}
