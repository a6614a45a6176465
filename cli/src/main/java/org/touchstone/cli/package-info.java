/** The command line: the statistics on files, without a server. */
package org.touchstone.cli;
