/** What raters said: one immutable judgment for each lease, checked against its rubric and stored in one transaction. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "identity", "project", "guideline", "task"})
package org.touchstone.platform.judgment;
