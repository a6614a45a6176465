package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
  static final List<String> PROJECTS = List.of(TrainerStoryTest.PROJECT, "Best of several answers");

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
      PROJECTS.forEach(project -> asksForIt(priya, project, TITLE));
      PROJECTS.forEach(project -> {
        isLedToIt(maya, project, TITLE);
        assertThat(sheet(maya)).containsText("There are 2 attempts, the next at once.");
      });

      missesAndSeesWhatAndWhy(maya);
      decides(priya);
      passesAtTheSecondAttempt(maya);
      PROJECTS.forEach(project -> works(maya, project));
    }
  }

  private static void makesTheAssessment(Person priya) {
    priya.page.navigate("/assessments");
    priya.button("New assessment").first().click();
    var dialog = priya.dialog("New assessment");
    dialog.getByLabel("Title").fill(TITLE);
    dialog.getByRole(AriaRole.COMBOBOX, named("What it assesses")).click();
    priya.page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("accuracy")).click();
    dialog.getByLabel("Agreement to reach").fill("100");
    dialog.getByLabel("Attempts", new Locator.GetByLabelOptions().setExact(true)).fill("2");
    dialog.getByLabel("Hours between attempts").fill("0");
    assertThat(dialog).containsText("You pass with 100% agreement with the standard over all questions. There are 2 attempts, the next at once.");
    dialog.getByRole(AriaRole.BUTTON, named("Make it and add items")).click();
    priya.button("Add items").click();
    priya.field("Prompt").fill("What is 7 times 8?");
    priya.field("Response A").fill(RIGHT);
    priya.button("One more response").click();
    priya.field("Response B").fill("7 times 8 is 54.");
    priya.button("Add it").click();
    priya.button("Write the standard").click();
    var standard = priya.dialog("The standard");
    standard.getByRole(AriaRole.GROUP, named("Is it accurate?, response A")).locator("input[value=yes]").check();
    standard.getByRole(AriaRole.GROUP, named("Is it accurate?, response B")).locator("input[value=no]").check();
    standard.getByLabel("Why: Is it accurate?").fill("7 times 8 is 56: 7 times 7 is 49, and 7 more.");
    standard.getByRole(AriaRole.BUTTON, named("Save the standard")).click();
    priya.button("Open it").click();
    assertThat(priya.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Attempts"))).isVisible();
  }

  static void asksForIt(Person priya, String project, String title) {
    priya.openProject(project).openTab("Calibration");
    var asked = priya.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Assessments asked before paid work"));
    asked.getByText("Everybody", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(priya.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Assessments this project asks for"))).containsText(title);
  }

  static void isLedToIt(Person maya, String project, String title) {
    maya.openProject(project);
    assertThat(maya.link("Work")).hasCount(0);
    maya.sees("Paid tasks open once you have passed “" + title + "”");
    maya.link("Calibration first").click();
    assertThat(sheet(maya, title)).containsText("required for paid work");
  }

  private static void missesAndSeesWhatAndWhy(Person maya) {
    sheet(maya).getByRole(AriaRole.BUTTON, named("Begin")).click();
    answers(maya, "yes", "yes");
    maya.sees("A person looks at it before anything is decided");
    var question = maya.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Is it accurate?").setExact(true));
    assertThat(question).containsText("agrees to 50%");
    assertThat(question).containsText("7 times 8 is 56: 7 times 7 is 49, and 7 more.");
    assertThat(Browser.accessibilityFaults(maya.page)).isEmpty();
  }

  private static void decides(Person priya) {
    priya.page.navigate("/assessments");
    priya.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Review 1")).click();
    priya.link("Maya, attempt 1").click();
    priya.field("Your reason").fill("One sum was taken on trust: do each one yourself.");
    priya.button("Decide").click();
    priya.sees("Not passed this time");
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

  static void works(Person maya, String project) {
    maya.openProject(project);
    maya.link("Work").first().click();
    assertThat(maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"))).isVisible();
  }

  private static void answers(Person maya, String ofA, String ofB) {
    var form = maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your answers"));
    form.getByRole(AriaRole.GROUP, named("Is it accurate?, response A")).locator("input[value=" + ofA + "]").check();
    form.getByRole(AriaRole.GROUP, named("Is it accurate?, response B")).locator("input[value=" + ofB + "]").check();
    maya.button("Answer and go on").click();
    maya.button("Hand in").click();
    maya.dialog("Hand in?").getByRole(AriaRole.BUTTON, named("Hand in")).click();
  }

  private static Locator sheet(Person person) {
    return sheet(person, TITLE);
  }

  static Locator sheet(Person person, String title) {
    return person.page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(title));
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
