package org.touchstone.platform.quality;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One countable answer of one judgment.
 *
 * @param response what it is about: the item's own index of a response, {@link #ITEM} for the item as a whole, or one
 *     part of either as {@link #part} names it
 * @param label index of the answer in the question's classes
 */
record Vote(Question question, int response, int label) {
  static final int ITEM = -1;
  /** A number for each part that says whose it is; it fits where a response's index is kept. */
  private static final int OWNERS = 16;
  private static final int MOST_PARTS = 2_000;

  /** A reasoning step of a response, or a turn of the conversation; both counted from 0. Empty beyond what can be kept. */
  static OptionalInt part(int response, int part) {
    return part < 0 || part >= MOST_PARTS ? OptionalInt.empty() : OptionalInt.of((part + 1) * OWNERS + response + 1);
  }

  /** The response that is meant, with or without a part; null for the item. */
  static @Nullable Integer responseOf(int about) {
    int response = about < OWNERS ? about : about % OWNERS - 1;
    return response == ITEM ? null : response;
  }

  static @Nullable Integer partOf(int about) {
    return about < OWNERS ? null : about / OWNERS - 1;
  }

  static int about(@Nullable Integer response, @Nullable Integer part) {
    int whole = response == null ? ITEM : response;
    return part == null ? whole : part(whole, part).orElseThrow();
  }
}
