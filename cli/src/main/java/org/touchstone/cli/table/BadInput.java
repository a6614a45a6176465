package org.touchstone.cli.table;

/** What somebody gave us cannot be used; the message is one sentence that says what, where and how to mend it. */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BadInput(String message) {
    super(message);
  }

  /** A fault at a place: {@code labels.csv, line 7, column "label": it is empty}. */
  public static BadInput at(String file, long line, String column, String message) {
    String where = column == null ? "" : ", column \"" + column + "\"";
    return new BadInput(file + ", line " + line + where + ": " + message);
  }
}
