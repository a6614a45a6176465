/**
 * Practice, calibration and assessment rounds: sets of items with a standard answer, judged to learn, to be calibrated or to
 * be assessed, and talked over afterwards; doors are RoundDesk, AttemptDesk and ReviewDesk.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "identity", "notice", "project", "pay", "guideline", "access", "task", "quality"})
package org.touchstone.platform.calibration;

import org.jspecify.annotations.NullMarked;
