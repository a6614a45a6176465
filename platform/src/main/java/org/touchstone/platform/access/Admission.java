package org.touchstone.platform.access;

import java.util.List;

/** Whether a person may take work in a project now, and otherwise everything that stands in the way. */
public sealed interface Admission {
  record Allowed(Grant grant) implements Admission {}

  record Refused(List<Reason> reasons) implements Admission {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /** @param sentence what is the case; @param remedy what the person can do about it, or when it passes by itself */
  record Reason(Code code, String sentence, String remedy) {}

  /** In the order in which a person would mend them. */
  enum Code {
    NOT_A_MEMBER,
    RESTRICTED,
    ACKNOWLEDGE,
    CALIBRATE,
    PAUSED,
    CLOSED,
    NOT_PUBLISHED
  }
}
