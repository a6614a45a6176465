package org.touchstone.statistics.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Patience;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.comparison.Correction;

/**
 * Pairs of raters who agree more than the truth explains. Two honest raters, even poor ones, err apart from each
 * other: given an item's answer, the chance that they say the same follows from how each uses the labels when that is
 * the answer. A pair whose agreement lies far above the sum of these chances copies, or shares an account.
 *
 * <p>The p-value is the exact upper tail of the sum of unlike chances (Poisson binomial), corrected by Benjamini and
 * Hochberg over all pairs with {@code fewestShared} items or more. A rater's use of labels is counted over the items
 * of each answer with half a count added to each label. It needs answers that do not come from the pair itself: gold,
 * or the consensus of many. Items that are misleading in one way (two like responses, an ambiguous guideline) make
 * honest raters err together; look before accusing.
 */
public record Collusion(int fewestShared, double alpha) {
  public Collusion {
    if (fewestShared < 2) throw new IllegalArgumentException("a pair needs at least 2 shared items, got "
        + fewestShared);
    if (!(alpha > 0 && alpha < 1)) throw new IllegalArgumentException("alpha lies strictly between 0 and 1, got "
        + alpha);
  }

  public static Collusion standard() {
    return new Collusion(20, 0.01);
  }

  /**
   * A pair that agrees too much.
   *
   * @param shared items both judged
   * @param agreed items on which they said the same
   * @param expected items on which honest raters of their kind would
   * @param pValue corrected for the number of pairs looked at
   */
  public record Suspicion(int first, int second, int shared, int agreed, double expected, double pValue) {}

  /**
   * What was found.
   *
   * @param pairs that agree too much, the surest first
   */
  public record Result(List<Suspicion> pairs, Provenance provenance) {
    public Result {
      pairs = List.copyOf(pairs);
    }
  }

  /** @param answer the class of each item, or -1 where it is not known */
  public Result find(LabelTable table, int[] answer) {
    return find(table, answer, Progress.SILENT);
  }

  /**
   * @param answer the class of each item, or -1 where it is not known
   * @param progress told after each item counted and each pair tested, and asked within one; refusing leaves the pairs tested until then,
   *     corrected for all that were to be tested
   */
  public Result find(LabelTable table, int[] answer, Progress progress) {
    if (answer.length != table.items()) {
      throw new IllegalArgumentException(answer.length + " answers for " + table.items() + " items");
    }
    double[][][] habit = habits(table, answer);
    Map<Long, Shared> pairs = new HashMap<>();
    int read = share(table, answer, habit, pairs, progress);
    List<Map.Entry<Long, Shared>> looked = pairs.entrySet().stream().filter(e -> e.getValue().items >= fewestShared)
        .sorted(Map.Entry.comparingByKey()).toList();
    double[] p = new double[looked.size()];
    Arrays.fill(p, 1);
    var patience = new Patience(progress);
    for (int i = 0; i < p.length && read == table.items() && !patience.isOver(); i++) {
      double tail = looked.get(i).getValue().upperTail(patience.inside(table.items() + (long) i * table.items() / p.length, 2L * table.items()));
      if (patience.isOver()) break;
      p[i] = tail;
      patience.report(table.items() + (i + 1L) * table.items() / p.length, 2L * table.items());
    }
    double[] adjusted = Correction.BENJAMINI_HOCHBERG.adjust(p).pValues();
    List<Suspicion> found = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      if (adjusted[i] >= alpha) continue;
      long key = looked.get(i).getKey();
      Shared pair = looked.get(i).getValue();
      found.add(new Suspicion((int) (key >> 32), (int) key, pair.items, pair.agreed, pair.expected(), adjusted[i]));
    }
    found.sort(Comparator.comparingDouble(Suspicion::pValue).thenComparing(s -> s.expected() - s.agreed()));
    return new Result(found, Provenance.of("collusion", Map.of("fewestShared", Integer.toString(fewestShared), "alpha", Double.toString(alpha),
        "correction", "benjamini-hochberg"), table.size()));
  }

  /** By rater and answer, the share of each label. */
  private static double[][][] habits(LabelTable table, int[] answer) {
    int q = table.classes();
    double[][][] habit = new double[table.raters()][q][q];
    for (double[][] rater : habit) for (double[] row : rater) Arrays.fill(row, 0.5);
    for (int i = 0; i < table.items(); i++) {
      if (answer[i] < 0) continue;
      for (int j = table.from(i); j < table.to(i); j++) habit[table.rater(j)][answer[i]][table.label(j)]++;
    }
    for (double[][] rater : habit) {
      for (double[] row : rater) {
        double sum = 0;
        for (double n : row) sum += n;
        for (int l = 0; l < q; l++) row[l] /= sum;
      }
    }
    return habit;
  }

  /** Counts every pair's common items; answers how many items were read before the progress refused. */
  private static int share(LabelTable table, int[] answer, double[][][] habit, Map<Long, Shared> pairs, Progress progress) {
    for (int i = 0; i < table.items(); i++) {
      if (!progress.report(i + 1L, 2L * table.items())) return i;
      if (answer[i] < 0) continue;
      for (int j = table.from(i); j < table.to(i); j++) {
        for (int k = table.from(i); k < j; k++) {
          if (table.rater(j) == table.rater(k)) continue;
          int low = Math.min(table.rater(j), table.rater(k));
          int high = Math.max(table.rater(j), table.rater(k));
          double chance = 0;
          for (int l = 0; l < table.classes(); l++) chance += habit[low][answer[i]][l] * habit[high][answer[i]][l];
          pairs.computeIfAbsent((long) low << 32 | high, key -> new Shared()).add(chance,
              table.label(j) == table.label(k));
        }
      }
    }
    return table.items();
  }

  private static final class Shared {
    /** Items between two looks at the progress. */
    private static final int STRETCH = 1000;
    private int items;
    private int agreed;
    private double[] chance = new double[8];

    void add(double honest, boolean same) {
      if (items == chance.length) chance = Arrays.copyOf(chance, 2 * items);
      chance[items++] = honest;
      if (same) agreed++;
    }

    double expected() {
      double sum = 0;
      for (int i = 0; i < items; i++) sum += chance[i];
      return sum;
    }

    /** P(at least as many agreements), by adding one item after the other to the distribution of their number; 1 where that is refused. */
    double upperTail(Progress progress) {
      double[] distribution = new double[items + 1];
      distribution[0] = 1;
      for (int i = 0; i < items; i++) {
        for (int n = i + 1; n > 0; n--) {
          distribution[n] = distribution[n] * (1 - chance[i]) + distribution[n - 1] * chance[i];
        }
        distribution[0] *= 1 - chance[i];
        if (i % STRETCH == STRETCH - 1 && !progress.report(i + 1, items)) return 1;
      }
      double tail = 0;
      for (int n = items; n >= agreed; n--) tail += distribution[n];
      return Math.min(1, tail);
    }
  }
}
