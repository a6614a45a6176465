/** Pages and files of the ground floor: what a problem means, and the browser app itself. */
package org.touchstone.platform.shared.web;
