package org.touchstone.platform.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.Answers;

/** One item as it arrives from outside, with its known answer where it has one. */
public record ItemRow(
    @Nullable String externalId,
    String prompt,
    @Nullable String context,
    List<Response> responses,
    @Nullable Integer wanted,
    @Nullable Integer priority,
    @Nullable Gold gold) {

  public ItemRow {
    responses = responses == null ? List.of() : List.copyOf(responses);
  }

  public record Response(String text, @Nullable String model) {}

  public record Gold(Answers answers, @Nullable String explanation) {}
}
