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
