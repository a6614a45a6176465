package org.touchstone.platform.pay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;

/**
 * One row of the ledger: an amount leaves one side and enters another.
 *
 * @param label what it is for in the words of a statement; null for a judgment
 * @param dueAt when an accrual is posted unless somebody decides otherwise
 */
public record Entry(
    UUID id, SourceId source, Kind kind, ProjectId projectId, AccountId accountId, Money amount, @Nullable String label,
    @Nullable String reason, @Nullable Instant dueAt, Instant at) {

  /** The sides between which amounts move, as seen from the project. */
  enum Side { EXPENSE, PENDING, HELD, PAYABLE }

  /** What can happen to an amount, once each for a source. */
  public enum Kind {
    /** Work was handed in. */
    ACCRUAL(Side.EXPENSE, Side.PENDING),
    /** It was accepted. */
    POSTING(Side.PENDING, Side.PAYABLE),
    /** It was rejected. */
    RELEASE(Side.PENDING, Side.EXPENSE),
    /** The rejection is disputed: the money is set aside until somebody else has decided. */
    HOLD(Side.EXPENSE, Side.HELD),
    /** The dispute was declined. */
    RETURN(Side.HELD, Side.EXPENSE),
    /** The dispute was upheld. */
    RESTORATION(Side.HELD, Side.PAYABLE),
    /** A rejection was taken back without a dispute. */
    REVERSAL(Side.EXPENSE, Side.PAYABLE);

    final Side debit;
    final Side credit;

    Kind(Side debit, Side credit) {
      this.debit = debit;
      this.credit = credit;
    }
  }

  /** Where an amount stands after its latest entry. */
  public enum State { PENDING, POSTED, RELEASED }

  public State state() {
    return switch (kind.credit) {
      case PENDING, HELD -> State.PENDING;
      case PAYABLE -> State.POSTED;
      case EXPENSE -> State.RELEASED;
    };
  }
}
