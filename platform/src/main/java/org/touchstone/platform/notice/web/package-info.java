/** One's own notices over HTTP. */
package org.touchstone.platform.notice.web;
