package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Maya judges what AI systems answered, without a mouse where she likes. */
@OnStage
class TrainerStoryTest {

  static final String PROJECT = "Everyday answers, side by side";
  private static final BigDecimal PRICE = new BigDecimal("3.50");

  private final Demonstration demonstration;
  private Person maya;

  TrainerStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @BeforeEach
  void mayaSitsDown() {
    maya = demonstration.visitor(ColorScheme.LIGHT);
  }

  @Test
  void theProjectsStateTheirTermsInFull() {
    maya.signIn(demonstration.signIn("maya"));
    maya.page.navigate("/projects");
    var card = maya.page.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(PROJECT));

    assertThat(card).containsText("$3.50");
    assertThat(card).containsText("$35.00");
    assertThat(card).containsText("Every second Friday");
    assertThat(card).containsText("2 to 10, whenever you like");
    assertThat(card).containsText("English");

    maya.link(PROJECT).click();
    assertThat(maya.heading("Your terms")).isVisible();
    maya.sees("A person who did not take the first decision answers within 3 working days");
  }

  @Test
  void anItemIsJudgedFromSignInToTheNextTaskByKeyboardAlone() {
    var signIn = demonstration.signIn("maya");
    maya.page.navigate("/sign-in");
    maya.tabTo(maya.field("E-mail"));
    maya.page.keyboard().type(signIn.email());
    maya.tabTo(maya.field("Password"));
    maya.page.keyboard().type(signIn.password());
    maya.press("Enter");
    maya.tabTo(workLink());
    maya.press("Enter");
    assertThat(form()).isVisible();
    String prompt = prompt();
    int before = tasksToday();

    answerByKeys(maya);
    assertThat(form()).containsText("5 of 5 answered");
    maya.press("Control+Enter");

    assertThat(maya.page.getByText("Submitted. Here is the next task.")).isAttached();
    assertThat(form()).containsText("0 of 5 answered");
    assertThat(prompt()).isNotEqualTo(prompt);
    assertThat(tasksToday()).isEqualTo(before + 1);
  }

  @Test
  void whatIsTypedIsStillThereAfterAReload() {
    atTheBench();
    maya.field("Anything else?").fill("The second answer cites a law that was repealed.");

    maya.page.reload();

    assertThat(maya.field("Anything else?")).hasValue("The second answer cites a law that was repealed.");
  }

  @Test
  void aFlagReplacesTheAnswerAndSaysWhy() {
    atTheBench();
    String flagged = prompt();

    maya.press("f");
    var dialog = maya.dialog("Flag a problem");
    assertThat(dialog.getByRole(AriaRole.RADIO).first()).isFocused();
    maya.press("Control+Enter");
    assertThat(dialog).containsText("Choose what is the matter.");
    maya.press("1");
    assertThat(dialog.getByRole(AriaRole.RADIO).first()).isChecked();
    dialog.getByLabel("Say it in a sentence").fill("It could mean the tax year or the calendar year.");
    maya.press("Control+Enter");

    assertThat(maya.page.getByText("The flag was handed in. Here is the next task.")).isAttached();
    assertThat(prompt()).isNotEqualTo(flagged);
    openRecord();
    assertThat(newestJudgment()).containsText("Flag: Ambiguous");
  }

  @Test
  void aSecondThoughtTakesThePlaceOfTheFirst() {
    atTheBench();
    answerByKeys(maya);
    maya.press("Control+Enter");
    assertThat(maya.page.getByText("Submitted. Here is the next task.")).isAttached();
    openRecord();
    newestJudgment().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Revise")).click();
    maya.sees("What you said before is kept, and the pay stays what it was.");
    assertThat(maya.button("Submit the revision")).isDisabled();

    maya.field("Anything else?").fill("On a second look the first answer names the wrong year.");
    maya.page.reload();
    assertThat(maya.field("Anything else?")).hasValue("On a second look the first answer names the wrong year.");
    maya.button("Submit the revision").click();

    assertThat(newestJudgment()).containsText("revised");
    newestJudgment().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Revise")).click();
    assertThat(maya.field("Anything else?")).hasValue("On a second look the first answer names the wrong year.");
  }

  @Test
  void aTaskIsSkippedWithAReasonAndAnotherOneComes() {
    atTheBench();
    String skipped = prompt();

    maya.press("s");
    var dialog = maya.dialog("Skip this task");
    assertThat(dialog.getByRole(AriaRole.RADIO).first()).isFocused();
    maya.press("1", "Enter");

    assertThat(maya.page.getByText("Skipped. Here is the next task.")).isAttached();
    assertThat(prompt()).isNotEqualTo(skipped);
  }

  @Test
  void ownJudgmentsAreListedAndTheEarningsRiseByThePriceToTheCent() {
    maya.signIn(demonstration.signIn("maya"));
    BigDecimal pending = pending();

    openBench();
    String judged = prompt();
    answerByKeys(maya);
    maya.press("Control+Enter");
    assertThat(form()).containsText("0 of 5 answered");

    assertThat(pending()).isEqualTo(pending.add(PRICE));
    openRecord();
    assertThat(newestJudgment()).containsText("$3.50 pending");
    assertThat(judged).contains(newestPrompt().substring(0, 12));
    assertThat(maya.heading("Standing")).isVisible();
  }

  /** Four questions for each of the two answers, then which one to send. */
  static void answerByKeys(Person trainer) {
    trainer.press("1", "1", "1", "2", "3", "3", "2", "2");
    trainer.press("3");
  }

  private void atTheBench() {
    maya.signIn(demonstration.signIn("maya"));
    openBench();
  }

  private void openBench() {
    maya.page.navigate("/");
    workLink().click();
    assertThat(form()).isVisible();
  }

  private Locator workLink() {
    return maya.page.locator("section[aria-labelledby=training] > div > div")
        .filter(new Locator.FilterOptions().setHasText(PROJECT))
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Work").setExact(true));
  }

  private Locator form() {
    return maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"));
  }

  private String prompt() {
    return maya.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Prompt")).innerText();
  }

  private int tasksToday() {
    var today = Pattern.compile("(\\d+) tasks?, ").matcher(maya.page.locator("[data-bench] dl").innerText());
    assertThat(today.find()).isTrue();
    return Integer.parseInt(today.group(1));
  }

  private BigDecimal pending() {
    maya.page.navigate("/earnings");
    var shown = maya.page.locator("dl div").filter(new Locator.FilterOptions().setHasText("Pending")).first()
        .locator("dd").first();
    return new BigDecimal(shown.innerText().replaceAll("[^0-9.]", ""));
  }

  private void openRecord() {
    maya.openProject(PROJECT).openTab("My work");
    assertThat(maya.heading("Judgments")).isVisible();
  }

  private Locator newestJudgment() {
    return maya.page.locator("section[aria-labelledby=judgments] li").first();
  }

  private String newestPrompt() {
    return newestJudgment().locator("p").first().innerText();
  }
}
