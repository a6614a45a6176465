/** Items with everything said about them, and the cases in which people decide, over HTTP. */
package org.touchstone.platform.adjudication.web;
