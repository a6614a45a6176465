package org.touchstone.platform.quality;

/**
 * One countable answer of one judgment.
 *
 * @param response the item's own index of the response it is about, {@link #ITEM} for the item as a whole
 * @param label index of the answer in the question's classes
 */
record Vote(Question question, int response, int label) {
  static final int ITEM = -1;
}
