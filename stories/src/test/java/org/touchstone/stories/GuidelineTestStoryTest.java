package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is tried before it counts: Maya practises, and Jonas and Maya put the guideline itself to the test. */
@OnStage
class GuidelineTestStoryTest {

  private static final String ROUND = "Is one word an answer?";
  private static final String[] TABLE = {"Is it correct?", "Does it answer the question?",
      "Is anything misleading or unsafe?", "Would someone trust it?"};

  private final Demonstration demonstration;

  GuidelineTestStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void practiceExplainsEachAnswerAtOnce() {
    var maya = demonstration.person("maya");
    maya.openProject(TrainerStoryTest.PROJECT).openTab("Calibration");
    var warmUp = maya.page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Warm-up"));
    assertThat(warmUp).containsText("Nobody passes or fails this.");
    warmUp.getByRole(AriaRole.BUTTON, named("Begin")).or(warmUp.getByRole(AriaRole.LINK, named("Go on"))).click();
    for (int item = 1; item <= 2; item++) {
      answer(maya, "yes");
      maya.button("Answer and see why").click();
      var question = region(maya, "Is it correct?");
      assertThat(question).containsText("Standard");
      assertThat(question).containsText("Why:");
      assertThat(Browser.accessibilityFaults(maya.page)).isEmpty();
      if (item == 1) {
        assertThat(question).containsText("agrees to 50%");
        assertThat(question.getByText("(differs from the standard)")).hasCount(1);
        maya.button("Next item").click();
      }
    }
    maya.button("Finish").click();
    maya.dialog("Finish the practice?").getByRole(AriaRole.BUTTON, named("Finish")).click();
    maya.page.navigate("/earnings");
    assertThat(maya.page.getByText("Practice item: Warm-up, paid")).hasCount(2);
    assertThat(maya.page.getByText("no longer: see the later line")).hasCount(2);
  }

  @Test
  void whereThoseWhoTestItDifferTheGuidelineGetsAnExampleAndTheProjectGold() {
    var jonas = demonstration.person("jonas");
    jonas.openProject(TrainerStoryTest.PROJECT).openTab("Calibration");
    makesTheTest(jonas);
    String round = jonas.page.url();
    var maya = demonstration.person("maya");
    takesPart(maya, "yes");
    takesPart(jonas, "no");

    jonas.page.navigate(round);
    tab(jonas, "What it shows").click();
    var diverges = region(jonas, "What diverges");
    assertThat(diverges).containsText("Does it answer the question?");
    assertThat(diverges).containsText(Pattern.compile("(Yes|No) 1×, (Yes|No) 1×"));
    assertThat(Browser.accessibilityFaults(jonas.page)).isEmpty();

    diverges.getByRole(AriaRole.BUTTON, named("Use it")).click();
    var use = jonas.dialog("Use what this item taught");
    use.getByLabel("Title").fill("One word.");
    use.getByLabel("What it shows").fill("One right word answers a question that asks for one.");
    use.getByRole(AriaRole.BUTTON, named("Add to the draft")).click();
    jonas.sees("The example stands at the end of the guideline’s draft.");

    diverges.getByRole(AriaRole.BUTTON, named("Use it")).click();
    use.getByRole(AriaRole.TAB, named("Gold")).click();
    use.getByRole(AriaRole.GROUP, named("Does it answer the question?, response A")).locator("input[value=yes]").check();
    use.getByLabel("Explanation").fill("The question asks for one word.");
    use.getByRole(AriaRole.BUTTON, named("Make gold")).click();
    jonas.sees("The item is gold now: it is mixed in unseen.");

    jonas.openTab("Guideline");
    jonas.link("Write the next version").click();
    tab(jonas, "Changes").click();
    assertThat(jonas.page.locator(".mark-added").filter(new Locator.FilterOptions().setHasText("One right word answers")).first()).isVisible();
    jonas.openTab("Items");
    jonas.field("Search the prompts").fill("capital of Norway");
    var gold = jonas.page.locator("main tbody tr").filter(new Locator.FilterOptions().setHasText("capital of Norway"));
    assertThat(gold).containsText("Gold");
  }

  private static void makesTheTest(Person jonas) {
    jonas.button("New round").click();
    jonas.choice(AriaRole.RADIO, "Test of the guideline").check();
    jonas.field("Title").fill(ROUND);
    jonas.button("Make it and add items").click();
    jonas.button("Add items").click();
    tab(jonas, "Written here").click();
    jonas.field("Prompt").fill("What is the capital of Norway?");
    jonas.field("Response A").fill("Oslo.");
    jonas.button("One more response").click();
    jonas.field("Response B").fill("It is Oslo, at the head of a fjord.");
    jonas.button("Add it").click();
    assertThat(jonas.page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Item 1"))).isVisible();
    jonas.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("^People"))).click();
    jonas.choice(AriaRole.CHECKBOX, "Maya").check();
    jonas.choice(AriaRole.CHECKBOX, "Jonas").check();
    jonas.button("Save the choice").click();
    assertThat(jonas.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("People (2)"))).isVisible();
    jonas.button("Open it").click();
    jonas.button("Open the round").click();
    assertThat(tab(jonas, "What it shows")).isVisible();
  }

  private static void takesPart(Person person, String whether) {
    person.openProject(TrainerStoryTest.PROJECT).openTab("Calibration");
    person.page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(ROUND)).getByRole(AriaRole.BUTTON, named("Begin")).click();
    answer(person, whether);
    person.button("Answer and go on").click();
    person.button("Hand in").click();
    person.dialog("Hand in?").getByRole(AriaRole.BUTTON, named("Hand in")).click();
    person.sees("done");
  }

  private static void answer(Person person, String said) {
    var form = person.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your answers"));
    for (String question : TABLE) {
      for (String response : new String[] {"A", "B"}) {
        form.getByRole(AriaRole.GROUP, named(question + ", response " + response)).locator("input[value=" + said + "]").check();
      }
    }
    form.getByRole(AriaRole.RADIO, named("A is slightly better")).check();
  }

  private static Locator region(Person person, String title) {
    return person.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(title).setExact(true));
  }

  private static Locator tab(Person person, String name) {
    return person.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
