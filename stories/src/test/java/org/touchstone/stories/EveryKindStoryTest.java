package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A manager builds one form with every kind of question; a trainer judges twenty mixed tasks without a mouse. */
@OnStage
class EveryKindStoryTest {

  private static final int TASKS = 20;
  private static final String REASON = "It follows from the figures above.";

  /** What a finger would miss: WCAG 2.2 asks for 24 by 24 pixels, links within a text aside. */
  private static final String TOO_SMALL = """
      [...document.querySelectorAll('form button, form fieldset label, [role=group] button, header button')]
        .map((element) => [element, element.getBoundingClientRect()])
        .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(([element, box]) => `${element.getAttribute('aria-label') ?? element.textContent} ${Math.round(box.width)} x ${Math.round(box.height)}`)""";

  /** What the handles of a selection do on a phone: they belong to the system, so no test can drag them. */
  private static final String SELECT = """
      (element) => getSelection().setBaseAndExtent(element.firstChild, 0, element.firstChild, element.firstChild.length)""";

  /** A tap ends in a click, and the click takes a selection away: what is selected before it came is lost. */
  private static final String TAPPED = "() => { window.tapped = new Promise((done) => addEventListener('click', () => done(true), { once: true })) }";

  /** The questions of the form in their order, as the builder's menu names their kinds. */
  private static final Map<String, String> QUESTIONS = questions();

  /** Which rows of the form any change touches from now on. */
  private static final String CHANGED = """
      () => {
        const rows = new Set()
        const note = (changes) => changes.forEach((one) => {
          const row = (one.target.closest ? one.target : one.target.parentElement)?.closest('[data-part]')
          if (row) rows.add(row.dataset.part)
        })
        const watch = new MutationObserver(note)
        watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
        window.changed = () => { note(watch.takeRecords()); return [...rows] }
      }""";

  private static RunningTouchstone server;
  private static Script owner;

  private final Demonstration demonstration;

  EveryKindStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  private static Map<String, String> questions() {
    var questions = new LinkedHashMap<String, String>();
    questions.put("Correct", "Choice");
    questions.put("Trust", "Scale");
    questions.put("Better", "Comparison");
    questions.put("Order", "Ranking");
    questions.put("Faults", "Marked passages");
    questions.put("Mended", "Rewrite");
    questions.put("In short", "Text");
    questions.put("Each step", "Reasoning steps");
    questions.put("Each turn", "Turns of a conversation");
    return questions;
  }

  @BeforeAll
  static void aServerOfItsOwn() throws Exception {
    server = RunningTouchstone.empty();
    owner = new Script(server.address());
    setUpOwner(owner, server.output());
  }

  @AfterAll
  static void ends() {
    server.stop();
  }

  @Test
  void twentyMixedTasksAreJudgedByKeyboardAlone() throws Exception {
    String project = opened("Every kind by keys", TASKS);
    var trainer = atWork(demonstration.browser().person(server.address()), project);
    for (int i = 0; i < TASKS; i++) judge(trainer, i == 0);
    assertThat(form(trainer)).isHidden();
    assertThat(judged(project)).isEqualTo(TASKS);
  }

  /** The same form at a phone's width: no key is pressed but letters, nothing is pushed aside, everything is large enough for a finger. */
  @Test
  void everyKindIsAnsweredOnAPhoneWithTheFingerAlone() throws Exception {
    String project = opened("Every kind by finger", 2);
    var trainer = atWork(demonstration.browser().personWithPhone(server.address()), project);
    judgeByFinger(trainer);
    assertThat(trainer.page.locator("[data-turn]").first()).isVisible();
    judgeByFinger(trainer);
    assertThat(form(trainer)).isHidden();
    assertThat(judged(project)).isEqualTo(2);
  }

