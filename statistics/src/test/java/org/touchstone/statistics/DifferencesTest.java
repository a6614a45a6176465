package org.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.statistics.consensus.Consensus;
import org.touchstone.statistics.consensus.Methods;
import org.touchstone.statistics.preference.BradleyTerry;
import org.touchstone.statistics.preference.Comparisons;
import org.touchstone.statistics.preference.Outcome;

/** The smallest examples of docs/statistics/differences.md: what the library says where another one says something else. */
class DifferencesTest {
  @ParameterizedTest
  @ValueSource(strings = {"majority", "wawa", "zero-based-skill"})
  void oneVoteEachIsATieAndNotTheFirstLetterOfTheAlphabet(String method) {
    Consensus tie = Methods.named(method).orElseThrow().estimate(LabelTable.builder().add("i", "r", "a").add("i", "s", "b").build());
    assertThat(tie.posterior(0, 0)).isEqualTo(0.5, within(1e-12));
    assertThat(tie.posterior(0, 1)).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void threeOfFourAndThreeOfFourAreNineToThreeToOne() {
    var chain = Comparisons.builder();
    for (int n = 0; n < 4; n++) {
      chain.add("r", "a", "b", n < 3 ? Outcome.LEFT : Outcome.RIGHT).add("r", "b", "c", n < 3 ? Outcome.LEFT : Outcome.RIGHT);
    }
    var ratings = BradleyTerry.standard().rate(chain.build());
    double[] expected = {9.0 / 13, 3.0 / 13, 1.0 / 13};
    for (int c = 0; c < 3; c++) {
      assertThat(ratings.of(ratings.contestants().find("abc".substring(c, c + 1))).known().orElseThrow().value()).isEqualTo(expected[c], within(1e-9));
    }
  }
}
