package org.touchstone.platform.iteration;

import org.touchstone.platform.shared.Money;

/**
 * What judging again would take. Everybody is paid the rate they accepted, so the sum lies between two bounds until it is
 * known who does it.
 *
 * @param places how many judgments would be made anew
 * @param people how many work here whose rates the bounds are; 0 where nobody does yet and the rate of the terms is taken
 * @param minutes at the expected time of each; 0 where none is stated
 */
public record RecheckCost(int items, int places, int people, Money least, Money most, long minutes) {}
