package org.touchstone.platform.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a rubric asks depending on what was said, and what it refuses. */
class ConditionalRubricTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Rubric.ResponseTexts TWO =
      new Rubric.ResponseTexts("Why?", List.of("First this.\n\nThen that.\n\nHence so.", "Because."), List.of(3, 1), List.of(1, 3));

  private final Rubric rubric = JSON.readValue("""
      {"criteria":[
        {"key":"safe","kind":"label","title":"Safe?","target":"each_response","required":true,"options":[{"value":"yes","label":"Yes"},{"value":"no","label":"No"}],"multiple":false},
        {"key":"how","kind":"text","title":"How is it unsafe?","target":"each_response","required":true,"showIf":{"criterion":"safe","is":"no"}},
        {"key":"which","kind":"compare","title":"Which?","required":false,"strength":false,"tie":true,"bothBad":true},
        {"key":"marks","kind":"critique","title":"Mark it","required":false,"categories":[{"value":"bad","label":"Bad"}]},
        {"key":"sum","kind":"text","title":"In short","required":false}
      ],"rules":[
        {"kind":"consequence","when":{"criterion":"safe","is":"no"},"then":{"criterion":"marks","answered":true},"message":"What is unsafe is marked."},
        {"kind":"consequence","when":{"criterion":"which","is":"tie"},"then":{"criterion":"which","atMost":0},"message":"A tie has no strength."},
        {"kind":"phrases","criterion":"sum","phrases":["As an AI","LGTM"],"message":"Say it in your own words."},
        {"kind":"words","criterion":"sum","most":4,"message":"At most four words."}
      ]}""", Rubric.class);

  @Test
  void aRubricWithConditionsAndRulesSurvivesJson() {
    assertThat(rubric.problems()).isEmpty();
    assertThat(JSON.readValue(JSON.writeValueAsString(rubric), Rubric.class)).isEqualTo(rubric);
    assertThat(JSON.writeValueAsString(new Rubric(List.of()))).isEqualTo("{\"criteria\":[]}");
  }

  @Test
  void whatIsNotAskedIsNeitherRequiredNorAccepted() {
    assertThat(found("""
        {"safe":{"byResponse":{"0":{"choices":["yes"]},"1":{"choices":["yes"]}}}}""")).isEmpty();
    assertThat(found("""
        {"safe":{"byResponse":{"0":{"choices":["yes"]},"1":{"choices":["no"]}}}}""")).containsExactly("'How is it unsafe?' has no answer yet.");
    assertThat(found("""
        {"safe":{"byResponse":{"0":{"choices":["yes"]},"1":{"choices":["no"]}}},"how":{"byResponse":{"0":{"text":"x"},"1":{"text":"y"}}}}"""))
        .containsExactly("'How is it unsafe?' is not asked of response A after the answers before it: leave it out.");
    assertThat(found("""
        {"safe":{"byResponse":{"0":{"choices":["yes"]},"1":{"choices":["yes"]}}},"how":{"byResponse":{"0":{"text":"x"}}}}"""))
        .containsExactly("'How is it unsafe?' is not asked after the answers before it: leave it out.");
  }

  @Test
  void aRuleOfOneResponseIsKeptByThatResponse() {
    String unsafe = """
        {"safe":{"byResponse":{"0":{"choices":["yes"]},"1":{"choices":["no"]}}},"how":{"byResponse":{"1":{"text":"y"}}}%s}""";
    assertThat(found(unsafe.formatted(""))).containsExactly("What is unsafe is marked. (response B)");
    assertThat(found(unsafe.formatted(",\"marks\":{\"spans\":[{\"response\":\"0\",\"start\":0,\"end\":5,\"quote\":\"First\",\"category\":\"bad\"}]}")))
        .containsExactly("What is unsafe is marked. (response B)");
    assertThat(found(unsafe.formatted(",\"marks\":{\"spans\":[{\"response\":\"1\",\"start\":0,\"end\":7,\"quote\":\"Because\",\"category\":\"bad\"}]}"))).isEmpty();
  }

  @Test
  void rulesAboutTiesWordsAndPhrasesNameTheirCriterion() {
    String safe = "{\"safe\":{\"byResponse\":{\"0\":{\"choices\":[\"yes\"]},\"1\":{\"choices\":[\"yes\"]}}},%s}";
    assertThat(found(safe.formatted("\"which\":{\"winner\":\"tie\",\"strength\":2}"))).containsExactly("'Which?' has a strength beside a tie: leave the strength out.");
    assertThat(found(safe.formatted("\"which\":{\"winner\":\"tie\"}"))).isEmpty();
    assertThat(found(safe.formatted("\"sum\":{\"text\":\"All good. lgtm!\"}"))).containsExactly("Say it in your own words.");
    assertThat(found(safe.formatted("\"sum\":{\"text\":\"one two three four five\"}"))).containsExactly("At most four words.");
    assertThat(found(safe.formatted("\"sum\":{\"text\":\"xlgtmx is no word\"}"))).isEmpty();
    assertThat(rubric.check(answers(safe.formatted("\"sum\":{\"text\":\"LGTM\"}")), TWO)).singleElement().extracting(Rubric.Violation::criterion).isEqualTo("sum");
  }

  @Test
  void aRubricThatCannotWorkSaysWhy() {
    var broken = JSON.readValue("""
        {"criteria":[
          {"key":"a","kind":"text","title":"A","required":false,"showIf":{"criterion":"b","is":"yes"}},
          {"key":"b","kind":"label","title":"B","required":false,"options":[{"value":"yes","label":"Yes"},{"value":"no","label":"No"}],"multiple":false,"justification":"on_sample"},
          {"key":"c","kind":"text","title":"C","required":false,"showIf":{"criterion":"b","is":"maybe"}},
          {"key":"d","kind":"steps","title":"D","required":false},
          {"key":"e","kind":"turns","title":"E","required":false}],
         "rules":[{"kind":"words","criterion":"b","message":""},{"kind":"consequence","when":{"criterion":"b"},"then":{"criterion":"z","is":"x"},"message":"m"}]}""", Rubric.class);
    assertThat(broken.problems()).containsExactly(
        "Criterion 'B' asks why on a sample: say of which share, above 0 and up to 1.",
        "Criterion 'D' looks at the steps of a response, so it is asked of each response.",
        "Criterion 'E' needs options, or a scale whose lowest value is below its highest.",
        "The condition of 'A' looks at a question that comes later: put that one before it.",
        "The condition of 'C' looks for the answer 'maybe', which 'b' does not have.",
        "Rule 1 needs a sentence that trainers read.",
        "Rule 1 counts words, so it needs a question that is answered by a text.",
        "Rule 1 needs a number of words.",
        "Rule 2 needs one thing that the answer is, is not, or measures.");
  }

  @Test
  void aReasonIsAskedOfTheStatedShareAndAlwaysOfTheSameLeases() {
    var sampled = JSON.readValue("""
        {"criteria":[{"key":"note","kind":"text","title":"Note","required":false,"justification":"on_sample","justificationShare":0.3}]}""", Rubric.class);
    var leases = IntStream.range(0, 4000).mapToObj(i -> new UUID(i, 0x9E3779B97F4A7C15L * i)).toList();
    long due = leases.stream().filter(lease -> asksWhy(sampled.drawn(lease))).count();
    assertThat(due).isBetween(1100L, 1300L);
    assertThat(leases).allSatisfy(lease -> assertThat(sampled.drawn(lease)).isEqualTo(sampled.drawn(lease)));
    assertThat(sampled.check(answers("{\"note\":{\"text\":\"x\"}}"), TWO)).isEmpty();
  }

  private static boolean asksWhy(Rubric rubric) {
    return rubric.criteria().getFirst().common().justification() == Criterion.Justification.ALWAYS;
  }

  @Test
  void everyStepUpToTheFirstWrongOneNeedsAMark() {
    var steps = JSON.readValue("""
        {"criteria":[{"key":"steps","kind":"steps","title":"Steps","target":"each_response","required":true,"untilFirstError":true}]}""", Rubric.class);
    assertThat(steps.check(answers("""
        {"steps":{"byResponse":{"0":{"steps":[{"mark":"right"},{"mark":"wrong","comment":"no"}]},"1":{"steps":[{"mark":"neutral"}]}}}}"""), TWO)).isEmpty();
    assertThat(messages(steps.check(answers("""
        {"steps":{"byResponse":{"0":{"steps":[{"mark":"right"},null]},"1":{"steps":[{"mark":"fine"},{"mark":"right"}]}}}}"""), TWO))).containsExactly(
        "'Steps' for response A has 2 of 3 steps without a mark.", "'Steps' for response B marks 2 steps and there are 1: reload the task and mark them again.");
    assertThat(new Answer.StepMarks(java.util.Arrays.asList(null, new Answer.StepMark("wrong", null), new Answer.StepMark("wrong", null)), null).firstError()).hasValue(1);
  }

  @Test
  void everyTurnOfTheAssistantIsAskedAbout() {
    var turns = JSON.readValue("""
        {"criteria":[{"key":"tone","kind":"turns","title":"Tone","required":true,"min":1,"max":5}]}""", Rubric.class);
    assertThat(turns.problems()).isEmpty();
    assertThat(turns.check(answers("{\"tone\":{\"turns\":{\"1\":{\"value\":4},\"3\":{\"value\":1,\"justification\":\"rude\"}}}}"), TWO)).isEmpty();
    assertThat(messages(turns.check(answers("{\"tone\":{\"turns\":{\"1\":{\"value\":9},\"2\":{\"value\":3}}}}"), TWO))).containsExactly(
        "'Tone' for turn 1 takes a whole number from 1 to 5.", "'Tone' names a turn '2' that is not one of the assistant's.", "'Tone' has 1 of 2 turns without an answer.");
    assertThat(turns.check(Answers.none(), new Rubric.ResponseTexts("p", List.of("x")))).as("an item without a conversation").isEmpty();
  }

  @Test
  void noneOfTheseStandsAlone() {
    var tags = JSON.readValue("""
        {"criteria":[{"key":"tags","kind":"label","title":"Tags","required":true,"options":[{"value":"a","label":"A"},{"value":"b","label":"B"}],"multiple":true,"none":true}]}""", Rubric.class);
    assertThat(tags.check(answers("{\"tags\":{\"choices\":[\"none_of_these\"]}}"), TWO)).isEmpty();
    assertThat(messages(tags.check(answers("{\"tags\":{\"choices\":[\"a\",\"none_of_these\"]}}"), TWO)))
        .containsExactly("'Tags' takes 'none of these' alone, without another choice.");
  }

  private List<String> found(String json) {
    return messages(rubric.check(answers(json), TWO));
  }

  private static List<String> messages(List<Rubric.Violation> violations) {
    return violations.stream().map(Rubric.Violation::message).toList();
  }

  private static Answers answers(String json) {
    return JSON.readValue(json, Answers.class);
  }
}
