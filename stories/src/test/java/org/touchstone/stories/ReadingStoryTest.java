package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tools around a task: reading two long answers against each other, the guideline beside them, keys of one's own, ranking by mouse. */
@OnStage
class ReadingStoryTest {

  private static final String GUIDELINE = """
      # Which is better

      Prefer the answer with the **right dose**.

      # Scope

      Only what is written counts.

      # Examples

      An answer that names its source is better than one that does not.
      """;

  private static final String RUBRIC = """
      {"criteria":[
        {"kind":"compare","key":"better","title":"Which is better?","target":"item","required":true,"justification":"never","strength":true,"tie":true,"bothBad":true},
        {"kind":"rank","key":"order","title":"Rank them","target":"item","required":true,"justification":"never","ties":true}]}""";

  private static RunningTouchstone server;
  private static Demonstration.SignIn signIn;
  private static String work;

  private final Demonstration demonstration;
  private Person trainer;

  ReadingStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @BeforeAll
  static void aProjectWithLongAnswers() throws Exception {
    server = RunningTouchstone.empty();
    var owner = new Script(server.address());
    String project = EveryKindStoryTest.setUp(owner, server.output());
    String desk = "/api/v1/projects/" + project;
    String draft = "{\"body\":%s,\"rubric\":%s}".formatted(Script.JSON.writeValueAsString(GUIDELINE), RUBRIC);
    owner.put(desk + "/guidelines/draft", draft).ok();
    owner.post(desk + "/guidelines", Map.of("changeNote", "the first", "effect", "EDITORIAL")).ok();
    owner.post(desk + "/items", Map.of("items", List.of(Map.of("externalId", "one", "prompt", "How much of it?", "context", paragraphs(60, "told"),
        "wanted", 1, "responses", List.of(Map.of("text", paragraphs(60, "once")), Map.of("text", paragraphs(60, "twice"))))))).ok();
    owner.post(desk + "/publication", null).ok();
    signIn = EveryKindStoryTest.join(owner, new Script(server.address()), project);
    work = "/projects/" + project + "/work";
  }

  @AfterAll
  static void ends() {
    server.stop();
  }

  @BeforeEach
  void theTrainerSitsDown() {
    trainer = new Person(demonstration.browser().person(server.address())).signIn(signIn);
    trainer.page.navigate(work);
    assertThat(form()).isVisible();
  }

  @Test
  void twoLongAnswersScrollTogetherAndShowWhatOnlyOneOfThemSays() {
    trainer.press("v");
    // Which of the two stands left is drawn anew for each rater.
    var only = trainer.page.locator("[data-text='0'] .mark-removed").first();
    assertThat(only).hasText(Pattern.compile("once|twice"));
    assertThat(trainer.page.locator("[data-text='1'] .mark-added").first()).hasText(only.innerText().equals("once") ? "twice" : "once");

    var left = pane("A");
    left.hover();
    trainer.page.mouse().wheel(0, 600);
    trainer.page.waitForCondition(() -> scrolled(left) > 500);
    assertThat(scrolled(pane("B"))).as("alone until it is asked for").isZero();
    trainer.press("y");
    trainer.page.mouse().wheel(0, 300);
    trainer.page.waitForCondition(() -> Math.abs(scrolled(left) - scrolled(pane("B"))) < 30);
    assertThat(scrolled(left)).isGreaterThan(800);
  }

  @Test
  void aLongTextIsFoldedUntilItIsAskedFor() {
    var more = trainer.button("Show all of the context");
    assertThat(more).hasAttribute("aria-expanded", "false");
    more.click();
    assertThat(trainer.button("Fold the context")).hasAttribute("aria-expanded", "true");
    trainer.press("x");
    assertThat(trainer.page.locator("[data-folded]")).hasCount(0);
  }

  @Test
  void theClauseOfTheQuestionStandsInTheGuidelineThatIsSearchedByKeysAlone() {
    trainer.press("g");
    var clause = trainer.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("What the guideline says about it"));
    assertThat(clause).containsText("Prefer the answer with the right dose.");
    trainer.press("/");
    assertThat(trainer.field("Search the guideline")).isFocused();
    trainer.page.keyboard().type("counts");
    trainer.sees("1 of 1");
    assertThat(trainer.page.locator(".mark-hit")).hasText("counts");
    trainer.press("Escape");
    trainer.page.navigate(work);
    assertThat(form()).isVisible();
    trainer.press("i");
    trainer.sees("An answer that names its source");
    var ranked = form().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start again"));
    if (ranked.isVisible()) {
      ranked.click();
      trainer.press("k");
    }
    trainer.press("4");
    assertThat(form()).containsText("1 of 2 answered");
  }

  @Test
  void aKeyIsChangedInItsListUnlessItIsTaken() {
    trainer.press("?");
    var keys = trainer.dialog("Keys");
    keys.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Key for “Flag a problem”"))).click();
    trainer.press("s");
    assertThat(keys.getByRole(AriaRole.ALERT)).containsText("“s” is already the key for “Skip with a reason”.");
    trainer.press("Control+w");
    assertThat(keys.getByRole(AriaRole.ALERT)).containsText("belongs to the browser");
    trainer.press("p", "Escape");
    assertThat(keys).isHidden();
    trainer.press("p");
    assertThat(trainer.dialog("Flag a problem")).isVisible();
    trainer.press("Escape");
    assertThat(trainer.dialog("Flag a problem")).isHidden();
    trainer.button("Flag").hover();
    assertThat(trainer.page.getByRole(AriaRole.TOOLTIP)).containsText("p");
  }

  @Test
  void responsesAreRankedByDraggingAndTiedByAPress() {
    form().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Rank response A next")).click();
    form().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Rank response B next")).click();
    var upper = form().locator("[data-row='0'] button").first();
    upper.scrollIntoViewIfNeeded();
    BoundingBox from = upper.boundingBox();
    BoundingBox below = form().locator("[data-row='1']").boundingBox();
    trainer.page.mouse().move(from.x + 5, from.y + 5);
    trainer.page.mouse().down();
    trainer.page.mouse().move(from.x + 5, below.y + below.height + 10);
    trainer.page.mouse().up();
    assertThat(form()).containsText("Order: B, A");
    trainer.button("Tie response A with the one above").click();
    assertThat(form()).containsText("Order: A = B");
  }

  private static String paragraphs(int n, String word) {
    return IntStream.range(0, n).mapToObj(i -> "Paragraph %d says it %s.".formatted(i, word)).collect(Collectors.joining("\n\n"));
  }

  private Locator form() {
    return trainer.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"));
  }

  private Locator pane(String letter) {
    return trainer.page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(letter + " response").setExact(true));
  }

  private static int scrolled(Locator pane) {
    return (int) pane.evaluate("element => Math.round(element.scrollTop)");
  }
}
