package org.touchstone.platform.task;

import java.util.Optional;
import java.util.UUID;
import org.touchstone.platform.shared.ProjectId;

/** What can be passed in a project; the room that examines knows, some floors above. */
public interface Credentials {
  /** @param round what a manager chose to ask for; empty where nobody can pass it in this project */
  Optional<Lane.Credential> of(ProjectId project, UUID round);
}
