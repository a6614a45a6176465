package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every main page of the four people under an accessibility check, light and dark, on a laptop and on a phone. */
@OnStage
class AccessibilityStoryTest {

  private record Look(int width, int height, ColorScheme scheme) {}

  /**
   * Both widths and both schemes; all four pairs would double the time and meet the same colours and the
   * same layouts again.
   */
  private static final List<Look> LOOKS = List.of(new Look(1440, 900, ColorScheme.LIGHT), new Look(390, 844,
      ColorScheme.DARK));

  private final Demonstration demonstration;

  AccessibilityStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void theEntranceHasNoFault() {
    var visitor = demonstration.visitor(ColorScheme.LIGHT);
    visitor.page.navigate("/sign-in");
    assertThat(visitor.button("Sign in")).isVisible();
    assertThat(faults(visitor, "/sign-in")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      priya | /projects/new /operations /accounts ./overview ./guideline/edit ./imports ./people ./settings ./audit
      maya  | / /projects /earnings /account . ./guideline ./record ./work
      jonas | / ./cases ./cases/* ./quality ./items ./items/*
      tomas | / ./datasets ./datasets/*
      """)
  void theMainPagesHaveNoFault(String name, String pages) {
    var person = demonstration.person(name);
    person.openProject(TrainerStoryTest.PROJECT);
    String project = person.page.url();
    var found = new ArrayList<String>();
    for (String path : pages.split(" ")) {
      open(person, path.startsWith(".") ? project + path.substring(1) : path);
      found.addAll(faults(person, path));
    }
    assertThat(found).isEmpty();
  }

  /** A star stands for the first thing listed on the page before it. */
  private static void open(Person person, String path) {
    if (path.endsWith("/*")) {
      person.page.navigate(path.substring(0, path.length() - 2));
      person.page.locator("main table tbody a").first().click();
      assertThat(person.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("All ")).first()).isVisible();
    } else {
      person.page.navigate(path);
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
      Browser.accessibilityFaults(person.page).forEach(fault -> found.add("%s, %d px, %s: %s"
          .formatted(path, look.width(), look.scheme(), fault)));
    }
    return found;
  }
}
