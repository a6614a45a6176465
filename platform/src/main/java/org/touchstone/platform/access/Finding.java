package org.touchstone.platform.access;

import java.util.List;
import org.touchstone.statistics.Estimate;

/** What was measured about a person, handed to the gate with the judgments behind it. */
public record Finding(Gate.Signal signal, Estimate estimate, List<Evidence> evidence) {
  public Finding {
    evidence = List.copyOf(evidence);
  }

  /** @param kind {@code judgment}; @param id which; @param summary what it shows, fit for the eyes of the person concerned */
  public record Evidence(String kind, String id, String summary) {}
}
