/** Whether two candidates differ, how sure one can be, and how many items it takes to tell. */
package org.touchstone.statistics.comparison;
