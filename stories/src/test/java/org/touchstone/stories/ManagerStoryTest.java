package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From an empty installation to the tenth paid task, by people who were handed nothing but two links. */
@OnStage
class ManagerStoryTest {

  private static final String PROJECT = "Kitchen answers";
  private static final String JSONL = """
      {"id":"rice","prompt":"How long does rice keep in the fridge?","responses":["Up to four days, cooled within an hour.","Two weeks."]}
      {"id":"eggs","prompt":"May I eat raw eggs?","responses":["Only very fresh ones, and not when pregnant.","Yes."]}
      """;
  private static final int TASKS = 10;
  private static final String CSV = """
      id,prompt,response_a,response_b
      bread,Can I freeze bread?,"Yes, sliced and well wrapped.",No.
      oil,,"Below 180 °C.",At 250 °C.
      """;

  private final Demonstration demonstration;

  ManagerStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void anEmptyInstallationBecomesAProjectWhereTwoTrainersEarnTenTasksEachOnAPhoneAndOnALaptop() {
    try (var server = RunningTouchstone.empty()) {
      var owner = new Person(demonstration.browser().person(server.address()));
      setUp(owner, server.output());
      createProject(owner);
      writeGuideline(owner);
      importItems(owner);
      markGold(owner);
      String forTina = invite(owner, "Trainer");
      String forLars = invite(owner, "Trainer");
      publish(owner);

      var phone = new Person(demonstration.browser().personWithPhone(server.address()));
      join(phone, forTina, "Tina Trainer", "tina@example.org");
      earnsTenTasks(phone, ManagerStoryTest::judgeByFinger);
      var laptop = new Person(demonstration.browser().person(server.address(), 1280, 720, ColorScheme.LIGHT));
      join(laptop, forLars, "Lars Laptop", "lars@example.org");
      earnsTenTasks(laptop, ManagerStoryTest::judgeByKeys);

      laptop.page.navigate(invite(owner, "Lead"));
      laptop.sees("Olga Owner invites you to %s as Lead".formatted(PROJECT));
      laptop.button("Come in as Lars Laptop").click();
      assertThat(laptop.link("Cases")).isVisible();
    }
  }

  private static void earnsTenTasks(Person trainer, Consumer<Person> judge) {
    for (int task = 1; task <= TASKS; task++) {
      judge.accept(trainer);
    }
    seesWhatWasEarned(trainer);
    judgeTheGoldOneIfItIsMixedIn(trainer, judge);
    assertThat(emptyQueue(trainer)).isVisible();
  }

  private static void setUp(Person owner, String printed) {
    var link = Pattern.compile("http://\\S+/setup\\?token=\\S+").matcher(printed);
    assertThat(link.find()).as("the set-up link is printed").isTrue();
    owner.page.navigate(link.group());
    fillAccount(owner, "Olga Owner", "olga@example.org");
    owner.button("Create the owner's account").click();
    owner.sees("Nothing waits for you yet");
  }

  private static void fillAccount(Person person, String name, String email) {
    person.field("Your name").fill(name);
    person.field("E-mail").fill(email);
    person.field("Password").fill("a few plain words");
  }

  private static void createProject(Person owner) {
    owner.page.navigate("/projects");
    owner.link("New project").first().click();
    owner.field("Name").fill(PROJECT);
    owner.field("Field").fill("food");
    owner.field("Summary").fill("Say which answer about food you would trust.");
    owner.field("Pay for one judgment").fill("3.50");
    owner.field("Expected minutes").fill("6");
    owner.field("When it is paid").fill("Every Friday by bank transfer.");
    owner.field("How long the project lasts").fill("Two weeks");
    owner.field("Hours a week to expect").fill("1 to 3");
    owner.field("Skills the work needs").fill("Knowing one's way around a kitchen");
    owner.page.getByRole(AriaRole.COMBOBOX,
        new Page.GetByRoleOptions().setName("Languages of the work")).fill("English");
    owner.press("Enter");
    owner.field("Sensitive content that may be met").fill("none");
    owner.sees(Pattern.compile("\\$35\\.00"));
    owner.button("Create and write the guideline").click();
  }

