package org.touchstone.statistics.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.statistics.LabelTable;

/** Table 1 of Dawid and Skene (1979): 45 patients, five anaesthetists, of whom the first judged thrice. */
class DawidSkenePaperTest {
  private static final String PATIENTS = """
      1111111 3334334 1122122 2223121 2223222 2223322 1222111 3333433 2222223 2322223 4444444 2223343 1111111 2223212 1211111
      1112111 1111111 1111111 2222221 2221322 2222222 2222221 2223222 2212222 1111111 1111111 2322222 1111111 1111111 1121121
      1111111 3333233 1111111 2222222 2223232 4334343 2212232 2323233 3333432 1111111 1111111 1212111 2322222 1211111 2222222
      """;

  private static Consensus estimate() {
    return new DawidSkene(0, 500, 1e-13).estimate(patients());
  }

  private static LabelTable patients() {
    var table = LabelTable.builder();
    String[] patients = PATIENTS.strip().split("\\s+");
    for (int p = 0; p < patients.length; p++) {
      for (int o = 0; o < 7; o++) table.add("patient " + (p + 1), "observer " + Math.max(1, o - 1), patients[p].substring(o, o + 1));
    }
    return table.build();
  }

  @Test
  void theClassSharesAreThoseOfThePaper() {
    Consensus consensus = estimate();
    double[] published = {0.40, 0.42, 0.11, 0.07};
    for (int k = 0; k < 4; k++) {
      int klass = k;
      double share = IntStream.range(0, 45).mapToDouble(i -> consensus.posterior(i, klass)).average().orElseThrow();
      assertThat(share).as("class %d", k + 1).isCloseTo(published[k], within(0.005));
    }
  }

  @Test
  void theFirstObserversErrorRatesAreThoseOfThePaper() {
    Consensus consensus = estimate();
    int first = consensus.raterNames().find("observer 1");
    double[][] published = {{0.89, 0.11, 0, 0}, {0.07, 0.88, 0.05, 0}};
    for (int truth = 0; truth < published.length; truth++) {
      for (int said = 0; said < 4; said++) {
        assertThat(consensus.confusion(first, truth, said).orElseThrow())
            .as("says %d for %d", said + 1, truth + 1).isCloseTo(published[truth][said], within(0.006));
      }
    }
  }

  @Test
  void thePatientWhomAllCalledOneIsOne() {
    assertThat(estimate().posterior(0, 0)).isGreaterThan(0.99);
  }

  /** Four patients stand on the edge; on the others every method that tells raters apart answers as the paper does. KOS assumes two classes and even work. */
  @ParameterizedTest
  @ValueSource(strings = {"auto", "majority", "one-coin", "fast-dawid-skene", "wawa", "zero-based-skill", "glad", "mace", "m-msr", "ordinal", "ibcc", "hierarchical", "ebcc"})
  void theOtherMethodsDifferOnPatientsOnTheEdgeOnly(String method) {
    Consensus paper = estimate();
    Consensus other = Methods.named(method).orElseThrow().estimate(patients());
    for (int i = 0; i < 45; i++) {
      if (Set.of(2, 12, 36, 38).contains(i + 1)) continue;
      assertThat(other.answer(i)).as("patient %d", i + 1).isEqualTo(paper.answer(i));
    }
  }
}
