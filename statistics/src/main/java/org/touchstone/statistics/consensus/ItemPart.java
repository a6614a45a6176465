package org.touchstone.statistics.consensus;

import java.io.Serializable;
import org.touchstone.statistics.LabelTable;

/**
 * Some of the items with all of their judgments, kept in one place while {@link RaterTables} come by.
 *
 * <p>Raters and classes are numbered alike in every part; items belong to the part alone. Safe for several threads, which
 * wait for each other.
 */
public final class ItemPart implements Serializable {
  private static final long serialVersionUID = 1;

  private final LabelTable table;
  /** Made again from the table where the part has travelled. */
  private transient Sweep sweep;

  public ItemPart(LabelTable table) {
    this.table = table;
  }

  public LabelTable table() {
    return table;
  }

  /** The counts that every method starts from: vote shares taken for posteriors. */
  public synchronized RaterCounts start() {
    Sweep ready = ready();
    ready.startFromShares();
    return RaterCounts.of(ready, 0).copy();
  }

  /** The counts under the tables. */
  public synchronized RaterCounts sweep(RaterTables tables) {
    double likelihood = run(tables);
    return RaterCounts.of(ready(), likelihood).copy();
  }

  /** The probability of each class of each item under the tables, row by row. */
  public synchronized double[] posteriors(RaterTables tables) {
    run(tables);
    return ready().posteriors();
  }

  private double run(RaterTables tables) {
    if (tables.raters != table.raters() || tables.classes != table.classes()) {
      throw new IllegalArgumentException("tables of " + tables.raters + " raters and " + tables.classes
          + " classes do not fit a part with " + table.raters() + " and " + table.classes() + "; number them alike first");
    }
    Sweep ready = ready();
    System.arraycopy(tables.logPrior, 0, ready.logPrior, 0, ready.logPrior.length);
    System.arraycopy(tables.logTable, 0, ready.logTable, 0, ready.logTable.length);
    return ready.run();
  }

  private Sweep ready() {
    if (sweep == null) sweep = new Sweep(table, 1, Gold.none());
    return sweep;
  }
}
