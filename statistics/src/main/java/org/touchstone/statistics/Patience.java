package org.touchstone.statistics;

/**
 * A {@link Progress} that stays refused once it was, for work in several parts: each part is told of it, and none asks again
 * after a refusal.
 */
public final class Patience implements Progress {
  private final Progress progress;
  private boolean over;

  public Patience(Progress progress) {
    this.progress = progress;
  }

  @Override
  public boolean report(long done, long total) {
    if (!over) over = !progress.report(done, total);
    return !over;
  }

  /** Whether it was refused. */
  public boolean isOver() {
    return over;
  }

  /** What the steps inside one unit are told to: the number of units finished stays until the unit is. */
  public Progress inside(long done, long total) {
    return (step, steps) -> report(done, total);
  }
}