  /** What keeps a conversation of six hundred turns quick is what is not done: neither formatting nor layout of what nobody looks at. */
  @Test
  void ofALongTranscriptOnlyWhatIsInSightIsFormattedAndLaidOutAndAMarkChangesItsOwnRowOnly() throws Exception {
    String project = LongTranscript.publish(owner);
    var trainer = new Person(demonstration.browser().person(server.address()));
    trainer.signIn(join(owner, new Script(server.address()), project));
    LongTranscript.open(trainer, project);
    var atFirst = LongTranscript.count(trainer.page);
    assertThat(atFirst.turns()).isEqualTo(LongTranscript.TURNS);
    assertThat(atFirst.rows()).isEqualTo(LongTranscript.TURNS / 2);
    assertThat(atFirst.formatted()).as("turns formatted").isBetween(3, 40);
    assertThat(atFirst.turnsLaidOut()).as("turns laid out").isBetween(3, 60);
    assertThat(atFirst.rowsLaidOut()).as("rows of the form laid out").isBetween(3, 60);

    trainer.page.evaluate(CHANGED);
    trainer.press("1");
    assertThat(form(trainer)).containsText("1 of 300 turns answered");
    assertThat((List<?>) trainer.page.evaluate("() => window.changed()")).as("rows of the form touched by a mark").hasSizeLessThanOrEqualTo(2);

    trainer.page.locator("[data-turn='401']").evaluate("turn => turn.scrollIntoView()");
    assertThat(trainer.page.locator("[data-turn='401'] code").first()).isVisible();
    assertThat(trainer.page.locator("[data-turn='201'] code")).hasCount(0);
    assertThat(LongTranscript.count(trainer.page).turnsLaidOut()).as("turns laid out after a leap").isBetween(3, 60);
  }

  /** A published project with the form of every kind and so many items. */
  private String opened(String name, int items) throws Exception {
    String project = createProject(owner, name);
    var manager = new Person(demonstration.browser().person(server.address()));
    manager.signIn(new Demonstration.SignIn("owner@example.org", "a few plain words"));
    buildTheForm(manager, project);
    owner.post("/api/v1/projects/" + project + "/items", Map.of("items", IntStream.range(0, items).mapToObj(EveryKindStoryTest::item).toList())).ok();
    owner.post("/api/v1/projects/" + project + "/publication", null).ok();
    return project;
  }

  private static Person atWork(BrowserContext context, String project) throws Exception {
    var trainer = new Person(context);
    trainer.signIn(join(owner, new Script(server.address()), project));
    trainer.page.navigate("/projects/" + project + "/work");
    return trainer;
  }

  private static int judged(String project) throws Exception {
    return owner.get("/api/v1/projects/" + project + "/overview").ok().get("judgments").asInt();
  }

  private static void judgeByFinger(Person trainer) {
    var form = form(trainer);
    assertThat(form).isVisible();
    boolean talked = trainer.page.locator("[data-turn]").count() > 0;
    tapEach(form, "correct", 0);
    tapEach(form, "trust", 3);
    tap(form, "better", 4);
    form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Rank response B next")).tap();
    form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Rank response A next")).tap();
    mark(trainer, form);
    tap(form, "mended", 1);
    form.locator("[data-criterion=mended] textarea").fill("Half of it, and so it is done.");
    form.locator("[data-criterion=in_short] textarea").fill(REASON);
    parts(form, "each_step", 0);
    if (talked) parts(form, "each_turn", 1);
    assertThat((int) trainer.page.evaluate("document.documentElement.scrollWidth")).as("nothing is pushed aside").isLessThanOrEqualTo(390);
    assertThat((List<?>) trainer.page.evaluate(TOO_SMALL)).as("large enough for a finger").isEmpty();
    assertThat(Browser.accessibilityFaults(trainer.page)).isEmpty();
    trainer.page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", talked ? "phone-talk.png" : "phone-kinds.png")));
    form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Submit")).tap();
    trainer.sees(talked ? "Every task" : "0 of ");
  }

