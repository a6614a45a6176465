package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A conversation of hundreds of turns as one task, every turn of the assistant to be judged, and a count of what the page makes of it. */
final class LongTranscript {

  static final int TURNS = 600;

  /** What is there, what became formatted text, and what a browser lays out: far more turns lie below the window than in it. */
  private static final String COUNT = """
      () => {
        const turns = [...document.querySelectorAll('[data-turn]')]
        const rows = [...document.querySelectorAll('[data-part]')]
        const laidOut = (all) => all.filter((one) => one.firstElementChild.checkVisibility({ contentVisibilityAuto: true })).length
        return [turns.length, turns.filter((one) => one.querySelector('strong, em, code')).length, laidOut(turns), rows.length, laidOut(rows), document.querySelectorAll('*').length]
      }""";

  record Count(int turns, int formatted, int turnsLaidOut, int rows, int rowsLaidOut, int elements) {}

  private LongTranscript() {}

  /** A published project whose only task it is; gives its id. */
  static String publish(Script owner) throws Exception {
    String project = owner.post("/api/v1/projects", """
        {"name":"A long talk","domain":"general","summary":"One long conversation.","description":"",
         "terms":{"version":0,"rate":{"minor":900,"currency":"USD"},"expectedMinutes":60,"reviewHours":72,"paySchedule":"weekly","disputeProcess":"ask",
          "duration":"a day","weeklyHours":"1","skills":"none","languages":["en"],"sensitiveContent":"none"}}""").ok().get("id").asString();
    String at = "/api/v1/projects/" + project;
    owner.put(at + "/guidelines/draft", """
        {"body":"Read on.","rubric":{"criteria":[
          {"key":"turns","kind":"turns","title":"Is this turn right?","required":true,"options":[{"value":"yes","label":"Yes"},{"value":"partly","label":"Partly"},{"value":"no","label":"No"}]},
          {"key":"whole","kind":"score","title":"The whole","target":"item","required":true,"justification":"never","min":1,"max":5}]}}""").ok();
    owner.post(at + "/guidelines", Map.of("changeNote", "first", "effect", "EDITORIAL")).ok();
    owner.post(at + "/items", Map.of("items", List.of(Map.of("externalId", "long", "prompt", "Judge what the assistant says.", "conversation", turns(), "wanted", 3)))).ok();
    owner.post(at + "/publication", null).ok();
    return project;
  }

  /** Markdown with a list, emphasis and code now and then, as such transcripts have. */
  private static List<Map<String, String>> turns() {
    return IntStream.range(0, TURNS).mapToObj(i -> i % 2 == 0
        ? Map.of("role", "user", "text", "Question %d: and what of the case where the figure is **%d**? I tried it twice, with and without the second step, and got two results.".formatted(i / 2 + 1, i))
        : Map.of("role", "assistant", "text", """
            For %d the answer is *%d*. Two things decide it:

            - the first step, which you can leave out where nothing was carried over;
            - the second, which you can not.

            `halve(%d)` gives the same. %s""".formatted(i, i / 2, i, "If in doubt, write the steps down and compare them one by one. ".repeat(i % 5)))).toList();
  }

  static void open(Person trainer, String project) {
    trainer.page.navigate("/projects/" + project + "/work");
    assertThat(trainer.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"))).containsText("0 of %d turns answered".formatted(TURNS / 2));
    assertThat(trainer.page.locator("[data-turn='0'] strong").first()).isVisible();
  }

  static Count count(Page page) {
    var figures = ((List<?>) page.evaluate(COUNT)).stream().map(Number.class::cast).mapToInt(Number::intValue).toArray();
    return new Count(figures[0], figures[1], figures[2], figures[3], figures[4], figures[5]);
  }
}
