package org.touchstone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.platform.guideline.Rubric;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration is the first thing people see: what its files say of each other must be true. */
class DemoContentTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> RATERS = Set.of("maya", "jonas", "priya", "tomas");
  private static final Set<String> FLAGS = Set.of(
      "ambiguous", "guideline_gap", "unsafe", "broken", "outside_expertise");
  private static final Pattern PLACE = Pattern.compile(
      "\\b(answer|response|option) [A-D0-9]\\b|\\bthe (first|second|third|fourth|last)\\b", Pattern.CASE_INSENSITIVE);

  @Test
  void thereIsEnoughToTry() {
    var everyday = items("everyday").values();
    var bestOf = items("best-of").values();

    assertThat(everyday).hasSizeGreaterThanOrEqualTo(30)
        .allSatisfy(item -> assertThat(item.path("responses").size()).isEqualTo(2));
    assertThat(bestOf).hasSizeGreaterThanOrEqualTo(16)
        .allSatisfy(item -> assertThat(item.path("responses").size()).isBetween(3, 4));
    assertThat(everyday.size() + bestOf.size()).isGreaterThanOrEqualTo(48);
    assertThat(lines("everyday", "gold").size() + lines("best-of", "gold").size()).isGreaterThanOrEqualTo(12);
  }

  @Test
  void everyIdIsUniqueOverBothProjects() {
    var ids = new ArrayList<String>();
    for (String project : List.of("everyday", "best-of")) lines(project, "items").forEach(item -> ids.add(id(item)));

    assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id).matches("demo-\\d{3}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"everyday", "best-of"})
  void everyItemIsComplete(String project) {
    assertThat(items(project).values()).allSatisfy(item -> {
      assertThat(item.path("field").asString()).matches("[a-z-]+");
      assertThat(item.path("prompt").asString()).isNotBlank();
      var models = new ArrayList<String>();
      item.path("responses").forEach(response -> {
        models.add(response.path("model").asString());
        assertThat(response.path("text").asString()).isNotBlank().isEqualTo(response.path("text").asString().strip());
      });
      assertThat(models).as(id(item)).doesNotHaveDuplicates();
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"everyday", "best-of"})
  void theRubricCanBePublished(String project) {
    assertThat(rubric(project).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"everyday", "best-of"})
  void everyGoldAnswerFitsTheRubricAndTeachesSomething(String project) {
    var gold = lines(project, "gold");

    assertThat(gold).extracting(DemoContentTest::id).doesNotHaveDuplicates();
    assertThat(gold).allSatisfy(one -> {
      assertThat(violations(project, one)).as(id(one)).isEmpty();
      assertThat(one.path("explanation").asString().length()).as("explanation of " + id(one)).isBetween(150, 600);
    });
  }

  /** R16: neither its shape nor its length nor its place in the file gives a gold item away. */
  @ParameterizedTest
  @ValueSource(strings = {"everyday", "best-of"})
  void goldLooksLikeOtherWork(String project) {
    var ids = lines(project, "gold").stream().map(DemoContentTest::id).collect(Collectors.toSet());
    var all = List.copyOf(items(project).values());
    var gold = all.stream().filter(item -> ids.contains(id(item))).toList();
    var other = all.stream().filter(item -> !ids.contains(id(item))).toList();
    Function<JsonNode, Set<String>> fields = item -> item.propertyNames().stream().collect(Collectors.toSet());

    assertThat(other.stream().map(fields).toList()).containsAll(gold.stream().map(fields).toList());
    assertThat(meanLength(gold) / meanLength(other)).isBetween(0.75, 1.33);
    var thirds = new HashSet<Integer>();
    for (int i = 0; i < all.size(); i++) if (ids.contains(id(all.get(i)))) thirds.add(3 * i / all.size());
    assertThat(thirds).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void theBetterAnswerHasNoFavouritePlace() {
    var winners = lines("everyday", "gold").stream()
        .map(one -> one.path("answers").path("preference").path("winner").asString())
        .collect(Collectors.groupingBy(winner -> winner, Collectors.counting()));
    var best = lines("best-of", "gold").stream()
        .map(one -> one.path("answers").path("ranking").path("order").path(0).path(0).asString())
        .collect(Collectors.toSet());

    assertThat(winners).containsKeys("0", "1", "tie", "both_bad");
    assertThat(Math.abs(winners.get("0") - winners.get("1"))).isLessThanOrEqualTo(1);
    assertThat(best).hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"everyday", "best-of"})
  void everyJudgmentFitsTheRubricAndNobodyJudgesTwice(String project) {
    var judgments = lines(project, "judgments");

    assertThat(judgments).hasSizeGreaterThanOrEqualTo(12);
    assertThat(judgments).extracting(one -> one.path("rater").asString() + " on " + id(one)).doesNotHaveDuplicates();
    assertThat(judgments).allSatisfy(one -> {
      assertThat(one.path("rater").asString()).isIn(RATERS);
      assertThat(one.path("minutes_ago").asInt()).isPositive();
      assertThat(items(project)).containsKey(id(one));
      if (one.has("flag")) {
        assertThat(one.path("flag").path("category").asString()).isIn(FLAGS);
        assertThat(one.path("flag").path("note").asString()).isNotBlank();
      } else {
        assertThat(violations(project, one)).as(id(one)).isEmpty();
      }
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"everyday", "best-of"})
  void oneFlagAndOneDisagreementWaitForTheLeadAndMostWorkForTheTrainer(String project) {
    int wanted = project(project).path("wanted").asInt();
    var judgments = lines(project, "judgments");
    var byItem = judgments.stream().filter(one -> one.has("answers"))
        .collect(Collectors.groupingBy(DemoContentTest::id));
    String decisive = project.equals("everyday") ? "preference" : "ranking";
    String result = project.equals("everyday") ? "winner" : "order";

    assertThat(judgments).filteredOn(one -> one.has("flag")).hasSize(1);
    assertThat(byItem.values()).allSatisfy(all -> assertThat(all.size()).isLessThanOrEqualTo(wanted));
    assertThat(byItem.values()).filteredOn(all -> all.size() == wanted && all.stream()
        .map(one -> one.path("answers").path(decisive).path(result)).distinct().count() == wanted).hasSize(1);
    assertThat(judgments.size()).isLessThan(items(project).size() * wanted / 3);
  }

  /** Raters see the responses in different orders, so 'the second answer' would point to the wrong one. */
  @ParameterizedTest
  @ValueSource(strings = {"everyday", "best-of"})
  void noReasonPointsToAnAnswerByItsPlace(String project) {
    var reasons = new ArrayList<String>();
    for (String file : List.of("gold", "judgments")) {
      for (var one : lines(project, file)) {
        reasons.add(one.path("explanation").asString(""));
        reasons.add(one.path("flag").path("note").asString(""));
        for (String field : List.of("justification", "comment", "text")) {
          one.findValues(field).stream().filter(JsonNode::isString).map(JsonNode::asString).forEach(reasons::add);
        }
      }
    }

    assertThat(reasons).filteredOn(reason -> !reason.isBlank()).hasSizeGreaterThan(15)
        .allSatisfy(reason -> assertThat(PLACE.matcher(reason).find()).as(reason).isFalse());
  }

  @ParameterizedTest
  @ValueSource(strings = {"everyday", "best-of"})
  void theTermsAreCompleteAndPayTheEvaluationTier(String project) {
    var terms = project(project).path("terms");

    var told = List.of("pay_schedule", "dispute_process", "duration", "weekly_hours", "skills", "sensitive_content");
    for (String term : told) {
      assertThat(terms.path(term).asString("")).as(term).isNotBlank();
    }
    assertThat(terms.path("review_hours").asInt()).isPositive();
    int centsPerHour = terms.path("rate_minor").asInt() * 60 / terms.path("expected_minutes").asInt();
    assertThat(centsPerHour).isBetween(2500, 5000);
    assertThat(terms.path("currency").asString()).isEqualTo("USD");
    assertThat(project(project).path("lease_minutes").asInt()).isGreaterThan(terms.path("expected_minutes").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"everyday", "best-of"})
  void theGuidelineIsReadableInOneSittingAndItsHeadingsCanBeLinked(String project) {
    String guideline = text(project + "/guideline.md");
    var headings = guideline.lines().filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "")).toList();

    assertThat(guideline.strip().split("\\s+").length).isBetween(600, 900);
    assertThat(headings).doesNotHaveDuplicates()
        .contains("Purpose", "The four questions", "Ties", "Severity", "Flags", "Justification", "Examples");
  }

  private static List<Rubric.Violation> violations(String project, JsonNode one) {
    var item = items(project).get(id(one));
    assertThat(item).as("item of " + id(one)).isNotNull();
    var texts = new ArrayList<String>();
    item.path("responses").forEach(response -> texts.add(response.path("text").asString()));
    var answers = JSON.treeToValue(one.path("answers"), Answers.class);
    return rubric(project).check(answers, new Rubric.ResponseTexts(item.path("prompt").asString(), texts));
  }

  private static double meanLength(List<JsonNode> items) {
    return items.stream().mapToInt(item -> item.toString().length()).average().orElseThrow();
  }

  private static Rubric rubric(String project) {
    var rubric = JSON.readValue(text(project + "/rubric.json"), Rubric.class);
    assertThat(rubric.criteria()).extracting(Criterion::key).isNotEmpty();
    return rubric;
  }

  private static JsonNode project(String project) {
    return JSON.readTree(text(project + "/project.json"));
  }

  private static Map<String, JsonNode> items(String project) {
    return lines(project, "items").stream().collect(Collectors.toMap(
        DemoContentTest::id, item -> item, (one, other) -> one, LinkedHashMap::new));
  }

  private static List<JsonNode> lines(String project, String file) {
    return text(project + "/" + file + ".jsonl").lines().map(JSON::readTree).toList();
  }

  private static String id(JsonNode node) {
    return node.path("external_id").asString();
  }

  private static String text(String file) {
    try (var in = DemoContentTest.class.getResourceAsStream("/demo/" + file)) {
      assertThat(in).as("/demo/" + file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
