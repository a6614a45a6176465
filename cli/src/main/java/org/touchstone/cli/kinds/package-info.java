/** Aggregation of judgments that are not one label: sets of labels, texts, spans and rankings. */
package org.touchstone.cli.kinds;
