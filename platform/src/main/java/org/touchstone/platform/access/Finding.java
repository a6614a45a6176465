package org.touchstone.platform.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.statistics.Estimate;

/** What was measured about a person, handed to the gate with the judgments behind it. */
public record Finding(Gate.Signal signal, Estimate estimate, List<Evidence> evidence) {
  public Finding {
    evidence = List.copyOf(evidence);
  }

  /**
   * Something a finding rests on.
   *
   * @param kind {@code judgment}, or {@code count} where the judgments themselves are not told
   * @param item what was judged, for whoever checks the decision
   */
  public record Evidence(String kind, String id, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String item, String summary) {}
}
