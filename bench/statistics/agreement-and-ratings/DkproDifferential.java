import java.util.Random;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.FleissKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.coding.ScottPiAgreement;
import org.dkpro.statistics.agreement.distance.IntervalDistanceFunction;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;
import org.dkpro.statistics.agreement.distance.RatioDistanceFunction;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.agreement.CohenKappa;
import org.touchstone.statistics.agreement.Coefficient;
import org.touchstone.statistics.agreement.FleissKappa;
import org.touchstone.statistics.agreement.Judgments;
import org.touchstone.statistics.agreement.KrippendorffAlpha;
import org.touchstone.statistics.agreement.ScottPi;

/** Prints the largest difference from dkpro-statistics on random codings; run with both on the class path. */
public final class DkproDifferential {
  private static final String[] NAMES = {"alpha nominal", "alpha ordinal", "alpha interval", "alpha ratio", "Cohen",
      "Scott", "Fleiss"};

  public static void main(String[] args) {
    double[] largest = new double[NAMES.length];
    long[] worst = new long[NAMES.length];
    for (long seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      int raters = 2 + random.nextInt(3);
      int items = 8 + random.nextInt(40);
      int classes = 2 + random.nextInt(4);
      boolean missing = random.nextBoolean();
      double[][] rows = new double[raters][items];
      var study = new CodingAnnotationStudy(raters);
      for (int i = 0; i < items; i++) {
        int truth = random.nextInt(classes);
        Object[] units = new Object[raters];
        for (int r = 0; r < raters; r++) {
          int said = 1 + (random.nextDouble() < 0.6 ? truth : random.nextInt(classes));
          boolean absent = missing && random.nextDouble() < 0.2;
          units[r] = absent ? null : said;
          rows[r][i] = absent ? Double.NaN : said;
        }
        study.addItemAsArray(units);
      }
      var judgments = Judgments.ofRows(rows);
      note(0, KrippendorffAlpha.nominal(), judgments, new KrippendorffAlphaAgreement(study,
          new NominalDistanceFunction()).calculateAgreement(), largest, worst, seed);
      note(1, KrippendorffAlpha.ordinal(), judgments, new KrippendorffAlphaAgreement(study,
          new OrdinalDistanceFunction()).calculateAgreement(), largest, worst, seed);
      note(2, KrippendorffAlpha.interval(), judgments, new KrippendorffAlphaAgreement(study,
          new IntervalDistanceFunction()).calculateAgreement(), largest, worst, seed);
      note(3, KrippendorffAlpha.ratio(), judgments, new KrippendorffAlphaAgreement(study, new RatioDistanceFunction())
          .calculateAgreement(), largest, worst, seed);
      if (missing) continue;
      note(6, FleissKappa.unweighted(), judgments, new FleissKappaAgreement(study).calculateAgreement(), largest,
          worst, seed);
      if (raters > 2) continue;
      note(4, CohenKappa.unweighted(), judgments, new CohenKappaAgreement(study).calculateAgreement(), largest,
          worst, seed);
      note(5, new ScottPi(), judgments, new ScottPiAgreement(study).calculateAgreement(), largest, worst, seed);
    }
    for (int c = 0; c < NAMES.length; c++) System.out.printf("%-16s %.3g  (seed %d)%n", NAMES[c], largest[c], worst[c]);
  }

  private static void note(int c, Coefficient ours, Judgments judgments, double theirs, double[] largest,
      long[] worst, long seed) {
    if (!(ours.measure(judgments).value() instanceof Estimate.Known known)) return;
    double difference = Math.abs(known.value() - theirs);
    if (difference <= largest[c]) return;
    largest[c] = difference;
    worst[c] = seed;
  }
}
