/** Impact, recheck and causes of guideline versions over HTTP. */
package org.touchstone.platform.iteration.web;
