package org.touchstone.platform.exchange;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.touchstone.platform.shared.Uuid7;

/** Names one import. */
public record ImportId(@JsonValue UUID value) {
  public static ImportId next() {
    return new ImportId(Uuid7.next());
  }

  @JsonCreator
  public static ImportId of(String text) {
    return new ImportId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
