package org.touchstone.platform.iteration;

import java.util.List;
import org.touchstone.platform.calibration.Renewal;
import org.touchstone.platform.guideline.RubricDifference;

/**
 * What the draft would mean for the work if it were published now.
 *
 * @param version the number it would get
 * @param judgments handed in under the versions that still hold
 * @param openItems that still want judgments; those come under the new version
 * @param leases tasks that are with somebody now and finish under the version they were taken with
 * @param known answers that would have to be confirmed after a breaking change
 * @param recheck what judging everything again would take
 * @param recalibrations what being calibrated anew would, for each open calibration
 */
public record Impact(
    int version, int judgments, int openItems, int leases, int known, List<CriterionImpact> criteria, RecheckCost recheck, List<Renewal.Foreseen> recalibrations) {

  /** @param judgments that answer it; @param items they are about; @param openItems that will be asked it as it reads then */
  public record CriterionImpact(String key, String title, RubricDifference.Kind change, int judgments, int items, int openItems) {}
}
