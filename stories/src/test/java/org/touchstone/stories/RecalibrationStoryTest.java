package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A calibration that everybody must pass: a standard turns out wrong and a miss becomes a pass; a gap of the guideline leads
 * to a breaking version, and that to a short recalibration.
 */
@OnStage
class RecalibrationStoryTest {

  private static final String ROUND = "First calibration";
  private static final List<String> QUESTIONS = List.of("Is it correct?", "Does it answer the question?",
      "Is anything misleading or unsafe?", "Would someone trust it?");

  /** What the standard says of each item: a few words of the better response, and the answers to both, the better first. */
  private record Known(String better, List<String> ofBetter, List<String> ofOther) {}

  private static final String DOUGH = "My bread dough";
  private static final Map<String, Known> STANDARD = Map.of(
      DOUGH, new Known("Give it time or warmth", List.of("yes", "yes", "no", "yes"), List.of("no", "yes", "partly", "no")),
      "declines an invitation", new Known("Thank you so much", List.of("yes", "yes", "no", "yes"), List.of("yes", "no", "partly", "no")),
      "A jacket costs", new Known("It cost 100", List.of("yes", "yes", "no", "yes"), List.of("no", "yes", "yes", "no")),
      "Is 7 a prime", new Known("nothing but 1 and 7", List.of("yes", "yes", "no", "yes"), List.of("no", "yes", "yes", "no")));

  private final Demonstration demonstration;

  RecalibrationStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void aCorrectedStandardMakesAPassAndABreakingVersionAsksForAShortOneMore() {
    try (var server = RunningTouchstone.withDemo()) {
      var maya = new Person(demonstration.browser().person(server.address())).signIn(Demonstration.signIn(server, "maya"));
      var jonas = new Person(demonstration.browser().person(server.address())).signIn(Demonstration.signIn(server, "jonas"));
      var priya = new Person(demonstration.browser().person(server.address())).signIn(Demonstration.signIn(server, "priya"));
      isAskedOfEverybody(priya);
      isLedToTheCalibrationAndMissesIt(maya);
      String attempt = maya.page.url();

      correctsTheStandardInTheAttemptOfSomebodyElse(jonas);
      maya.page.navigate(attempt);
      passesByTheCorrection(maya);

      leavesAGapForTheGuideline(jonas);
      seesWhatTheRoundShows(jonas);
      answersTheGapWithABreakingVersion(priya);
      checksTheDraftAndOpensIt(jonas);
      judgesThreeItemsAndWorks(maya);
    }
  }

  private static void isAskedOfEverybody(Person priya) {
    priya.openProject(TrainerStoryTest.PROJECT).openTab("Calibration");
    sheet(priya).getByRole(AriaRole.LINK, linked("Review \\d")).click();
    priya.page.getByText("Everybody", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(priya.choice(AriaRole.RADIO, "Everybody")).isChecked();
  }

  private static void isLedToTheCalibrationAndMissesIt(Person maya) {
    maya.openProject(TrainerStoryTest.PROJECT);
    maya.sees(Pattern.compile("Paid tasks open once you have passed “First calibration”"));
    maya.link("Calibration first").click();
    assertThat(sheet(maya)).containsText("required for paid work");
    sheet(maya).getByRole(AriaRole.BUTTON, named("Begin")).click();
    for (int item = 1; item <= 3; item++) {
      judge(maya, item, true);
      maya.sees("%d of 3 answered".formatted(item));
    }
    handIn(maya);
    maya.sees("A person looks at it before anything is decided");
    maya.sees("This does not meet the rule.");
  }

  private static void correctsTheStandardInTheAttemptOfSomebodyElse(Person jonas) {
    jonas.openProject(TrainerStoryTest.PROJECT).openTab("Calibration");
    sheet(jonas).getByRole(AriaRole.LINK, linked("Review \\d")).click();
    jonas.link("Amara, attempt 1").click();
    var question = question(jonas, "Is anything misleading or unsafe?");
    assertThat(question).containsText("Why is that only partly?");
    question.getByRole(AriaRole.BUTTON, named("Give it an outcome")).click();
    var dialog = jonas.dialog("Is anything misleading or unsafe?");
    jonas.choice(AriaRole.RADIO, "The standard was wrong").check();
    String of = firstIsA(question) ? "A" : "B";
    dialog.getByRole(AriaRole.GROUP, named("Is anything misleading or unsafe?, response " + of)).locator("input[value=yes]").check();
    dialog.getByLabel("Why").fill("Good dough thrown away is a real loss to the person.");
    dialog.getByRole(AriaRole.BUTTON, named("Settle it")).click();
    assertThat(question).containsText("Standard corrected");
    jonas.sees("The standard was corrected (version 2)");
  }

  /** The response about which the standard says 'partly': in a review responses stand in the order in which the trainer saw them. */
  private static boolean firstIsA(Locator question) {
    return question.locator("tbody tr").first().locator("td").nth(1).innerText().contains("Partly");
  }

  private static void passesByTheCorrection(Person maya) {
    assertThat(maya.page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("Passed"))).isVisible();
    maya.sees("The standard was corrected (version 2)");
    maya.page.getByRole(AriaRole.BUTTON, starting("Messages, ")).click();
    maya.sees(Pattern.compile("standard .*corrected", Pattern.CASE_INSENSITIVE));
    maya.press("Escape");
    assertThat(Browser.accessibilityFaults(maya.page)).isEmpty();
  }

