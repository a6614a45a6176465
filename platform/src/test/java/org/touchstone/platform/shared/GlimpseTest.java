package org.touchstone.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlimpseTest {
  @Test
  void aShortTextIsShownWhole() {
    assertThat(Glimpse.of("Is it true?", 11)).isEqualTo("Is it true?");
  }

  @Test
  void aLongOneSaysThatThereIsMoreAndNoCharacterIsCutInTwo() {
    assertThat(Glimpse.of("Is it true?", 6)).isEqualTo("Is it…");
    assertThat(Glimpse.of("Ah 😀!!", 4)).isEqualTo("Ah…");
  }
}
