package org.touchstone.statistics;

import java.util.HashMap;
import java.util.Map;

/**
 * How a result came to be, so that it can be made again.
 *
 * @param method the estimator's field name, for instance {@code dawid-skene}
 * @param settings every setting in force, by name
 * @param version version of this library
 * @param n number of observations read: judgments, comparisons, items or texts, whichever the method counts; 0 for a plan made before any
 */
public record Provenance(String method, Map<String, String> settings, String version, long n) {
  public static final String LIBRARY_VERSION = "0.1.0";

  public Provenance {
    settings = Map.copyOf(settings);
  }

  public static Provenance of(String method, Map<String, String> settings, long n) {
    return new Provenance(method, settings, LIBRARY_VERSION, n);
  }

  /** The same with more settings, such as those of a bootstrap. */
  public Provenance with(Map<String, String> more) {
    var all = new HashMap<>(settings);
    all.putAll(more);
    return new Provenance(method, all, version, n);
  }
}
