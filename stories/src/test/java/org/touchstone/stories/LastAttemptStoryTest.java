package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A calibration missed for the last time: what is said, what was paid, and the objection that somebody else answers. */
@OnStage
class LastAttemptStoryTest {

  private static final String ROUND = "Two sums";
  private static final String QUESTION = "Is it correct?";
  private static final List<String> QUESTIONS = List.of(QUESTION, "Does it answer the question?", "Is anything misleading or unsafe?", "Would someone trust it?");
  private static final String PROMPT = "What is half of seven?";
  private static final String REASON = "A half is a half: a whole number near it is not correct.";
  private static final String OBJECTION = "“About three” says itself that it is rounded. The guideline lets that pass.";
  private static final String STANDS = "The question asks for the half, and names no rounding.";
  private static final String CORRECTED = "The answer says that it is rounded, and the guideline lets that pass.";

  private final Demonstration demonstration;

  LastAttemptStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void afterTheLastAttemptTheRuleTheReasonThePayAndTheDoorAreThere() {
    try (var server = RunningTouchstone.withDemo()) {
      var jonas = new Person(demonstration.browser().person(server.address())).signIn(Demonstration.signIn(server, "jonas"));
      var priya = new Person(demonstration.browser().person(server.address())).signIn(Demonstration.signIn(server, "priya"));
      var maya = new Person(demonstration.browser().personWithPhone(server.address())).signIn(Demonstration.signIn(server, "maya"));
      makesTheCalibration(jonas);
      isAskedOfEverybody(priya);

      misses(maya, "Begin");
      decides(jonas, 1);
      misses(maya, "Begin again");
      String last = maya.page.url();
      decides(jonas, 2);
      jonas.sees("Not passed, and this was the last attempt");

      maya.page.navigate(last);
      readsRuleReasonPayAndDoor(maya);
      isNotSentRoundInCircles(maya);
      maya.page.navigate(last);
      objects(maya);
      mayNotAnswerHimself(jonas);
      answers(priya, "The standard stands", STANDS);
      maya.page.reload();
      assertThat(question(maya)).containsText(STANDS);
      assertThat(lastAttempt(maya)).isVisible();

      question(maya).getByRole(AriaRole.BUTTON, named("Answer")).click();
      maya.field("About “" + QUESTION + "”").fill("Its chapter on figures says: what is marked as rounded is right.");
      maya.button("Send").click();
      answers(priya, "The standard was wrong", CORRECTED);
      maya.page.reload();
      assertThat(maya.page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("Passed"))).containsText("Counted anew, the rule is met");
      Assessing.works(maya, TrainerStoryTest.PROJECT);
      maya.page.navigate("/earnings");
      assertThat(maya.page.getByText("Calibration item: " + ROUND + ", paid")).hasCount(2);
    }
  }

  private static void makesTheCalibration(Person jonas) {
    jonas.openProject(TrainerStoryTest.PROJECT).openTab("Calibration");
    jonas.button("New round").first().click();
    var dialog = jonas.dialog("New round");
    dialog.getByLabel("Title").fill(ROUND);
    dialog.getByLabel("Agreement to reach").fill("100");
    dialog.getByLabel("Attempts", new Locator.GetByLabelOptions().setExact(true)).fill("2");
    dialog.getByLabel("Hours between attempts").fill("0");
    dialog.getByLabel("Pay for each item").fill("2");
    dialog.getByRole(AriaRole.BUTTON, named("Make it and add items")).click();
    jonas.button("Add items").click();
    tab(jonas, "Written here").click();
    jonas.field("Prompt").fill(PROMPT);
    jonas.field("Response A").fill("About three.");
    jonas.button("Add it").click();
    jonas.sees("The questions compare two responses, and this item has one.");
    jonas.button("One more response").click();
    jonas.field("Response B").fill("Three and a half.");
    jonas.button("Add it").click();
    jonas.button("Write the standard").click();
    var standard = jonas.dialog("The standard");
    answer(standard, QUESTION, "A", "no");
    answer(standard, QUESTION, "B", "yes");
    standard.getByLabel("Why: " + QUESTION).fill("Half of seven is three and a half.");
    standard.getByRole(AriaRole.BUTTON, named("Save the standard")).click();
    jonas.button("Open it").click();
    jonas.button("Open the round").click();
    assertThat(tab(jonas, "Attempts")).isVisible();
  }

  private static void isAskedOfEverybody(Person priya) {
    priya.openProject(TrainerStoryTest.PROJECT).openTab("Calibration");
    sheet(priya).getByRole(AriaRole.LINK, named("Look after it")).click();
    priya.page.getByText("Everybody", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(priya.choice(AriaRole.RADIO, "Everybody")).isChecked();
  }

  private static void misses(Person maya, String button) {
    maya.openProject(TrainerStoryTest.PROJECT).link("Calibration first").click();
    assertThat(sheet(maya)).containsText("You pass with 100% agreement with the standard over all questions. There are 2 attempts, the next at once.");
    sheet(maya).getByRole(AriaRole.BUTTON, named(button)).click();
    var form = maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your answers"));
    for (String question : QUESTIONS) {
      for (String response : List.of("A", "B")) answer(form, question, response, "yes");
    }
    form.getByRole(AriaRole.RADIO, named("A is slightly better")).check();
    maya.button("Answer and go on").click();
    maya.button("Hand in").click();
    maya.dialog("Hand in?").getByRole(AriaRole.BUTTON, named("Hand in")).click();
    maya.sees("A person looks at it before anything is decided");
  }

  private static void decides(Person jonas, int attempt) {
    jonas.openProject(TrainerStoryTest.PROJECT).openTab("Calibration");
    sheet(jonas).getByRole(AriaRole.LINK, named("Review 1")).click();
    jonas.link("Maya, attempt " + attempt).click();
    jonas.sees(attempt == 1 ? "As things stand the attempt is to be tried again." : "As things stand the attempt is not passed, and there is no further attempt.");
    jonas.field("Your reason").fill(REASON);
    jonas.button("Decide").click();
  }

  private static void readsRuleReasonPayAndDoor(Person maya) {
    maya.sees(Pattern.compile("You pass with 100% agreement with the standard over all questions\\. There are 2 attempts"));
    assertThat(lastAttempt(maya)).containsText(REASON);
    assertThat(lastAttempt(maya)).containsText("US$2.00 is in your earnings, whatever the outcome.");
    assertThat(lastAttempt(maya)).containsText("Decided by Jonas");
    assertThat(lastAttempt(maya)).containsText("object at that question below. Somebody who did not decide this answers");
    assertThat(question(maya)).containsText("Half of seven is three and a half.");
    assertThat(question(maya)).containsText("agrees to 50%");
    assertThat(Browser.accessibilityFaults(maya.page)).isEmpty();
    maya.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Messages, "))).click();
    maya.sees(Pattern.compile("That was the last attempt\\. What you did is paid all the same\\."));
    maya.press("Escape");
  }

  /** Where the work was, it says what is missing and leads to the attempts; there no new one is promised. */
  private static void isNotSentRoundInCircles(Person maya) {
    maya.openProject(TrainerStoryTest.PROJECT);
    maya.sees("Paid tasks open once you have passed “" + ROUND + "”");
    maya.link("Calibration first").click();
    assertThat(sheet(maya)).containsText("You have used all 2 attempts.");
    assertThat(sheet(maya).getByRole(AriaRole.BUTTON, named("Begin again"))).hasCount(0);
    assertThat(sheet(maya).getByRole(AriaRole.LINK, named("Attempt 2: not passed, 50%"))).isVisible();
  }

  private static void objects(Person maya) {
    question(maya).getByRole(AriaRole.BUTTON, named("Ask or object")).click();
    maya.field("About “" + QUESTION + "”").fill(OBJECTION);
    maya.button("Send").click();
    assertThat(question(maya)).containsText(OBJECTION);
  }

  private static void mayNotAnswerHimself(Person jonas) {
    jonas.page.reload();
    assertThat(question(jonas)).containsText(OBJECTION);
    assertThat(question(jonas)).containsText("You decided this attempt: somebody who did not answers the objection.");
  }

  /** Jonas is the only lead and decided it, so that the objection comes to whoever manages the project. */
  private static void answers(Person priya, String outcome, String why) {
    priya.page.reload();
    priya.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Messages, "))).click();
    priya.page.getByText(Pattern.compile("“" + ROUND + "”, item 1: a trainer objects to what was decided")).first().click();
    question(priya).getByRole(AriaRole.BUTTON, named("Give it an outcome")).click();
    priya.choice(AriaRole.RADIO, outcome).check();
    var dialog = priya.dialog(QUESTION);
    if (why.equals(CORRECTED)) {
      for (String response : List.of("A", "B")) answer(dialog, QUESTION, response, "yes");
    }
    dialog.getByLabel("Why").fill(why);
    priya.button("Settle it").click();
    assertThat(question(priya)).containsText(why);
  }

  private static void answer(Locator form, String question, String response, String answer) {
    form.getByRole(AriaRole.GROUP, named(question + ", response " + response)).locator("input[value=" + answer + "]").check();
  }

  private static Locator lastAttempt(Person person) {
    return person.page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("Not passed, and this was the last attempt"));
  }

  private static Locator sheet(Person person) {
    return Assessing.sheet(person, ROUND);
  }

  private static Locator question(Person person) {
    return person.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(QUESTION).setExact(true));
  }

  private static Locator tab(Person person, String name) {
    return person.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
