package org.touchstone.cli.table;

/** What becomes of rows that lack what is needed: named by file, line and column, or left out and counted. */
public final class EmptyFields {
  private final boolean leftOut;
  private long count;

  public EmptyFields(boolean leftOut) {
    this.leftOut = leftOut;
  }

  /** Whether this row is to be left out. */
  public boolean leaveOut(Rows rows, int... needed) {
    for (int column : needed) {
      if (!rows.isEmpty(column)) continue;
      if (!leftOut) throw rows.bad(column, "it is empty; --skip-empty leaves such rows out");
      count++;
      return true;
    }
    return false;
  }

  /** Says on standard error how many rows were left out, if any. */
  public void tell() {
    if (count > 0) System.err.printf("%,d row%s with an empty field %s left out.%n", count, count == 1 ? "" : "s", count == 1 ? "is" : "are");
  }
}
