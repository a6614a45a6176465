package org.touchstone.platform.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the judgments of one item say about two of its responses. */
sealed interface Preference {
  Evidence evidence();

  /** The one is better than the other. */
  record Pair(int chosen, int rejected, Evidence evidence) implements Preference {}

  /**
   * Neither is better, or nobody can tell.
   *
   * @param answer {@code tie}, {@code both_bad}, or {@code undecided} where the votes are even
   */
  record Tie(int first, int second, String answer, Evidence evidence) implements Preference {}

  /**
   * All that a training run may want to weigh a pair by; for ties 'chosen' is the first response.
   *
   * @param decidedBy verdict, consensus or majority
   * @param probability how sure the decision is
   * @param softLabel share of votes for the chosen response, ties as half a vote
   * @param margin by how much: mean strength 1 to 3 of those who chose it, difference of scores, or distance in rank
   * @param shownFirst share of raters who saw the chosen response before the other
   */
  record Evidence(
      String criterion,
      String decidedBy,
      double probability,
      @Nullable Double softLabel,
      int votes,
      int votesChosen,
      int votesRejected,
      int votesTie,
      @Nullable Double margin,
      @Nullable Double shownFirst,
      List<String> raters,
      List<Integer> guidelineVersions) {}
}
