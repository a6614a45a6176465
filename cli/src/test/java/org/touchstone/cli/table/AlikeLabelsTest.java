package org.touchstone.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.touchstone.statistics.Names;

class AlikeLabelsTest {
  @Test
  void labelsThatDifferInCapitalsOrSpacesAreNamed() {
    assertThat(AlikeLabels.among(Names.of(List.of("yes", "no", "Yes ")))).contains(
        "The labels \"yes\" and \"Yes \" differ in capitals or spaces only and count as two. Write them alike if they are meant as one.");
    assertThat(AlikeLabels.among(Names.of(List.of("yes", "YES", "no", "No", " no ")))).hasValueSatisfying(said -> assertThat(said).contains("; so do 2 other labels."));
    assertThat(AlikeLabels.among(Names.of(List.of("yes", "no", "1", "1.0")))).isEmpty();
  }
}
