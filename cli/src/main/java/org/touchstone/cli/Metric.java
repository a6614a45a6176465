package org.touchstone.cli;

import java.util.Arrays;
import java.util.Locale;
import org.touchstone.cli.table.BadInput;
import org.touchstone.statistics.agreement.CohenKappa;
import org.touchstone.statistics.agreement.Coefficient;
import org.touchstone.statistics.agreement.Distance;
import org.touchstone.statistics.agreement.FleissKappa;
import org.touchstone.statistics.agreement.GwetAC;
import org.touchstone.statistics.agreement.IntraclassCorrelation;
import org.touchstone.statistics.agreement.IntraclassCorrelation.Design;
import org.touchstone.statistics.agreement.KrippendorffAlpha;
import org.touchstone.statistics.agreement.PercentAgreement;
import org.touchstone.statistics.agreement.ScottPi;
import org.touchstone.statistics.agreement.Weighting;

/** The coefficients of agreement by the names of the command line. */
enum Metric {
  KRIPPENDORFF_ALPHA, PERCENT, COHEN_KAPPA, WEIGHTED_KAPPA, SCOTT_PI, FLEISS_KAPPA, GWET_AC1, GWET_AC2,
  ICC_1_1, ICC_1_K, ICC_2_1, ICC_2_K, ICC_3_1, ICC_3_K;

  String shown() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Metric named(String name) {
    String plain = name.strip().toUpperCase(Locale.ROOT).replaceAll("[-_ (),]+", "_").replaceAll("_$", "");
    String full = switch (plain) {
      case "ALPHA", "KRIPPENDORFF" -> "KRIPPENDORFF_ALPHA";
      case "KAPPA", "COHEN" -> "COHEN_KAPPA";
      case "FLEISS" -> "FLEISS_KAPPA";
      case "SCOTT", "PI" -> "SCOTT_PI";
      case "AC1" -> "GWET_AC1";
      case "AC2" -> "GWET_AC2";
      default -> plain;
    };
    return Arrays.stream(values()).filter(m -> m.name().equals(full)).findFirst().orElseThrow(() -> new BadInput(
        "there is no metric \"" + name + "\"; there are " + String.join(", ", Arrays.stream(values())
            .map(Metric::shown).toList())));
  }

  /** Whether the labels must be numbers, or be put in order by the user. */
  boolean needsNumbers(Distance.Level level) {
    return switch (this) {
      case KRIPPENDORFF_ALPHA -> level != Distance.Level.NOMINAL;
      case WEIGHTED_KAPPA, GWET_AC2, ICC_1_1, ICC_1_K, ICC_2_1, ICC_2_K, ICC_3_1, ICC_3_K -> true;
      case PERCENT, COHEN_KAPPA, SCOTT_PI, FLEISS_KAPPA, GWET_AC1 -> false;
    };
  }

  Coefficient coefficient(Distance.Level level, Weighting weighting) {
    return switch (this) {
      case KRIPPENDORFF_ALPHA -> new KrippendorffAlpha(level);
      case PERCENT -> new PercentAgreement();
      case COHEN_KAPPA -> CohenKappa.unweighted();
      case WEIGHTED_KAPPA -> new CohenKappa(weighting);
      case SCOTT_PI -> new ScottPi();
      case FLEISS_KAPPA -> FleissKappa.unweighted();
      case GWET_AC1 -> GwetAC.ac1();
      case GWET_AC2 -> GwetAC.ac2(weighting);
      case ICC_1_1 -> new IntraclassCorrelation(Design.ONE_WAY, false);
      case ICC_1_K -> new IntraclassCorrelation(Design.ONE_WAY, true);
      case ICC_2_1 -> new IntraclassCorrelation(Design.RANDOM_RATERS, false);
      case ICC_2_K -> new IntraclassCorrelation(Design.RANDOM_RATERS, true);
      case ICC_3_1 -> new IntraclassCorrelation(Design.FIXED_RATERS, false);
      case ICC_3_K -> new IntraclassCorrelation(Design.FIXED_RATERS, true);
    };
  }
}
