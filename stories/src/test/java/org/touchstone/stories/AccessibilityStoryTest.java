package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every page there is under an accessibility check, light and dark, on a laptop and on a phone. */
@OnStage
class AccessibilityStoryTest {

  private record Look(int width, int height, ColorScheme scheme) {}

  /** Who walks where: a dot stands for the demonstration's project, a star for something on the page before it. */
  record Walk(String name, List<String> pages) {}

  /**
   * Both widths and both schemes; all four pairs would double the time and meet the same colours and the
   * same layouts again.
   */
  private static final List<Look> LOOKS = List.of(new Look(1440, 900, ColorScheme.LIGHT), new Look(390, 844,
      ColorScheme.DARK));

  private static final List<String> ENTRANCE = List.of("/sign-in", "/setup", "/invitations/*", "/new-password/*");

  private static final List<String> TRAINER = List.of("/", "/projects", "/earnings", "/account", "/assessments", ".",
      "./guideline", "./guideline/compare", "./calibration", "./calibration/attempts/*", "./work", "./record",
      "./record/*", "./record/*/revise");

  @SuppressWarnings("unused")
  static final List<Walk> WALKS = List.of(
      new Walk("priya", List.of("/projects/new", "/operations", "/accounts", "./overview", "./guideline/edit", "./imports",
          "./imports/*", "./people", "./settings", "./audit")),
      new Walk("maya", TRAINER),
      new Walk("jonas", List.of("/", "./cases", "./cases/*", "./quality", "./quality/agreement/*", "./routing", "./items", "./items/*", "./guideline",
          "./calibration", "./calibration/*")),
      new Walk("tomas", List.of("/", "./datasets", "./datasets/*")));

  /** By key, what opens over the workbench. */
  private static final Map<String, String> OPENED = new TreeMap<>(Map.of("f", "Flag a problem", "s", "Skip this task", "?", "Keys",
      "g", "Guideline, version", "i", "Guideline, version"));

  /** Whatever takes longer than the eye needs to see it move. */
  private static final String MOVING = """
      () => document.getAnimations().filter((one) => one.effect.getTiming().duration > 20).map((one) => one.effect.target.outerHTML.slice(0, 80))""";

  private final Demonstration demonstration;

  AccessibilityStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void everyPageOfTheBrowserIsWalked() throws IOException {
    var pages = Pages.ofTheBrowser();
    var walked = Stream.concat(ENTRANCE.stream(), WALKS.stream().flatMap(walk -> walk.pages().stream()))
        .map(path -> path.replaceFirst("^\\.", "/projects/*")).toList();
    assertThat(pages.keySet()).hasSizeGreaterThan(35).containsAll(walked);
    assertThat(walked.stream().map(pages::get)).as("pages under the check").containsAll(pages.values());
  }

