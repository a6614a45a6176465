package org.touchstone.platform.trainer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ProjectId;

/**
 * Whether and how much sensitive content a person wants to be shown. No choice is ever held against anybody: it only routes.
 *
 * @param sensitive whether any at all
 * @param dailyLimit at most so many tasks a day in all projects together; null leaves it to the projects
 * @param without projects in which this person wants none
 */
public record ContentChoice(boolean sensitive, @Nullable Integer dailyLimit, List<ProjectId> without) {
  private static final int MOST_PROJECTS = 500;

  public ContentChoice {
    without = without == null ? List.of() : without.stream().filter(project -> project != null).distinct().toList();
  }

  static ContentChoice none() {
    return new ContentChoice(true, null, List.of());
  }

  public boolean allows(ProjectId project) {
    return sensitive && !without.contains(project);
  }

  ContentChoice checked() {
    if (dailyLimit != null && (dailyLimit < 0 || dailyLimit > 1000)) throw new Invalid("dailyLimit", "A day can have between 0 and 1000 sensitive tasks.");
    if (without.size() > MOST_PROJECTS) throw new Invalid("without", "Name at most %d projects, or turn sensitive content off altogether.".formatted(MOST_PROJECTS));
    return this;
  }
}
