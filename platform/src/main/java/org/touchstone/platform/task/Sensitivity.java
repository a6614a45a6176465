package org.touchstone.platform.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of troubling content an item carries, so that people can choose before they look. */
public enum Sensitivity {
  @JsonProperty("violence") VIOLENCE,
  @JsonProperty("sexual") SEXUAL,
  @JsonProperty("hate") HATE,
  @JsonProperty("self_harm") SELF_HARM,
  @JsonProperty("abuse") ABUSE,
  @JsonProperty("medical") MEDICAL,
  @JsonProperty("other") OTHER;

  /** As it is written outside. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Sensitivity> of(String word) {
    String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }
}
