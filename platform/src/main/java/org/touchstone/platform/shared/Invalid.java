package org.touchstone.platform.shared;

import java.util.List;

/** Input that cannot be taken as it is; every fault is named so that it can be mended in one go. */
public final class Invalid extends Problem {
  public Invalid(String field, String message) {
    this(List.of(new Fault(field, message)));
  }

  public Invalid(List<Fault> faults) {
    super("invalid-input", 422, "Some of this needs another look", faults.getFirst().message(), faults);
  }
}
