package org.touchstone.statistics.consensus;

import java.util.Map;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * The class with most votes; its probability is its share of the votes.
 *
 * <p>Equal votes stay a tie. An item without judgments gets the class shares of the whole table.
 */
public record Majority() implements ConsensusMethod {

  @Override
  public String name() {
    return "majority";
  }

  @Override
  public Consensus estimate(LabelTable table, Gold gold, Progress progress) {
    double[] shares = shares(table, gold);
    progress.report(1, 1);
    return new Consensus(table, shares, gold, null, new double[0], "",
        Provenance.of(name(), Map.of(), table.size()));
  }

  static double[] shares(LabelTable table, Gold gold) {
    int classes = table.classes();
    double[] overall = Sweep.shares(table);
    var shares = new double[Math.multiplyExact(table.items(), classes)];
    for (int i = 0; i < table.items(); i++) {
      int row = i * classes;
      int n = table.to(i) - table.from(i);
      if (gold.answer(i) >= 0) {
        shares[row + gold.answer(i)] = 1;
      } else if (n == 0) {
        System.arraycopy(overall, 0, shares, row, classes);
      } else {
        for (int j = table.from(i); j < table.to(i); j++) shares[row + table.label(j)]++;
        for (int k = 0; k < classes; k++) shares[row + k] /= n;
      }
    }
    return shares;
  }
}
