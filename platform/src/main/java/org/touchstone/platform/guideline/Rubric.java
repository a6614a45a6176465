package org.touchstone.platform.guideline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The structured part of a guideline.
 *
 * @param criteria in the order in which they are asked
 * @param rules what answers must keep to beyond their own form
 */
public record Rubric(List<Criterion> criteria, @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<Rule> rules) {
  public Rubric {
    criteria = List.copyOf(criteria);
    rules = rules == null ? List.of() : List.copyOf(rules);
  }

  public Rubric(List<Criterion> criteria) {
    this(criteria, List.of());
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
    var asked = criterion.with(criterion.common().asKnowledge());
    return asked instanceof Criterion.Compare compare ? new Criterion.Compare(compare.common(), false, compare.tie(), compare.bothBad()) : asked;
  }

  /** The rubric of one lease: what asks for a reason on a sample asks here or does not, the same whenever it is drawn. */
  public Rubric drawn(UUID lease) {
    return new Rubric(criteria.stream().map(criterion -> drawn(criterion, lease)).toList(), rules);
  }

  private static Criterion drawn(Criterion criterion, UUID lease) {
    var common = criterion.common();
    if (common.justification() != Criterion.Justification.ON_SAMPLE) return criterion;
    double share = common.justificationShare() == null ? 0 : common.justificationShare();
    var dice = new SplittableRandom(lease.getLeastSignificantBits() ^ common.key().hashCode() * 0x9E3779B97F4A7C15L);
    return criterion.with(common.justified(dice.nextDouble() < share ? Criterion.Justification.ALWAYS : Criterion.Justification.NEVER));
  }

  public boolean asksForSteps() {
    return criteria.stream().anyMatch(Criterion.StepReview.class::isInstance);
  }

  /** What is wrong with the rubric itself, one sentence each; empty when it can be published. */
  @JsonIgnore
  public List<String> problems() {
    return RubricCheck.problems(this);
  }

  /** @param criterion key of the criterion; @param message what is missing and how to mend it */
  public record Violation(String criterion, String message) {}

  /**
   * What was judged, in the order in which the answers name it.
   *
   * @param prompt what a span without response marks
   * @param steps how many reasoning steps each response has
   * @param turns places of the assistant's turns in the conversation
   */
  public record ResponseTexts(String prompt, List<String> texts, List<Integer> steps, List<Integer> turns, List<String> conversation) {
    public ResponseTexts(String prompt, List<String> texts, List<Integer> steps, List<Integer> turns) {
      this(prompt, texts, steps, turns, List.of());
    }

    public ResponseTexts(String prompt, List<String> texts) {
      this(prompt, texts, texts.stream().map(text -> ReasoningSteps.of(text).size()).toList(), List.of());
    }
  }
}
