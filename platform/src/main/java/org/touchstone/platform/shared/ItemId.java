package org.touchstone.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one item. What is judged: a prompt with responses, or a transcript. */
public record ItemId(@JsonValue UUID value) {
  public static ItemId next() {
    return new ItemId(Uuid7.next());
  }

  @JsonCreator
  public static ItemId of(String text) {
    return new ItemId(UUID.fromString(text));
  }

  public static ItemId of(UUID value) {
    return new ItemId(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
