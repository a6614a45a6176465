package org.touchstone.platform.guideline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All answers of one judgment, by criterion key. */
public record Answers(@JsonValue Map<String, Answer> byCriterion) {
  @JsonCreator
  public Answers {
    // A criterion with null is one without an answer.
    var given = new LinkedHashMap<String, Answer>(byCriterion);
    given.values().removeIf(Objects::isNull);
    byCriterion = Collections.unmodifiableMap(given);
  }

  public static Answers none() {
    return new Answers(Map.of());
  }

  public Optional<Answer> to(String criterion) {
    return Optional.ofNullable(byCriterion.get(criterion));
  }

  /**
   * Translates from positions as shown to the item's own order.
   *
   * @param shown for each shown position the item's own index, a permutation
   */
  public Answers toCanonical(int[] shown) {
    return renamed(index -> {
      int position = position(index);
      return position >= 0 && position < shown.length ? Integer.toString(shown[position]) : index;
    });
  }

  /** The way back: from the item's own order to positions as shown. */
  public Answers toShown(int[] shown) {
    return renamed(index -> {
      int own = position(index);
      for (int i = 0; i < shown.length; i++) if (shown[i] == own) return Integer.toString(i);
      return index;
    });
  }

  private Answers renamed(UnaryOperator<String> index) {
    var renamed = new LinkedHashMap<String, Answer>();
    byCriterion.forEach((key, answer) -> renamed.put(key, answer.renamed(index)));
    return new Answers(renamed);
  }

  private static int position(String index) {
    return index.length() == 1 && Character.isDigit(index.charAt(0)) || index.length() == 2 && index.chars().allMatch(Character::isDigit)
        ? Integer.parseInt(index) : -1;
  }
}
