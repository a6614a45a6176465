package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.function.Consumer;

/** What every story of an assessment goes through: it is made, asked for by two projects, and leads to their work once passed. */
final class Assessing {

  static final List<String> PROJECTS = List.of(TrainerStoryTest.PROJECT, "Best of several answers");

  private Assessing() {}

  /** Two attempts with a wait between, told in the dialog by the sentence. */
  static void begins(Person author, String title, String skill, int hoursBetween, String sentence) {
    author.page.navigate("/assessments");
    author.button("New assessment").first().click();
    var dialog = author.dialog("New assessment");
    dialog.getByLabel("Title").fill(title);
    dialog.getByRole(AriaRole.COMBOBOX, named("What it assesses")).click();
    author.page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(skill)).click();
    dialog.getByLabel("Agreement to reach").fill("100");
    dialog.getByLabel("Attempts", new Locator.GetByLabelOptions().setExact(true)).fill("2");
    dialog.getByLabel("Hours between attempts").fill("" + hoursBetween);
    assertThat(dialog).containsText(sentence);
    dialog.getByRole(AriaRole.BUTTON, named("Make it and add items")).click();
  }

  static void opensWithOneItem(Person author, String prompt, List<String> responses, String question, Consumer<Locator> standard, String why) {
    author.button("Add items").click();
    author.field("Prompt").fill(prompt);
    for (int i = 0; i < responses.size(); i++) {
      if (i > 0) author.button("One more response").click();
      author.field("Response " + (char) ('A' + i)).fill(responses.get(i));
    }
    author.button("Add it").click();
    author.button("Write the standard").click();
    var dialog = author.dialog("The standard");
    standard.accept(dialog);
    dialog.getByLabel("Why: " + question).fill(why);
    dialog.getByRole(AriaRole.BUTTON, named("Save the standard")).click();
    author.button("Open it").click();
    author.button("Open the round").click();
    assertThat(author.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Attempts"))).isVisible();
  }

  static void isAskedForEverywhere(Person manager, String title) {
    PROJECTS.forEach(project -> {
      manager.openProject(project).openTab("Calibration");
      var asked = manager.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Assessments asked before paid work"));
      asked.getByText("Everybody", new Locator.GetByTextOptions().setExact(true)).click();
      assertThat(manager.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Assessments this project asks for"))).containsText(title);
    });
  }

  static void isLedToItFromEverywhere(Person trainer, String title, String sentence) {
    PROJECTS.forEach(project -> {
      trainer.openProject(project);
      assertThat(trainer.link("Work")).hasCount(0);
      trainer.sees("Paid tasks open once you have passed “" + title + "”");
      trainer.link("Calibration first").click();
      assertThat(sheet(trainer, title)).containsText("required for paid work");
      assertThat(sheet(trainer, title)).containsText(sentence);
    });
  }

  static void handsIn(Person trainer) {
    trainer.button("Answer and go on").click();
    trainer.button("Hand in").click();
    trainer.dialog("Hand in?").getByRole(AriaRole.BUTTON, named("Hand in")).click();
  }

  static void isReviewed(Person reviewer, String waiting) {
    reviewer.page.navigate("/assessments");
    reviewer.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Review 1")).click();
    reviewer.sees(waiting);
    reviewer.link("Maya, attempt 1").click();
  }

  static void isNotPassed(Person reviewer, String reason) {
    reviewer.field("Your reason").fill(reason);
    reviewer.button("Decide").click();
    reviewer.sees("Not passed this time");
  }

  static void worksEverywhere(Person trainer) {
    PROJECTS.forEach(project -> works(trainer, project));
  }

  static void works(Person trainer, String project) {
    trainer.openProject(project);
    trainer.link("Work").first().click();
    assertThat(trainer.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"))).isVisible();
  }

  static Locator sheet(Person person, String title) {
    return person.page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(title));
  }

  static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
