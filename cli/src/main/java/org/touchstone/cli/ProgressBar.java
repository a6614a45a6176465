package org.touchstone.cli;

import java.io.PrintStream;
import org.touchstone.statistics.Progress;

/** A bar on standard error for work that takes longer than a moment; silent where nobody watches a terminal. */
public final class ProgressBar implements Progress, AutoCloseable {
  private static final int WIDTH = 30;
  private static final long QUIET_NANOS = 500_000_000;

  private final String what;
  private final PrintStream out;
  private final boolean shown;
  private final long begun = System.nanoTime();
  private long lastDrawn;
  private boolean drawn;

  public ProgressBar(String what) {
    this(what, System.err, System.console() != null && System.console().isTerminal());
  }

  ProgressBar(String what, PrintStream out, boolean shown) {
    this.what = what;
    this.out = out;
    this.shown = shown;
  }

  @Override
  public boolean report(long done, long total) {
    long now = System.nanoTime();
    if (shown && now - begun > QUIET_NANOS && now - lastDrawn > 100_000_000) {
      lastDrawn = now;
      drawn = true;
      int filled = total > 0 ? (int) Math.min(WIDTH, WIDTH * done / total) : 0;
      out.printf("\r%s [%s%s] %3d %%", what, "#".repeat(filled), " ".repeat(WIDTH - filled), total > 0 ? 100 * done / total : 0);
      out.flush();
    }
    return !Thread.currentThread().isInterrupted();
  }

  @Override
  public void close() {
    if (drawn) out.print("\r" + " ".repeat(what.length() + WIDTH + 10) + "\r");
  }
}
