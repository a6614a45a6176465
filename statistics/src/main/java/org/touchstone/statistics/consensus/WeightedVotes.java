package org.touchstone.statistics.consensus;

import java.util.Arrays;
import org.touchstone.statistics.LabelTable;

/** Votes that count as much as their rater's weight; a negative weight speaks against the class it names. */
final class WeightedVotes {
  private WeightedVotes() {}

  /** Each class's share of the weights cast on the item; where they come to nothing, the plain vote shares. */
  static double[] shares(LabelTable table, double[] weight, Gold gold) {
    int classes = table.classes();
    double[] shares = Majority.shares(table, gold);
    var sum = new double[classes];
    for (int i = 0; i < table.items(); i++) {
      if (gold.answer(i) >= 0) continue;
      Arrays.fill(sum, 0);
      double total = 0;
      for (int j = table.from(i); j < table.to(i); j++) {
        double w = weight[table.rater(j)];
        total += Math.abs(w);
        for (int k = 0; k < classes; k++) {
          if (w >= 0 ? k == table.label(j) : k != table.label(j)) sum[k] += w >= 0 ? w : -w / (classes - 1);
        }
      }
      if (total < 1e-12) continue;
      for (int k = 0; k < classes; k++) shares[i * classes + k] = sum[k] / total;
    }
    return shares;
  }

  /** Share of each rater's judgments that carry the probability given; {@code otherwise} for a rater without judgments. */
  static double[] agreement(LabelTable table, double[] posteriors, double otherwise) {
    int classes = table.classes();
    var right = new double[table.raters()];
    for (int i = 0; i < table.items(); i++) {
      for (int j = table.from(i); j < table.to(i); j++) right[table.rater(j)] += posteriors[i * classes + table.label(j)];
    }
    int[] n = table.judgmentsPerRater();
    for (int r = 0; r < n.length; r++) right[r] = n[r] == 0 ? otherwise : right[r] / n[r];
    return right;
  }

  /** All probability on the most probable classes of each item, evenly. */
  static double[] settled(double[] shares, int classes) {
    var settled = new double[shares.length];
    for (int row = 0; row < shares.length; row += classes) {
      double top = 0;
      for (int k = 0; k < classes; k++) top = Math.max(top, shares[row + k]);
      int tied = 0;
      for (int k = 0; k < classes; k++) if (shares[row + k] >= top - 1e-9) tied++;
      for (int k = 0; k < classes; k++) if (shares[row + k] >= top - 1e-9) settled[row + k] = 1.0 / tied;
    }
    return settled;
  }
}
