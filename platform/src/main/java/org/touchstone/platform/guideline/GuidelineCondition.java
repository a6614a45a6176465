package org.touchstone.platform.guideline;

import java.util.List;
import org.springframework.stereotype.Component;
import org.touchstone.platform.project.PublicationCondition;
import org.touchstone.platform.shared.ProjectId;

/** Nobody is asked to work without a guideline. */
@Component
class GuidelineCondition implements PublicationCondition {
  private final Guidelines guidelines;

  GuidelineCondition(Guidelines guidelines) {
    this.guidelines = guidelines;
  }

  @Override
  public List<String> missing(ProjectId project) {
    return guidelines.currentNumber(project).isPresent() ? List.of() : List.of("Publish the first version of the guideline with its rubric.");
  }
}
