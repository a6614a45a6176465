/** The best estimate of each item's answer, with its probability, from the judgments of raters of unequal skill. */
package org.touchstone.statistics.consensus;
