package org.touchstone.platform.calibration.web;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.touchstone.platform.calibration.Attempt;
import org.touchstone.platform.calibration.Attempts;
import org.touchstone.platform.calibration.Round;
import org.touchstone.platform.calibration.Rounds;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.shared.NotAllowed;
import org.touchstone.platform.shared.NotFound;

/** Who may see and do what with a round: leads and managers run those of their project, the author an assessment. */
@Component
class RoundRights {
  private final Rounds rounds;
  private final Attempts attempts;
  private final Roles roles;

  RoundRights(Rounds rounds, Attempts attempts, Roles roles) {
    this.rounds = rounds;
    this.attempts = attempts;
    this.roles = roles;
  }

  boolean runs(Caller caller, Round round) {
    if (caller.owner()) return true;
    if (round.projectId() == null) return round.madeBy().equals(caller.id());
    var held = roles.of(caller.id(), round.projectId());
    return held.contains(Role.LEAD) || held.contains(Role.MANAGER);
  }

  /** The round, for those who run it. */
  Round run(Caller caller, UUID id) {
    var round = visible(caller, id);
    if (!runs(caller, round)) throw new NotAllowed("Only those who run this round may do that.");
    return round;
  }

  /** The round, for members of its project; assessments are everybody's. */
  Round visible(Caller caller, UUID id) {
    var round = rounds.find(id).orElseThrow(() -> new NotFound("round"));
    if (round.projectId() == null || caller.owner()) return round;
    if (roles.of(caller.id(), round.projectId()).isEmpty()) throw new NotFound("round");
    return round;
  }

  /** The attempt, for its own person alone. */
  void own(Caller caller, UUID id) {
    if (attempts.find(id).filter(attempt -> attempt.accountId().equals(caller.id())).isEmpty()) throw new NotFound("attempt");
  }

  /** The attempt, for its own person and for those who run the round. */
  Attempt attempt(Caller caller, UUID id) {
    var attempt = attempts.find(id).orElseThrow(() -> new NotFound("attempt"));
    if (attempt.accountId().equals(caller.id())) return attempt;
    boolean reviews = rounds.find(attempt.roundId()).filter(round -> runs(caller, round)).isPresent() && attempt.handedInAt() != null;
    if (!reviews) throw new NotFound("attempt");
    return attempt;
  }

  /** The attempt, for those who review it. */
  Attempt reviewed(Caller caller, UUID id) {
    var attempt = attempt(caller, id);
    if (!rounds.find(attempt.roundId()).filter(round -> runs(caller, round)).isPresent()) throw new NotAllowed("Only those who run this round may review it.");
    return attempt;
  }
}
