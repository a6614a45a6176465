package org.touchstone.platform.dataset;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.dataset.FrozenItem.Vote;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Criterion;

/**
 * How each rater voted between two responses of an item, whatever kind of question was asked.
 *
 * @param lean above zero for the first response, below for the second, zero for a tie
 */
record Ballot(Vote vote, double lean) {

  static List<Ballot> of(FrozenItem item, Criterion criterion, int first, int second) {
    return item.judgments().stream().map(vote -> of(vote, criterion, first, second)).filter(Objects::nonNull).toList();
  }

  private static @Nullable Ballot of(Vote vote, Criterion criterion, int first, int second) {
    var lean = switch (criterion) {
      case Criterion.Compare compare -> vote.to(compare.key()).map(answer -> compared(answer, first)).orElse(OptionalDouble.empty());
      case Criterion.Rank rank -> vote.to(rank.key()).map(answer -> ranked(answer, first, second)).orElse(OptionalDouble.empty());
      case Criterion.Scale scale -> scored(vote, scale.key(), first, second);
      default -> OptionalDouble.empty();
    };
    return lean.isPresent() ? new Ballot(vote, lean.getAsDouble()) : null;
  }

  private static OptionalDouble compared(Answer answer, int first) {
    if (!(answer instanceof Answer.Winner winner)) return OptionalDouble.empty();
    int strength = winner.strength() == null ? 1 : winner.strength();
    return OptionalDouble.of(switch (winner.winner()) {
      case Answer.Winner.TIE, Answer.Winner.BOTH_BAD -> 0;
      default -> winner.winner().equals(Integer.toString(first)) ? strength : -strength;
    });
  }

  private static OptionalDouble ranked(Answer answer, int first, int second) {
    if (!(answer instanceof Answer.Order order)) return OptionalDouble.empty();
    int one = place(order, first), other = place(order, second);
    return one < 0 || other < 0 ? OptionalDouble.empty() : OptionalDouble.of(other - one);
  }

  static int place(Answer.Order order, int response) {
    for (int i = 0; i < order.order().size(); i++) if (order.order().get(i).contains(Integer.toString(response))) return i;
    return -1;
  }

  private static OptionalDouble scored(Vote vote, String criterion, int first, int second) {
    return vote.to(criterion, first).orElse(null) instanceof Answer.Score one && vote.to(criterion, second).orElse(null) instanceof Answer.Score other
        ? OptionalDouble.of(one.value() - other.value()) : OptionalDouble.empty();
  }
}
