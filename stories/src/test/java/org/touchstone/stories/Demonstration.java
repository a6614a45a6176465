package org.touchstone.stories;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * One browser and one server with the demonstration, each started by the first story that needs it and
 * shared by all.
 */
final class Demonstration implements AutoCloseable {

  record SignIn(String email, String password) {}

  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;

  private final Browser browser;
  private RunningTouchstone server;

  Demonstration() {
    PlaywrightAssertions.setDefaultAssertionTimeout(Person.PATIENCE_MILLIS);
    browser = Browser.open();
  }

  private RunningTouchstone server() {
    if (server == null) {
      server = RunningTouchstone.withDemo();
    }
    if (!server.process().isAlive()) {
      throw new AssertionError("the demonstration ended in the middle of the stories with status "
          + server.process().exitValue() + "; it printed:\n" + server.output());
    }
    return server;
  }

  URI address() {
    return server().address();
  }

  Browser browser() {
    return browser;
  }

  /** One of the four demo people, at a laptop and signed in. */
  Person person(String name) {
    return visitor(ColorScheme.LIGHT).signIn(signIn(name));
  }

  /** Somebody at a laptop who has not signed in. */
  Person visitor(ColorScheme scheme) {
    return new Person(browser.person(address(), WIDTH, HEIGHT, scheme));
  }

  SignIn signIn(String name) {
    return signIn(server(), name);
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
    if (server != null) {
      server.stop();
    }
  }
}
