/** Two candidates on the same items: paired tests on a file of results. */
package org.touchstone.cli.compare;
