package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What a trainer typed outlives the server it was typed for. */
@OnStage
class DraftStoryTest {

  private static final String TYPED = "The first answer gives the dose for adults to a child.";
  private static final String NOTED = "The second source is the better one.";
  private static final String PASSED = "My train leaves before I am through.";
  private static final String FLAGGED = "Nothing is said about leap years.";

  private final Demonstration demonstration;

  DraftStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void aDraftSurvivesAKilledServerAndIsThereOnAnotherDeviceToo() {
    var server = RunningTouchstone.withDemo();
    try {
      var maya = new Person(demonstration.browser().person(server.address()));
      var signIn = Demonstration.signIn(server, "maya");
      maya.signIn(signIn).openProject(TrainerStoryTest.PROJECT).link("Work").first().click();
      assertThat(form(maya)).containsText("0 of 5 answered");
      String work = maya.page.url();

      server.kill();
      maya.field("Anything else?").fill(TYPED);
      TrainerStoryTest.answerByKeys(leaveTheField(maya));
      assertThat(form(maya)).containsText("6 of 6 answered");
      maya.button("Note to the reviewer").click();
      note(maya).fill(NOTED);
      maya.press("Escape", "f", "2");
      maya.field("Say it in a sentence").fill(FLAGGED);
      maya.button("Back to the task").click();
      maya.press("s", "4");
      maya.field("In a few words").fill(PASSED);
      maya.button("Back to the task").click();
      assertThat(form(maya)).containsText("Kept on this device");

      server = server.again();
      assertThat(form(maya)).containsText("Saved");
      var onThePhone = new Person(demonstration.browser().personWithPhone(server.address())).signIn(signIn);
      onThePhone.page.navigate(work);
      assertThat(onThePhone.field("Anything else?")).hasValue(TYPED);
      assertThat(form(onThePhone)).containsText("6 of 6 answered");
      assertThat(note(onThePhone)).hasValue(NOTED);
      onThePhone.button("More actions").click();
      onThePhone.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Flag a problem")).click();
      assertThat(onThePhone.field("Say it in a sentence")).hasValue(FLAGGED);
      assertThat(onThePhone.choice(AriaRole.RADIO, "Guideline gap")).isChecked();
      onThePhone.button("Back to the task").click();
      onThePhone.button("More actions").click();
      onThePhone.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Skip with a reason")).click();
      assertThat(onThePhone.field("In a few words")).hasValue(PASSED);
      maya.press("Control+Enter");
      assertThat(form(maya)).containsText("0 of 5 answered");
    } finally {
      server.stop();
    }
  }

  private static Locator note(Person person) {
    return person.page.locator("[data-field=note]");
  }

  private static Locator form(Person person) {
    return person.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"));
  }

  /** Out of the text field and up to the first question again. */
  private static Person leaveTheField(Person person) {
    person.press("Escape");
    for (int i = 0; i < 12; i++) {
      person.press("k");
    }
    return person;
  }
}
