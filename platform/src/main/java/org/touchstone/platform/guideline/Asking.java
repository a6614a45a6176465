package org.touchstone.platform.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which questions of a rubric are asked, given what was said before them. A question that is not asked counts as open. */
final class Asking {
  private final Rubric rubric;
  private final Answers answers;
  private final Rubric.ResponseTexts texts;

  Asking(Rubric rubric, Answers answers, Rubric.ResponseTexts texts) {
    this.rubric = rubric;
    this.answers = answers;
    this.texts = texts;
  }

  /** @param response index of the response it would be asked of, null where it is asked of the item */
  boolean asks(Criterion criterion, @Nullable Integer response) {
    if (criterion instanceof Criterion.TurnReview && texts.turns().isEmpty()) return false;
    var condition = criterion.common().showIf();
    return condition == null || isMet(condition, response);
  }

  /** Whether it is asked at all, if only of one response. */
  boolean asks(Criterion criterion) {
    if (!criterion.isPerResponse()) return asks(criterion, null);
    for (int i = 0; i < texts.texts().size(); i++) if (asks(criterion, i)) return true;
    return texts.texts().isEmpty() && asks(criterion, null);
  }

  /** Of one response, or of any where none is named. */
  boolean isMet(Condition condition, @Nullable Integer response) {
    var said = said(condition.criterion(), response);
    if (said.isEmpty()) return condition.isMetBy(null);
    return said.stream().anyMatch(condition::isMetBy);
  }

  private List<Answer> said(String key, @Nullable Integer response) {
    var said = new ArrayList<Answer>();
    var criterion = rubric.criterion(key).orElse(null);
    var answer = answers.byCriterion().get(key);
    if (criterion == null || answer == null) return said;
    if (!criterion.isPerResponse()) {
      if (asks(criterion, null)) said.add(criterion instanceof Criterion.Critique && response != null ? within(answer, response) : answer);
    } else if (answer instanceof Answer.ByResponse each) {
      for (int i = 0; i < texts.texts().size(); i++) {
        if (response != null && response != i) continue;
        if (asks(criterion, i)) Optional.ofNullable(each.byResponse().get(Integer.toString(i))).ifPresent(said::add);
      }
    }
    return said;
  }

  private static Answer within(Answer answer, int response) {
    if (!(answer instanceof Answer.Spans spans)) return answer;
    return new Answer.Spans(spans.spans().stream().filter(span -> Integer.toString(response).equals(span.response())).toList(), null);
  }
}
