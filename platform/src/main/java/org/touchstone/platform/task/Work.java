package org.touchstone.platform.task;

import org.jspecify.annotations.Nullable;

/** The answer to 'what next': a lease, or the reason why there is none. */
public record Work(@Nullable Lease lease, @Nullable Empty empty, Tally today) {}
