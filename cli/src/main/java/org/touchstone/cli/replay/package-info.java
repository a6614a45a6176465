/** Sends a crowd's recorded judgments through a running server, as the people once gave them. */
package org.touchstone.cli.replay;
