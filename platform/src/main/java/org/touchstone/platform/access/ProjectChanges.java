package org.touchstone.platform.access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.project.ProjectDesk;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;

/** Changes what a project says and what its gate demands, together or not at all. */
@Service
public class ProjectChanges {
  private final ProjectDesk projects;
  private final AdmissionDesk admission;

  ProjectChanges(ProjectDesk projects, AdmissionDesk admission) {
    this.projects = projects;
    this.admission = admission;
  }

  /** @param gate null leaves the gate as it is */
  @Transactional
  public void make(AccountId actor, ProjectId project, ProjectDesk.Change change, @Nullable Gate gate) {
    projects.change(actor, project, change);
    if (gate != null) admission.setGate(actor, project, gate);
  }
}
