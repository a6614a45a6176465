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

/**
 * An assessment of writing: what no count can score is read by a person, who says why; whoever thinks the mark too low is
 * answered by somebody else, and a pass counts in every project that asks.
 */
@OnStage
class WritingStoryTest {

  private static final String TITLE = "Writing for somebody in a hurry";
  private static final String ATTEMPTS = "There are 2 attempts, the next after 24 hours.";
  private static final String QUESTION = "Write the answer";
  private static final String PROMPT = "How do I get a cork out of a bottle without a corkscrew?";
  private static final String EXAMPLE = "Wrap the bottle in a towel and knock its foot against a wall, evenly, until the cork can be pulled.";
  private static final String WRITTEN = "Put the bottle into a shoe and knock the heel against a wall, evenly, until the cork stands out and can be pulled.";
  private static final String TOO_LOW = "A shoe is no towel: the example asks for a towel.";
  private static final String RAISED = "A shoe keeps the glass from breaking as well as a towel does.";

  private final Demonstration demonstration;

  WritingStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void aTextIsReadByAPersonAndAMarkThatWasTooLowIsRaisedBySomebodyElse() {
    try (var server = RunningTouchstone.withDemo()) {
      var priya = new Person(demonstration.browser().person(server.address())).signIn(Demonstration.signIn(server, "priya"));
      letsJonasMakeAssessments(priya);
      var jonas = new Person(demonstration.browser().person(server.address())).signIn(Demonstration.signIn(server, "jonas"));
      makesTheAssessment(jonas);
      Assessing.isAskedForEverywhere(priya, TITLE);

      var maya = new Person(demonstration.browser().personWithPhone(server.address())).signIn(Demonstration.signIn(server, "maya"));
      Assessing.isLedToItFromEverywhere(maya, TITLE, ATTEMPTS);
      writes(maya);
      String attempt = maya.page.url();
      readsAndMarks(jonas);
      maya.page.navigate(attempt);
      seesWhatWasMissedAndWhyAndWhenItGoesOn(maya);
      objects(maya, attempt);
      mayNotAnswerHimself(jonas);
      raisesTheMark(priya);
      maya.page.navigate(attempt);
      assertThat(maya.page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("Passed"))).containsText("The mark of a text of yours was raised.");
      maya.sees(RAISED);
      Assessing.worksEverywhere(maya);
    }
  }

  private static void letsJonasMakeAssessments(Person priya) {
    priya.page.navigate("/accounts");
    var may = priya.choice(AriaRole.CHECKBOX, "Jonas may create projects");
    may.click();
    assertThat(may).isChecked();
  }

  private static void makesTheAssessment(Person jonas) {
    Assessing.begins(jonas, TITLE, "writing", 24, ATTEMPTS);
    Assessing.opensWithOneItem(jonas, PROMPT, List.of(), QUESTION, standard -> standard.getByRole(AriaRole.TEXTBOX, named(QUESTION)).fill(EXAMPLE),
        "It works without a tool, and says how to keep the glass whole.");
  }

  private static void writes(Person maya) {
    var sheet = Assessing.sheet(maya, TITLE);
    assertThat(sheet).containsText("A person reads what you write beside an example.");
    sheet.getByRole(AriaRole.BUTTON, named("Begin")).click();
    maya.sees(PROMPT);
    assertThat(maya.page.getByText(EXAMPLE)).hasCount(0);
    var text = maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your answers")).getByRole(AriaRole.TEXTBOX, named(QUESTION));
    text.fill("Push it in.");
    maya.button("Answer and go on").click();
    maya.sees("11 of at least 80 characters");
    text.fill(WRITTEN);
    Assessing.handsIn(maya);
    maya.sees("A person looks at it before anything is decided");
    maya.sees("1 text still to be read by a person.");
    assertThat(question(maya)).containsText(EXAMPLE);
    assertThat(question(maya)).containsText("a person reads it");
    assertThat(Browser.accessibilityFaults(maya.page)).isEmpty();
  }

  private static void readsAndMarks(Person jonas) {
    Assessing.isReviewed(jonas, "1 to read");
    assertThat(question(jonas)).containsText(WRITTEN);
    assertThat(jonas.button("Keep the mark")).isDisabled();
    marks(jonas, "Does not", "Nothing is said about how to hold it.");
    jonas.button("Change the mark").click();
    marks(jonas, "In part", TOO_LOW);
    assertThat(question(jonas)).containsText("agrees to 50%");
    assertThat(Browser.accessibilityFaults(jonas.page)).isEmpty();
    Assessing.isNotPassed(jonas, "The example's way is the safe one.");
  }

  private static void marks(Person reader, String mark, String why) {
    reader.page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("How far it meets the standard")).getByText(mark, new Locator.GetByTextOptions().setExact(true)).click();
    reader.field("Why").fill(why);
    reader.button("Keep the mark").click();
    assertThat(question(reader)).containsText(why);
    assertThat(reader.button("Change the mark")).isVisible();
  }

  private static void seesWhatWasMissedAndWhyAndWhenItGoesOn(Person maya) {
    var missed = maya.page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("Not passed this time"));
    assertThat(missed).containsText("The example's way is the safe one.");
    assertThat(missed).containsText("Decided by Jonas");
    assertThat(missed).containsText("The next attempt opens ");
    assertThat(question(maya)).containsText("agrees to 50%");
    assertThat(question(maya)).containsText(TOO_LOW);
    maya.link("All assessments").click();
    var sheet = Assessing.sheet(maya, TITLE);
    assertThat(sheet).containsText("The next attempt opens later. It opens ");
    assertThat(sheet.getByRole(AriaRole.BUTTON, named("Begin again"))).hasCount(0);
    sheet.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^Attempt 1: not passed yet, 50%"))).click();
  }

  private static void objects(Person maya, String attempt) {
    maya.page.navigate(attempt);
    question(maya).getByRole(AriaRole.BUTTON, named("Ask or object")).click();
    maya.field("About “" + QUESTION + "”").fill("A shoe does what the towel does. Why is that only half of it?");
    maya.button("Send").click();
    assertThat(question(maya)).containsText("A shoe does what the towel does.");
  }

  private static void mayNotAnswerHimself(Person jonas) {
    jonas.page.reload();
    assertThat(question(jonas)).containsText("You decided this attempt: somebody who did not answers the objection.");
    assertThat(question(jonas).getByRole(AriaRole.BUTTON, named("Give it an outcome"))).hasCount(0);
  }

  /** Priya owns the installation: nobody else runs this assessment. */
  private static void raisesTheMark(Person priya) {
    priya.page.reload();
    priya.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Messages, "))).click();
    priya.page.getByText(Pattern.compile("a trainer objects to what was decided")).first().click();
    assertThat(question(priya)).containsText("A shoe does what the towel does.");
    question(priya).getByRole(AriaRole.BUTTON, named("Give it an outcome")).click();
    priya.choice(AriaRole.RADIO, "The mark was too low").check();
    assertThat(Browser.accessibilityFaults(priya.page)).isEmpty();
    priya.dialog(QUESTION).getByLabel("Why").fill(RAISED);
    priya.button("Settle it").click();
    assertThat(question(priya)).containsText("Mark raised");
    assertThat(priya.page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("Passed"))).isVisible();
  }

  private static Locator question(Person person) {
    return person.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(QUESTION).setExact(true));
  }
}
