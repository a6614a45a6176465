/** What people see of a judgment's way: handing in, one's own judgments and earnings, the project's progress, the operator's check. */
package org.touchstone.platform.journey.web;
