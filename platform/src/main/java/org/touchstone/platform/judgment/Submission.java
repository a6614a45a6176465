package org.touchstone.platform.judgment;

import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.Answers;

/**
 * What a rater hands in: answers, or a flag instead of them.
 *
 * @param answers name responses by position as shown
 * @param note to the reviewer
 * @param activeSeconds as counted in the rater's browser, which stops counting when nothing happens for a minute
 */
public record Submission(
    @Nullable Answers answers, @Nullable Flag flag, @Nullable String note, @Nullable Integer activeSeconds) {}
