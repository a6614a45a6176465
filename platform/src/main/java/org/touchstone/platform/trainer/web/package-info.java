/** One's own profile over HTTP. */
package org.touchstone.platform.trainer.web;
