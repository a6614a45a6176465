package org.touchstone.platform.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RubricTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Rubric.ResponseTexts TWO = new Rubric.ResponseTexts("Why is the sky blue?", List.of("Rayleigh scattering.", "The sea."));

  private final Rubric rubric = JSON.readValue("""
      {"criteria":[
        {"key":"correct","kind":"label","title":"Is it correct?","target":"each_response","required":true,"justification":"never",
         "options":[{"value":"yes","label":"Yes"},{"value":"no","label":"No"}],"multiple":false},
        {"key":"preference","kind":"compare","title":"Which is better?","target":"item","required":true,"justification":"on_extremes","strength":true,"tie":true,"bothBad":false},
        {"key":"spans","kind":"critique","title":"Mark the faults","target":"item","required":false,"justification":"never",
         "categories":[{"value":"factual","label":"Factual error"}],"severities":[{"value":"minor","label":"Minor"},{"value":"major","label":"Major"}]}
      ]}""", Rubric.class);

  @Test
  void aRubricSurvivesJson() {
    assertThat(JSON.readValue(JSON.writeValueAsString(rubric), Rubric.class)).isEqualTo(rubric);
    assertThat(rubric.problems()).isEmpty();
  }

  @Test
  void goodAnswersPass() {
    var answers = answers("""
        {"correct":{"byResponse":{"0":{"choices":["yes"]},"1":{"choices":["no"]}}},
         "preference":{"winner":"0","strength":3,"justification":"The other names the sea, which is wrong."},
         "spans":{"spans":[{"response":"1","start":4,"end":7,"quote":"sea","category":"factual","severity":"major"}]}}""");
    assertThat(rubric.check(answers, TWO)).isEmpty();
    assertThat(JSON.readValue(JSON.writeValueAsString(answers), Answers.class)).isEqualTo(answers);
  }

  @Test
  void everyGapIsNamedInRubricOrder() {
    var answers = answers("""
        {"correct":{"byResponse":{"0":{"choices":["maybe"]}}},"preference":{"winner":"both_bad"},
         "spans":{"spans":[{"response":"1","start":0,"end":3,"quote":"sea","category":"factual"}]},"ghost":{"value":1}}""");
    assertThat(rubric.check(answers, TWO)).extracting(Rubric.Violation::criterion)
        .containsExactly("correct", "correct", "preference", "spans", "spans", "ghost");
    assertThat(rubric.check(Answers.none(), TWO)).extracting(Rubric.Violation::message)
        .containsExactly("'Is it correct?' has no answer yet.", "'Which is better?' has no answer yet.");
  }

  @Test
  void aSingleChoiceIsOneValueOrRefused() {
    var two = answers("""
        {"correct":{"byResponse":{"0":{"choices":["yes","no"]},"1":{"choices":["no"]}}},"preference":{"winner":"1","strength":1}}""");
    assertThat(rubric.check(two, TWO)).extracting(Rubric.Violation::criterion).contains("correct");
    assertThat(rubric.check(two, TWO)).extracting(Rubric.Violation::message).anyMatch(message -> message.contains("one"));
  }

  @Test
  void anExtremeAnswerMustSayWhy() {
    var answers = answers("""
        {"correct":{"byResponse":{"0":{"choices":["yes"]},"1":{"choices":["no"]}}},"preference":{"winner":"1","strength":3}}""");
    assertThat(rubric.check(answers, TWO)).singleElement().extracting(Rubric.Violation::message).asString().contains("asks why");
  }

  @Test
  void positionsAsShownBecomeTheItemsOwnOrderAndBack() {
    int[] shown = {2, 0, 1};
    var asShown = answers("""
        {"rank":{"order":[["0"],["1","2"]]},"pick":{"winner":"2","strength":1},"score":{"byResponse":{"0":{"value":5},"1":{"value":1},"2":{"value":3}}}}""");
    var canonical = asShown.toCanonical(shown);
    assertThat(canonical.byCriterion().get("rank")).isEqualTo(new Answer.Order(List.of(List.of("2"), List.of("0", "1")), null));
    assertThat(canonical.byCriterion().get("pick")).isEqualTo(new Answer.Winner("1", 1, null));
    assertThat(canonical.byCriterion().get("score")).isEqualTo(new Answer.ByResponse(
        Map.of("2", new Answer.Score(5, null), "0", new Answer.Score(1, null), "1", new Answer.Score(3, null)), null));
    assertThat(canonical.toShown(shown)).isEqualTo(asShown);
  }

  private static Answers answers(String json) {
    return JSON.readValue(json, Answers.class);
  }

  @Test
  void aPassageOfATurnStandsWhereItSaysItDoes() {
    var talk = new Rubric.ResponseTexts("Hello?", List.of(), List.of(), List.of(1), List.of("Hello?", "What do you want?"));
    var marking = JSON.readValue("""
        {"criteria":[{"key":"spans","kind":"critique","title":"Mark the faults","target":"item","required":true,"justification":"never","categories":[{"value":"tone","label":"Tone"}]}]}""", Rubric.class);
    String span = """
        {"spans":{"spans":[{"turn":%d,"start":0,"end":4,"quote":"%s","category":"tone"}]}}""";
    assertThat(marking.check(JSON.readValue(span.formatted(1, "What"), Answers.class), talk)).isEmpty();
    assertThat(marking.check(JSON.readValue(span.formatted(0, "What"), Answers.class), talk)).extracting(Rubric.Violation::message).singleElement().asString().contains("is not where it says it is");
    assertThat(marking.check(JSON.readValue(span.formatted(2, "What"), Answers.class), talk)).extracting(Rubric.Violation::message).singleElement().asString().contains("names turn 3, which this conversation does not have");
  }
}