  /** Marks a selection and a sentence: without a mouse and without a keyboard a button below and the stepper's own do it. */
  private static void mark(Person trainer, Locator form) {
    var text = trainer.page.locator("[data-text='0'] [data-at], [data-text='1'] [data-at]").first();
    text.evaluate(TAPPED);
    text.tap();
    trainer.page.evaluate("() => window.tapped");
    text.evaluate(SELECT);
    trainer.button("Mark the selected passage").tap();
    say(trainer);
    form.locator("[data-criterion=faults]").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Mark by sentence")).tap();
    var stepper = trainer.page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Mark by sentence"));
    stepper.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Next(?! text)"))).tap();
    stepper.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Mark")).tap();
    say(trainer);
    stepper.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Done")).tap();
    assertThat(form.locator("[data-criterion=faults]").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Remove the mark")))).hasCount(2);
  }

  private static void say(Person trainer) {
    var dialog = trainer.dialog("Mark the passage");
    dialog.locator("fieldset").first().locator("label").first().tap();
    dialog.locator("fieldset").last().locator("label").first().tap();
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Mark").setExact(true)).tap();
  }

  private static void tap(Locator form, String criterion, int choice) {
    form.locator("[data-criterion=" + criterion + "] fieldset").first().locator("label").nth(choice).tap();
  }

  private static void tapEach(Locator form, String criterion, int choice) {
    for (int response = 0; response < 2; response++) form.locator("[data-criterion=" + criterion + "] fieldset").nth(response).locator("label").nth(choice).tap();
  }

  private static void parts(Locator form, String criterion, int choice) {
    var fields = form.locator("[data-criterion=" + criterion + "] [data-part] fieldset");
    for (int i = 0; i < fields.count(); i++) fields.nth(i).locator("label").nth(choice).tap();
  }

  static String setUp(Script owner, String printed) throws Exception {
    setUpOwner(owner, printed);
    return createProject(owner, "Every kind");
  }

  static void setUpOwner(Script owner, String printed) throws Exception {
    var link = Pattern.compile("setup\\?token=(\\S+)").matcher(printed);
    assertThat(link.find()).as("the set-up link is printed").isTrue();
    owner.post("/api/v1/setup", Map.of("token", link.group(1), "name", "Owner", "email", "owner@example.org",
        "password", "a few plain words")).ok();
  }

  private static String createProject(Script owner, String name) throws Exception {
    return owner.post("/api/v1/projects", """
        {"name":"%s","domain":"general","summary":"One of each.","description":"",
         "terms":{"version":0,"rate":{"minor":200,"currency":"USD"},"expectedMinutes":3,"reviewHours":72,
          "paySchedule":"weekly","disputeProcess":"ask","duration":"a day","weeklyHours":"1","skills":"none",
          "languages":["en"],"sensitiveContent":"none"}}""".formatted(name)).ok().get("id").asString();
  }

  /** Adds every kind from the menu, a condition and a hard rule, tries the preview, and publishes. */
  private static void buildTheForm(Person manager, String project) {
    manager.page.navigate("/projects/" + project + "/guideline/edit");
    manager.page.getByRole(AriaRole.BUTTON,
        new Page.GetByRoleOptions().setName(Pattern.compile("^Empty page"))).click();
    manager.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Text")).click();
    manager.field("Text of the guideline, in Markdown").fill("Answer every question.");
    manager.page.getByRole(AriaRole.TAB,
        new Page.GetByRoleOptions().setName(Pattern.compile("^Questions"))).click();
    QUESTIONS.forEach((title, kind) -> {
      manager.button("Add a question").click();
      choose(manager, kind);
      manager.field("Question").fill(title);
      if (title.equals("In short")) {
        manager.field("Asked only under a condition").check();
        manager.field("Asked only if: question").selectOption("correct");
        manager.field("It must be answered").check();
      }
    });
    manager.button("Add a rule").click();
    choose(manager, "Number of words");
    manager.field("Rule 1: question").selectOption("in_short");
    manager.field("What trainers read").fill("Short means twelve words at most.");
    manager.field("Rule 1: at most").fill("12");
    var preview = manager.page.getByRole(AriaRole.REGION,
        new Page.GetByRoleOptions().setName("Preview"));
    assertThat(question(preview, "Each turn")).isVisible();
    assertThat(question(preview, "In short")).isHidden();
    preview.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Correct, response A"))
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Yes")).check();
    assertThat(preview.getByText("Short means twelve words at most.")).isVisible();
    manager.button("Publish version 1").click();
    manager.dialog("Publish version 1").getByRole(AriaRole.BUTTON,
        new Locator.GetByRoleOptions().setName("Publish version 1")).click();
    manager.sees("Version 1 is in force.");
  }

  private static Locator question(Locator preview, String title) {
    return preview.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName(title));
  }

