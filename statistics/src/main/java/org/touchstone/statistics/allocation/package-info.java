/** Which item needs another judgment, from whom, whether it is worth its price, and when to stop. */
package org.touchstone.statistics.allocation;
