package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Work that asks for a language goes to those who speak it; who does not is told so, and the manager sees who came for nothing. */
@OnStage
class RoutingStoryTest {

  private final Demonstration demonstration;

  RoutingStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void whoeverCannotBeHandedTheWorkLearnsWhyAndWhoCanIsHandedIt() throws Exception {
    var server = RunningTouchstone.withDemo();
    try {
      var priya = new Person(demonstration.browser().person(server.address())).signIn(Demonstration.signIn(server, "priya"));
      priya.openProject(TrainerStoryTest.PROJECT).openTab("Routing");
      priya.button("New lane").click();
      priya.button("Make the lane").click();
      priya.field("Name").fill("Finnish");
      priya.button("Make the lane").click();
      priya.sees("A lane asks for something");
      priya.field("Language").fill("Finnish");
      priya.button("Make the lane").click();
      var lane = priya.page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Whoever speaks Finnish."));
      assertThat(lane).containsText("Finnish");
      priya.openTab("Items");
      priya.page.locator("main table tbody a").first().click();
      priya.button("Change how it is handed out").click();
      priya.field("Lane").selectOption("Finnish");
      priya.field("Due").fill("2020-01-31T12:00");
      priya.button("Save").click();
      priya.sees("due 31");
      Databases.execute(server, "update task_task set lane = 1");

      var maya = new Person(demonstration.browser().person(server.address())).signIn(Demonstration.signIn(server, "maya"));
      maya.openProject(TrainerStoryTest.PROJECT);
      maya.sees("Finnish not open to you yet");
      maya.sees("Say so in your profile, if it is true");
      org.assertj.core.api.Assertions.assertThat(Browser.accessibilityFaults(maya.page)).isEmpty();
      maya.page.navigate(maya.page.url().replaceFirst("/projects/([^/?]+).*", "/projects/$1/work"));
      maya.sees("“Finnish” asks for Finnish among your languages");

      priya.openTab("Routing");
      priya.sees("Work that nobody can be handed");
      assertThat(priya.page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Maya"))).containsText("what was left asked for something else");
      org.assertj.core.api.Assertions.assertThat(Browser.accessibilityFaults(priya.page)).isEmpty();

      maya.link("To your profile").click();
      var languages = maya.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Languages"));
      languages.fill("suomi");
      languages.press("Enter");
      maya.button("Save the profile").click();
      maya.sees("The profile is saved.");
      maya.openProject(TrainerStoryTest.PROJECT);
      maya.sees("Finnish open to you");
      maya.link("Work").first().click();
      assertThat(maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"))).isVisible();
      priya.page.reload();
      assertThat(priya.page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Whoever speaks Finnish."))).containsText("Finnish");
      assertThat(priya.page.getByText("Work that nobody can be handed")).hasCount(0);
    } finally {
      server.stop();
    }
  }
}
