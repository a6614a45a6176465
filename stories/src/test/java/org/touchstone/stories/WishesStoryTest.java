package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What users of other tools beg for and people do in a browser, told in docs/reference/what-users-asked-for.md: work goes
 * back to its author, a person's share is set, work is shared out by name, a figure opens, nobody is removed without a word.
 */
@OnStage
class WishesStoryTest {

  private static final String WRITTEN = "Where two answers differ only in tone, prefer the shorter one.";
  private static final Pattern ENDS_SO = Pattern.compile("prefer the shorter one\\.$");
  private static final Path PICTURES = Path.of("target", "wishes");
  private static RunningTouchstone server;

  private final Demonstration demonstration;

  WishesStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @BeforeAll
  static void aServerOfItsOwn() {
    server = RunningTouchstone.withDemo();
  }

  @AfterAll
  static void ends() {
    server.stop();
  }

  @Test
  void aGuidelineWrittenWhileTheNetworkWasAwayIsThereAfterTheTabWasClosedAndForOthersOnceItIsBack() {
    var priya = person("priya");
    priya.openProject(TrainerStoryTest.PROJECT);
    String editor = priya.page.url() + "/guideline/edit";
    priya.page.navigate(editor);
    text(priya.page).press("Control+End");
    assertThat(priya.page.getByText("Everything is saved.")).isVisible();
    priya.page.context().setOffline(true);
    text(priya.page).pressSequentially(" " + WRITTEN);
    priya.sees("Not saved on the server yet; kept in this browser and tried again.");
    priya.photograph(PICTURES.resolve("guideline-offline.png"));
    var later = priya.page.context().newPage();
    priya.page.close();

    priya.page.context().setOffline(false);
    later.navigate(editor);

    assertThat(text(later)).hasValue(ENDS_SO);
    assertThat(later.getByText("Everything is saved.")).isVisible();
    var elsewhere = person("priya");
    elsewhere.page.navigate(editor);
    assertThat(text(elsewhere.page)).hasValue(ENDS_SO);
  }

  private static Locator text(Page editor) {
    editor.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Text")).click();
    return editor.getByLabel("Text of the guideline, in Markdown");
  }

