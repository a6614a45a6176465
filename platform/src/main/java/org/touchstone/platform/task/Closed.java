package org.touchstone.platform.task;

/**
 * A lease that just gave up its place to a judgment.
 *
 * @param late whether the place had gone to somebody else meanwhile, so that this judgment is one more than wanted
 */
public record Closed(Lease lease, boolean late) {}
