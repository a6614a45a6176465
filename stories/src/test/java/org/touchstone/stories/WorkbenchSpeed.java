package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * Not a test but a measurement, run by bench/workbench/run.sh: how long a person waits between two tasks and in a
 * conversation of hundreds of turns, and what each page weighs on the wire.
 */
@OnStage
class WorkbenchSpeed {

  private static final int TASKS = 18;
  private static final int WARM_UP = 3;
  private static final int OPENINGS = 7;
  private static final int MARKS = 40;

  /** From the key's own time stamp to the moment after the frame in which the next task was painted. */
  private static final String STOPWATCH = """
      () => {
        window.waits = []
        addEventListener('keydown', (event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return
          const before = document.querySelector('[data-bench]')
          const watch = new MutationObserver(() => {
            const now = document.querySelector('[data-bench]')
            if (!now || now === before) return
            watch.disconnect()
            requestAnimationFrame(() => {
              const painted = new MessageChannel()
              painted.port1.onmessage = () => window.waits.push(performance.now() - event.timeStamp)
              painted.port2.postMessage(null)
            })
          })
          watch.observe(document.body, { childList: true, subtree: true })
        }, true)
      }""";

  /** The page's own time, from its address to the end of the frame in which its first turn is formatted. */
  private static final String OPENED = """
      const watch = new MutationObserver(() => {
        if (!document.querySelector('[data-turn="0"] strong')) return
        watch.disconnect()
        requestAnimationFrame(() => {
          const painted = new MessageChannel()
          painted.port1.onmessage = () => { window.opened = performance.now() }
          painted.port2.postMessage(null)
        })
      })
      watch.observe(document, { childList: true, subtree: true })""";

  /** A window's height a frame, from the first turn to the last; gives what each frame took. */
  private static final String SCROLLED = """
      () => new Promise((done) => {
        let pane = document.querySelector('[data-turn]')
        while (pane && !(pane.scrollHeight > pane.clientHeight + 10 && /auto|scroll/.test(getComputedStyle(pane).overflowY))) pane = pane.parentElement
        pane = pane ?? document.scrollingElement
        pane.scrollTop = 0
        const frames = []
        let before = null
        const step = (now) => {
          if (before !== null) frames.push(now - before)
          before = now
          if (pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 2) return done(frames)
          pane.scrollBy(0, pane.clientHeight)
          requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      })""";

  /** From the key's own time stamp to the end of the frame that shows the next count of judged turns. */
  private static final String MARKED = """
      () => {
        window.waits = []
        const count = () => /(\\d+) of \\d+ turns answered/.exec(document.querySelector('form').textContent)?.[1]
        addEventListener('keydown', (event) => {
          if (!/^[1-3]$/.test(event.key)) return
          const before = count()
          const watch = new MutationObserver(() => {
            if (count() === before) return
            watch.disconnect()
            requestAnimationFrame(() => {
              const painted = new MessageChannel()
              painted.port1.onmessage = () => window.waits.push(performance.now() - event.timeStamp)
              painted.port2.postMessage(null)
            })
          })
          watch.observe(document.querySelector('form'), { childList: true, subtree: true, characterData: true })
        }, true)
      }""";

  private record Weight(int requests, long bytes) {}

  private final Demonstration demonstration;