  @Test
  void theEntranceHasNoFault() {
    var priya = demonstration.person("priya");
    var addresses = List.of("/sign-in", "/setup", Reaching.invitation(priya), Reaching.passwordLink(priya));
    var visitor = demonstration.visitor(ColorScheme.LIGHT);
    var found = new ArrayList<String>();
    for (String address : addresses) {
      visitor.page.navigate(address);
      assertThat(visitor.page.getByRole(AriaRole.HEADING).first()).isVisible();
      found.addAll(faults(visitor, address));
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("WALKS")
  void noPageHasAFault(Walk walk) {
    assertThat(faultsOnTheWay(demonstration.person(walk.name()), walk)).isEmpty();
  }

  /** German words are longer: nothing is cut off, nothing pushes the page wider than the phone. */
  @Test
  void theTrainersPagesHaveNoFaultInGerman() {
    var maya = demonstration.person("maya");
    maya.openProject(TrainerStoryTest.PROJECT);
    String project = maya.page.url();
    maya.page.evaluate("() => localStorage.setItem('touchstone.language', '\"de\"')");
    var found = new ArrayList<String>();
    for (String path : TRAINER.stream().filter(path -> !path.contains("*")).toList()) {
      open(maya, path, project);
      assertThat(maya.page.locator("html[lang=de]")).hasCount(1);
      if (path.equals(".")) {
        assertThat(maya.link("Übersicht")).isVisible();
      }
      found.addAll(faults(maya, path));
    }
    assertThat(found).isEmpty();
  }

  /** Where keys begin nothing on the page behind, the dialogs of the workbench are pages of their own. */
  @Test
  void whatTheKeysOfTheWorkbenchOpenHasNoFault() {
    var maya = demonstration.person("maya");
    maya.openProject(TrainerStoryTest.PROJECT).link("Work").first().click();
    assertThat(maya.page.getByRole(AriaRole.FORM)).isVisible();
    var found = new ArrayList<String>();
    OPENED.forEach((key, title) -> {
      maya.press(key);
      assertThat(maya.dialog(title)).isVisible();
      found.addAll(faults(maya, "work, key " + key));
      maya.press("Escape");
      assertThat(maya.dialog(title)).isHidden();
    });
    assertThat(found).isEmpty();
  }

  @Test
  void nothingMovesForWhoAsksForLessMotion() {
    var maya = demonstration.person("maya");
    maya.page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    maya.openProject(TrainerStoryTest.PROJECT).link("Work").first().click();
    assertThat(maya.page.getByRole(AriaRole.FORM)).isVisible();
    OPENED.forEach((key, title) -> {
      maya.press(key);
      assertThat((List<?>) maya.page.evaluate(MOVING)).as("moving after " + key).isEmpty();
      assertThat(maya.dialog(title)).isVisible();
      maya.press("Escape");
      assertThat(maya.dialog(title)).isHidden();
    });
  }

  @Test
  void theKeyboardMeetsTheSkipLinkFirstAndThenThePageInItsOrder() {
    var maya = demonstration.person("maya");
    maya.page.navigate("/projects");
    assertThat(maya.heading("Projects")).isVisible();
    assertThat(maya.page.locator("main a").first()).isVisible();
    maya.press("Tab");
    assertThat(maya.page.locator(".skip-link")).isFocused();
    maya.press("Enter");
    maya.press("Tab");
    assertThat(maya.page.locator("main a, main button").first()).isFocused();
  }

  private static List<String> faultsOnTheWay(Person person, Walk walk) {
    person.openProject(TrainerStoryTest.PROJECT);
    String project = person.page.url();
    var found = new ArrayList<String>();
    for (String path : walk.pages()) {
      open(person, path, project);
      found.addAll(faults(person, path));
    }
    return found;
  }

  private static void open(Person person, String path, String project) {
    if (path.contains("*")) {
      Reaching.oneOf(person, path, project);
    } else {
      person.page.navigate(path.startsWith(".") ? project + path.substring(1) : path);
    }
    assertThat(person.page.getByRole(AriaRole.MAIN).getByRole(AriaRole.HEADING).first()).isAttached();
    assertThat(person.page.getByRole(AriaRole.MAIN)
        .locator("[aria-busy=true], .mantine-Skeleton-root, .mantine-Loader-root").filter(
        new Locator.FilterOptions().setVisible(true))).hasCount(0);
  }

  private static List<String> faults(Person person, String path) {
    var found = new ArrayList<String>();
    for (var look : LOOKS) {
      person.page.setViewportSize(look.width(), look.height());
      person.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
      assertThat(person.page
          .locator("html[data-mantine-color-scheme=" + look.scheme().name().toLowerCase() + "]")).hasCount(1);
      // A colour half way between light and dark is nobody's choice.
      person.page.waitForFunction("() => document.getAnimations().every(one => !(one instanceof CSSTransition))");
      Stream.concat(Browser.accessibilityFaults(person.page).stream(), Reaching.ownRules(person.page).stream())
          .forEach(fault -> found.add("%s, %d px, %s: %s".formatted(path, look.width(), look.scheme(), fault)));
    }
    return found;
  }
}
