package org.touchstone.platform.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.Problem;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Items;
import org.touchstone.platform.task.TaskDesk;

/** Where an item gets its known answer, and loses it again. */
@Service
public class GoldDesk {
  /** @param answers in the item's own order; @param explanation why this is the answer */
  public record Known(ItemId item, Answers answers, String explanation) {}

  private final Golds golds;
  private final Items items;
  private final TaskDesk tasks;
  private final Guidelines guidelines;
  private final QualityDesk quality;
  private final Audit audit;

  GoldDesk(Golds golds, Items items, TaskDesk tasks, Guidelines guidelines, QualityDesk quality, Audit audit) {
    this.golds = golds;
    this.items = items;
    this.tasks = tasks;
    this.guidelines = guidelines;
    this.quality = quality;
    this.audit = audit;
  }

  public void make(ProjectId project, AccountId by, ItemId item, Answers answers, String explanation) {
    make(project, by, List.of(new Known(item, answers, explanation)));
  }

  /** Makes or corrects gold; everybody who judged these items is scored anew. All or nothing. */
  @Transactional
  public void make(ProjectId project, AccountId by, List<Known> known) {
    if (known.isEmpty()) return;
    check(project, known);
    int version = guidelines.currentNumber(project).orElseThrow();
    golds.put(project, by, known, version, guidelines.era(project, version));
    tasks.probe(known.stream().collect(Collectors.toMap(Known::item, any -> true, (a, b) -> a)));
    quality.rescore(project, known.stream().map(Known::item).toList());
    for (var one : known) audit.record(by, project, "gold.made", one.item().toString(), Map.of("explanation", one.explanation()));
  }

  /** @param confirmed how many hold again; @param unfit those whose answers no longer fit the rubric and must be given anew */
  public record Confirmed(int confirmed, List<ItemId> unfit) {}

  /** Says that known answers from before the last breaking change still hold under the version in force. */
  @Transactional
  public Confirmed confirm(ProjectId project, AccountId by) {
    var current = guidelines.current(project).orElseThrow(() -> new NotFound("guideline"));
    var rubric = current.rubric().asKnowledge();
    var outdated = golds.outdated(project, guidelines.era(project, current.version()));
    var found = items.all(outdated.stream().map(Gold::itemId).toList());
    var fit = outdated.stream().collect(Collectors.partitioningBy(gold -> rubric.check(gold.answers(), found.get(gold.itemId()).texts()).isEmpty()));
    make(project, by, fit.get(true).stream().map(gold -> new Known(gold.itemId(), gold.answers(), gold.explanation())).toList());
    return new Confirmed(fit.get(true).size(), fit.get(false).stream().map(Gold::itemId).toList());
  }

  @Transactional
  public void withdraw(ProjectId project, AccountId by, ItemId item) {
    if (!golds.remove(item)) return;
    tasks.probe(item, false);
    quality.rescore(project, List.of(item));
    audit.record(by, project, "gold.withdrawn", item.toString(), Map.of());
  }

  private void check(ProjectId project, List<Known> known) {
    var rubric = guidelines.current(project).orElseThrow(() -> new Invalid("answers",
        "Publish the guideline first: without its rubric nobody can tell whether a known answer fits.")).rubric();
    var found = items.all(known.stream().map(Known::item).toList());
    var faults = new ArrayList<Problem.Fault>();
    for (int i = 0; i < known.size() && faults.size() < 100; i++) {
      var one = known.get(i);
      var item = found.get(one.item());
      if (item == null || !item.projectId().equals(project)) throw new NotFound("item");
      String at = known.size() == 1 ? "answers." : "items[%d].gold.answers.".formatted(i);
      boolean explained = one.explanation() != null && !one.explanation().isBlank();
      if (!explained) faults.add(new Problem.Fault("explanation", "Say why this is the answer: it is what a dispute is decided by."));
      // A known answer may cover some criteria only; what it does say must fit.
      rubric.asKnowledge().check(one.answers(), item.texts()).stream()
          .forEach(violation -> faults.add(new Problem.Fault(at + violation.criterion(), violation.message())));
      if (one.answers().byCriterion().isEmpty()) faults.add(new Problem.Fault("answers", "Gold needs a known answer to one criterion at least."));
    }
    if (!faults.isEmpty()) throw new Invalid(faults);
  }
}