  @Test
  void workGoesBackToItsAuthorAndComesBackWithEveryNoteKept() {
    var maya = person("maya");
    maya.openProject(TrainerStoryTest.PROJECT).link("Work").first().click();
    assertThat(maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"))).containsText("0 of 5 answered");
    TrainerStoryTest.answerByKeys(maya);
    maya.press("Control+Enter");
    assertThat(maya.page.getByText("Submitted. Here is the next task.")).isAttached();
    maya.page.navigate(maya.page.url().replace("/work", "/record"));
    var mine = maya.page.locator("section[aria-labelledby=judgments] li").first();
    String prompt = mine.getByRole(AriaRole.LINK).first().innerText();
    mine.getByRole(AriaRole.LINK).first().click();
    assertThat(maya.heading("A judgment of yours")).isVisible();
    maya.photograph(PICTURES.resolve("own-task.png"));

    var jonas = person("jonas");
    jonas.openProject(TrainerStoryTest.PROJECT).openTab("Items");
    jonas.page.getByRole(AriaRole.TEXTBOX).first().fill(prompt.substring(0, Math.min(40, prompt.length())));
    assertThat(jonas.page.locator("main tbody tr")).hasCount(1);
    jonas.page.locator("main tbody tr a").first().click();
    jonas.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Give Maya’s judgment back")).click();
    jonas.field("What should be looked at again?").fill("Look at the second answer again, please: is its date right?");
    jonas.photograph(PICTURES.resolve("give-back.png"));
    jonas.dialog("Give this judgment back to Maya?").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Give back")).click();
    jonas.sees("Given back by Jonas");

    maya.link("Back to my work").click();
    maya.sees("Given back by Jonas");
    maya.sees("is its date right?");
    maya.photograph(PICTURES.resolve("returned.png"));
    maya.page.locator("section[aria-labelledby=judgments] li").filter(new Locator.FilterOptions().setHasText("is its date right?"))
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Revise")).click();
    maya.sees("What is to be looked at again");
    maya.field("Note to the reviewer").fill("The date is right: it is in the almanac.");
    maya.button("Submit the revision").click();
    assertThat(maya.heading("Judgments")).isVisible();

    jonas.page.reload();
    jonas.sees("The date is right: it is in the almanac.");
    jonas.sees("is its date right?");
    jonas.photograph(PICTURES.resolve("rounds.png"));
  }

  @Test
  void aFigureOfAgreementOpensToTheJudgmentsBehindIt() {
    var jonas = person("jonas");
    jonas.openProject(TrainerStoryTest.PROJECT).openTab("Quality");
    jonas.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^The judgments behind"))).first().click();
    assertThat(jonas.page.locator("main li").first()).containsText("differ");
    assertThat(jonas.page.getByRole(AriaRole.MAIN)).containsText("Maya");
    jonas.photograph(PICTURES.resolve("behind.png"));
    jonas.page.locator("main li a").first().click();
    assertThat(jonas.heading("Judgments")).isVisible();
  }

  @Test
  void aPersonsShareIsSetWorkIsSharedOutByNameAndMoreJudgmentsAreAskedOfWhatIsHere() {
    var priya = person("priya");
    priya.openProject("Best of several answers");
    String project = priya.page.url();
    priya.page.navigate(project + "/settings");
    priya.field("Tasks for one person at most").fill("7");
    priya.field("Judgments wanted per item").fill("4");
    priya.choice(AriaRole.CHECKBOX, "For the items that are here too").check();
    priya.photograph(PICTURES.resolve("share-settings.png"));
    priya.button("Save the settings").click();
    priya.sees("The settings are saved.");
    priya.page.navigate(project + "/items");
    assertThat(priya.page.locator("main tbody tr").first()).containsText("of 4");

    priya.page.navigate(project + "/settings");
    assertThat(priya.field("Tasks for one person at most")).hasValue("7");
    var before = person("maya");
    before.page.navigate(project);
    assertThat(before.page.getByRole(AriaRole.MAIN)).containsText("At most 7 tasks for one person.");
    priya.choice(AriaRole.RADIO, "Assigned only").check();
    priya.button("Save the settings").click();
    priya.sees("The settings are saved.");
    priya.page.navigate(project + "/routing");
    priya.page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Assign to Maya")).check();
    priya.field("For each of those chosen").fill("2");
    priya.photograph(PICTURES.resolve("assign.png"));
    priya.button("Assign").click();
    priya.sees("2 tasks assigned.");
    var maya = person("maya");
    maya.page.navigate(project + "/work");
    assertThat(maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"))).isVisible();
  }

  @Test
  void nobodyIsRestrictedWithoutAReasonANameAndADoor() {
    var priya = person("priya");
    priya.openProject("Best of several answers").openTab("People");
    priya.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Restrict Sofie"))).click();
    priya.field("Reason").fill("The reasons of ten judgments are one text.");
    priya.field("What it rests on").fill("Ten judgments of last Tuesday.");
    priya.photograph(PICTURES.resolve("restrict.png"));
    priya.button("Restrict").click();
    assertThat(priya.page.locator("main tbody tr").filter(new Locator.FilterOptions().setHasText("Sofie"))).containsText("restricted");

    var sofie = new Person(demonstration.browser().person(server.address()));
    priya.page.navigate("/accounts");
    priya.button("Link to a new password for Sofie").click();
    priya.button("Make the link").click();
    sofie.page.navigate(priya.field("The link").inputValue());
    sofie.field("New password").fill("three plain words");
    sofie.button("Set the password and sign in").click();
    assertThat(sofie.page.getByRole(AriaRole.BANNER)).isVisible();
    sofie.openProject("Best of several answers").openTab("My work");
    sofie.sees("The reasons of ten judgments are one text.");
    sofie.sees("Ten judgments of last Tuesday.");
    sofie.sees("Decided by Priya");
    sofie.sees("What you earned until then stays yours.");
    assertThat(sofie.button("Appeal")).isVisible();
    sofie.photograph(PICTURES.resolve("restricted.png"));
    assertThat(sofie.page.getByText("missed a known answer")).hasCount(0);
  }

  private Person person(String name) {
    return new Person(demonstration.browser().person(server.address())).signIn(Demonstration.signIn(server, name));
  }
}
