package org.touchstone.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one account. A person, a model or a service that signs in. */
public record AccountId(@JsonValue UUID value) {
  public static AccountId next() {
    return new AccountId(Uuid7.next());
  }

  @JsonCreator
  public static AccountId of(String text) {
    return new AccountId(UUID.fromString(text));
  }

  public static AccountId of(UUID value) {
    return new AccountId(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