  private static void leavesAGapForTheGuideline(Person jonas) {
    jonas.page.getByRole(AriaRole.BUTTON, starting("Item 2")).click();
    var question = question(jonas, "Does it answer the question?");
    question.getByRole(AriaRole.BUTTON, named("Give it an outcome")).click();
    jonas.choice(AriaRole.RADIO, "The guideline leaves it open").check();
    jonas.dialog("Does it answer the question?").getByLabel("Why").fill("Whether two sentences answer a wish for one is written nowhere.");
    jonas.button("Settle it").click();
    assertThat(question).containsText("not counted: the guideline leaves it open");
  }

  private static void seesWhatTheRoundShows(Person jonas) {
    jonas.link("All rounds").click();
    sheet(jonas).getByRole(AriaRole.LINK, linked("Review \\d|Look after it")).click();
    tab(jonas, "What it shows").click();
    var table = jonas.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Question by question"));
    assertThat(table).containsText(Pattern.compile("\\d+% to \\d+%"));
    assertThat(jonas.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("What is taken for what: Is anything misleading or unsafe?")))
        .containsText("Standard");
    assertThat(jonas.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Who diverges"))).containsText("Amara");
    assertThat(jonas.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("What diverges"))).containsText("×");
    assertThat(jonas.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Gaps of the guideline found here")))
        .containsText("Whether two sentences answer a wish for one");
    assertThat(Browser.accessibilityFaults(jonas.page)).isEmpty();
  }

  private static void answersTheGapWithABreakingVersion(Person priya) {
    priya.openTab("Guideline");
    priya.link("Write the next version").click();
    tab(priya, "Doubts").click();
    var gap = priya.page.locator("li").filter(new Locator.FilterOptions().setHasText("Whether two sentences answer a wish for one"));
    assertThat(gap).containsText("Gap found in calibration");
    gap.getByRole(AriaRole.CHECKBOX).click();
    assertThat(gap.getByRole(AriaRole.CHECKBOX)).isChecked();
    tab(priya, "Text").click();
    var text = priya.field("Text of the guideline, in Markdown");
    text.fill(text.inputValue().replace("## Comparing", "Where a length was asked for, another length does not answer.\n\n## Comparing"));
    priya.button("Publish version 2").click();
    var dialog = priya.dialog("Publish version 2");
    priya.choice(AriaRole.RADIO, "Breaking").check();
    assertThat(dialog).containsText("A recalibration from “First calibration” is drafted for you to check and open.");
    assertThat(dialog).containsText("$10.50 for each person, whatever the outcome");
    assertThat(dialog).containsText(Pattern.compile("\\$[\\d.]+ altogether, reckoned for \\d+ (person|people) and \\d+ items"));
    dialog.getByLabel("What changed, and why").fill("A length that was asked for counts.");
    dialog.getByRole(AriaRole.BUTTON, named("Publish version 2")).click();
    priya.sees("Version 2 is in force.");
    priya.link("Open what was said").click();
    assertThat(priya.page.getByRole(AriaRole.MAIN)).containsText("Amara");
  }

