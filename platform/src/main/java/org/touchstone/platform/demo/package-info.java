/** The demonstration: two projects with people, judgments and doubts, brought in through the same doors as everything else. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared", "identity", "project", "guideline", "access", "task", "judgment", "quality", "calibration", "exchange", "dataset"
    })
package org.touchstone.platform.demo;

import org.jspecify.annotations.NullMarked;
