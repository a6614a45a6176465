package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.touchstone.stories.Assessing.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An assessment from its bank of items to the pass that opens work in every project that asks for it. */
@OnStage
class AssessmentStoryTest {

  private static final String TITLE = "Checking sums";
  private static final String RIGHT = "7 times 8 is 56.";
  private static final String QUESTION = "Is it accurate?";

  private final Demonstration demonstration;

  AssessmentStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void passedOnceItCountsInEveryProjectThatAsks() {
    try (var server = RunningTouchstone.withDemo()) {
      var priya = new Person(demonstration.browser().person(server.address())).signIn(Demonstration.signIn(server, "priya"));
      var maya = new Person(demonstration.browser().personWithPhone(server.address())).signIn(Demonstration.signIn(server, "maya"));
      makesTheAssessment(priya);
      Assessing.isAskedForEverywhere(priya, TITLE);
      Assessing.isLedToItFromEverywhere(maya, TITLE, "There are 2 attempts, the next at once.");

      missesAndSeesWhatAndWhy(maya);
      decides(priya);
      passesAtTheSecondAttempt(maya);
      Assessing.worksEverywhere(maya);
    }
  }

  private static void makesTheAssessment(Person priya) {
    Assessing.begins(priya, TITLE, "accuracy", 0, "You pass with 100% agreement with the standard over all questions. There are 2 attempts, the next at once.");
    Assessing.opensWithOneItem(priya, "What is 7 times 8?", List.of(RIGHT, "7 times 8 is 54."), QUESTION, standard -> checks(standard, "yes", "no"),
        "7 times 8 is 56: 7 times 7 is 49, and 7 more.");
  }

  private static void missesAndSeesWhatAndWhy(Person maya) {
    sheet(maya).getByRole(AriaRole.BUTTON, named("Begin")).click();
    answers(maya, "yes", "yes");
    maya.sees("A person looks at it before anything is decided");
    var question = maya.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(QUESTION).setExact(true));
    assertThat(question).containsText("agrees to 50%");
    assertThat(question).containsText("7 times 8 is 56: 7 times 7 is 49, and 7 more.");
    assertThat(Browser.accessibilityFaults(maya.page)).isEmpty();
  }

  private static void decides(Person priya) {
    Assessing.isReviewed(priya, "waits for you");
    Assessing.isNotPassed(priya, "One sum was taken on trust: do each one yourself.");
  }

  private static void passesAtTheSecondAttempt(Person maya) {
    maya.page.navigate("/assessments");
    sheet(maya).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^Attempt 1: not passed yet"))).click();
    maya.sees("One sum was taken on trust: do each one yourself.");
    maya.link("All assessments").click();
    sheet(maya).getByRole(AriaRole.BUTTON, named("Begin again")).click();
    var shown = maya.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Item 1").setExact(true));
    assertThat(shown).isVisible();
    boolean first = shown.innerText().contains(RIGHT);
    answers(maya, first ? "yes" : "no", first ? "no" : "yes");
    assertThat(maya.page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("Passed"))).isVisible();
  }

  private static void answers(Person maya, String ofA, String ofB) {
    checks(maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your answers")), ofA, ofB);
    Assessing.handsIn(maya);
  }

  private static void checks(Locator form, String ofA, String ofB) {
    form.getByRole(AriaRole.GROUP, named(QUESTION + ", response A")).locator("input[value=" + ofA + "]").check();
    form.getByRole(AriaRole.GROUP, named(QUESTION + ", response B")).locator("input[value=" + ofB + "]").check();
  }

  private static Locator sheet(Person person) {
    return Assessing.sheet(person, TITLE);
  }
}
