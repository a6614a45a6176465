package org.touchstone.statistics;

/**
 * Told after each unit of work, and asked again within a long one, where the number done stays as it is; answering {@code false}
 * asks the estimator to stop with what it has. After that it is not asked again.
 */
@FunctionalInterface
public interface Progress {
  Progress SILENT = (done, total) -> true;

  /**
   * @param done units finished so far
   * @param total units expected at most
   * @return whether to go on
   */
  boolean report(long done, long total);
}