  WorkbenchSpeed(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void fromSubmitToTheNextTaskPainted() {
    var maya = demonstration.person("maya");
    maya.openProject(TrainerStoryTest.PROJECT).link("Work").first().click();
    var form = maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"));
    assertThat(form).containsText("0 of 5 answered");
    maya.page.evaluate(STOPWATCH);
    for (int task = 1; task <= TASKS; task++) {
      TrainerStoryTest.answerByKeys(maya);
      assertThat(form).containsText("5 of 5 answered");
      maya.press("Control+Enter");
      maya.page.waitForFunction("n => window.waits.length >= n", task);
      assertThat(form).containsText("0 of 5 answered");
    }
    tell("submit to next task painted", figures(maya.page.evaluate("() => window.waits")).skip(WARM_UP).toArray());
  }

  @Test
  void aConversationOfHundredsOfTurns() throws Exception {
    try (var server = RunningTouchstone.empty()) {
      var owner = new Script(server.address());
      EveryKindStoryTest.setUpOwner(owner, server.output());
      String project = LongTranscript.publish(owner);
      var trainer = new Person(demonstration.browser().person(server.address()));
      trainer.signIn(EveryKindStoryTest.join(owner, new Script(server.address()), project));
      trainer.page.addInitScript(OPENED);
      var opened = new double[OPENINGS];
      for (int i = -WARM_UP; i < OPENINGS; i++) {
        LongTranscript.open(trainer, project);
        trainer.page.waitForFunction("() => window.opened");
        if (i >= 0) opened[i] = ((Number) trainer.page.evaluate("() => window.opened")).doubleValue();
      }
      var count = LongTranscript.count(trainer.page);
      System.out.printf("a conversation of %d turns: %,d elements, %d turns formatted, %d laid out, %d of %d rows of the form laid out%n", count.turns(), count.elements(),
          count.formatted(), count.turnsLaidOut(), count.rowsLaidOut(), count.rows());
      tell("opening it, from the address to the first turn painted", opened);
      trainer.page.evaluate(MARKED);
      for (int mark = 1; mark <= MARKS + WARM_UP; mark++) {
        trainer.press(Integer.toString(mark % 3 + 1));
        trainer.page.waitForFunction("n => window.waits.length >= n", mark);
      }
      tell("marking a turn, from the key to the next turn painted", figures(trainer.page.evaluate("() => window.waits")).skip(WARM_UP).toArray());
      tell("scrolling through all of it for the first time, a window's height a frame: each frame", figures(trainer.page.evaluate(SCROLLED)).toArray());
      tell("and once more, now that every turn is formatted", figures(trainer.page.evaluate(SCROLLED)).toArray());
    }
  }

  private static DoubleStream figures(Object list) {
    return ((List<?>) list).stream().map(Number.class::cast).mapToDouble(Number::doubleValue);
  }

  private static void tell(String what, double[] waits) {
    var sorted = Arrays.stream(waits).sorted().toArray();
    System.out.printf("%s, %d times: p50 %.0f ms, p95 %.0f ms, most %.0f ms%n", what, sorted.length, sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.95)],
        sorted[sorted.length - 1]);
  }

  @Test
  void whatEachPageWeighs() {
    System.out.println("| page | first load | requests | again | requests |\n|---|---|---|---|---|");
    weigh(null, "/sign-in");
    weigh("maya", "/", "/projects", ".", "./guideline", "./work", "./record", "/earnings", "/account");
    weigh("priya", "./overview", "./items", "./settings", "./guideline/edit");
    weigh("jonas", "./cases", "./quality");
  }

  private void weigh(String name, String... pages) {
    String project = name == null ? "" : projectOf(name);
    for (String path : pages) {
      String address = path.startsWith(".") ? project + path.substring(1) : path;
      var fresh = demonstration.browser().person(demonstration.address());
      try {
        if (name != null) {
          signIn(fresh, demonstration.signIn(name));
        }
        var first = load(fresh, address);
        var again = load(fresh, address);
        System.out.printf("| %s | %,d kB | %d | %,d kB | %d |%n", path.replace("./", "/projects/…/").replaceFirst("^\\.$", "/projects/…"),
            first.bytes() / 1000, first.requests(), again.bytes() / 1000, again.requests());
      } finally {
        fresh.close();
      }
    }
  }

  private String projectOf(String name) {
    var person = demonstration.person(name);
    person.openProject(TrainerStoryTest.PROJECT);
    String address = person.page.url();
    person.leave();
    return address;
  }

  /** Signs in without loading a page, so that nothing is in the browser's store before the first load. */
  private void signIn(BrowserContext context, Demonstration.SignIn as) {
    String session = demonstration.address() + "/api/v1/session";
    context.request().get(session);
    var proof = context.cookies().stream().filter(cookie -> cookie.name.equals("XSRF-TOKEN")).findFirst().orElseThrow();
    var answer = context.request().post(session, RequestOptions.create().setHeader("X-XSRF-TOKEN", proof.value)
        .setData(Map.of("email", as.email(), "password", as.password())));
    if (!answer.ok()) {
      throw new AssertionError("signing in answered " + answer.status() + ": " + answer.text());
    }
  }

  private static Weight load(BrowserContext context, String address) {
    var page = context.newPage();
    try {
      var wire = context.newCDPSession(page);
      wire.send("Network.enable");
      var sizes = new ArrayList<Long>();
      wire.on("Network.loadingFinished", event -> sizes.add(event.get("encodedDataLength").getAsLong()));
      page.navigate(address);
      page.waitForLoadState(LoadState.NETWORKIDLE);
      return new Weight((int) sizes.stream().filter(size -> size > 0).count(), sizes.stream().mapToLong(Long::longValue).sum());
    } finally {
      page.close();
    }
  }
}
