package org.touchstone.platform.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.ReasoningSteps;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;

/** What is judged: a prompt with responses in the item's own order, which no rater ever learns. */
public record Item(
    ItemId id,
    ProjectId projectId,
    @Nullable String externalId,
    String prompt,
    @Nullable String context,
    List<Turn> conversation,
    List<Response> responses,
    Instant createdAt) {

  /** One turn of the conversation that led to the prompt. */
  public record Turn(String role, String text) {
    public static final String ASSISTANT = "assistant";
  }

  /**
   * One model output; the model's name is for those who run the project, never for raters.
   *
   * @param steps its reasoning steps as they were brought along; null where they are to be cut from the text
   * @param output what running its code printed; null where nothing was run
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Response(String text, @Nullable String model, @Nullable List<String> steps, @Nullable String output) {
    public Response(String text, @Nullable String model) {
      this(text, model, null, null);
    }

    public List<String> inSteps() {
      return steps == null ? ReasoningSteps.of(text) : steps;
    }
  }

  /** What answers are held against, with the responses in the item's own order. */
  public Rubric.ResponseTexts texts() {
    return texts(IntStream.range(0, responses.size()).toArray());
  }

  /** The same in the order in which a rater saw them. */
  public Rubric.ResponseTexts texts(int[] shown) {
    var asShown = IntStream.of(shown).mapToObj(responses::get).toList();
    return new Rubric.ResponseTexts(prompt, asShown.stream().map(Response::text).toList(),
        asShown.stream().map(response -> response.inSteps().size()).toList(), turnsOfAssistant(conversation), conversation.stream().map(Turn::text).toList());
  }

  /** Places of the turns that can be judged turn by turn. */
  public static List<Integer> turnsOfAssistant(List<Turn> conversation) {
    return IntStream.range(0, conversation.size()).filter(i -> conversation.get(i).role().equals(Turn.ASSISTANT)).boxed().toList();
  }
}
