/** What a change of the guideline means for the work: its impact beforehand, the recheck afterwards, and the doubts that led to it. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "identity", "project", "notice", "access", "guideline", "task", "judgment", "quality", "adjudication", "calibration"})
package org.touchstone.platform.iteration;
