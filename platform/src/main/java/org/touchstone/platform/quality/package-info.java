/** How good the judgments are: consensus of items, standing of raters, agreement, gold; all of it recomputable from the judgments. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "identity", "project", "notice", "access", "guideline", "task", "judgment"})
package org.touchstone.platform.quality;
