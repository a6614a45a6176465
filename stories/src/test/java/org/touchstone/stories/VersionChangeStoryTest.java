package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Priya publishes a breaking version while Maya holds a task: nothing is lost, and everybody knows what changed. */
@OnStage
class VersionChangeStoryTest {

  private static final String NOTE = "An answer with one wrong claim is wrong.";

  private final Demonstration demonstration;

  VersionChangeStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void aBreakingVersionComesWhileATaskIsHeld() {
    try (var server = RunningTouchstone.withDemo()) {
      var maya = new Person(demonstration.browser().person(server.address()))
          .signIn(Demonstration.signIn(server, "maya"));
      var priya = new Person(demonstration.browser().person(server.address()))
          .signIn(Demonstration.signIn(server, "priya"));
      takesATask(maya);

      changesTheGuideline(priya);
      seesTheImpactAndPublishes(priya);

      finishesUnderTheVersionItWasTakenWith(maya);
      readsWhatChangedAndAcknowledges(maya);
      worksUnderTheNewVersion(maya);
      seesUnderWhichVersionEachWasJudged(maya);

      ordersTheRecheck(priya);
    }
  }

  private static void takesATask(Person maya) {
    maya.openProject(TrainerStoryTest.PROJECT);
    maya.link("Work").first().click();
    assertThat(form(maya)).containsText("0 of 5 answered");
  }

  private static void changesTheGuideline(Person priya) {
    priya.openProject(TrainerStoryTest.PROJECT).openTab("Guideline");
    priya.link("Write the next version").click();
    priya.page.getByRole(AriaRole.BUTTON, starting("1\\. Is it correct\\?")).click();
    priya.field("Question").fill("Is every claim correct?");
    tab(priya, "Text").click();
    var text = priya.field("Text of the guideline, in Markdown");
    text.fill(text.inputValue() + "\n\n## Claims\n\nOne wrong claim makes the answer wrong.\n");
    tab(priya, "Doubts").click();
    priya.sees("Tick what this version answers");
  }

  private static void seesTheImpactAndPublishes(Person priya) {
    priya.button("Publish version 2").click();
    var dialog = priya.dialog("Publish version 2");
    assertThat(dialog)
        .containsText("1 task is with somebody just now and finishes under the version it was taken with.");
    assertThat(dialog.getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText("Is every claim correct?"))).containsText("Changed");
    dialog.getByLabel("What changed, and why").fill(NOTE);
    assertThat(Browser.accessibilityFaults(priya.page)).isEmpty();
    priya.choice(AriaRole.RADIO, "Breaking").check();
    assertThat(dialog).containsText(Pattern.compile(
        "Judging everything again afterwards would be \\d+ judgments of \\d+ items: [A-Z]*\\$[\\d.,]+"));
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Publish version 2")).click();
    priya.sees("Version 2 is in force.");
  }

  private static void finishesUnderTheVersionItWasTakenWith(Person maya) {
    assertThat(form(maya)).containsText("Is it correct?");
    TrainerStoryTest.answerByKeys(maya);
    maya.press("Control+Enter");
    assertThat(maya.link("Read the guideline")).isVisible();
    maya.page.getByRole(AriaRole.BUTTON, starting("Messages, ")).click();
    maya.sees(Pattern.compile("is now at version 2: An answer with one wrong claim"));
    maya.press("Escape");
  }

  private static void readsWhatChangedAndAcknowledges(Person maya) {
    maya.link("Read the guideline").click();
    maya.link("See what changed since version 1").click();
    assertThat(maya.heading("What changed")).isVisible();
    maya.sees(NOTE);
    assertThat(maya.page.locator("ins", new Page.LocatorOptions().setHasText("every")).first()).isVisible();
    assertThat(maya.page.locator(".mark-added")
        .filter(new Locator.FilterOptions().setHasText("One wrong claim makes")).first()).isVisible();
    assertThat(Browser.accessibilityFaults(maya.page)).isEmpty();
    maya.link("Read version 2").click();
    maya.button("I have read it; to work").first().click();
  }

  private static void worksUnderTheNewVersion(Person maya) {
    assertThat(form(maya)).containsText("Is every claim correct?");
    maya.press("g");
    var drawer = maya.dialog("Guideline, version 2");
    assertThat(drawer.getByRole(AriaRole.REGION,
        new Locator.GetByRoleOptions().setName("What the guideline says about it"))).containsText("The four questions");
    maya.press("Escape");
    maya.press("i");
    assertThat(drawer.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName("Examples")))
        .hasAttribute("aria-selected", "true");
    maya.press("i");
    TrainerStoryTest.answerByKeys(maya);
    maya.press("Control+Enter");
    assertThat(maya.page.getByText("Submitted. Here is the next task.")).isAttached();
  }

  private static void seesUnderWhichVersionEachWasJudged(Person maya) {
    maya.openProject(TrainerStoryTest.PROJECT).openTab("My work");
    var judgments = maya.page.locator("section[aria-labelledby=judgments] li");
    assertThat(judgments.nth(0)).containsText("guideline 2");
    assertThat(judgments.nth(1)).containsText("guideline 1");
  }

  private static void ordersTheRecheck(Person priya) {
    priya.openTab("Guideline");
    var recheck = priya.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Recheck"));
    assertThat(recheck).containsText(Pattern.compile("[A-Z]*\\$[\\d.,]+ for \\d+ judgments of \\d+ items"));
    priya.button("Order the recheck").click();
    priya.dialog("Order the recheck?")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Order it")).click();
    priya.sees(Pattern.compile("\\d+ items went back to the queue"));
    assertThat(recheck).containsText(Pattern.compile("Everything, under version 2: \\d+ items"));
    assertThat(Browser.accessibilityFaults(priya.page)).isEmpty();
    priya.button("All of them still hold").click();
    priya.page.getByRole(AriaRole.BUTTON, starting("Confirm all \\d+")).click();
    priya.sees(Pattern.compile("\\d+ known answers count again"));
  }

  private static Locator form(Person person) {
    return person.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"));
  }

  private static Locator tab(Person person, String name) {
    return person.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByRoleOptions starting(String words) {
    return new Page.GetByRoleOptions().setName(Pattern.compile("^" + words));
  }
}
