package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** How a person comes to the pages that have no address of their own to type in. */
final class Reaching {

  private Reaching() {}

  static void oneOf(Person person, String path, String project) {
    switch (path) {
      case "./record/*/revise" -> revise(person, project);
      case "./record/*" -> {
        person.page.navigate(project + "/record");
        person.page.locator("section[aria-labelledby=judgments] li a").first().click();
        assertThat(person.heading("A judgment of yours")).isVisible();
        assertThat(person.link("Back to my work")).isVisible();
      }
      case "./quality/agreement/*" -> {
        person.page.navigate(project + "/quality");
        person.page.getByRole(AriaRole.LINK, starting("The judgments behind")).first().click();
        assertThat(person.page.getByRole(AriaRole.HEADING, starting("Behind the agreement"))).isVisible();
      }
      case "./calibration/attempts/*" -> attempt(person, project + "/calibration");
      case "./calibration/*" -> {
        person.page.navigate(project + "/calibration");
        person.page.getByRole(AriaRole.LINK, starting("Review \\d|Look after it")).first().click();
        assertThat(person.link("All rounds")).isVisible();
      }
      case "./imports/*" -> {
        person.page.navigate(project + "/imports");
        person.page.getByLabel("File of items").setInputFiles(new FilePayload("one.csv", "text/csv",
            "prompt,response_a,response_b\nMay I reheat rice?,Once.,Often.\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(person.heading("What the columns mean")).isVisible();
      }
      default -> {
        String list = path.substring(0, path.length() - 2);
        person.page.navigate(list.startsWith(".") ? project + list.substring(1) : list);
        person.page.locator("main table tbody a").first().click();
        assertThat(person.page.getByRole(AriaRole.LINK, starting("All ")).first()).isVisible();
      }
    }
  }

  static String invitation(Person manager) {
    manager.openProject(TrainerStoryTest.PROJECT).openTab("People");
    manager.button("Invite somebody").click();
    manager.choice(AriaRole.RADIO, "Trainer").check();
    manager.button("Make the link").click();
    return manager.field("Invitation link").inputValue();
  }

  static String passwordLink(Person owner) {
    owner.page.navigate("/accounts");
    owner.page.getByRole(AriaRole.BUTTON, starting("Link to a new password for Tomas")).click();
    owner.button("Make the link").click();
    return owner.dialog("A new password for").getByRole(AriaRole.TEXTBOX).inputValue();
  }

  private static void attempt(Person person, String list) {
    person.page.navigate(list);
    var begin = person.page.getByRole(AriaRole.BUTTON, starting("Begin"));
    begin.or(person.link("Go on")).first().click();
    assertThat(person.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your answers"))).isVisible();
  }

  /** Something to revise is judged first. */
  private static void revise(Person trainer, String project) {
    trainer.page.navigate(project + "/work");
    var form = trainer.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"));
    assertThat(form).containsText("0 of 5 answered");
    TrainerStoryTest.answerByKeys(trainer);
    trainer.press("Control+Enter");
    assertThat(trainer.page.getByText("Submitted. Here is the next task.")).isAttached();
    trainer.page.navigate(project + "/record");
    trainer.page.locator("section[aria-labelledby=judgments] li").first()
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Revise")).click();
    assertThat(trainer.button("Submit the revision")).isVisible();
  }

  /** What the check of the rules does not look at: the order of the Tab key, what moves, and what a narrow window cuts off. */
  @SuppressWarnings("unchecked")
  static List<String> ownRules(Page page) {
    return (List<String>) page.evaluate("""
        () => [
          ...[...document.querySelectorAll('[tabindex]')].filter(one => one.tabIndex > 0).map(one => 'jumps the Tab order: ' + one.outerHTML.slice(0, 120)),
          ...document.getAnimations().filter(one => Number(one.effect.getComputedTiming().duration) > 1).map(one => 'moves although nothing should: ' + (one.animationName ?? one.transitionProperty)),
          ...(document.documentElement.scrollWidth > innerWidth ? [`is ${document.documentElement.scrollWidth} px wide in a window of ${innerWidth}`] : []),
        ]""");
  }

  private static Page.GetByRoleOptions starting(String words) {
    return new Page.GetByRoleOptions().setName(Pattern.compile("^(?:" + words + ")"));
  }
}
