package org.touchstone.platform.task;

import org.jspecify.annotations.Nullable;

/**
 * The answer to 'what next': a lease, or the reason why there is none.
 *
 * @param ahead the task after it, held but not begun, for those who ask for it
 */
public record Work(@Nullable Lease lease, @Nullable Lease ahead, @Nullable Empty empty, Tally today) {}
