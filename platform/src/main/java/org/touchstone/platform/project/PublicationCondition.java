package org.touchstone.platform.project;

import java.util.List;
import org.touchstone.platform.shared.ProjectId;

/** Something a room above knows must be in place before a project can be published. */
public interface PublicationCondition {
  /** What is still missing, one sentence each that says how to mend it. */
  List<String> missing(ProjectId project);
}
