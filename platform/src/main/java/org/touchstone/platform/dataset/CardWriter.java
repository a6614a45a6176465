package org.touchstone.platform.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.dataset.FrozenItem.Vote;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.shared.Money;
import org.touchstone.statistics.Names;
import tools.jackson.databind.json.JsonMapper;

/** Counts a snapshot while it is frozen, item by item. */
final class CardWriter {
  private final Rubric rubric;
  private final @Nullable Preferences preferences;
  private final List<AnswerColumns> columns;
  private final Names raters = new Names();
  private final Map<Integer, Long> versions = new TreeMap<>();
  private final Map<String, Long> cost = new TreeMap<>();
  private long items, judgments, flags, verdicts, gold, pairs, ties, undecided, unanimous;

  CardWriter(Rubric rubric) {
    this.rubric = rubric;
    this.preferences = Preferences.of(rubric, null).orElse(null);
    this.columns = rubric.criteria().stream().map(AnswerColumns::new).toList();
  }

  void add(FrozenItem item) {
    items++;
    if (item.gold() != null) gold++;
    for (Vote vote : item.judgments()) {
      judgments++;
      raters.index(vote.rater());
      versions.merge(vote.guidelineVersion(), 1L, Long::sum);
      if (vote.flag() != null) flags++;
      if (vote.role().equals(Vote.ADJUDICATOR)) verdicts++;
      else cost.merge(vote.currency(), vote.priceMinor(), Long::sum);
    }
    columns.forEach(column -> column.add(item, raters));
    if (preferences != null && item.gold() == null) preferences.of(item).forEach(this::add);
  }

  private void add(Preference preference) {
    switch (preference) {
      case Preference.Pair pair -> {
        pairs++;
        if (pair.evidence().votesChosen() == pair.evidence().votes()) unanimous++;
      }
      case Preference.Tie tie -> {
        ties++;
        if (tie.answer().equals(Preferences.UNDECIDED)) undecided++;
      }
    }
  }

  DataCard card() {
    var spent = cost.entrySet().stream().map(entry -> new Money(entry.getValue(), entry.getKey())).toList();
    var perPair = pairs > 0 && spent.size() == 1 ? new Money(Math.round((double) spent.getFirst().minor() / pairs), spent.getFirst().currency()) : null;
    var criteria = new ArrayList<DataCard.CriterionFigure>();
    for (int i = 0; i < columns.size(); i++) {
      var criterion = rubric.criteria().get(i);
      var column = columns.get(i);
      criteria.add(new DataCard.CriterionFigure(
          criterion.key(), criterion.common().title(), kind(criterion), column.level(), column.answers(), DataCard.Figure.of(column.alpha())));
    }
    var training = new TrainingRows(rubric, preferences);
    var formats = Arrays.stream(ExportFormat.values()).filter(format -> !format.isTraining() || training.canGive(format)).map(ExportFormat::key).toList();
    return new DataCard(items, judgments, raters.size(), flags, verdicts, gold,
        versions.entrySet().stream().map(entry -> new DataCard.VersionCount(entry.getKey(), entry.getValue())).toList(),
        criteria, pairs, ties, undecided, pairs == 0 ? null : (double) unanimous / pairs,
        preferences == null ? null : preferences.criterion().key(), spent, perPair, formats, statement());
  }

  private String statement() {
    String base = "%,d items with %,d judgments by %,d raters, whose names are replaced by pseudonyms made for this snapshot alone.".formatted(items, judgments, raters.size());
    if (preferences == null) return base;
    return base + " Training files hold %,d preference pairs; %,d ties, of them %,d undecided, are not in these but in their companion file, and %,d gold items are left out unless asked for."
        .formatted(pairs, ties, undecided, gold);
  }

  private static String kind(Criterion criterion) {
    return JsonMapper.shared().valueToTree(criterion).path("kind").asString("");
  }
}
