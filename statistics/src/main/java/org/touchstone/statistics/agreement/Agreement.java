package org.touchstone.statistics.agreement;

import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Provenance;

/**
 * A coefficient with its interval, and what it rests on.
 *
 * @param value the coefficient, or why there is none
 * @param items how many items at least two raters judged
 * @param judgments how many judgments these items hold
 * @param provenance method, settings, version and the number of judgments read
 */
public record Agreement(Estimate value, long items, long judgments, Provenance provenance) {}
