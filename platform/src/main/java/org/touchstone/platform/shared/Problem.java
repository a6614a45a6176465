package org.touchstone.platform.shared;

import java.util.List;
import java.util.Map;

/** Something that went wrong in the caller's world; each kind has a slug with a page, a status and a title. */
public abstract class Problem extends RuntimeException {
  /** One fault of the input: where it is and what to do about it. */
  public record Fault(String field, String message) {}

  private final String slug;
  private final int status;
  private final String title;
  private final List<Fault> faults;

  protected Problem(String slug, int status, String title, String detail, List<Fault> faults) {
    super(detail, null, false, false);
    this.slug = slug;
    this.status = status;
    this.title = title;
    this.faults = List.copyOf(faults);
  }

  protected Problem(String slug, int status, String title, String detail) {
    this(slug, status, title, detail, List.of());
  }

  public String slug() {
    return slug;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public List<Fault> faults() {
    return faults;
  }

  /** HTTP headers that belong to this answer, such as when to try again. */
  public Map<String, String> headers() {
    return Map.of();
  }
}
