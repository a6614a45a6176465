package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes the guides' pictures anew, each at the width of a desk and of a phone;
 * only when asked for with {@code -Dpictures=true}, since a picture is looked at before it is committed.
 */
@OnStage
@EnabledIfSystemProperty(named = "pictures", matches = "true", disabledReason = "pictures are taken with -Dpictures=true")
class GuidePicturesTest {

  private static final Path IMAGES = Path.of("..", "docs", "images");
  private static final int MOST_LOOKS = 30;
  private static final String[] TABLE = {"Is it correct?", "Does it answer the question?",
      "Is anything misleading or unsafe?", "Would someone trust it?"};

  private static final String QUESTIONS = """
      {"id":"q-0001","prompt":"How long may cooked rice stay in the fridge?","response_a":"Up to one day if it was cooled within an hour. Reheat it until it steams, and only once.","response_b":"A week is fine. Rice is dry food.","model_a":"amber-1","model_b":"slate-mini"}
      {"id":"q-0002","prompt":"Is 2027 a leap year?","response_a":"No. 2027 cannot be divided by four; the next leap year is 2028.","response_b":"Yes, since 2024 was one and three years have passed.","model_a":"slate-mini","model_b":"amber-1"}
      {"id":"q-0003","prompt":"What does `git stash` do?","response_a":"It puts your uncommitted changes aside and leaves a clean working tree; `git stash pop` brings them back.","response_b":"It deletes your changes.","model_a":"amber-1","model_b":"slate-mini"}
      """;

  /** One person at a desk and with a phone. */
  private record Both(Person desk, Person phone) {}

  private final Demonstration demonstration;

  GuidePicturesTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void theGuidesShowTheProductAsItIs() {
    try (var server = RunningTouchstone.withDemo()) {
      var maya = both(server, "maya");
      var jonas = both(server, "jonas");
      var priya = both(server, "priya");
      maya.desk.openProject(TrainerStoryTest.PROJECT);
      String project = maya.desk.page.url();
      ofTheWork(maya, project);
      ofTheManager(priya, both(server, "tomas"), project);
      beforeAnyRound(maya, jonas, project);
      ofRounds(maya, jonas, project);
      ofTheNextVersion(maya, jonas, priya, project);
      ofAssessments(maya, priya);
      maya.desk.page.navigate(project + "/record");
      maya.desk.page.locator("section[aria-labelledby=judgments] li").first().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Revise")).click();
      assertThat(maya.desk.button("Submit the revision")).isVisible();
      shoot(maya, maya.desk.page.url(), "trainer-revise", any -> {});
    }
  }

