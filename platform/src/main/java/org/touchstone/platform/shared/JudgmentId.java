package org.touchstone.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one judgment. What one rater said about one item. */
public record JudgmentId(@JsonValue UUID value) {
  public static JudgmentId next() {
    return new JudgmentId(Uuid7.next());
  }

  @JsonCreator
  public static JudgmentId of(String text) {
    return new JudgmentId(UUID.fromString(text));
  }

  public static JudgmentId of(UUID value) {
    return new JudgmentId(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
