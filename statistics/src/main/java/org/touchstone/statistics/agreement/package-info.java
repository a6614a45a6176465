/** How far several raters say the same about the same items, beyond chance, with an interval and a breakdown. */
package org.touchstone.statistics.agreement;