  private static void choose(Person manager, String entry) {
    manager.page.getByRole(AriaRole.MENUITEM,
        new Page.GetByRoleOptions().setName(Pattern.compile("^" + entry))).click();
  }

  /** Two responses each; every second one follows a conversation, and programs, steps and outputs are mixed in. */
  private static Map<String, Object> item(int i) {
    var item = new LinkedHashMap<String, Object>();
    item.put("externalId", "task-" + i);
    item.put("prompt", "Task %d: halve 2 + %d.".formatted(i, i));
    item.put("wanted", 1);
    String program = "1. Add them.\n2. Halve the sum.\n\n```python\nprint((2 + %d) / 2)\n```".formatted(i);
    item.put("responses", List.of(
        Map.of("text", program, "output", (2 + i) / 2.0 + "\n"),
        Map.of("text", "Half of it. It is easy.", "steps", List.of("Half of it.", "It is easy.", "So it is done."))));
    if (i % 2 == 1) {
      item.put("conversation",
          List.of(Map.of("role", "user", "text", "Hello"), Map.of("role", "assistant", "text", "Good day.")));
    }
    return item;
  }

  static Demonstration.SignIn join(Script owner, Script trainer, String project) throws Exception {
    String token = owner.post("/api/v1/projects/%s/invitations".formatted(project), Map.of("role", "TRAINER"))
        .ok().get("token").asString();
    var signIn = new Demonstration.SignIn("trainer-%s@example.org".formatted(project), "a few plain words");
    trainer.post("/api/v1/invitations/%s/acceptance".formatted(token),
        Map.of("name", "Tess", "email", signIn.email(), "password", signIn.password())).ok();
    trainer.post("/api/v1/projects/%s/membership".formatted(project), Map.of("termsVersion", 1)).ok();
    trainer.post("/api/v1/projects/%s/guidelines/1/acknowledgement".formatted(project), null).ok();
    return signIn;
  }

  private static Locator form(Person trainer) {
    return trainer.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"));
  }

  /** Every question in turn, by the keys the product shows; what it asks decides what is pressed. */
  private static void judge(Person trainer, boolean withAFault) {
    var form = form(trainer);
    assertThat(form).isVisible();
    String prompt = trainer.page.locator("[data-text=prompt]").textContent();
    boolean talked = trainer.page.locator("[data-turn]").count() > 0;
    trainer.press("1", "1");
    trainer.press("4", "3");
    trainer.press("5");
    trainer.press("b", "a", "j");
    if (withAFault) {
      trainer.press("m", "Enter");
      assertThat(trainer.dialog("Mark the passage")).isVisible();
      trainer.press("1", "1", "Enter", "Escape");
    }
    trainer.press("j");
    trainer.press("b", "e", "End");
    trainer.page.keyboard().type(" Mended.");
    trainer.press("Escape", "j", "e");
    trainer.page.keyboard().type(REASON);
    trainer.press("Escape", "j");
    int steps = form.locator("[data-criterion=each_step] [data-part]").count();
    var marks = new ArrayList<String>();
    for (int i = 0; i < steps; i++) marks.add(i == steps - 1 ? "3" : "1");
    trainer.press(marks.toArray(String[]::new));
    if (talked) trainer.press("2");
    trainer.press("Control+Enter");
    assertThat(trainer.page.locator("[data-text=prompt]").filter(new Locator.FilterOptions().setHasText(prompt)))
        .hasCount(0);
  }
}
