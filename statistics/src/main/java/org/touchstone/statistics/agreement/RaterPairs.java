package org.touchstone.statistics.agreement;

import java.util.Arrays;
import java.util.HashMap;
import org.touchstone.statistics.Estimate;

/** What every two raters said about the items both judged, for the coefficients that are made for two raters. */
final class RaterPairs {
  private final int codes;
  private long items;
  private long judgments;
  private int pairs;
  private long[] raters = new long[16];
  private int[] pairOf = new int[256];
  private int[] saidOf = new int[256];
  private int size;

  private RaterPairs(int codes) {
    this.codes = codes;
  }

  static RaterPairs of(Judgments judgments) {
    var found = new RaterPairs(judgments.codes());
    var index = new HashMap<Long, Integer>();
    for (int item = 0; item < judgments.items(); item++) {
      int from = judgments.start(item);
      int to = judgments.start(item + 1);
      if (to - from < 2) continue;
      found.items++;
      found.judgments += to - from;
      for (int j = from; j < to; j++) {
        if (superseded(judgments, j, to)) continue;
        for (int k = from; k < j; k++) if (!superseded(judgments, k, to)) found.add(judgments, k, j, index);
      }
    }
    return found;
  }

  private static boolean superseded(Judgments judgments, int position, int end) {
    for (int j = position + 1; j < end; j++) if (judgments.rater(j) == judgments.rater(position)) return true;
    return false;
  }

  private void add(Judgments judgments, int one, int other, HashMap<Long, Integer> index) {
    boolean inOrder = judgments.rater(one) < judgments.rater(other);
    int low = inOrder ? one : other;
    int high = inOrder ? other : one;
    long key = (long) judgments.rater(low) << 32 | judgments.rater(high);
    Integer pair = index.putIfAbsent(key, pairs);
    if (pair == null) {
      if (pairs == raters.length) raters = Arrays.copyOf(raters, 2 * pairs);
      raters[pairs] = key;
      pair = pairs++;
    }
    if (size == pairOf.length) {
      pairOf = Arrays.copyOf(pairOf, 2 * size);
      saidOf = Arrays.copyOf(saidOf, 2 * size);
    }
    pairOf[size] = pair;
    saidOf[size++] = judgments.code(low) * codes + judgments.code(high);
  }

  int pairs() {
    return pairs;
  }

  long items() {
    return items;
  }

  long judgments() {
    return judgments;
  }

  interface TableEstimate {
    Estimate of(double[][] joint, long commonItems);
  }

  /** The estimate between two of the raters. */
  Estimate between(int first, int second, TableEstimate estimate) {
    long key = (long) Math.min(first, second) << 32 | Math.max(first, second);
    double[][] joint = new double[codes][codes];
    long common = 0;
    for (int j = 0; j < size; j++) {
      if (raters[pairOf[j]] != key) continue;
      joint[saidOf[j] / codes][saidOf[j] % codes]++;
      common++;
    }
    return estimate.of(joint, common);
  }

  /** The estimate of the only pair as it is, else the mean of the known ones, every pair counting the same. */
  Estimate average(TableEstimate estimate) {
    if (pairs == 0) return Estimate.undefined("No two raters judged the same item, so there is nothing to compare.");
    if (pairs == 1) return between((int) (raters[0] >> 32), (int) raters[0], estimate);
    int[] start = new int[pairs + 1];
    for (int j = 0; j < size; j++) start[pairOf[j] + 1]++;
    for (int p = 0; p < pairs; p++) start[p + 1] += start[p];
    int[] next = Arrays.copyOf(start, pairs);
    int[] said = new int[size];
    for (int j = 0; j < size; j++) said[next[pairOf[j]]++] = saidOf[j];
    double[][] joint = new double[codes][codes];
    double sum = 0;
    long known = 0;
    for (int p = 0; p < pairs; p++) {
      for (int j = start[p]; j < start[p + 1]; j++) joint[said[j] / codes][said[j] % codes]++;
      if (estimate.of(joint, start[p + 1] - start[p]) instanceof Estimate.Known value) {
        sum += value.value();
        known++;
      }
      for (int j = start[p]; j < start[p + 1]; j++) joint[said[j] / codes][said[j] % codes] = 0;
    }
    return known == 0
        ? Estimate.undefined("No pair of raters used more than one value on their common items, so agreement cannot be"
            + " told from chance.")
        : Estimate.of(sum / known, known);
  }
}
