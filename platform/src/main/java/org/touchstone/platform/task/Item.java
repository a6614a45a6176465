package org.touchstone.platform.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
  public record Turn(String role, String text) {}

  /** One model output; the model's name is for those who run the project, never for raters. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Response(String text, @Nullable String model) {}

  /** What answers are held against, with the responses in the item's own order. */
  public Rubric.ResponseTexts texts() {
    return new Rubric.ResponseTexts(prompt, responses.stream().map(Response::text).toList());
  }

  /** The same in the order in which a rater saw them. */
  public Rubric.ResponseTexts texts(int[] shown) {
    return new Rubric.ResponseTexts(prompt, IntStream.of(shown).mapToObj(own -> responses.get(own).text()).toList());
  }
}
