package org.touchstone.platform.iteration;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Passes;

/** What was judged under versions that no longer hold. */
@Component
class StaleWork {
  private final Guidelines guidelines;
  private final Passes passes;
  private final Judgments judgments;

  StaleWork(Guidelines guidelines, Passes passes, Judgments judgments) {
    this.guidelines = guidelines;
    this.passes = passes;
    this.judgments = judgments;
  }

  int current(ProjectId project) {
    return guidelines.currentNumber(project).orElseThrow(() -> new NotFound("guideline"));
  }

  /** The version whose breaking change made earlier work stale. */
  int since(ProjectId project) {
    return guidelines.era(project, current(project));
  }

  List<Passes.Stale> before(ProjectId project, int version) {
    return passes.stale(project, version);
  }

  int inFlight(ProjectId project) {
    return passes.inFlight(project);
  }

  List<Passes.Stale> chosen(ProjectId project, Recheck.Wish wish) {
    int since = since(project);
    var stale = before(project, since);
    return switch (wish.scope()) {
      case ALL -> stale;
      case SAMPLE -> sample(stale, wish.share());
      case CRITERION -> {
        var answered = judgments.answeredBefore(project, wish.criterion(), since);
        yield stale.stream().filter(one -> answered.contains(one.item())).toList();
      }
    };
  }

  void reopen(ProjectId project, List<Passes.Stale> chosen) {
    passes.reopen(project, chosen.stream().map(Passes.Stale::item).toList(), since(project));
  }

  /** The low half of an id is random and has nothing to do with the item, so its order is a draw that stays the same from plan to order. */
  private static List<Passes.Stale> sample(List<Passes.Stale> stale, double share) {
    return stale.stream().sorted(Comparator.comparing((Passes.Stale one) -> random(one.item()))).limit((long) Math.ceil(stale.size() * share)).toList();
  }

  private static long random(ItemId item) {
    return item.value().getLeastSignificantBits();
  }
}
