/** Where a judgment goes after it was handed in: one page of hops, each done exactly once whatever fails. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "identity", "project", "notice", "pay", "access", "guideline", "task", "task :: web", "judgment", "quality", "adjudication", "calibration", "trainer"})
package org.touchstone.platform.journey;
