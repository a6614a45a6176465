package org.touchstone.statistics.drift;

import org.touchstone.statistics.Provenance;

/**
 * A point of a sequence at which a detector crossed its threshold.
 *
 * @param at the observation, from 0, that raised it
 * @param since the observation from which the detector believes the change to be there
 * @param level the detector's statistic at that point
 * @param provenance method, settings, version and the number of observations read up to the alarm
 */
public record Alarm(int at, int since, double level, Provenance provenance) {}
