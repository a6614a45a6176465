package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A gate restricts somebody; they are told why, object, and a person lets them in again. */
@OnStage
class AppealStoryTest {

  private static final String PROJECT = TrainerStoryTest.PROJECT;
  private static final String OBJECTION = "I took the scale of the third question the wrong way round, and only there.";
  private static final String ANSWER = "The third question explains it badly; the rest of your work was sound.";
  private static final int MOST_TASKS = 16;

  private final Demonstration demonstration;

  AppealStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void whoIsRestrictedIsToldWhyObjectsAndIsLetInAgain() throws Exception {
    var server = RunningTouchstone.withDemo();
    try {
      var priya = at(server, "priya").openProject(PROJECT).openTab("Settings");
      priya.field("Gold rate").fill("100");
      priya.button("Save the settings").click();
      priya.sees("The settings are saved.");
      priya.choice(AriaRole.SWITCH, "Measured quality may restrict people for a time").setChecked(true);
      priya.field("The line in percent").fill("99");
      priya.field("Least number of answers").fill("5");
      priya.button("Save the gate").click();
      priya.sees("The gate is saved.");

      var maya = at(server, "maya");
      judgeUntilRestricted(maya);
      maya.openProject(PROJECT).openTab("My work");
      maya.sees("You were restricted from this project");
      maya.sees(Pattern.compile("the whole interval, .* lies below 99"));
      maya.sees("What you earned until then stays yours.");
      maya.button("Appeal").click();
      maya.field("Why should the decision fall?").fill(OBJECTION);
      maya.button("Send the appeal").click();
      maya.sees("It is open and answered");

      var jonas = at(server, "jonas").openProject(PROJECT).openTab("Cases");
      jonas.page.locator("main tbody tr").filter(new Locator.FilterOptions().setHasText("Appeal")).getByRole(AriaRole.LINK).first().click();
      jonas.sees(OBJECTION);
      jonas.choice(AriaRole.RADIO, "Uphold").check();
      jonas.field("Reason").fill(ANSWER);
      jonas.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Decide( and open the next)?$"))).click();
      jonas.sees("Decided. The people concerned are told.");

      maya.page.reload();
      maya.sees("It was upheld.");
      maya.sees(ANSWER);
      maya.sees("You may work here again");
      maya.link("Work").first().click();
      assertThat(maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"))).isVisible();
    } finally {
      server.stop();
    }
  }

  private Person at(RunningTouchstone server, String name) {
    return new Person(demonstration.browser().person(server.address())).signIn(Demonstration.signIn(server, name));
  }

  /** Everything is answered upside down, so that the known answers are missed. */
  private static void judgeUntilRestricted(Person maya) {
    maya.openProject(PROJECT).link("Work").first().click();
    var form = maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"));
    var restricted = maya.page.getByText("Your access is restricted until").first();
    boolean goesOn = true;
    for (int task = 0; task < MOST_TASKS && goesOn; task++) {
      assertThat(form).containsText("0 of 5 answered");
      maya.press("3", "3", "3", "3", "1", "1", "3", "3", "4");
      assertThat(form).containsText("5 of 5 answered");
      // The next task is there before the answer, so it is the answer that tells whether there is one.
      var taken = maya.page.waitForResponse(response -> response.url().contains("/judgment?next=true"), () -> maya.press("Control+Enter"));
      goesOn = JsonParser.parseString(taken.text()).getAsJsonObject().getAsJsonObject("next").get("lease").isJsonObject();
    }
    assertThat(restricted).isVisible();
  }
}
