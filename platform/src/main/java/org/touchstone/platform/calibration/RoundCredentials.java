package org.touchstone.platform.calibration;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Credentials;
import org.touchstone.platform.task.Lane;

/** Tells the queue which rounds can be asked for: those somebody can pass now. */
@Component
class RoundCredentials implements Credentials {
  private final Rounds rounds;

  RoundCredentials(Rounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public Optional<Lane.Credential> of(ProjectId project, UUID round) {
    return rounds.find(round)
        .filter(found -> found.projectId() == null || found.projectId().equals(project))
        .filter(found -> found.kind().decides() && found.state() == Round.State.OPEN)
        .map(found -> new Lane.Credential(found.series(), found.level(), found.sheet().title()));
  }
}