  private static void checksTheDraftAndOpensIt(Person jonas) {
    jonas.page.reload();
    jonas.page.getByRole(AriaRole.BUTTON, starting("Messages, ")).click();
    jonas.page.getByText(Pattern.compile("A short recalibration from “First calibration” is drafted")).first().click();
    jonas.button("Add items").click();
    tab(jonas, "Written here").click();
    jonas.field("Prompt").fill("Is 7 a prime number?");
    jonas.field("Response A").fill("Yes: nothing but 1 and 7 divides it.");
    jonas.button("One more response").click();
    jonas.field("Response B").fill("No, it is odd.");
    jonas.button("Add it").click();
    var added = jonas.page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Item 4"));
    added.getByRole(AriaRole.BUTTON, named("Write the standard")).click();
    var dialog = jonas.dialog("The standard");
    dialog.getByRole(AriaRole.GROUP, named("Is it correct?, response A")).locator("input[value=yes]").check();
    dialog.getByRole(AriaRole.GROUP, named("Is it correct?, response B")).locator("input[value=no]").check();
    dialog.getByLabel("Why: Is it correct?").fill("Two primes are even or odd alike; only divisors count.");
    dialog.getByRole(AriaRole.BUTTON, named("Save the standard")).click();
    assertThat(added).not().containsText("no standard yet");
    jonas.button("Open it").click();
    jonas.button("Open the round").click();
    assertThat(tab(jonas, "Attempts")).isVisible();
  }

  private static void judgesThreeItemsAndWorks(Person maya) {
    maya.openProject(TrainerStoryTest.PROJECT);
    maya.link("Guideline first").click();
    maya.sees("A length that was asked for counts.");
    maya.button("I have read it; to the calibration").first().click();
    maya.sees(Pattern.compile("Paid tasks open once you have passed “First calibration”"));
    assertThat(sheet(maya).first()).containsText("Whoever passed an earlier version is asked 3 items only.");
    maya.button("Begin").last().click();
    maya.sees("0 of 3 answered");
    for (int item = 1; item <= 3; item++) {
      judge(maya, item, false);
      maya.sees("%d of 3 answered".formatted(item));
    }
    handIn(maya);
    assertThat(maya.page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("Passed"))).isVisible();
    maya.sees("$10.50 is in your earnings, whatever the outcome.");
    maya.page.navigate("/earnings");
    assertThat(maya.page.getByText("Calibration item: First calibration, paid")).hasCount(6);
    maya.openProject(TrainerStoryTest.PROJECT);
    maya.link("Work").first().click();
    assertThat(maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"))).containsText("0 of 5 answered");
  }

  /** By the standard, but for two things where the first attempt errs: the worse answer, and how much harm it does. */
  private static void judge(Person maya, int item, boolean errs) {
    var shown = maya.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Item " + item).setExact(true));
    assertThat(shown).isVisible();
    String text = shown.innerText();
    var of = STANDARD.entrySet().stream().filter(one -> text.contains(one.getKey())).findFirst().orElseThrow();
    var known = of.getValue();
    boolean betterFirst = shown.getByRole(AriaRole.REGION, named("A response")).innerText().contains(known.better());
    var answers = new HashMap<String, List<String>>();
    answers.put(betterFirst ? "A" : "B", known.ofBetter());
    boolean dough = errs && of.getKey().equals(DOUGH);
    answers.put(betterFirst ? "B" : "A", dough ? List.of("no", "yes", "yes", "yes") : known.ofOther());
    var form = maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your answers"));
    answers.forEach((response, said) -> {
      for (int question = 0; question < QUESTIONS.size(); question++) {
        form.getByRole(AriaRole.GROUP, named(QUESTIONS.get(question) + ", response " + response))
            .locator("input[value=" + said.get(question) + "]").check();
      }
    });
    form.getByRole(AriaRole.RADIO, named((betterFirst != dough ? "A" : "B") + " is slightly better")).check();
    maya.button("Answer and go on").click();
  }

  private static void handIn(Person maya) {
    maya.button("Hand in").click();
    maya.dialog("Hand in?").getByRole(AriaRole.BUTTON, named("Hand in")).click();
  }

  private static Locator sheet(Person person) {
    return person.page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(ROUND));
  }

  private static Locator question(Person person, String title) {
    return person.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(title).setExact(true));
  }

  private static Locator tab(Person person, String name) {
    return person.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions starting(String words) {
    return new Page.GetByRoleOptions().setName(Pattern.compile("^(?:" + words + ")"));
  }

  private static Locator.GetByRoleOptions linked(String words) {
    return new Locator.GetByRoleOptions().setName(Pattern.compile("^(?:" + words + ")"));
  }
}
