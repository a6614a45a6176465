/** Small plots as SVG, for where people would rather look: intervals, confusion, learning curves. */
package org.touchstone.cli.plot;
