/** Whether a rater changed, hurries, copies or colludes: signals from the sequence and the company of judgments. */
package org.touchstone.statistics.drift;
