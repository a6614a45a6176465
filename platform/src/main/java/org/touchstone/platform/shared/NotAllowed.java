package org.touchstone.platform.shared;

/** The caller belongs here, but what is asked takes a role or a right that this person does not have. */
public final class NotAllowed extends Problem {
  public NotAllowed(String detail) {
    super("not-allowed", 403, "Your role does not allow this", detail);
  }
}
