package org.touchstone.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one project. A body of work with its own terms, guideline and people. */
public record ProjectId(@JsonValue UUID value) {
  public static ProjectId next() {
    return new ProjectId(Uuid7.next());
  }

  @JsonCreator
  public static ProjectId of(String text) {
    return new ProjectId(UUID.fromString(text));
  }

  public static ProjectId of(UUID value) {
    return new ProjectId(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
