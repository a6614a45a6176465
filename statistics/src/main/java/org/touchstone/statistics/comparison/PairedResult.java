package org.touchstone.statistics.comparison;

import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Provenance;

/**
 * How two candidates differ on the same items.
 *
 * @param difference first minus second, with its interval
 * @param pValue of no difference, two-sided; 1 where nothing tells them apart
 * @param differing on how many items they differ at all, which is what the test rests on
 * @param provenance method, settings, version and number of items
 */
public record PairedResult(Estimate difference, double pValue, long differing, Provenance provenance) {
  /** Whether the difference is surely of the sign it shows, at this chance of error. */
  public boolean isSignificant(double alpha) {
    return pValue < alpha;
  }
}
