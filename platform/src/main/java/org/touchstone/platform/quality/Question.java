package org.touchstone.platform.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something countable that a criterion asks: the criterion itself, or one option of a list of which several may be chosen.
 *
 * @param option null where the criterion takes one answer
 * @param classes the possible answers, in their natural order
 */
record Question(String criterion, @Nullable String option, Level level, List<String> classes) {
  static final String YES = "yes";
  static final String NO = "no";

  enum Level { NOMINAL, ORDINAL, RANK }

  String key() {
    return option == null ? criterion : criterion + "#" + option;
  }
}
