package org.touchstone.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one task. The wish that an item be judged. */
public record TaskId(@JsonValue UUID value) {
  public static TaskId next() {
    return new TaskId(Uuid7.next());
  }

  @JsonCreator
  public static TaskId of(String text) {
    return new TaskId(UUID.fromString(text));
  }

  public static TaskId of(UUID value) {
    return new TaskId(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
