package org.touchstone.platform.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a project's work that asks something of those who judge it.
 *
 * @param number its name in the queue; 0 belongs to the lane that asks nothing
 */
public record Lane(int number, String name, Ask ask) {
  /** Where everybody may work. */
  public static final int OPEN = 0;

  /**
   * All of what is not null must hold.
   *
   * @param language one of the trainer's languages
   * @param skill one of the trainer's fields of expertise
   * @param goldAtLeast a share that the whole interval of the agreement with known answers must reach
   */
  public record Ask(@Nullable String language, @Nullable String skill, @Nullable Credential credential, @Nullable Double goldAtLeast) {
    boolean isNothing() {
      return language == null && skill == null && credential == null && goldAtLeast == null;
    }
  }

  /** @param subject what was passed; @param level a pass of this level or a higher one is enough */
  public record Credential(UUID subject, int level, String title) {}
}
