package org.touchstone.platform.identity;

/** What an account may do in a project; it may hold several. */
public enum Role {
  MANAGER,
  LEAD,
  ENGINEER,
  TRAINER
}
