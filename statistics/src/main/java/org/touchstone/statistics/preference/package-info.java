/** How strong contestants are, judged from who was preferred to whom, and how sure that is. */
package org.touchstone.statistics.preference;
