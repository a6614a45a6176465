package org.touchstone.stories;

import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Chromium without a window, and the people who sit in front of it. */
public final class Browser implements AutoCloseable {

  private static final List<String> USUAL_NAMES = List.of("chromium", "chromium-browser", "google-chrome-stable",
      "google-chrome");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  /** Skips the calling test, with the reason, where no Chromium is installed. */
  public static Browser open() {
    var program = chromiumProgram();
    if (program.isEmpty()) {
      abort("no Chromium found: install it (Debian: apt-get install chromium) or name it with CHROMIUM");
    }
    var playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var options = new LaunchOptions().setExecutablePath(program.get()).setHeadless(true).setChromiumSandbox(false)
        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync"));
    return new Browser(playwright, playwright.chromium().launch(options));
  }

  /** A person at a desk: own cookies, a laptop's window, nothing moving. */
  public BrowserContext person(URI address) {
    return person(address, 1440, 900, ColorScheme.LIGHT);
  }

  /** The same person with a phone in the hand: a narrow window and fingers. */
  public BrowserContext personWithPhone(URI address) {
    return chromium.newContext(options(address, 390, 844, ColorScheme.LIGHT).setHasTouch(true).setIsMobile(true));
  }

  public BrowserContext person(URI address, int width, int height, ColorScheme scheme) {
    return chromium.newContext(options(address, width, height, scheme));
  }

  private static NewContextOptions options(URI address, int width, int height, ColorScheme scheme) {
    return new NewContextOptions().setBaseURL(address.toString()).setViewportSize(width, height)
        .setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE).setLocale("en-GB").setTimezoneId("UTC");
  }

  /** What an accessibility check finds on the page, one line for each fault; empty is what a test wants. */
  public static List<String> accessibilityFaults(Page page) {
    var found = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze();
    var faults = new ArrayList<String>();
    found.getViolations().forEach(rule -> rule.getNodes().forEach(
        node -> faults.add(rule.getId() + ": " + rule.getHelp() + " at " + node.getTarget() + " " + node.getHtml())));
    return faults;
  }

  private static Optional<Path> chromiumProgram() {
    var named = System.getenv("CHROMIUM");
    if (named != null && !named.isBlank()) {
      return Optional.of(Path.of(named));
    }
    return Arrays.stream(System.getenv("PATH").split(":"))
        .flatMap(folder -> USUAL_NAMES.stream().map(name -> Path.of(folder, name)))
        .flatMap(program -> Files.isExecutable(program) ? Stream.of(program) : Stream.empty())
        .findFirst();
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
