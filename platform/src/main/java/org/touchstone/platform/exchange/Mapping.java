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
 * @param goldAnswers the known answer: one answer, or a JSON object by criterion
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mapping(
    @Nullable String externalId,
    @Nullable String prompt,
    @Nullable String context,
    List<String> responses,
    @Nullable List<String> models,
    @Nullable String wanted,
    @Nullable String priority,
    @Nullable String goldAnswers,
    @Nullable String goldExplanation) {

  public Mapping {
    responses = responses == null ? List.of() : List.copyOf(responses);
    models = models == null || models.isEmpty() ? null : List.copyOf(models);
  }

  /** Refuses a mapping that cannot be right for a file with these columns, naming every fault at once. */
  void check(Collection<String> columns) {
    var faults = new ArrayList<Fault>();
    if (prompt == null || prompt.isBlank()) faults.add(new Fault("prompt", "Say which column holds the prompt."));
    each(Mapping::prompt, "prompt", columns, faults);
    each(Mapping::externalId, "externalId", columns, faults);
    each(Mapping::context, "context", columns, faults);
    each(Mapping::wanted, "wanted", columns, faults);
    each(Mapping::priority, "priority", columns, faults);
    each(Mapping::goldAnswers, "goldAnswers", columns, faults);
    each(Mapping::goldExplanation, "goldExplanation", columns, faults);
    responses.forEach(column -> known(column, "responses", columns, faults));
    if (models != null) models.forEach(column -> known(column, "models", columns, faults));
    if (models != null && models.size() > 1 && models.size() != responses.size()) {
      faults.add(new Fault("models", "There are %d model columns for %d response columns; name one for each.".formatted(models.size(), responses.size())));
    }
    if (responses.stream().distinct().count() < responses.size()) faults.add(new Fault("responses", "The same column is named twice as a response."));
    if (!faults.isEmpty()) throw new Invalid(faults);
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
