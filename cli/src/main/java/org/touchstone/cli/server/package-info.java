/** Talks to a running Touchstone server over its public API. */
package org.touchstone.cli.server;
