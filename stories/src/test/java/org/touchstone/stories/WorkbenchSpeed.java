package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Not a test but a measurement, run by bench/workbench/run.sh: how long a person waits between two tasks, and what
 * each page weighs on the wire.
 */
@OnStage
class WorkbenchSpeed {

  private static final int TASKS = 18;
  private static final int WARM_UP = 3;

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
    var waits = ((List<?>) maya.page.evaluate("() => window.waits")).stream().map(Number.class::cast)
        .mapToDouble(Number::doubleValue).skip(WARM_UP).sorted().toArray();
    System.out.printf("submit to next task painted, %d tasks: p50 %.0f ms, p95 %.0f ms, most %.0f ms%n", waits.length,
        waits[waits.length / 2], waits[(int) (waits.length * 0.95)], waits[waits.length - 1]);
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
