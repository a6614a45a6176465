package org.touchstone.platform.dataset;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Answers;

/** One item of a snapshot with everything that was said about it; a line of the frozen file, and all that exports are made from. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FrozenItem(
    String itemId,
    @Nullable String externalId,
    String prompt,
    @Nullable String context,
    List<Turn> conversation,
    List<Response> responses,
    @Nullable Gold gold,
    List<Settled> consensus,
    List<Vote> judgments) {

  public FrozenItem {
    conversation = conversation == null ? List.of() : List.copyOf(conversation);
    responses = List.copyOf(responses);
    consensus = List.copyOf(consensus);
    judgments = List.copyOf(judgments);
  }

  public record Turn(String role, String text) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Response(String text, @Nullable String model, @Nullable List<String> steps, @Nullable String output) {
    public Response(String text, @Nullable String model) {
      this(text, model, null, null);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Gold(Answers answers, @Nullable String explanation) {}

  /** The estimated answer to one criterion, of one response where it is asked of each, of one step or turn where it is asked of those. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Settled(
      String criterion, @Nullable String response, @Nullable Integer part, String answer, double probability, int n, Map<String, Double> distribution, @Nullable String majority) {}

  /**
   * One judgment, by a rater whose name is hidden.
   *
   * @param rater the same name for the same person inside one snapshot, another in the next
   * @param shown for each shown position the item's own index
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Vote(
      String judgmentId,
      String rater,
      String role,
      @Nullable Answers answers,
      @Nullable String flag,
      @Nullable String note,
      int guidelineVersion,
      List<Integer> shown,
      Instant submittedAt,
      int activeSeconds,
      String outcome,
      long priceMinor,
      String currency) {

    static final String ADJUDICATOR = "ADJUDICATOR";

    Optional<Answer> to(String criterion) {
      return answers == null ? Optional.empty() : answers.to(criterion);
    }

    /** To one response where the criterion is asked of each. */
    Optional<Answer> to(String criterion, int response) {
      return to(criterion).flatMap(answer -> answer instanceof Answer.ByResponse each
          ? Optional.ofNullable(each.byResponse().get(Integer.toString(response))) : Optional.empty());
    }

    /** Whether this response stood before that one on the rater's screen. */
    boolean sawFirst(int response, int other) {
      return shown.indexOf(response) < shown.indexOf(other);
    }
  }

  /** What was settled of one step of a response, or of one turn where the response is null. */
  Optional<Settled> settled(String criterion, @Nullable String response, int part) {
    return consensus.stream().filter(s -> s.criterion().equals(criterion) && java.util.Objects.equals(s.response(), response)
        && Integer.valueOf(part).equals(s.part())).findFirst();
  }

  Optional<Settled> settled(String criterion, @Nullable String response) {
    return consensus.stream().filter(s -> s.criterion().equals(criterion) && java.util.Objects.equals(s.response(), response) && s.part() == null).findFirst();
  }

  /** The answer of the person who settled a doubtful case; the last one, should there be several. */
  Optional<Vote> verdict(String criterion) {
    return judgments.stream().filter(vote -> vote.role().equals(Vote.ADJUDICATOR) && vote.to(criterion).isPresent()).reduce((first, second) -> second);
  }

  Stream<Vote> votes(String criterion) {
    return judgments.stream().filter(vote -> vote.to(criterion).isPresent());
  }

  /** What a model would have been given, as one text. */
  @JsonIgnore
  String promptText() {
    var text = new StringBuilder();
    if (context != null && !context.isBlank()) text.append(context).append("\n\n");
    conversation.forEach(turn -> text.append(turn.role()).append(": ").append(turn.text()).append("\n\n"));
    return text.append(prompt).toString();
  }
}
