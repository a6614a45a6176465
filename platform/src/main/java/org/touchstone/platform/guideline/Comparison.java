package org.touchstone.platform.guideline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two versions side by side.
 *
 * @param to null for the draft of the next version
 * @param between the versions after the first up to the second, the newest first: who changed what, and why
 */
public record Comparison(int from, @Nullable Integer to, String bodyBefore, String bodyAfter, RubricDifference rubric, List<GuidelineVersion> between) {}
