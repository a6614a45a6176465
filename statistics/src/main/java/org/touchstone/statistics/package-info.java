/** What every estimator speaks: an estimate that is known or says why not, its interval, its provenance, its progress. */
package org.touchstone.statistics;
