package org.touchstone.platform.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Rubric;

/** Sets what somebody said beside a known answer, criterion by criterion, as gold is scored. */
public final class Match {
  /**
   * One countable answer.
   *
   * @param question the criterion, or one option of a list of which several may be chosen
   * @param response the item's own index of the response it is about, −1 for the item as a whole
   * @param ordinal whether answers have an order, so that near is less wrong than far
   * @param answer its class by name; a rank counts from 1
   */
  public record Count(String criterion, String question, int response, boolean ordinal, String answer, int label) {}

  private Match() {}

  /** How much of the known answer was met, 0 to 1, for each criterion in which something countable is known. */
  public static Map<String, Double> byCriterion(Rubric rubric, Answers known, Answers given) {
    var said = grouped(rubric, given);
    var shares = new LinkedHashMap<String, Double>();
    grouped(rubric, known).forEach((criterion, votes) ->
        GoldHit.of(votes, said.getOrDefault(criterion, List.of())).ifPresent(share -> shares.put(criterion, share)));
    return shares;
  }

  /** Everything countable that was said, in the order of the rubric. */
  public static List<Count> counts(Rubric rubric, Answers answers) {
    return Votes.of(rubric, answers).stream().map(vote -> new Count(vote.question().criterion(), vote.question().key(), vote.response(),
        vote.question().level() != Question.Level.NOMINAL, name(vote), vote.label())).toList();
  }

  private static String name(Vote vote) {
    return vote.question().level() == Question.Level.RANK ? Integer.toString(vote.label() + 1) : vote.question().classes().get(vote.label());
  }

  private static Map<String, List<Vote>> grouped(Rubric rubric, Answers answers) {
    return Votes.of(rubric, answers).stream().collect(Collectors.groupingBy(vote -> vote.question().criterion(), LinkedHashMap::new, Collectors.toList()));
  }
}
