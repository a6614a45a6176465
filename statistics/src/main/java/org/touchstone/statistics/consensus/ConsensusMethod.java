package org.touchstone.statistics.consensus;

import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;

/** A way to find the answer of each item from labels; immutable, and safe to share between threads. */
public interface ConsensusMethod {

  /** The method's field name, for instance {@code dawid-skene}. */
  String name();

  /**
   * @param table the judgments; may be empty
   * @param gold known answers, taken as evidence: those items get them with probability 1, and raters are measured by them
   * @param progress told after each sweep; answering {@code false} stops with what there is
   */
  Consensus estimate(LabelTable table, Gold gold, Progress progress);

  default Consensus estimate(LabelTable table) {
    return estimate(table, Gold.none(), Progress.SILENT);
  }
}
