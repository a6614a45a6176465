package org.touchstone.platform.shared;

/** A fault of ours: the caller learns a reference to quote, the log has the rest. */
public final class Unexpected extends Problem {
  public Unexpected(String reference) {
    super("unexpected", 500, "Something went wrong on our side",
        "This is our fault, not yours. Nothing was half done; try again, and if it stays, tell your operator the reference " + reference + ".");
  }
}
