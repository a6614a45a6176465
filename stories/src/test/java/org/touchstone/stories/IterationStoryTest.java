package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Jonas turns doubts into two small versions: one that asks nothing of Maya, and one that asks her to read. */
@OnStage
class IterationStoryTest {

  private static final String ADDED = "A rounded figure is correct where nobody asked for an exact one.";

  private final Demonstration demonstration;

  IterationStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void fromDoubtsToAnEditorialAndAClarifyingVersionAndBack() {
    try (var server = RunningTouchstone.withDemo()) {
      var maya = new Person(demonstration.browser().person(server.address())).signIn(Demonstration.signIn(server, "maya"));
      var jonas = new Person(demonstration.browser().person(server.address())).signIn(Demonstration.signIn(server, "jonas"));
      maya.openProject(TrainerStoryTest.PROJECT);
      maya.link("Work").first().click();
      assertThat(form(maya)).containsText("0 of 5 answered");

      looksWhereJudgesDiffer(jonas);
      publishes(jonas, 2, "Editorial", "Words");
      isAskedNothing(maya);

      picksADoubtAndSeesTheDraftBesideTheVersionInForce(jonas);
      publishes(jonas, 3, "Clarifying", "Rounded figures");
      isAskedToReadFirst(maya);

      findsTheWayBackToTheDoubt(jonas);
      comparesTheAgreementBeforeAndAfter(jonas);
    }
  }

  private static void looksWhereJudgesDiffer(Person jonas) {
    jonas.openProject(TrainerStoryTest.PROJECT).openTab("Quality");
    jonas.page.getByRole(AriaRole.LINK, starting("The judgments behind the agreement on Would someone trust it")).click();
    jonas.sees(Pattern.compile("\\d+ items answered by two people or more; on \\d+ of them they differ, the most divided first"));
    var divided = jonas.page.locator("main li").filter(new Locator.FilterOptions().setHasText("differ")).first();
    assertThat(divided).containsText(Pattern.compile("Maya|Leo|Amina|Sofia|Chen|Daniel"));
    assertThat(divided).containsText(Pattern.compile("Yes|Partly|No"));
    assertThat(Browser.accessibilityFaults(jonas.page)).isEmpty();
    divided.getByRole(AriaRole.LINK).click();
    assertThat(jonas.heading("Judgments")).isVisible();
  }

  /** The words under a heading change; which questions that heading explains is told before anybody is asked to read it. */
  private static void publishes(Person jonas, int version, String effect, String heading) {
    jonas.openTab("Guideline");
    jonas.link("Write the next version").click();
    tab(jonas, "Text").click();
    var text = jonas.field("Text of the guideline, in Markdown");
    text.fill(text.inputValue().replace("## The four questions", "## The four questions\n\n" + (version == 2 ? "Take them one by one." : ADDED)));
    if (version == 3) {
      tab(jonas, "Changes").click();
      assertThat(jonas.page.locator(".mark-added").filter(new Locator.FilterOptions().setHasText("rounded figure")).first()).isVisible();
      jonas.sees("All questions are the same.");
      assertThat(Browser.accessibilityFaults(jonas.page)).isEmpty();
    }
    jonas.button("Publish version " + version).click();
    var dialog = jonas.dialog("Publish version " + version);
    assertThat(row(dialog, "Is it correct?")).containsText("Its text changed");
    assertThat(row(dialog, "Is it correct?")).containsText(Pattern.compile("\\d+"));
    jonas.choice(AriaRole.RADIO, effect).check();
    assertThat(dialog).containsText("Nothing is judged again");
    dialog.getByLabel("What changed, and why").fill(heading + " made plainer.");
    assertThat(Browser.accessibilityFaults(jonas.page)).isEmpty();
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Publish version " + version)).click();
    jonas.sees("Version %d is in force.".formatted(version));
  }

  private static void isAskedNothing(Person maya) {
    TrainerStoryTest.answerByKeys(maya);
    maya.press("Control+Enter");
    assertThat(maya.page.getByText("Submitted. Here is the next task.")).isAttached();
    assertThat(form(maya)).containsText("0 of 5 answered");
    maya.page.getByRole(AriaRole.BUTTON, starting("Messages, ")).click();
    maya.sees(Pattern.compile("is now at version 2: Words made plainer\\. Only the wording changed: nothing is asked of you"));
    maya.press("Escape");
    maya.press("g");
    assertThat(maya.dialog("Guideline, version 2")).containsText("Take them one by one.");
    maya.press("Escape");
  }

  private static void picksADoubtAndSeesTheDraftBesideTheVersionInForce(Person jonas) {
    jonas.openTab("Guideline");
    jonas.link("Write the next version").click();
    tab(jonas, "Doubts").click();
    var doubt = doubt(jonas);
    assertThat(doubt).containsText("Low agreement");
    doubt.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("See where they differ")).click();
    assertThat(jonas.page.getByRole(AriaRole.HEADING, starting("Behind the agreement: "))).isVisible();
    jonas.page.goBack();
    tab(jonas, "Doubts").click();
    doubt(jonas).getByRole(AriaRole.CHECKBOX).click();
    assertThat(doubt(jonas).getByRole(AriaRole.CHECKBOX)).isChecked();
  }

  private static void isAskedToReadFirst(Person maya) {
    TrainerStoryTest.answerByKeys(maya);
    maya.press("Control+Enter");
    maya.link("Read the guideline").click();
    maya.sees("Rounded figures made plainer.");
    maya.sees(ADDED);
    maya.button("I have read it; to work").first().click();
    assertThat(form(maya)).containsText("0 of 5 answered");
  }

  private static void findsTheWayBackToTheDoubt(Person jonas) {
    jonas.openTab("Guideline");
    assertThat(jonas.heading("What led to this version")).isVisible();
    jonas.link("See where they differ").click();
    jonas.sees("Judgments before version 3 of the guideline");
    jonas.sees(Pattern.compile("\\d+ items answered by two people or more"));
  }

  private static void comparesTheAgreementBeforeAndAfter(Person jonas) {
    jonas.openTab("Quality");
    var versions = jonas.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Agreement by guideline version"));
    assertThat(versions).containsText("Version 1");
    assertThat(versions).containsText("Version 2");
    versions.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("on “Is it correct\\?” under version 1"))).click();
    jonas.sees("Judgments under version 1 of the guideline only");
  }

  private static Locator doubt(Person person) {
    return person.page.locator("li").filter(new Locator.FilterOptions().setHasText("Judges differ on")).first();
  }

  private static Locator row(Locator dialog, String title) {
    return dialog.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(title));
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
