package org.touchstone.statistics.preference;

import java.util.Locale;

/**
 * The penalty of a marked error in Multidimensional Quality Metrics as Freitag et al. (2021) weigh it: major 5
 * (non-translation 25), minor 1 (punctuation 0.1), neutral and no error 0.
 */
public final class Mqm {
  private Mqm() {}

  public static double penalty(String category, String severity) {
    String kind = category.toLowerCase(Locale.ROOT);
    return switch (severity.toLowerCase(Locale.ROOT)) {
      case "major" -> kind.startsWith("non-translation") ? 25 : 5;
      case "minor" -> kind.startsWith("fluency/punctuation") ? 0.1 : 1;
      case "neutral", "no-error" -> 0;
      default -> throw new IllegalArgumentException("there is no severity \"" + severity
          + "\"; there are major, minor, neutral and no-error");
    };
  }
}
