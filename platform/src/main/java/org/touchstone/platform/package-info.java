/** The Touchstone server: one application whose modules are the direct sub-packages of this one. */
package org.touchstone.platform;
