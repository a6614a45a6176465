package org.touchstone.platform.iteration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.touchstone.platform.adjudication.Case;
import org.touchstone.platform.adjudication.Cases;
import org.touchstone.platform.calibration.Discrepancies;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.judgment.Flag;
import org.touchstone.platform.quality.Agreement;
import org.touchstone.platform.quality.Golds;
import org.touchstone.platform.shared.Glimpse;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Item;
import org.touchstone.platform.task.Items;
import org.touchstone.statistics.Estimate;

/** Finds what the next version of a guideline should answer. */
@Component
class Doubts {
  /** Below this a coefficient is usually read as too little agreement to build on. */
  private static final double RELIABLE = 0.67;
  private static final int NEWEST = 200;
  private static final int GLIMPSE = 160;
  private static final Set<String> ABOUT_THE_GUIDELINE = Set.of(Flag.Category.AMBIGUOUS.word(), Flag.Category.GUIDELINE_GAP.word());

  private final Cases cases;
  private final Agreement agreement;
  private final Golds golds;
  private final Items items;
  private final Guidelines guidelines;
  private final Discrepancies discrepancies;

  Doubts(Cases cases, Agreement agreement, Golds golds, Items items, Guidelines guidelines, Discrepancies discrepancies) {
    this.cases = cases;
    this.agreement = agreement;
    this.golds = golds;
    this.items = items;
    this.guidelines = guidelines;
    this.discrepancies = discrepancies;
  }

  List<VersionCause> of(ProjectId project) {
    var doubts = new ArrayList<VersionCause>();
    flags(project, doubts);
    criteria(project, doubts);
    golds(project, doubts);
    gaps(project, doubts);
    return doubts;
  }

  private void flags(ProjectId project, List<VersionCause> doubts) {
    var newest = cases.list(project, null, null, NEWEST).stream().filter(one -> one.itemId() != null).toList();
    var causes = cases.causes(newest.stream().map(Case::id).toList());
    var found = items.all(newest.stream().map(Case::itemId).distinct().toList());
    for (var one : newest) {
      var flags = causes.getOrDefault(one.id(), List.of()).stream()
          .filter(cause -> cause.kind() == Case.Kind.FLAG && ABOUT_THE_GUIDELINE.contains(cause.category())).toList();
      if (flags.isEmpty()) continue;
      String said = flags.stream().map(flag -> "%s: %s".formatted(words(flag.category()), flag.note())).collect(Collectors.joining(" "));
      doubts.add(new VersionCause(VersionCause.Kind.FLAG, one.id().toString(), said + " (" + Glimpse.of(found.get(one.itemId()).prompt(), GLIMPSE) + ")", null, false));
    }
  }

  private void criteria(ProjectId project, List<VersionCause> doubts) {
    var rubric = rubric(project);
    for (var alpha : agreement.of(project)) {
      if (!(alpha.estimate() instanceof Estimate.Known known) || known.value() >= RELIABLE) continue;
      String title = title(rubric, alpha.criterion());
      String interval = known.interval().map(range -> String.format(Locale.ROOT, ", between %.2f and %.2f", range.low(), range.high())).orElse("");
      doubts.add(new VersionCause(VersionCause.Kind.CRITERION, alpha.criterion(),
          String.format(Locale.ROOT, "Judges differ on “%s”: alpha %.2f%s, from %d items or responses judged by two or more.", title, known.value(), interval, alpha.items()), null, false));
    }
  }

  private void golds(ProjectId project, List<VersionCause> doubts) {
    var contested = golds.contested(project);
    var found = items.all(contested.stream().map(Golds.Contested::item).toList());
    for (var one : contested) {
      doubts.add(new VersionCause(VersionCause.Kind.GOLD, one.item().toString(), "%d people judged this known answer and met %d %% of it on average. (%s)"
          .formatted(one.judgments(), Math.round(100 * one.met()), Glimpse.of(prompt(found.get(one.item())), GLIMPSE)), null, false));
    }
  }

  private void gaps(ProjectId project, List<VersionCause> doubts) {
    var rubric = rubric(project);
    for (var gap : discrepancies.gapsIn(project)) {
      doubts.add(new VersionCause(VersionCause.Kind.GAP, gap.attempt() + "/" + gap.criterion(), "Found in “%s”, on “%s”: %s (%s)"
          .formatted(gap.round(), title(rubric, gap.criterion()), gap.note(), Glimpse.of(gap.prompt(), GLIMPSE)), null, false));
    }
  }

  private @Nullable Rubric rubric(ProjectId project) {
    return guidelines.current(project).map(GuidelineVersion::rubric).orElse(null);
  }

  private static String title(@Nullable Rubric rubric, String criterion) {
    return rubric == null ? criterion : rubric.criterion(criterion).map(Criterion::common).map(Criterion.Common::title).orElse(criterion);
  }

  private static String prompt(Item item) {
    return item == null ? "" : item.prompt();
  }

  private static String words(String category) {
    return category.equals(Flag.Category.AMBIGUOUS.word()) ? "Ambiguous" : "Guideline gap";
  }
}
