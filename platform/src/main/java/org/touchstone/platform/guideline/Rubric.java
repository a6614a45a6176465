package org.touchstone.platform.guideline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/** The structured part of a guideline: its criteria in the order in which they are asked. */
public record Rubric(List<Criterion> criteria) {
  public Rubric {
    criteria = List.copyOf(criteria);
  }

  public Optional<Criterion> criterion(String key) {
    return criteria.stream().filter(criterion -> criterion.key().equals(key)).findFirst();
  }

  /** What is wrong with these answers, in rubric order; empty when they may be taken. */
  public List<Violation> check(Answers answers, ResponseTexts responses) {
    return AnswerCheck.of(this, responses).violations(answers);
  }

  /** The same questions as they are asked of a known answer: nothing is required and nothing need be justified. */
  public Rubric asKnowledge() {
    return new Rubric(criteria.stream().map(Rubric::asKnowledge).toList());
  }

  /** Knowing the answer means neither justifying it, nor how strongly, nor answering the rest of the rubric. */
  private static Criterion asKnowledge(Criterion criterion) {
    var asked = criterion.common();
    var common = new Criterion.Common(asked.key(), asked.title(), asked.help(), asked.target(), false, Criterion.Justification.NEVER);
    return switch (criterion) {
      case Criterion.Label c -> new Criterion.Label(common, c.options(), c.multiple());
      case Criterion.Compare c -> new Criterion.Compare(common, false, c.tie(), c.bothBad());
      case Criterion.Rank c -> new Criterion.Rank(common, c.ties());
      case Criterion.Scale c -> new Criterion.Scale(common, c.min(), c.max(), c.anchors());
      case Criterion.Critique c -> new Criterion.Critique(common, c.categories(), c.severities());
      case Criterion.Rewrite c -> new Criterion.Rewrite(common, c.minLength(), c.maxLength());
      case Criterion.FreeText c -> new Criterion.FreeText(common, c.minLength(), c.maxLength());
    };
  }

  /** What is wrong with the rubric itself, one sentence each; empty when it can be published. */
  @JsonIgnore
  public List<String> problems() {
    return RubricCheck.problems(this);
  }

  /** @param criterion key of the criterion; @param message what is missing and how to mend it */
  public record Violation(String criterion, String message) {}

  /** The texts that were judged, in the order in which the answers name them; the prompt is what a span without response marks. */
  public record ResponseTexts(String prompt, List<String> texts) {}
}
