package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two people write the next version of one guideline at the same time, and neither loses a word. */
@OnStage
class TwoEditorsStoryTest {
  private static final Path PICTURES = Path.of("target", "two-editors");

  private final Demonstration demonstration;

  TwoEditorsStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void differentPartsGoTogetherAndTheSamePartIsSeenBesideTheOthers() {
    var server = RunningTouchstone.withDemo();
    try {
      var priya = editor(server, "priya", false);
      var jonas = editor(server, "jonas", true);

      text(priya).fill(text(priya).inputValue() + "\n\nPriya's sentence.");
      priya.sees("Everything is saved.");
      tab(jonas, "Questions").click();
      jonas.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^1\\. Is it correct\\?"))).click();
      jonas.field("Question").fill("Is every claim correct?");
      jonas.sees("You changed different parts; both are in and saved.");
      tab(jonas, "Text").click();
      assertThat(text(jonas)).hasValue(Pattern.compile("Priya's sentence\\."));

      text(priya).fill(text(priya).inputValue().replace("Priya's sentence.", "Priya's other sentence."));
      priya.sees("You changed different parts; both are in and saved.");
      text(jonas).fill(text(jonas).inputValue().replace("Priya's sentence.", "Jonas' sentence."));
      assertThat(jonas.page.getByRole(AriaRole.ALERT).first()).containsText("changed this draft while you wrote: look at both and choose; yours is not saved over theirs.");
      assertThat(Browser.accessibilityFaults(jonas.page)).isEmpty();
      jonas.photograph(PICTURES.resolve("conflict-phone.png"));
      jonas.page.reload();
      tab(jonas, "Text").click();
      assertThat(text(jonas)).hasValue(Pattern.compile("Jonas' sentence\\."));
      jonas.button("See both and choose").click();
      var both = jonas.dialog("Two texts of one draft");
      assertThat(both).containsText("Priya's other sentence.");
      jonas.photograph(PICTURES.resolve("both-phone.png"));
      jonas.page.setViewportSize(1440, 900);
      jonas.photograph(PICTURES.resolve("both.png"));
      assertThat(Browser.accessibilityFaults(jonas.page)).isEmpty();
      both.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Both, by hand")).check();
      var made = jonas.field("The text that holds, in Markdown");
      made.fill(made.inputValue() + "\n\nPriya's other sentence.");
      jonas.button("Save it so").click();
      jonas.sees("Everything is saved.");
      jonas.sees("as they were before you chose are kept in this browser.");
      jonas.photograph(PICTURES.resolve("chosen.png"));

      priya.page.reload();
      tab(priya, "Text").click();
      assertThat(text(priya)).hasValue(Pattern.compile("Jonas' sentence\\.[\\s\\S]*Priya's other sentence\\."));
    } finally {
      server.stop();
    }
  }

  private Person editor(RunningTouchstone server, String name, boolean phone) {
    var browser = demonstration.browser();
    var person = new Person(phone ? browser.personWithPhone(server.address()) : browser.person(server.address())).signIn(Demonstration.signIn(server, name));
    person.openProject(TrainerStoryTest.PROJECT);
    person.page.navigate(person.page.url() + "/guideline/edit");
    tab(person, "Text").click();
    return person;
  }

  private static Locator tab(Person person, String name) {
    return person.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name + "\\b")));
  }

  private static Locator text(Person person) {
    return person.field("Text of the guideline, in Markdown");
  }
}