  private static void ofTheWork(Both maya, String project) {
    maya.desk.page.navigate(project + "/work");
    var form = maya.desk.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"));
    assertThat(form).containsText("0 of 5 answered");
    maya.desk.press("1", "3", "1");
    assertThat(form).containsText("1 of 5 answered");
    assertThat(form).containsText("Saved ");
    maya.desk.page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve("workbench.png")));
    maya.phone.page.navigate(project + "/work");
    assertThat(maya.phone.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"))).containsText("1 of 5 answered");
    maya.phone.page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve("workbench-phone.png")));
    // What was begun would come back with its draft to the pictures that follow.
    maya.desk.press("s");
    assertThat(maya.desk.dialog("Skip this task").getByRole(AriaRole.RADIO).first()).isFocused();
    maya.desk.press("1", "Enter");
    assertThat(maya.desk.page.getByText("Skipped. Here is the next task.")).isAttached();
  }

  private static void ofTheManager(Both priya, Both tomas, String project) {
    shoot(priya, project + "/overview", "manager-overview", any -> {});
    shoot(priya.desk, project + "/items", "manager-items", any -> {});
    mapsAFile(priya.desk, project);
    shoot(priya.desk, project + "/routing", "manager-routing", any -> {});
    shoot(priya.desk, "/operations", "operations", any -> {});
    Reaching.oneOf(tomas.desk, "./datasets/*", project);
    shoot(tomas, tomas.desk.page.url(), "engineer-card", any -> {});
  }

  private static void mapsAFile(Person priya, String project) {
    priya.page.navigate(project + "/imports");
    priya.page.getByLabel("File of items").setInputFiles(new FilePayload("questions.jsonl", "application/jsonl", QUESTIONS.getBytes(StandardCharsets.UTF_8)));
    assertThat(priya.heading("What the columns mean")).isVisible();
    shoot(priya, priya.page.url(), "manager-import", any -> {});
  }

  private static void beforeAnyRound(Both maya, Both jonas, String project) {
    shoot(maya, project, "trainer-project", any -> {});
    shoot(maya, project + "/calibration", "calibration", any -> {});
    shoot(jonas, project + "/cases", "lead-cases", any -> {});
    jonas.desk.page.navigate(project + "/cases");
    jonas.desk.page.locator("main tbody tr").filter(new Locator.FilterOptions().setHasText("Disagreement")).getByRole(AriaRole.LINK).first().click();
    assertThat(region(jonas.desk, "All judgments of this item")).isVisible();
    shoot(jonas, jonas.desk.page.url(), "lead-case", any -> {});
    shoot(jonas, project + "/quality", "lead-quality", any -> {});
    jonas.desk.page.navigate(project + "/quality");
    jonas.desk.page.getByRole(AriaRole.LINK, starting("The judgments behind the agreement on Would someone trust it")).click();
    shoot(jonas, jonas.desk.page.url(), "lead-dissents", any -> {});
  }

  private static void ofRounds(Both maya, Both jonas, String project) {
    begins(maya.desk, project, "Warm-up");
    answers(maya.desk);
    maya.desk.button("Answer and see why").click();
    maya.desk.sees("Next item");
    String practice = maya.desk.page.url();
    shoot(maya, practice, "practice", person -> {
      person.page.getByRole(AriaRole.BUTTON, starting("Item 1, answered")).click();
      to(region(person, "Is it correct?"));
    });

    begins(maya.desk, project, "First calibration");
    for (int item = 1; item <= 3; item++) {
      answers(maya.desk);
      maya.desk.button("Answer and go on").click();
      maya.desk.sees("%d of 3 answered".formatted(item));
    }
    maya.desk.button("Hand in").click();
    maya.desk.dialog("Hand in?").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Hand in")).click();
    maya.desk.sees("A person looks at it before anything is decided");
    var question = region(maya.desk, "Is it correct?");
    question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ask or object")).click();
    maya.desk.field("About “Is it correct?”").fill("Two hours are plenty in my kitchen. Why is that wrong?");
    maya.desk.button("Send").click();
    assertThat(question).containsText("Two hours are plenty");
    shoot(maya, maya.desk.page.url(), "calibration-result", person -> to(region(person, "Is it correct?")));

    jonas.desk.page.navigate(project + "/calibration");
    jonas.desk.page.getByRole(AriaRole.LINK, starting("Review \\d")).click();
    String round = jonas.desk.page.url();
    jonas.desk.link("Amara, attempt 1").click();
    shoot(jonas, jonas.desk.page.url(), "calibration-review", person -> to(region(person, "Is anything misleading or unsafe?")));
    shoot(jonas, round, "calibration-view", person -> tab(person, "What it shows").click());
  }

  private static void ofTheNextVersion(Both maya, Both jonas, Both priya, String project) {
    jonas.desk.page.navigate(project + "/guideline/edit");
    jonas.desk.page.getByRole(AriaRole.BUTTON, starting("1\\. Is it correct\\?")).click();
    jonas.desk.field("Question").fill("Is every claim correct?");
    tab(jonas.desk, "Text").click();
    var text = jonas.desk.field("Text of the guideline, in Markdown");
    text.fill(text.inputValue().replace("## Comparing", "One claim that matters and is wrong makes the whole answer wrong.\n\n## Comparing")
        .replace("Look at", "Have a look at"));
    jonas.desk.sees("Everything is saved.");
    shoot(jonas, project + "/guideline/edit", "manager-guideline", any -> {});
    shoot(jonas, project + "/guideline/edit", "guideline-doubts", person -> tab(person, "Doubts").click());
    shoot(jonas, project + "/guideline/edit", "guideline-changes", person -> tab(person, "Changes").click());
    shoot(jonas, project + "/guideline/edit", "manager-impact", person -> {
      person.button("Publish version 2").click();
      person.choice(AriaRole.RADIO, "Breaking").check();
      person.sees("Judging everything again afterwards");
      to(person.dialog("Publish version 2").locator("section[aria-labelledby=impact-title]"));
    });
    jonas.desk.page.navigate(project + "/guideline/edit");
    jonas.desk.button("Publish version 2").click();
    jonas.desk.choice(AriaRole.RADIO, "Breaking").check();
    jonas.desk.field("What changed, and why").fill("An answer with one wrong claim is wrong.");
    jonas.desk.dialog("Publish version 2").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Publish version 2")).click();
    jonas.desk.sees("Version 2 is in force.");
    shoot(maya, project + "/guideline/compare", "guideline-compare", any -> {});
    shoot(priya, project + "/guideline", "manager-recheck", person -> assertThat(person.heading("Recheck")).isVisible());
    maya.desk.page.navigate(project + "/guideline");
    maya.desk.button("I have read it; to work").first().click();
    for (int task = 1; task <= 3; task++) {
      assertThat(maya.desk.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"))).containsText("0 of 5 answered");
      TrainerStoryTest.answerByKeys(maya.desk);
      maya.desk.press("Control+Enter");
    }
    shoot(maya, project + "/record", "trainer-record", any -> {});
    shoot(maya, "/earnings", "trainer-earnings", any -> {});
    shoot(jonas, project + "/quality", "lead-versions", person -> {
      looksUntilMeasured(person);
      to(person.page.locator("section[aria-labelledby=versions-title]"));
    });
  }

  /** What was judged just now is measured a moment later. */
  private static void looksUntilMeasured(Person person) {
    var second = person.page.getByRole(AriaRole.COLUMNHEADER, starting("Version 2"));
    for (int look = 0; look < MOST_LOOKS; look++) {
      assertThat(person.heading("Agreement by guideline version")).isVisible();
      if (second.isVisible()) return;
      person.page.reload();
    }
    assertThat(second).isVisible();
  }

  private static void ofAssessments(Both maya, Both priya) {
    priya.desk.page.navigate("/assessments");
    priya.desk.button("New assessment").first().click();
    var dialog = priya.desk.dialog("New assessment");
    dialog.getByLabel("Title").fill("Checking sums");
    dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("What it assesses")).click();
    priya.desk.page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("accuracy")).click();
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Make it and add items")).click();
    priya.desk.button("Add items").click();
    priya.desk.field("Prompt").fill("What is 7 times 8?");
    priya.desk.field("Response A").fill("7 times 8 is 56.");
    priya.desk.button("Add it").click();
    priya.desk.button("Write the standard").click();
    var standard = priya.desk.dialog("The standard");
    standard.locator("input[value=yes]").first().check();
    standard.getByLabel("Why: Is it accurate?").fill("7 times 7 is 49, and 7 more.");
    standard.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save the standard")).click();
    shoot(priya, priya.desk.page.url(), "round-draft", any -> {});
    priya.desk.button("Open it").click();
    priya.desk.button("Open the round").click();
    assertThat(tab(priya.desk, "Attempts")).isVisible();
    shoot(maya, "/assessments", "assessments", any -> {});
  }

  private static void begins(Person maya, String project, String round) {
    maya.page.navigate(project + "/calibration");
    maya.page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(round))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Begin")).click();
  }

  private static void answers(Person maya) {
    var form = maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your answers"));
    for (String question : TABLE) {
      for (String response : List.of("A", "B")) {
        form.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(question + ", response " + response).setExact(true))
            .locator("input[value=yes]").check();
      }
    }
    form.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("A is slightly better").setExact(true)).check();
  }

  private Both both(RunningTouchstone server, String name) {
    var as = Demonstration.signIn(server, name);
    return new Both(new Person(demonstration.browser().person(server.address())).signIn(as),
        new Person(demonstration.browser().personWithPhone(server.address())).signIn(as));
  }

  private static void shoot(Both who, String address, String name, Consumer<Person> prepare) {
    shoot(who.desk, address, name, prepare);
    shoot(who.phone, address, name + "-phone", prepare);
  }

  private static void shoot(Person person, String address, String name, Consumer<Person> prepare) {
    person.page.navigate(address);
    assertThat(person.page.getByRole(AriaRole.MAIN).getByRole(AriaRole.HEADING).first()).isVisible();
    prepare.accept(person);
    assertThat(person.page.locator("[aria-busy=true], .mantine-Skeleton-root, .mantine-Loader-root").filter(
        new Locator.FilterOptions().setVisible(true))).hasCount(0);
    person.page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
  }

  /** A little below the bar at the top. */
  private static void to(Locator place) {
    assertThat(place).isVisible();
    place.evaluate("place => { place.style.scrollMarginTop = '84px'; place.scrollIntoView() }");
  }

  private static Locator region(Person person, String title) {
    return person.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(title).setExact(true));
  }

  private static Locator tab(Person person, String name) {
    return person.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByRoleOptions starting(String words) {
    return new Page.GetByRoleOptions().setName(Pattern.compile("^(?:" + words + ")"));
  }
}
