package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A calibration from both sides: Maya judges blind and objects, Jonas corrects the standard, and everybody is told. */
@OnStage
class CalibrationStoryTest {

  private static final String[] TABLE = {"Is it correct?", "Does it answer the question?",
      "Is anything misleading or unsafe?", "Would someone trust it?"};

  private final Demonstration demonstration;

  CalibrationStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void judgedBlindTalkedOverAndDecidedByTheRule() {
    var maya = demonstration.person("maya");
    maya.openProject(TrainerStoryTest.PROJECT).openTab("Calibration");
    var sheet = maya.page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("First calibration"));
    assertThat(sheet).containsText("You pass with 90% agreement with the standard over all questions.");
    assertThat(sheet).containsText("whatever the outcome");
    sheet.getByRole(AriaRole.BUTTON, named("Begin")).click();
    for (int item = 1; item <= 3; item++) {
      var form = maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your answers"));
      assertThat(maya.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Item " + item).setExact(true)))
          .isVisible();
      if (item == 1) {
        for (String question : TABLE) {
          for (String response : new String[] {"A", "B"}) {
            form.getByRole(AriaRole.GROUP, named(question + ", response " + response)).locator("input[value=yes]").check();
          }
        }
        form.getByRole(AriaRole.RADIO, named("A is slightly better")).check();
        maya.button("Answer and go on").click();
      } else {
        "11111111".chars().forEach(key -> maya.page.keyboard().press(Character.toString(key)));
        maya.page.keyboard().press("3");
        assertThat(form.getByRole(AriaRole.RADIO, named("A is slightly better"))).isChecked();
        maya.page.keyboard().press("Control+Enter");
      }
      maya.sees("%d of 3 answered".formatted(item));
    }
    maya.button("Hand in").click();
    maya.dialog("Hand in?").getByRole(AriaRole.BUTTON, named("Hand in")).click();
    maya.sees("A person looks at it before anything is decided");
    assertThat(Browser.accessibilityFaults(maya.page)).isEmpty();
    maya.sees("US$10.50 is in your earnings, whatever the outcome.");
    var question = maya.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Is it correct?").setExact(true));
    question.getByRole(AriaRole.BUTTON, named("Ask or object")).click();
    maya.field("About “Is it correct?”").fill("Two hours are plenty in my kitchen.");
    maya.button("Send").click();
    assertThat(question).containsText("Two hours are plenty in my kitchen.");
    String attempt = maya.page.url();

    var jonas = demonstration.person("jonas");
    jonas.openProject(TrainerStoryTest.PROJECT).openTab("Calibration");
    jonas.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Review \\d"))).click();
    jonas.link("Maya, attempt 1").click();
    var same = jonas.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Is it correct?").setExact(true));
    assertThat(same).containsText("Two hours are plenty in my kitchen.");
    same.getByRole(AriaRole.BUTTON, named("Give it an outcome")).click();
    assertThat(Browser.accessibilityFaults(jonas.page)).isEmpty();
    jonas.field("Why").fill("The kitchen in the question has 17 °C: there it takes longer.");
    jonas.button("Settle it").click();
    assertThat(same).containsText("The standard stands");
    jonas.field("Your reason").fill("Look at what would happen to the person who follows the answer.");
    jonas.button("Decide").click();
    jonas.sees("Not passed this time");

    maya.page.navigate(attempt);
    maya.sees("Look at what would happen to the person who follows the answer.");
    assertThat(question).containsText("The kitchen in the question has 17 °C");
    maya.link("All rounds").click();
    assertThat(sheet).containsText("The next attempt opens later. It opens ");
    assertThat(sheet.getByRole(AriaRole.BUTTON, named("Begin again"))).hasCount(0);
    maya.page.navigate("/earnings");
    maya.sees("Calibration item: First calibration");
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
