package org.touchstone.platform.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BordaTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "0>1>2 0>1>2 0>2>1, 0>1>2, false",
    // Everybody puts something else first: the means know an order, the raters do not.
    "0>1>2 1>0>2 2>1>0, 1>0>2, true",
    // A circle: all means are equal, and nobody called anything equal.
    "0>1>2 1>2>0 2>0>1, 0=1=2, true",
    "0>1 1>0, 0=1, true",
    "0>1 0>1, 0>1, false",
    "0=1>2 0=1>2 0=1>2, 0=1>2, false",
    "0=1>2 0>1>2 0=1>2, 0>1>2, false",
  })
  void whereNoMoreThanHalfPutOneFirstThereIsNoClearAnswer(String orders, String answer, boolean contested) {
    var consensus = Borda.consensus("order", Arrays.stream(orders.split(" ")).map(BordaTest::positions).toList());
    assertThat(consensus.answer()).isEqualTo(answer);
    assertThat(consensus.contested()).isEqualTo(contested);
  }

  private static Map<Integer, Integer> positions(String order) {
    var positions = new HashMap<Integer, Integer>();
    String[] groups = order.split(">");
    for (int position = 0; position < groups.length; position++) {
      for (String response : groups[position].split("=")) positions.put(Integer.valueOf(response), position);
    }
    return positions;
  }
}
