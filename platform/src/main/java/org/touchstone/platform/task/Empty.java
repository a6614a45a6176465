package org.touchstone.platform.task;

/**
 * Why there is no work just now.
 *
 * @param sentence the true reason
 * @param next what opens next, and when
 */
public record Empty(Code code, String sentence, String next) {
  public enum Code {
    NO_TASKS_YET, ALL_TAKEN, ALL_SEEN, SENSITIVE, NOT_YOUR_LANE, SHARE_REACHED, PAUSED, CLOSED, RESTRICTED, ACKNOWLEDGE, CALIBRATE, NOT_A_MEMBER, NOT_ASSIGNED, DONE
  }
}
