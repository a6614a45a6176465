package org.touchstone.statistics.agreement;

import java.io.Serializable;
import java.util.Arrays;
import org.touchstone.statistics.Estimate;

/**
 * How often each value met each other value within an item: the sums that Krippendorff's alpha is made of, for judgments
 * that lie in several places.
 *
 * <pre>o(c, k) = Σ_items (pairs of judgments with values c and k) / (m − 1)</pre>
 *
 * <p>Coincidences of disjoint items add up. The table is square in the number of distinct values, so it suits categories and
 * ratings; {@link KrippendorffAlpha} itself has no such bound. Source: K. Krippendorff (2011).
 */
public final class Coincidences implements Serializable {
  public static final int MOST_VALUES = 4096;
  private static final long serialVersionUID = 1;

  private final double[] scale;
  private final double[] cells;
  private final long items;
  private final long judgments;

  private Coincidences(double[] scale, double[] cells, long items, long judgments) {
    this.scale = scale;
    this.cells = cells;
    this.items = items;
    this.judgments = judgments;
  }

  /** The coincidences of no items at all. */
  public static Coincidences none() {
    return new Coincidences(new double[0], new double[0], 0, 0);
  }

  public static Coincidences of(Judgments judgments) {
    double[] scale = judgments.scale();
    requireFew(scale.length);
    double[] cells = new double[scale.length * scale.length];
    long items = 0;
    long n = 0;
    for (int i = 0; i < judgments.items(); i++) {
      int from = judgments.start(i);
      int to = judgments.start(i + 1);
      int m = to - from;
      if (m < 2) continue;
      items++;
      n += m;
      double share = 1.0 / (m - 1);
      for (int a = from; a < to; a++) {
        int row = judgments.code(a) * scale.length;
        for (int b = from; b < to; b++) if (a != b) cells[row + judgments.code(b)] += share;
      }
    }
    return new Coincidences(scale, cells, items, n);
  }

  /** The coincidences of these items and of other ones; values are matched by what they are. */
  public Coincidences plus(Coincidences other) {
    double[] all = Arrays.equals(scale, other.scale) ? scale : union(scale, other.scale);
    requireFew(all.length);
    double[] sum = new double[all.length * all.length];
    addTo(all, sum);
    other.addTo(all, sum);
    return new Coincidences(all, sum, items + other.items, judgments + other.judgments);
  }

  /** Krippendorff's alpha, the same as {@link KrippendorffAlpha#measure(Judgments)} of all judgments together. */
  public Agreement alpha(Distance distance) {
    var how = new KrippendorffAlpha(distance);
    return new Agreement(estimate(distance), items, judgments, how.provenance(judgments));
  }

  /** How many items had two judgments or more. */
  public long items() {
    return items;
  }

  /** How many judgments those items hold. */
  public long judgments() {
    return judgments;
  }

  private Estimate estimate(Distance distance) {
    if (judgments == 0) return KrippendorffAlpha.nothingShared();
    double[] total = new double[scale.length];
    for (int x = 0; x < cells.length; x++) total[x / scale.length] += cells[x];
    double n = Arrays.stream(total).sum();
    double[] position = distance == Distance.Level.ORDINAL ? ranks(total, n) : scale;
    double observed = 0;
    double expected = 0;
    for (int a = 0; a < scale.length; a++) {
      for (int b = 0; b < a; b++) {
        double apart = Disagreement.squared(distance, position[a], position[b]);
        observed += 2 * cells[a * scale.length + b] * apart;
        expected += 2 * total[a] * total[b] * apart;
      }
    }
    return expected > 0 && Double.isFinite(expected)
        ? Estimate.of(1 - observed * (n - 1) / expected, judgments) : KrippendorffAlpha.oneValueOnly();
  }

  private static double[] ranks(double[] total, double n) {
    double[] rank = new double[total.length];
    double below = 0;
    for (int c = 0; c < rank.length; c++) {
      rank[c] = below + total[c] / 2 - n / 2;
      below += total[c];
    }
    return rank;
  }

  private void addTo(double[] all, double[] sum) {
    int[] place = new int[scale.length];
    for (int c = 0; c < place.length; c++) place[c] = Arrays.binarySearch(all, scale[c]);
    for (int a = 0; a < place.length; a++) {
      for (int b = 0; b < place.length; b++) sum[place[a] * all.length + place[b]] += cells[a * place.length + b];
    }
  }

  private static double[] union(double[] one, double[] two) {
    double[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    return Arrays.stream(both).sorted().distinct().toArray();
  }

  private static void requireFew(int values) {
    if (values > MOST_VALUES) {
      throw new IllegalArgumentException("a table of coincidences holds at most " + MOST_VALUES + " distinct values, got " + values
          + "; round the values first, or measure in one place with krippendorff-alpha");
    }
  }
}
