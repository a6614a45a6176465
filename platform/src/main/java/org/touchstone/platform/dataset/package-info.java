/** Immutable snapshots of what was judged, and the training data that comes out of them; the doors are {@link SnapshotDesk} and {@link Exports}. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "identity", "guideline", "task", "judgment", "quality", "adjudication"})
package org.touchstone.platform.dataset;

import org.jspecify.annotations.NullMarked;
