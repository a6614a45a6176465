package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanCommandTest {
  @TempDir
  Path folder;

  private String pilot() throws IOException {
    var random = new Random(1);
    var text = new StringBuilder("task,worker,label\n");
    for (int i = 0; i < 120; i++) {
      for (int r = 0; r < 5; r++) text.append("t" + i + ",w" + r + "," + (random.nextDouble() < 0.85 ? i % 2 : 1 - i % 2) + "\n");
    }
    return Files.writeString(folder.resolve("pilot.csv"), text).toString();
  }

  @Test
  void theCheapestPlanThatKeepsTheTargetIsMarked() throws IOException {
    Terminal terminal = Terminal.run("plan", pilot(), "--target-error", "0.08", "--price", "0.10", "--items", "500");
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.out()).contains("Forecast for 500 new items at 0.10 a judgment").contains("\n* ")
        .contains("Answer: Ask").contains("for ").contains("as far as can be told without known answers").contains("A pilot of 120 items knows a share of 80 % to 7 points").contains("Raters by bits");
  }

  @Test
  void theJsonHoldsForecastReplayAndRaters() throws IOException {
    Terminal terminal = Terminal.run("plan", pilot(), "--mistake", "2", "--json");
    assertThat(terminal.out()).contains("\"forecast\"").contains("\"choice\"").contains("\"replay\"").contains("\"raters_by_worth\"")
        .contains("\"method\" : \"forecast\"", "\"pilot\" : \"ibcc\"", "\"method\" : \"replay\"", "\"shuffles\" : \"5\"");
  }

  @Test
  void aPilotThatCannotBePlannedFromSaysWhy() throws IOException {
    String same = Files.writeString(folder.resolve("same.csv"), "task,worker,label\na,r,x\na,s,x\n").toString();
    assertThat(Terminal.run("plan", same).err()).contains("all judgments say the same");
    String once = Files.writeString(folder.resolve("once.csv"), "task,worker,label\na,r,x\nb,s,y\n").toString();
    Terminal terminal = Terminal.run("plan", once);
    assertThat(terminal.err()).contains("a pilot needs two or more on some items");
    assertThat(terminal.code()).isEqualTo(2);
    assertThat(Terminal.run("plan", once, "--target-error", "3").err()).contains("--target-error lies between 0 and 1, got 3.0");
  }

  /** Every item of the second kind fools four raters of five, which nobody can see without known answers. */
  private String foolingPilot(StringBuilder gold) throws IOException {
    var random = new Random(7);
    var text = new StringBuilder("task,worker,label\n");
    gold.append("task,label\n");
    for (int i = 0; i < 200; i++) {
      int truth = i % 2;
      boolean fools = i % 10 < 3;
      gold.append("t" + i + "," + truth + "\n");
      for (int r = 0; r < 9; r++) text.append("t" + i + ",w" + r + "," + (random.nextDouble() < (fools ? 0.2 : 0.9) ? truth : 1 - truth) + "\n");
    }
    return Files.writeString(folder.resolve("fooling.csv"), text).toString();
  }

  @Test
  void knownAnswersKeepThePlanFromPromisingWhatTheCrowdCannotReach() throws IOException {
    var gold = new StringBuilder();
    String pilot = foolingPilot(gold);
    String known = Files.writeString(folder.resolve("gold.csv"), gold).toString();
    assertThat(Terminal.run("plan", pilot).out()).contains("Answer: Ask").contains("'as all' is the share of items");
    assertThat(Terminal.run("plan", pilot, "--gold", known).out())
        .contains("Answer: no policy of at most 15 judgments an item keeps 5.0 % errors with these raters; all judgments of the pilot, 9.0 an item, are 7")
        .contains("Judgments of one item hang together in the pilot");
    assertThat(Terminal.run("plan", pilot, "--gold", known, "--mistake", "0.5").out()).contains("Answer: Ask 1 of each item");
  }

  /** Where raters are wrong together as strongly as here even the sober end is too low: so the plan says what no agreement shows. */
  @Test
  void withoutKnownAnswersThePlanNamesBothEnds() throws IOException {
    var gold = new StringBuilder();
    Terminal terminal = Terminal.run("plan", foolingPilot(gold));
    assertThat(terminal.out()).containsPattern("wrong will be \\d+\\.\\d % if raters err each for themselves, up to \\d+\\.\\d % if an answer is right only as often as raters give it\\.")
        .containsPattern("Whether 5\\.0 % errors are kept no agreement shows; some \\d+ known answers \\(--gold\\) tell it to 10 points, \\d+ to 5\\.");
  }

  /** On every recorded crowd the truth about the policy that is recommended without gold lies between the two ends. */
  @ParameterizedTest
  @ValueSource(strings = {"truth-inference/product", "truth-inference/possent", "truth-inference/bluebird", "truth-inference/rte", "truth-inference/dog", "answer-time/weather_amt"})
  void onRecordedCrowdsTheTruthLiesBetweenTheEnds(String set) {
    String labels = AggregateCommandTest.shared(set + ".labels.csv").toString();
    String known = AggregateCommandTest.shared(set + ".gold.csv").toString();
    JsonNode blind = new JsonMapper().readTree(Terminal.run("plan", labels, "--json").out());
    JsonNode seeing = new JsonMapper().readTree(Terminal.run("plan", labels, "--gold", known, "--json").out());
    String policy = blind.has("choice") ? blind.get("choice").get("policy").asString() : "all judgments";
    double wrong = Double.NaN;
    for (JsonNode played : seeing.get("replay")) if (played.get("policy").asString().equals(policy)) wrong = 1 - played.get("accuracy").asDouble();
    assertThat(wrong).as("%s on %s", policy, set).isBetween(blind.get("wrong").get("from").asDouble(), blind.get("wrong").get("to").asDouble());
  }

  @Test
  void aRatersPriceDecidesWhomToAsk() throws IOException {
    String prices = Files.writeString(folder.resolve("prices.csv"), "rater,price\nw0,9\nw1,0.2\nelse,1\n").toString();
    Terminal terminal = Terminal.run("plan", pilot(), "--prices", prices);
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.out()).contains("at 0.20 to 9.00 a judgment").contains("Raters by bits about the answer a judgment for its price")
        .containsPattern("95 % interval:\\n  w1 +0\\.\\d+ bits at 0.20").containsPattern("w0 +0\\.\\d+ bits at 9.00 [^\\n]+\\n$");
    assertThat(Terminal.run("plan", pilot(), "--prices", Files.writeString(folder.resolve("bad.csv"), "rater,price\nw0,dear\n").toString()).err())
        .contains("line 2, column \"price\": \"dear\" is not a number");
    assertThat(Terminal.run("plan", pilot(), "--prices", Files.writeString(folder.resolve("other.csv"), "rater,price\nx,1\n").toString()).err())
        .contains("none of its raters is in");
  }

  /** Five judgments an item were played with all five there are; what they made of it counts for more than the forecast. */
  @Test
  void whatThePilotMadeOfAFixedNumberCountsEvenWhereItTookAllJudgments() throws IOException {
    var gold = new StringBuilder("task,label\n");
    for (int i = 0; i < 120; i++) gold.append("t" + i + "," + i % 2 + "\n");
    Terminal terminal = Terminal.run("plan", pilot(), "--gold", Files.writeString(folder.resolve("gold.csv"), gold).toString(), "--json");
    assertThat(terminal.out()).contains("\"known_answers\" : 120").containsPattern("\"played\" : [^]]*\"policy\" : \"fixed 5\"");
  }

  /** Raters of a pilot this small are hardly known, which the forecast does not reckon with; the rules it could not play are as rosy as those it could. */
  @Test
  void aPolicyThatCouldNotBePlayedIsBroughtDownLikeThoseThatCould() throws IOException {
    var gold = new StringBuilder();
    String pilot = foolingPilot(gold);
    String known = Files.writeString(folder.resolve("gold.csv"), gold).toString();
    Terminal terminal = Terminal.run("plan", pilot, "--gold", known, "--target-error", "0.15", "--most", "40", "--items", "1000");
    assertThat(terminal.out()).contains("Answer: no policy of at most 40 judgments an item keeps 15.0 % errors").contains("less what its like fell short");
  }
}
