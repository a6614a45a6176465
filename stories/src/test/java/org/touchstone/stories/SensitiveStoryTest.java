package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Troubling content stays covered until somebody chooses to see it, and they may choose not to. */
@OnStage
class SensitiveStoryTest {

  private final Demonstration demonstration;

  SensitiveStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void aSensitiveTaskIsCoveredOpenedByAKeyAndCanBeRefusedForGood() throws Exception {
    var server = RunningTouchstone.withDemo();
    try {
      Databases.execute(server, "update task_task set sensitive = 'VIOLENCE'");
      var maya = new Person(demonstration.browser().person(server.address())).signIn(Demonstration.signIn(server, "maya"));
      var leased = maya.page.waitForResponse(answer -> answer.url().endsWith("/leases?ahead=true"),
          () -> maya.openProject(TrainerStoryTest.PROJECT).link("Work").first().click());
      var item = JsonMapper.shared().readTree(leased.text()).at("/lease/item");
      assertThat(item.path("prompt").asString()).as("the text before it is opened").isEmpty();
      assertThat(item.path("responses").size()).isZero();
      var form = maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"));
      maya.sees("This task is covered: Violence");
      assertThat(form).hasCount(0);
      assertThat(Browser.accessibilityFaults(maya.page)).isEmpty();

      maya.press("u");
      assertThat(form).containsText("0 of 5 answered");
      maya.page.reload();
      assertThat(form).containsText("0 of 5 answered");
      TrainerStoryTest.answerByKeys(maya);
      maya.press("Control+Enter");
      maya.sees("This task is covered: Violence");
      maya.sees("2 of at most 20");

      maya.button("No such tasks of this project").click();
      maya.sees("which you chose not to be shown");
      maya.link("Choose how much you want to see").click();
      var project = maya.choice(AriaRole.CHECKBOX, TrainerStoryTest.PROJECT);
      assertThat(project).not().isChecked();
      project.click();
      maya.button("Save the choice").click();
      maya.openProject(TrainerStoryTest.PROJECT).link("Work").first().click();
      maya.sees("This task is covered: Violence");
    } finally {
      server.stop();
    }
  }
}
