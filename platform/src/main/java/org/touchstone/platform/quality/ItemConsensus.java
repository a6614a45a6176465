package org.touchstone.platform.quality;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The estimated answer to one question about an item.
 *
 * @param response the item's own index of the response, null for the item as a whole
 * @param part the reasoning step of the response, or the turn of the conversation, from 0; null for the whole
 * @param answer one class; several joined by {@code |} where several may be chosen; a rank as {@code 0>2=1}
 * @param n how many judgments it rests on
 * @param distribution the probability of each answer; for ranks the mean position of each response
 * @param majority what more than half said, null where nobody has more than half
 * @param contested whether two judgments or more leave no clear answer, so that a person should look
 */
public record ItemConsensus(
    String criterion, @Nullable Integer response, @Nullable Integer part, String answer, double probability, int n, Map<String, Double> distribution,
    @Nullable String majority, String method, boolean contested) {

  /** Below this probability two judgments or more count as disagreement. */
  static final double CLEAR = 0.8;
}
