package org.touchstone.platform.guideline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RubricDifferenceTest {
  private static final String YES_NO = """
      "options":[{"value":"yes","label":"Yes"},{"value":"no","label":"No"}],"multiple":false}""";

  @Test
  void whatIsTheSameSaysSo() {
    var rubric = rubric("""
        {"key":"correct","kind":"label","title":"Is it correct?","target":"item","required":true,"justification":"never",%s""".formatted(YES_NO));
    assertThat(RubricDifference.between(rubric, rubric).criteria()).singleElement().extracting(RubricDifference.CriterionChange::kind).isEqualTo(RubricDifference.Kind.SAME);
    assertThat(RubricDifference.between(rubric, rubric).touched()).isEmpty();
  }

  @Test
  void fieldsAndOptionsAreNamedOneByOne() {
    var before = rubric("""
        {"key":"correct","kind":"label","title":"Is it correct?","target":"item","required":true,"justification":"never",%s""".formatted(YES_NO));
    var after = rubric("""
        {"key":"correct","kind":"label","title":"Is it true?","target":"item","required":true,"justification":"always",
         "options":[{"value":"yes","label":"Yes","help":"All of it."},{"value":"partly","label":"Partly"}],"multiple":false}""");
    var change = RubricDifference.between(before, after).criteria().getFirst();
    assertThat(change.kind()).isEqualTo(RubricDifference.Kind.CHANGED);
    assertThat(change.fields()).extracting(RubricDifference.FieldChange::name, RubricDifference.FieldChange::option, RubricDifference.FieldChange::before, RubricDifference.FieldChange::after)
        .containsExactlyInAnyOrder(
            tuple("title", null, "Is it correct?", "Is it true?"),
            tuple("justification", null, "never", "always"),
            tuple("options", "yes", "Yes", "Yes: All of it."),
            tuple("options", "partly", null, "Partly"),
            tuple("options", "no", "No", null));
  }

  @Test
  void addedRemovedAndMovedCriteriaAreToldApart() {
    String one = """
        {"key":"one","kind":"text","title":"One?","target":"item","required":true,"justification":"never"}""";
    String two = one.replace("one", "two").replace("One", "Two");
    String three = one.replace("one", "three").replace("One", "Three");
    var difference = RubricDifference.between(rubric(one, two, three), rubric(three, one, one.replace("one", "four")));
    assertThat(difference.criteria()).extracting(RubricDifference.CriterionChange::key, RubricDifference.CriterionChange::kind).containsExactly(
        tuple("three", RubricDifference.Kind.MOVED), tuple("one", RubricDifference.Kind.MOVED), tuple("four", RubricDifference.Kind.ADDED),
        tuple("two", RubricDifference.Kind.REMOVED));
    assertThat(difference.touched()).containsExactly("four", "two");
  }

  private static Rubric rubric(String... criteria) {
    return JsonMapper.shared().readValue("{\"criteria\":[" + String.join(",", criteria) + "]}", Rubric.class);
  }
}
