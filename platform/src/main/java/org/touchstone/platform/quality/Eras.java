package org.touchstone.platform.quality;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.touchstone.platform.shared.AccountId;

/**
 * The models of one project, one for each era of its guideline: what was right before a breaking change may be wrong
 * after it, so judgments from both sides never make one estimate. An era is named by the version that began it.
 */
final class Eras {
  private final Map<Integer, ProjectModel> models = new TreeMap<>();

  ProjectModel of(int era) {
    return models.computeIfAbsent(era, any -> new ProjectModel());
  }

  Map<Integer, ProjectModel> all() {
    return models;
  }

  void fit() {
    models.values().forEach(ProjectModel::fit);
  }

  Collection<AccountId> raters() {
    Set<AccountId> raters = new LinkedHashSet<>();
    models.values().forEach(model -> raters.addAll(model.raters()));
    return raters;
  }

  /** For each rater the hits and items of all eras, each judged by its own. */
  Map<AccountId, double[]> sums(Collection<AccountId> of) {
    var sums = new HashMap<AccountId, double[]>();
    models.values().forEach(model -> model.sums(of).forEach((rater, own) -> sums.merge(rater, own, (a, b) -> new double[] {a[0] + b[0], a[1] + b[1]})));
    return sums;
  }
}
