package org.touchstone.platform.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.touchstone.platform.dataset.FrozenItem.Settled;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.platform.guideline.Rubric;

/**
 * Reasoning traces with a label for each step, as trainers of process rewards read them: a step is false where it is wrong and true
 * where it is right or neutral. A trace ends with the last step that was judged, since what follows a first error is often left unjudged.
 */
final class StepRows {
  private static final String WRONG = "wrong";

  private final List<String> criteria;

  StepRows(Rubric rubric) {
    this.criteria = rubric.criteria().stream().filter(Criterion.StepReview.class::isInstance).map(Criterion::key).toList();
  }

  boolean canGive() {
    return !criteria.isEmpty();
  }

  List<Map<String, Object>> of(FrozenItem item) {
    var rows = new ArrayList<Map<String, Object>>();
    for (String criterion : criteria) {
      for (int i = 0; i < item.responses().size(); i++) {
        var steps = item.responses().get(i).steps();
        var judged = steps == null ? List.<Settled>of() : judged(item, criterion, i, steps.size());
        if (!judged.isEmpty()) rows.add(row(item, criterion, item.responses().get(i), judged));
      }
    }
    return rows;
  }

  /** What was settled of each step, from the first up to the first that nobody judged. */
  private static List<Settled> judged(FrozenItem item, String criterion, int response, int steps) {
    var judged = new ArrayList<Settled>();
    for (int step = 0; step < steps; step++) {
      var found = item.settled(criterion, Integer.toString(response), step);
      if (found.isEmpty()) return judged;
      judged.add(found.get());
    }
    return judged;
  }

  private static Map<String, Object> row(FrozenItem item, String criterion, FrozenItem.Response response, List<Settled> judged) {
    var labels = judged.stream().map(step -> !step.answer().equals(WRONG)).toList();
    var row = new LinkedHashMap<String, Object>();
    row.put("prompt", item.promptText());
    row.put("completions", response.steps().subList(0, judged.size()));
    row.put("labels", labels);
    row.put("marks", judged.stream().map(Settled::answer).toList());
    row.put("probabilities", judged.stream().map(Settled::probability).toList());
    row.put("votes", judged.stream().map(Settled::n).toList());
    row.put("first_error", labels.contains(false) ? labels.indexOf(false) : null);
    row.put("model", response.model());
    row.put("criterion", criterion);
    row.put("item_id", item.itemId());
    row.put("external_id", item.externalId());
    row.put("gold", item.gold() != null);
    return row;
  }
}
