package org.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTableTest {

  @Test
  void judgmentsAreFoundByItemWhateverTheOrderOfTheRows() {
    LabelTable table = LabelTable.builder().add("b", "r1", "yes").add("a", "r1", "no").add("b", "r2", "no").build();
    int b = table.itemNames().find("b");
    assertThat(table.to(b) - table.from(b)).isEqualTo(2);
    assertThat(table.raterNames().name(table.rater(table.from(b)))).isEqualTo("r1");
    assertThat(table.classNames().name(table.label(table.from(b)))).isEqualTo("yes");
    assertThat(table.judgmentsPerRater()).containsExactly(2, 1);
  }

  @Test
  void classesThatAreNumbersAreOrderedAsNumbers() {
    LabelTable table = LabelTable.builder().add("a", "r", "10").add("a", "r", "9").add("a", "r", "-1").build();
    assertThat(table.classNames().toArray()).containsExactly("-1", "9", "10");
  }

  @Test
  void otherClassesAreOrderedAlphabetically() {
    LabelTable table = LabelTable.builder().add("a", "r", "no").add("a", "r", "10").add("a", "r", "maybe").build();
    assertThat(table.classNames().toArray()).containsExactly("10", "maybe", "no");
  }

  @Test
  void classesGivenBeforehandKeepTheirOrder() {
    LabelTable table = LabelTable.builder(List.of("poor", "fair", "good")).add("a", "r", "good").build();
    assertThat(table.classNames().toArray()).containsExactly("poor", "fair", "good");
  }

  @Test
  void mergingPartsEqualsTheWhole() {
    LabelTable whole = LabelTable.builder().add("a", "r", "1").add("b", "s", "2").add("a", "s", "3").build();
    LabelTable parts = LabelTable.builder().add("a", "r", "1").add("b", "s", "2").build().merge(LabelTable.builder().add("a", "s", "3").build());
    assertThat(parts.size()).isEqualTo(whole.size());
    assertThat(parts.classNames().toArray()).containsExactly(whole.classNames().toArray());
    for (int j = 0; j < whole.size(); j++) {
      assertThat(parts.rater(j)).isEqualTo(whole.rater(j));
      assertThat(parts.label(j)).isEqualTo(whole.label(j));
    }
  }

  @Test
  void aNumberOutOfRangeIsRefused() {
    assertThatThrownBy(() -> LabelTable.of(1, 1, 2, new int[] {0}, new int[] {0}, new int[] {2})).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void namesSurviveGrowthAndUnicode() {
    var names = new Names();
    for (int i = 0; i < 10_000; i++) assertThat(names.index("näme " + i + " 名")).isEqualTo(i);
    assertThat(names.find("näme 9999 名")).isEqualTo(9999);
    assertThat(names.find("nobody")).isEqualTo(-1);
    assertThat(names.name(1234)).isEqualTo("näme 1234 名");
    assertThat(names.index("")).isEqualTo(10_000);
  }

  @ParameterizedTest(name = "{0} raters, {1} classes")
  @CsvSource({"10, 1", "50, 5", "40000, 40000"})
  void everyJudgmentIsFoundAgainWhateverTheOrderAndTheNumberOfNames(int raters, int classes) {
    var random = new Random(raters + classes);
    int n = 150_000;
    var item = new int[n];
    var rater = new int[n];
    var label = new int[n];
    var expected = new long[100];
    var found = new long[100];
    for (int j = 0; j < n; j++) {
      item[j] = random.nextInt(100);
      rater[j] = random.nextInt(raters);
      label[j] = random.nextInt(classes);
      expected[item[j]] += 1_000_003L * rater[j] + label[j];
    }
    LabelTable table = LabelTable.of(100, raters, classes, item, rater, label);
    for (int i = 0; i < 100; i++) {
      for (int j = table.from(i); j < table.to(i); j++) {
        found[i] += 1_000_003L * table.rater(j) + table.label(j);
        assertThat(table.cell(j)).isEqualTo(table.rater(j) * table.cellsPerRater() + table.label(j));
      }
    }
    assertThat(found).isEqualTo(expected);
    assertThat(table.size()).isEqualTo(n);
  }

  @Test
  void aBuilderBuildsOnce() {
    var builder = LabelTable.builder().add("i", "r", "a");
    builder.build();
    assertThatThrownBy(builder::build).hasMessage("the table is built already; take a new builder for another");
  }
}
