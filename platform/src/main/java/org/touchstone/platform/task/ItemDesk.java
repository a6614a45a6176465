package org.touchstone.platform.task;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Problem;
import org.touchstone.platform.shared.ProjectId;

/** Where items are brought in. */
@Service
public class ItemDesk {
  /** Longest text of a prompt, a context or a response. */
  public static final int LONGEST_TEXT = 200_000;
  public static final int MOST_RESPONSES = 10;

  private final Items items;
  private final Projects projects;
  private final PlaceMarks marks;

  ItemDesk(Items items, Projects projects, PlaceMarks marks) {
    this.items = items;
    this.projects = projects;
    this.marks = marks;
  }

  /** Adds what is not there yet; all or nothing. A few thousand at a time go fastest. */
  @Transactional
  public Added add(ProjectId project, List<NewItem> brought) {
    if (brought.isEmpty()) return new Added(0, 0, java.util.Set.of());
    var faults = new ArrayList<Problem.Fault>();
    for (int i = 0; i < brought.size() && faults.size() < 100; i++) check(brought.get(i), "items[" + i + "]", faults);
    if (!faults.isEmpty()) throw new Invalid(faults);
    var added = items.add(project, projects.find(project).settings().wanted(), brought);
    marks.forget(project);
    return new Added(added.size(), brought.size() - added.size(), added);
  }

  private static void check(NewItem item, String field, List<Problem.Fault> faults) {
    if (item.prompt() == null || item.prompt().isBlank()) {
      faults.add(new Problem.Fault(field + ".prompt", "The prompt is empty: every item needs the text that the responses answer."));
    }
    if (item.responses().size() > MOST_RESPONSES) {
      faults.add(new Problem.Fault(field + ".responses", "An item takes at most %d responses; this one has %d.".formatted(MOST_RESPONSES, item.responses().size())));
    }
    for (int r = 0; r < item.responses().size(); r++) {
      String text = item.responses().get(r).text();
      if (text == null) faults.add(new Problem.Fault(field + ".responses[" + r + "]", "This response has no text."));
      else tooLong(text, field + ".responses[" + r + "]", faults);
    }
    tooLong(item.prompt(), field + ".prompt", faults);
    tooLong(item.context(), field + ".context", faults);
    if (item.wanted() != null && (item.wanted() < 1 || item.wanted() > 1000)) {
      faults.add(new Problem.Fault(field + ".wanted", "An item can ask for 1 to 1000 judgments, not %d.".formatted(item.wanted())));
    }
    if (item.priority() != null && Math.abs(item.priority()) > 1000) {
      faults.add(new Problem.Fault(field + ".priority", "A priority lies between -1000 and 1000, not at %d.".formatted(item.priority())));
    }
  }

  private static void tooLong(String text, String field, List<Problem.Fault> faults) {
    if (text == null) return;
    if (text.length() > LONGEST_TEXT) {
      faults.add(new Problem.Fault(field, "This text has %d characters; at most %d can be shown and judged.".formatted(text.length(), LONGEST_TEXT)));
    }
    if (text.indexOf(0) >= 0) faults.add(new Problem.Fault(field, "This text holds a zero character, which cannot be stored: remove it."));
  }
}
