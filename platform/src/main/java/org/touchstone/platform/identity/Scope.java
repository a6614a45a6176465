package org.touchstone.platform.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a token may be used for; each scope includes the ones before it. */
public enum Scope {
  @JsonProperty("read") READ,
  @JsonProperty("work") WORK,
  @JsonProperty("manage") MANAGE;

  public String text() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  static Scope of(String text) {
    return valueOf(text.toUpperCase(java.util.Locale.ROOT));
  }
}
