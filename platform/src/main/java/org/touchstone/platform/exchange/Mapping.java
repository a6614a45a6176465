package org.touchstone.platform.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Problem.Fault;

/**
 * Which column of a file means what.
 *
 * @param responses one column a response, or a single column that holds a list of them
 * @param models the model behind each response, in the same order; or a single column with a list
 * @param conversation the turns of a conversation; where there is no prompt, its last question is the prompt
 * @param steps the reasoning steps of each response, in the same order; or a single column with a list for each
 * @param outputs what running each response's code printed, in the same order; or a single column with a list
 * @param sensitive the kind of troubling content, or yes and no
 * @param lane the name of the lane an item goes into
 * @param due when an item should be finished
 * @param goldAnswers the known answer: one answer, or a JSON object by criterion
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mapping(
    @Nullable String externalId,
    @Nullable String prompt,
    @Nullable String context,
    @Nullable String conversation,
    List<String> responses,
    @Nullable List<String> models,
    @Nullable List<String> steps,
    @Nullable List<String> outputs,
    @Nullable String wanted,
    @Nullable String priority,
    @Nullable String sensitive,
    @Nullable String lane,
    @Nullable String due,
    @Nullable String goldAnswers,
    @Nullable String goldExplanation) {

  public Mapping {
    responses = responses == null ? List.of() : List.copyOf(responses);
    models = copied(models);
    steps = copied(steps);
    outputs = copied(outputs);
  }

  /** A file of prompts and responses, without what can stand beside them. */
  public Mapping(
      @Nullable String externalId, @Nullable String prompt, @Nullable String context, List<String> responses, @Nullable List<String> models,
      @Nullable String wanted, @Nullable String priority, @Nullable String goldAnswers, @Nullable String goldExplanation) {
    this(externalId, prompt, context, null, responses, models, null, null, wanted, priority, null, null, null, goldAnswers, goldExplanation);
  }

  private static @Nullable List<String> copied(@Nullable List<String> columns) {
    return columns == null || columns.isEmpty() ? null : List.copyOf(columns);
  }

  /** Refuses a mapping that cannot be right for a file with these columns, naming every fault at once. */
  void check(Collection<String> columns) {
    var faults = new ArrayList<Fault>();
    boolean nameless = prompt == null || prompt.isBlank();
    if (nameless && (conversation == null || conversation.isBlank())) {
      faults.add(new Fault("prompt", "Say which column holds the prompt, or the conversation."));
    }
    each(Mapping::prompt, "prompt", columns, faults);
    each(Mapping::externalId, "externalId", columns, faults);
    each(Mapping::context, "context", columns, faults);
    each(Mapping::conversation, "conversation", columns, faults);
    each(Mapping::wanted, "wanted", columns, faults);
    each(Mapping::priority, "priority", columns, faults);
    each(Mapping::sensitive, "sensitive", columns, faults);
    each(Mapping::lane, "lane", columns, faults);
    each(Mapping::due, "due", columns, faults);
    each(Mapping::goldAnswers, "goldAnswers", columns, faults);
    each(Mapping::goldExplanation, "goldExplanation", columns, faults);
    responses.forEach(column -> known(column, "responses", columns, faults));
    beside(models, "models", "model", columns, faults);
    beside(steps, "steps", "step", columns, faults);
    beside(outputs, "outputs", "output", columns, faults);
    if (responses.stream().distinct().count() < responses.size()) faults.add(new Fault("responses", "The same column is named twice as a response."));
    if (!faults.isEmpty()) throw new Invalid(faults);
  }

  private void beside(@Nullable List<String> named, String field, String what, Collection<String> columns, List<Fault> faults) {
    if (named == null) return;
    named.forEach(column -> known(column, field, columns, faults));
    if (named.size() > 1 && named.size() != responses.size()) {
      faults.add(new Fault(field, "There are %d %s columns for %d response columns; name one for each.".formatted(named.size(), what, responses.size())));
    }
  }

  private void each(java.util.function.Function<Mapping, @Nullable String> part, String field, Collection<String> columns, List<Fault> faults) {
    String column = part.apply(this);
    if (column != null && !column.isBlank()) known(column, field, columns, faults);
  }

  private static void known(String column, String field, Collection<String> columns, List<Fault> faults) {
    if (columns.contains(column)) return;
    faults.add(new Fault(field, "The file has no column “%s”; it has: %s.".formatted(Objects.toString(column, ""), String.join(", ", columns))));
  }
}
