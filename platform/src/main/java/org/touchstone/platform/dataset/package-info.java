/** Immutable snapshots of what was judged, and the training data that comes out of them; the doors are {@link SnapshotDesk} and {@link Exports}. */
@NullMarked
package org.touchstone.platform.dataset;

import org.jspecify.annotations.NullMarked;
