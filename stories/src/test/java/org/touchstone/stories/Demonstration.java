package org.touchstone.stories;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.regex.Pattern;

/** One server with the demonstration and one browser, started by the first story that needs them and shared by all. */
final class Demonstration implements AutoCloseable {

  record SignIn(String email, String password) {}

  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;

  private final RunningTouchstone server;
  private final Browser browser;

  Demonstration() {
    PlaywrightAssertions.setDefaultAssertionTimeout(Person.PATIENCE_MILLIS);
    browser = Browser.open();
    server = RunningTouchstone.withDemo();
  }

  URI address() {
    return server.address();
  }

  Browser browser() {
    return browser;
  }

  /** One of the four demo people, at a laptop and signed in. */
  Person person(String name) {
    return visitor(ColorScheme.LIGHT).signIn(signIn(server, name));
  }

  /** Somebody at a laptop who has not signed in. */
  Person visitor(ColorScheme scheme) {
    return new Person(browser.person(address(), WIDTH, HEIGHT, scheme));
  }

  SignIn signIn(String name) {
    return signIn(server, name);
  }

  static SignIn signIn(RunningTouchstone server, String name) {
    var line = Pattern.compile("(" + name + "@demo\\.example)\\s+(\\S+)").matcher(server.output());
    if (!line.find()) {
      throw new AssertionError("no sign-in of " + name + " was printed:\n" + server.output());
    }
    return new SignIn(line.group(1), line.group(2));
  }

  @Override
  public void close() {
    browser.close();
    server.stop();
  }
}
