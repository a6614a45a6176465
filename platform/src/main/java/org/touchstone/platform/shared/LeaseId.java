package org.touchstone.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one lease. One rater's timed, fenced hold on one place of a task. */
public record LeaseId(@JsonValue UUID value) {
  public static LeaseId next() {
    return new LeaseId(Uuid7.next());
  }

  @JsonCreator
  public static LeaseId of(String text) {
    return new LeaseId(UUID.fromString(text));
  }

  public static LeaseId of(UUID value) {
    return new LeaseId(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
