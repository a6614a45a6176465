/** Standings and agreement over HTTP. */
package org.touchstone.platform.quality.web;
