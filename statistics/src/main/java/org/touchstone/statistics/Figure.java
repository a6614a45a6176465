package org.touchstone.statistics;

import java.util.Optional;

/**
 * One figure, and how it came to be.
 *
 * @param value the figure, or why there is none
 * @param provenance method, settings, version and the number of observations read
 */
public record Figure(Estimate value, Provenance provenance) {
  public boolean isKnown() {
    return value.isKnown();
  }

  public Optional<Estimate.Known> known() {
    return value.known();
  }
}
