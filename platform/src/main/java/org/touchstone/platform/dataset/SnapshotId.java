package org.touchstone.platform.dataset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.touchstone.platform.shared.Uuid7;

/** Names one snapshot. */
public record SnapshotId(@JsonValue UUID value) {
  public static SnapshotId next() {
    return new SnapshotId(Uuid7.next());
  }

  @JsonCreator
  public static SnapshotId of(String text) {
    return new SnapshotId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
