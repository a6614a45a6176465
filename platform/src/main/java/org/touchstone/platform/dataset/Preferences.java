package org.touchstone.platform.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.dataset.FrozenItem.Settled;
import org.touchstone.platform.dataset.FrozenItem.Vote;
import org.touchstone.platform.dataset.Preference.Evidence;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.platform.guideline.Rubric;

/**
 * Reads preferences out of items, by the one criterion of the rubric that says them best: a comparison, else a ranking,
 * else scores of each response.
 */
record Preferences(Criterion criterion) {
  /** Scores closer than this say nothing about which response is better. */
  static final double LEAST_MARGIN = 1;

  static final String UNDECIDED = "undecided";

  /** @param wanted key of the criterion to use, null for the best there is */
  static Optional<Preferences> of(Rubric rubric, @Nullable String wanted) {
    return rubric.criteria().stream()
        .filter(criterion -> rank(criterion) < 3 && (wanted == null || wanted.equals(criterion.key())))
        .min(Comparator.comparingInt(Preferences::rank))
        .map(Preferences::new);
  }

  private static int rank(Criterion criterion) {
    return switch (criterion) {
      case Criterion.Compare _ -> 0;
      case Criterion.Rank _ -> 1;
      case Criterion.Scale scale -> scale.common().target() == Criterion.Target.EACH_RESPONSE ? 2 : 3;
      default -> 3;
    };
  }

  /** One entry for each two responses that somebody judged against each other. */
  List<Preference> of(FrozenItem item) {
    var all = new ArrayList<Preference>();
    for (int first = 0; first < item.responses().size(); first++) {
      for (int second = first + 1; second < item.responses().size(); second++) {
        var ballots = Ballot.of(item, criterion, first, second);
        if (!ballots.isEmpty()) all.add(between(item, first, second, ballots));
      }
    }
    return all;
  }

  private record Decision(double lean, String word, String by, double probability) {}

  private Preference between(FrozenItem item, int first, int second, List<Ballot> ballots) {
    var decision = verdict(item, ballots).or(() -> consensus(item, first, second, ballots)).orElseGet(() -> majority(ballots));
    if (decision.lean() == 0) return new Preference.Tie(first, second, decision.word(), evidence(decision, ballots, first, second, 1));
    return decision.lean() > 0
        ? new Preference.Pair(first, second, evidence(decision, ballots, first, second, 1))
        : new Preference.Pair(second, first, evidence(decision, ballots, second, first, -1));
  }

  private Optional<Decision> verdict(FrozenItem item, List<Ballot> ballots) {
    return item.verdict(criterion.key()).flatMap(verdict -> ballots.stream().filter(ballot -> ballot.vote() == verdict).findFirst())
        .map(ballot -> new Decision(ballot.lean(), tieWord(ballot.vote()), "verdict", 1));
  }

  private String tieWord(Vote vote) {
    return vote.to(criterion.key()).orElse(null) instanceof Answer.Winner winner ? winner.winner() : Answer.Winner.TIE;
  }

  private Optional<Decision> consensus(FrozenItem item, int first, int second, List<Ballot> ballots) {
    return switch (criterion) {
      case Criterion.Compare _ -> item.settled(criterion.key(), null).map(settled -> new Decision(
          switch (settled.answer()) {
            case Answer.Winner.TIE, Answer.Winner.BOTH_BAD -> 0;
            default -> settled.answer().equals(Integer.toString(first)) ? 1 : -1;
          },
          settled.answer(), "consensus", settled.probability()));
      case Criterion.Rank _ -> item.settled(criterion.key(), null).flatMap(settled -> {
        int one = place(settled.answer(), first), other = place(settled.answer(), second);
        return one < 0 || other < 0 ? Optional.<Decision>empty()
            : Optional.of(new Decision(other - one, Answer.Winner.TIE, "consensus", share(ballots, Math.signum(other - one))));
      });
      case Criterion.Scale _ -> score(item, first).flatMap(one -> score(item, second).map(other -> {
        double margin = number(one) - number(other);
        return new Decision(Math.abs(margin) < LEAST_MARGIN ? 0 : margin, Answer.Winner.TIE, "consensus", share(ballots, Math.signum(margin)));
      }));
      default -> Optional.empty();
    };
  }

  /** Where a response stands in an order written as {@code 0>2=1}; -1 where it is not named. */
  private static int place(String order, int response) {
    var groups = order.split(">");
    for (int i = 0; i < groups.length; i++) if (List.of(groups[i].split("=")).contains(Integer.toString(response))) return i;
    return -1;
  }

  private Optional<Settled> score(FrozenItem item, int response) {
    return item.settled(criterion.key(), Integer.toString(response)).filter(settled -> !Double.isNaN(number(settled)));
  }

  private static double number(Settled settled) {
    try {
      return Double.parseDouble(settled.answer());
    } catch (NumberFormatException undecided) {
      return Double.NaN;
    }
  }

  private static Decision majority(List<Ballot> ballots) {
    long ahead = ballots.stream().filter(ballot -> ballot.lean() > 0).count();
    long behind = ballots.stream().filter(ballot -> ballot.lean() < 0).count();
    long ties = ballots.size() - ahead - behind;
    double probability = (double) Math.max(ties, Math.max(ahead, behind)) / ballots.size();
    if (ties > ahead && ties > behind) return new Decision(0, Answer.Winner.TIE, "majority", probability);
    return new Decision(Long.signum(ahead - behind), UNDECIDED, "majority", probability);
  }

  private static double share(List<Ballot> ballots, double sign) {
    return (double) ballots.stream().filter(ballot -> Math.signum(ballot.lean()) == sign).count() / ballots.size();
  }

  private Evidence evidence(Decision decision, List<Ballot> ballots, int chosen, int rejected, int sign) {
    int votesFor = 0, against = 0, ties = 0, first = 0;
    double lean = 0;
    for (Ballot ballot : ballots) {
      double towards = ballot.lean() * sign;
      if (towards > 0) votesFor++;
      else if (towards < 0) against++;
      else ties++;
      lean += criterion instanceof Criterion.Compare ? Math.max(towards, 0) : towards;
      if (ballot.vote().sawFirst(chosen, rejected)) first++;
    }
    int n = ballots.size();
    Double margin = criterion instanceof Criterion.Compare compare ? (compare.strength() && votesFor > 0 ? (Double) (lean / votesFor) : null) : (Double) (lean / n);
    return new Evidence(
        criterion.key(), decision.by(), decision.probability(), (votesFor + ties / 2.0) / n, n, votesFor, against, ties, margin, (double) first / n,
        ballots.stream().map(ballot -> ballot.vote().rater()).distinct().toList(),
        ballots.stream().map(ballot -> ballot.vote().guidelineVersion()).distinct().sorted().toList());
  }
}
