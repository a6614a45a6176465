/** Whether raters changed, hurry, copy or collude: the signals of the statistics on a file of judgments in their order. */
package org.touchstone.cli.drift;