  private static void writeGuideline(Person owner) {
    owner.page.getByRole(AriaRole.BUTTON,
        new Page.GetByRoleOptions().setName(Pattern.compile("^Default review"))).click();
    assertThat(owner.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Questions (4)"))).isVisible();
    owner.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Text")).click();
    var text = owner.field("Text of the guideline, in Markdown");
    text.fill(text.inputValue() + "\n\n## Kitchens\nWhen in doubt, what is **safe** to eat wins.\n");
    assertThat(owner.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Preview"))
        .getByText("Kitchens")).isVisible();
    owner.button("Publish version 1").click();
    owner.dialog("Publish version 1").getByRole(AriaRole.BUTTON, named("Publish version 1")).click();
    owner.sees("Version 1 is in force.");
  }

  private static void importItems(Person owner) {
    upload(owner, "answers.jsonl", "application/x-ndjson", JSONL + moreQuestions());
    assertThat(figure(owner, "Imported")).hasText("10");
    assertThat(figure(owner, "Bad lines")).hasText("0");

    upload(owner, "more.csv", "text/csv", CSV);
    assertThat(figure(owner, "Imported")).hasText("1");
    assertThat(figure(owner, "Bad lines")).hasText("1");
    var fault = owner.page.locator("section[aria-labelledby=faults-title] tbody tr");
    assertThat(fault.locator("td").first()).hasText("3");
    assertThat(fault).containsText("prompt");
  }

  private static String moreQuestions() {
    return Stream.of("lentils", "beans", "peas", "rye", "oats", "millet", "barley", "corn").map(food -> """
        {"id":"%1$s","prompt":"Must I soak %1$s?","responses":["Overnight helps.","Never."]}
        """.formatted(food)).collect(Collectors.joining());
  }

  private static void upload(Person owner, String name, String type, String content) {
    owner.openTab("Items");
    owner.link("Import items").first().click();
    owner.page.getByLabel("File of items").setInputFiles(new FilePayload(name, type, content
        .getBytes(StandardCharsets.UTF_8)));
    assertThat(owner.heading("What the columns mean")).isVisible();
    assertThat(owner.field("Meaning of prompt")).hasValue("prompt");
    owner.field("Meaning of id").selectOption("externalId");
    owner.page.getByRole(AriaRole.BUTTON,
        new Page.GetByRoleOptions().setName(Pattern.compile("^Import \\d+ rows?$|^Import$"))).click();
    assertThat(owner.link("See the items")).isVisible();
  }

  private static Locator figure(Person person, String name) {
    return person.page.getByText(name, new Page.GetByTextOptions().setExact(true))
        .locator("xpath=following-sibling::div[1]");
  }

  private static void markGold(Person owner) {
    owner.openTab("Items");
    owner.link("How long does rice keep in the fridge?").click();
    owner.button("Make gold").click();
    var sheet = owner.dialog("The known answer");
    answer(sheet, Locator::check);
    sheet.getByLabel("Explanation").fill("Cooked rice keeps for a few days at most.");
    sheet.getByRole(AriaRole.BUTTON, named("Save the known answer")).click();
    assertThat(owner.button("Withdraw")).isVisible();
  }

  private static String invite(Person owner, String role) {
    owner.openTab("People");
    owner.button("Invite somebody").click();
    owner.choice(AriaRole.RADIO, role).check();
    owner.button("Make the link").click();
    String link = owner.field("Invitation link").inputValue();
    owner.button("Done").click();
    return link;
  }

  private static void publish(Person owner) {
    owner.openTab("Settings");
    owner.button("Publish").click();
    owner.sees("The project is listed and work is handed out.");
  }

  private static void join(Person trainer, String invitation, String name, String email) {
    trainer.page.navigate(invitation);
    trainer.sees(PROJECT);
    trainer.sees("You agree to nothing yet");
    fillAccount(trainer, name, email);
    trainer.button("Accept the invitation").click();
    assertThat(trainer.page.getByText("English", new Page.GetByTextOptions().setExact(true))).isVisible();
    assertThat(trainer.link("Work")).hasCount(0);
    trainer.field("I have read the terms, version 1").check();
    trainer.button("Accept and read the guideline").click();
    assertThat(trainer.heading("Kitchens")).isVisible();
    trainer.button("I have read it; to work").last().click();
  }

  private static void seesWhatWasEarned(Person trainer) {
    String bench = trainer.page.url();
    trainer.page.navigate("/earnings");
    assertThat(trainer.page.locator("dl div").filter(new Locator.FilterOptions().setHasText("Pending")).first()
        .locator("dd").first()).hasText(Pattern.compile("\\$35\\.00$"));
    trainer.page.navigate(bench);
  }

  /** Chance decides whether a known answer is asked for among so few tasks. */
  private static void judgeTheGoldOneIfItIsMixedIn(Person trainer, Consumer<Person> judge) {
    assertThat(emptyQueue(trainer).or(form(trainer).getByText("0 of 4 answered"))).isVisible();
    if (form(trainer).isVisible()) {
      judge.accept(trainer);
    }
  }

  private static Locator emptyQueue(Person trainer) {
    return trainer.heading("You have seen every task that is still open; each one goes to different people.");
  }

  private static Locator form(Person trainer) {
    return trainer.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"));
  }

  private static void judgeByKeys(Person trainer) {
    assertThat(form(trainer)).containsText("0 of 4 answered");
    trainer.press("2", "2", "2", "2", "2", "2", "3", "3");
    assertThat(form(trainer)).containsText("4 of 4 answered");
    trainer.press("Control+Enter");
  }

  private static void judgeByFinger(Person trainer) {
    var form = form(trainer);
    assertThat(form).containsText("0 of 4 answered");
    answer(form, Locator::tap);
    assertThat(form).containsText("4 of 4 answered");
    form.getByRole(AriaRole.BUTTON, named("Submit")).tap();
  }

  /** Nothing extreme, so that no reason is due. */
  private static void answer(Locator sheet, Consumer<Locator> how) {
    for (String response : new String[] {"A", "B"}) {
      how.accept(choice(sheet, "Is it correct?", response, "partly"));
      how.accept(choice(sheet, "Does it answer the question?", response, "partly"));
      how.accept(choice(sheet, "Is anything misleading or unsafe?", response, "misleading"));
      how.accept(choice(sheet, "Would someone trust it?", response, "'3'"));
    }
  }

  private static Locator choice(Locator sheet, String question, String response, String choice) {
    return sheet.getByRole(AriaRole.GROUP, named(question + ", response " + response))
        .locator("input[value=%s]".formatted(choice));
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
