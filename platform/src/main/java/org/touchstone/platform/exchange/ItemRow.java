package org.touchstone.platform.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.task.Sensitivity;

/** One item as it arrives from outside, with its known answer where it has one. */
public record ItemRow(
    @Nullable String externalId,
    String prompt,
    @Nullable String context,
    @Nullable List<Turn> conversation,
    List<Response> responses,
    @Nullable Integer wanted,
    @Nullable Integer priority,
    @Nullable Sensitivity sensitive,
    @Nullable String lane,
    @Nullable Instant dueAt,
    @Nullable Gold gold) {

  private static final int LONGEST_OPENING = 200;

  public ItemRow {
    conversation = conversation == null ? List.of() : conversation.stream().map(Turn::known).toList();
    responses = responses == null ? List.of() : List.copyOf(responses);
    if ((prompt == null || prompt.isBlank()) && !conversation.isEmpty()) {
      boolean answered = !responses.isEmpty() && conversation.getLast().role().equals(Turn.USER);
      prompt = answered ? conversation.getLast().text() : opening(conversation);
      if (answered) conversation = conversation.subList(0, conversation.size() - 1);
    }
  }

  public ItemRow(
      @Nullable String externalId, String prompt, @Nullable String context, List<Response> responses, @Nullable Integer wanted,
      @Nullable Integer priority, @Nullable Gold gold) {
    this(externalId, prompt, context, List.of(), responses, wanted, priority, null, null, null, gold);
  }

  /** A transcript is listed and found by how it begins. */
  private static String opening(List<Turn> conversation) {
    String first = conversation.stream().filter(turn -> turn.role().equals(Turn.USER)).findFirst().orElse(conversation.getFirst()).text();
    return first == null || first.length() <= LONGEST_OPENING ? first : first.substring(0, first.offsetByCodePoints(0, first.codePointCount(0, LONGEST_OPENING)));
  }

  /** One turn of a conversation; chat files name the two sides in several ways. */
  public record Turn(String role, String text) {
    static final String USER = "user";
    private static final Map<String, String> SIDES = Map.of(
        "human", USER, "customer", USER, "prompter", USER, "gpt", "assistant", "bot", "assistant", "model", "assistant", "agent", "assistant", "ai", "assistant");

    static Turn known(Turn turn) {
      if (turn == null || turn.role() == null) return new Turn("", turn == null ? null : turn.text());
      String role = turn.role().strip().toLowerCase(Locale.ROOT);
      return new Turn(SIDES.getOrDefault(role, role), turn.text());
    }
  }

  /** @param steps its reasoning, step by step; @param output what running its code printed */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Response(String text, @Nullable String model, @Nullable List<String> steps, @Nullable String output) {
    public Response {
      steps = steps == null || steps.isEmpty() ? null : steps;
      if ((text == null || text.isBlank()) && steps != null) text = String.join("\n\n", steps.stream().map(String::valueOf).toList());
      output = output == null || output.isEmpty() ? null : output;
    }

    public Response(String text, @Nullable String model) {
      this(text, model, null, null);
    }
  }

  public record Gold(Answers answers, @Nullable String explanation) {}
}
