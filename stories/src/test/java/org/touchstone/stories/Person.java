package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Somebody before a browser of their own, who finds things by what is written on them and waits until they
 * are there.
 */
final class Person {

  static final int PATIENCE_MILLIS = 60_000;
  private static final int MOST_TABS = 80;

  private static final List<Person> PRESENT = new ArrayList<>();

  private final BrowserContext context;
  final Page page;

  Person(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    PRESENT.add(this);
  }

  static List<Person> present() {
    return List.copyOf(PRESENT);
  }

  Person signIn(Demonstration.SignIn as) {
    page.navigate("/sign-in");
    field("E-mail").fill(as.email());
    field("Password").fill(as.password());
    button("Sign in").click();
    assertThat(page.getByRole(AriaRole.BANNER)).isVisible();
    return this;
  }

  /** Goes to a project's page by its name in the list of projects. */
  Person openProject(String name) {
    page.navigate("/projects");
    link(name).click();
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1))).isVisible();
    return this;
  }

  /** Goes on to another page of the project that is open. */
  Person openTab(String name) {
    page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK,
        new Locator.GetByRoleOptions().setName(name).setExact(true)).click();
    return this;
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  /** A switch, box or radio by how its label begins; an explanation may follow. */
  Locator choice(AriaRole role, String label) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(Pattern.compile("^" + label + "\\b")));
  }

  Locator dialog(String title) {
    return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
  }

  void sees(String words) {
    assertThat(page.getByText(words).first()).isVisible();
  }

  void sees(Pattern words) {
    assertThat(page.getByText(words).first()).isVisible();
  }

  void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  /** Walks there with the Tab key, as somebody without a mouse does. */
  void tabTo(Locator target) {
    assertThat(target).isVisible();
    for (int i = 0; i < MOST_TABS; i++) {
      if ((boolean) target.evaluate("element => element === document.activeElement")) {
        return;
      }
      press("Tab");
    }
    throw new AssertionError("the Tab key does not reach " + target);
  }

  void photograph(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  void leave() {
    PRESENT.remove(this);
    context.close();
  }
}
