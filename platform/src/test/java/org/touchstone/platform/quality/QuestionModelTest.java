package org.touchstone.platform.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.platform.shared.ItemId;

class QuestionModelTest {
  private static final List<String> ANSWERS = List.of("no", "partly", "yes");

  /** Twenty items on which four people agree, mostly on 'no', and one on which three of them say three things. */
  @Test
  void threeRatersWhoSayThreeThingsLeaveNoClearAnswer() {
    var model = new QuestionModel(new Question("misleading", null, Question.Level.NOMINAL, ANSWERS));
    for (int i = 0; i < 20; i++) {
      var unit = model.unit(ItemId.next(), Vote.ITEM);
      for (int rater = 0; rater < 2 + i % 3; rater++) unit.put((i + rater) % 4, i % 5 == 0 ? 2 : i % 7 == 0 ? 1 : 0);
    }
    var item = new ItemModel(ItemId.next());
    var open = item.asked(model, Vote.ITEM).unit();
    for (int rater = 0; rater < 3; rater++) open.put(rater, rater);
    model.fit(4);
    for (double p : open.posterior) assertThat(p).isCloseTo(1.0 / 3, within(0.2));
    assertThat(item.consensus()).singleElement().satisfies(one -> {
      assertThat(one.contested()).isTrue();
      assertThat(one.majority()).isNull();
    });
  }

  @Test
  void agreementOfTwoIsBelievedButNotForCertain() {
    var model = new QuestionModel(new Question("correct", null, Question.Level.NOMINAL, ANSWERS));
    var units = new ArrayList<QuestionModel.Unit>();
    for (int i = 0; i < 12; i++) {
      var unit = model.unit(ItemId.next(), Vote.ITEM);
      unit.put(i % 3, i % 2 * 2);
      unit.put((i + 1) % 3, i % 2 * 2);
      units.add(unit);
    }
    model.fit(3);
    assertThat(units).allSatisfy(unit -> assertThat(unit.posterior[unit.labels[0]]).isBetween(0.85, 0.995));
  }

  /** What Dawid–Skene without a shrinking prior reaches there, as the statistics library's own tests hold it. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"rte, 92.75", "possent, 96.00"})
  void onRealCrowdsItStaysWithinHalfAPointOfDawidSkene(String crowd, double expected) throws IOException {
    var model = new QuestionModel(new Question("label", null, Question.Level.NOMINAL, List.of("0", "1")));
    var units = new HashMap<String, QuestionModel.Unit>();
    var raters = new HashMap<String, Integer>();
    var known = answers(crowd + ".gold.csv", 2);
    var classes = known.stream().map(row -> row[1]).distinct().sorted().toList();
    for (var row : answers(crowd + ".labels.csv", 3)) {
      raters.putIfAbsent(row[1], raters.size());
      units.computeIfAbsent(row[0], any -> model.unit(ItemId.next(), Vote.ITEM)).put(raters.get(row[1]), classes.indexOf(row[2]));
    }
    model.fit(raters.size());
    long right = known.stream().filter(row -> units.containsKey(row[0]))
        .filter(row -> units.get(row[0]).posterior[classes.indexOf(row[1])] > 0.5).count();
    double accuracy = 100.0 * right / known.stream().filter(row -> units.containsKey(row[0])).count();
    System.out.printf("the live consensus on %s: %.2f %%%n", crowd, accuracy);
    assertThat(accuracy).isCloseTo(expected, within(0.5));
  }

  private static List<String[]> answers(String name, int columns) throws IOException {
    String given = System.getenv("TOUCHSTONE_SHARED");
    Path file = (given == null ? Path.of("..", "..", "shared", "data") : Path.of(given)).resolve("truth-inference").resolve(name);
    assumeTrue(Files.isReadable(file), "the shared data set " + name + " is not on this machine; set TOUCHSTONE_SHARED");
    return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",")).filter(row -> row.length >= columns).toList();
  }
}
