package org.touchstone.platform.shared;

/** The beginning of a long text where the whole would crowd a list; an ellipsis says that there is more. */
public final class Glimpse {
  private static final int USUAL = 200;

  private Glimpse() {}

  public static String of(String text) {
    return of(text, USUAL);
  }

  /** @param most how many characters at most; none is cut in two */
  public static String of(String text, int most) {
    if (text.length() <= most) return text;
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end).stripTrailing() + "…";
  }
}
