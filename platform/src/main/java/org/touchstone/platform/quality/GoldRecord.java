package org.touchstone.platform.quality;

import org.springframework.stereotype.Component;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.TrackRecord;
import org.touchstone.statistics.Estimate;

/** Tells the queue how well somebody agrees with known answers, no finer than they are told themselves: a lane that opens must not give gold away. */
@Component
class GoldRecord implements TrackRecord {
  private final Standings standings;

  GoldRecord(Standings standings) {
    this.standings = standings;
  }

  @Override
  public boolean reaches(ProjectId project, AccountId rater, double line) {
    return standings.asToldTo(project, rater).gold() instanceof Estimate.Known known
        && known.interval().isPresent() && known.interval().get().low() >= line;
  }
}
