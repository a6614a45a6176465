package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A judgment is rejected, its author objects, and somebody else decides; a project rests, opens again, and another ends. */
@OnStage
class ObjectionStoryTest {

  private static final String PROJECT = "Best of several answers";
  private static final String REJECTION = "The order leaves out what the guideline says about safety.";
  private static final String OBJECTION = "The guideline asks for the most helpful answer, and that is what I put on top.";
  private static final String ANSWER = "Maya is right: nothing in the guideline puts safety above help here.";

  private final Demonstration demonstration;

  ObjectionStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void aRejectionIsDisputedAndAnsweredBySomebodyElse() {
    var jonas = demonstration.person("jonas");
    jonas.openProject(PROJECT).openTab("Cases");
    openCase(jonas, "Disagreement");
    assertThat(jonas.page.getByText("no clear answer").first()).isVisible();
    jonas.page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("Outcome for Maya"))
        .getByText("Reject").click();
    jonas.field("Why Maya’s judgment is rejected").fill(REJECTION);
    jonas.field("Clause that Maya’s judgment does not follow").selectOption("Ranking");
    jonas.field("Reason").fill("The orders differ and no verdict is needed on the rest.");
    decide(jonas);

    var maya = demonstration.person("maya");
    maya.openProject(PROJECT).openTab("My work");
    maya.sees(REJECTION);
    assertThat(maya.link("Ranking").first()).isVisible();
    maya.button("Dispute this").click();
    maya.field("Why is the rejection wrong?").fill(OBJECTION);
    maya.button("Send").click();
    maya.sees("Your dispute is open");

    var priya = demonstration.person("priya");
    priya.openProject(PROJECT).openTab("Cases");
    openCase(priya, "Dispute");
    priya.sees(OBJECTION);
    priya.choice(AriaRole.RADIO, "Uphold").check();
    priya.field("Reason").fill(ANSWER);
    decide(priya);

    maya.page.reload();
    maya.sees("Your dispute was upheld.");
    maya.sees(ANSWER);
  }

  @Test
  void aProjectRestsAndOpensAgainAndOneThatIsNotWantedEnds() {
    var priya = demonstration.person("priya");
    priya.openProject(PROJECT).openTab("Settings");
    priya.button("Pause").click();
    priya.sees("The project is listed, but no new task is handed out.");
    var maya = demonstration.person("maya");
    maya.openProject(PROJECT);
    maya.sees("This project is paused.");
    priya.button("Open again").click();
    priya.sees("The project is listed and work is handed out.");

    priya.page.navigate("/projects/new");
    priya.field("Name").fill("A thought that came to nothing");
    priya.field("Field").fill("general");
    priya.field("Summary").fill("Nobody will ever see this.");
    priya.button("Create and write the guideline").click();
    priya.openTab("Settings");
    priya.button("Close for good").click();
    priya.dialog("Close A thought that came to nothing?")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close for good")).click();
    priya.sees("Closed for good.");
  }

  @Test
  void whoForgotTheirPasswordIsLetInAgainByTheOwner() {
    var priya = demonstration.person("priya");
    priya.page.navigate("/accounts");
    priya.button("Link to a new password for Sofie").click();
    priya.button("Make the link").click();
    String link = priya.field("The link").inputValue();

    var sofie = demonstration.visitor(ColorScheme.LIGHT);
    sofie.page.navigate(link);
    sofie.sees("Choose a new password");
    sofie.field("New password").fill("three plain words");
    sofie.button("Set the password and sign in").click();
    assertThat(sofie.page.getByRole(AriaRole.BANNER)).isVisible();
    sofie.page.navigate(link);
    sofie.sees("This link no longer holds");
  }

  private static void openCase(Person person, String kind) {
    person.page.locator("main tbody tr").filter(new Locator.FilterOptions().setHasText(kind))
        .getByRole(AriaRole.LINK).first().click();
  }

  private static void decide(Person person) {
    person.page.getByRole(AriaRole.BUTTON,
        new Page.GetByRoleOptions().setName(Pattern.compile("^Decide( and open the next)?$"))).click();
    person.sees("Decided. The people concerned are told.");
  }
}
