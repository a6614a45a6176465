package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that reaches a trainer's browser tells a task with a known answer from any other. */
@OnStage
class UnseenGoldStoryTest {

  private static final List<String> SECRETS = List.of("aurora-2", "basalt-small", "cedar-7b", "dune-chat",
      "ember-mini", "externalId",
      "itemId", "taskId", "\"gold\"", "\"model", "\"demo-0");

  private final Demonstration demonstration;

  UnseenGoldStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void aTrainersBrowserReceivesNoModelNoGoldAndNoIdOfAnItem() {
    var received = new ArrayList<String>();
    var maya = demonstration.visitor(ColorScheme.LIGHT);
    maya.page.route("**/api/v1/**", route -> {
      var response = route.fetch();
      // Her own standing names its three measures, of all her work together; that is no mark on a task.
      if (!response.url().endsWith("/standing/mine")) {
        received.add(response.url() + " " + response.text());
      }
      route.fulfill(new Route.FulfillOptions().setResponse(response));
    });
    maya.signIn(demonstration.signIn("maya")).openProject(TrainerStoryTest.PROJECT);
    maya.link("Work").first().click();
    var form = maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"));
    for (int task = 0; task < 3; task++) {
      assertThat(form).isVisible();
      TrainerStoryTest.answerByKeys(maya);
      maya.press("Control+Enter");
      assertThat(form).containsText("0 of 5 answered");
    }
    maya.openProject(TrainerStoryTest.PROJECT).openTab("Guideline");
    maya.openTab("My work");
    assertThat(maya.heading("Judgments")).isVisible();
    maya.page.navigate("/earnings");
    assertThat(maya.heading("Entries")).isVisible();

    assertThat(received).hasSizeGreaterThan(10).anyMatch(one -> one.contains("\"lease\":{"));
    for (String secret : SECRETS) {
      assertThat(received).as(secret).noneMatch(one -> one.contains(secret));
    }
  }
}
