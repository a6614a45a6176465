package org.touchstone.platform.dataset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.dataset.FrozenItem.Settled;
import org.touchstone.platform.dataset.FrozenItem.Vote;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.platform.guideline.Criterion.Common;
import org.touchstone.platform.guideline.Criterion.Justification;
import org.touchstone.platform.guideline.Criterion.Target;
import org.touchstone.platform.guideline.Rubric;

/** Small snapshots for tests, told in one line each. */
final class FrozenItems {
  static final Rubric COMPARE = new Rubric(List.of(new Criterion.Compare(common("preference", Target.ITEM), true, true, true)));
  static final Rubric RANK = new Rubric(List.of(
      new Criterion.Rank(common("order", Target.ITEM), true), new Criterion.Rewrite(common("ideal", Target.ITEM), null, null)));
  static final Rubric SCORE = new Rubric(List.of(new Criterion.Scale(common("helpful", Target.EACH_RESPONSE), 1, 5, List.of())));
  static final Rubric LABEL = new Rubric(List.of(new Criterion.Label(common("entails", Target.ITEM), List.of(), false)));

  private FrozenItems() {}

  static Common common(String key, Target target) {
    return new Common(key, key, null, target, true, Justification.NEVER);
  }

  static FrozenItem item(int responses, FrozenItem.@Nullable Gold gold, List<Settled> consensus, List<Vote> votes) {
    var texts = new ArrayList<FrozenItem.Response>();
    for (int i = 0; i < responses; i++) texts.add(new FrozenItem.Response("response " + i, "model-" + i));
    return new FrozenItem("item", "x-1", "the prompt", null, List.of(), texts, gold, consensus, votes);
  }

  static Vote vote(String rater, List<Integer> shown, Map<String, Answer> answers) {
    return vote(rater, "TRAINER", shown, answers);
  }

  static Vote vote(String rater, String role, List<Integer> shown, Map<String, Answer> answers) {
    return new Vote("judgment of " + rater, rater, role, new Answers(answers), null, null, 1, shown, Instant.parse("2026-03-01T10:00:00Z"), 30, "WAITING", 25, "USD");
  }

  static Vote prefers(String rater, String winner, @Nullable Integer strength, int... shown) {
    return vote(rater, java.util.Arrays.stream(shown).boxed().toList(), Map.of("preference", new Answer.Winner(winner, strength, null)));
  }

  static Vote ranks(String rater, String order) {
    var groups = java.util.Arrays.stream(order.split(">")).map(group -> List.of(group.split("="))).toList();
    return vote(rater, List.of(0, 1, 2), Map.of("order", new Answer.Order(groups, null)));
  }

  static Settled settled(String criterion, @Nullable String response, String answer, double probability) {
    return new Settled(criterion, response, null, answer, probability, 3, Map.of(answer, probability), answer);
  }
}
