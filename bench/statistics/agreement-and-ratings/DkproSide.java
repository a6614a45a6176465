import java.util.Arrays;
import java.util.Random;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;

/**
 * dkpro-statistics' alpha on judgments drawn as in AgreementAndRatings.java; adding the items to its study is part of
 * the time.
 */
public final class DkproSide {
  public static void main(String[] args) {
    for (int judgments : new int[] {10_000, 100_000, 1_000_000}) {
      var random = new Random(1);
      Integer[] label = new Integer[judgments];
      for (int j = 0; j < judgments; j++) {
        label[j] = random.nextDouble() < 0.7 ? (j / 3 * 31) % 5 : random.nextInt(5);
      }
      double[] millis = new double[5];
      double answer = 0;
      for (int run = 0; run < millis.length; run++) {
        long begun = System.nanoTime();
        var study = new CodingAnnotationStudy(3);
        for (int i = 0; i + 2 < judgments; i += 3) study.addItem(label[i], label[i + 1], label[i + 2]);
        answer = new KrippendorffAlphaAgreement(study, new NominalDistanceFunction()).calculateAgreement();
        millis[run] = (System.nanoTime() - begun) / 1e6;
      }
      Arrays.sort(millis);
      System.out.printf("dkpro alpha nominal, %,d judgments, 5 classes: median %.1f ms  %s%n", judgments, millis[2],
          answer);
    }
  }
}
