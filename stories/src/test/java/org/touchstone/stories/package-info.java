/** Whole-product tests: the built jar as a process, real browsers, kills at any instant. */
package org.touchstone.stories;
