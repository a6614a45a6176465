package org.touchstone.platform.access;

import java.util.List;

/** Whether a person may take work in a project now, and otherwise everything that stands in the way. */
public sealed interface Admission {
  record Allowed(Grant grant) implements Admission {}

  record Refused(List<Reason> reasons) implements Admission {
    public Refused {
      reasons = List.copyOf(reasons);
    }

    /** Whether nothing stands in the way but what a new guideline asks: the task in hand is finished first, under the version it was begun with. */
    public boolean onlyForNewTasks() {
      return reasons.stream().allMatch(reason -> reason.code() == Code.ACKNOWLEDGE || reason.code() == Code.CALIBRATE);
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
