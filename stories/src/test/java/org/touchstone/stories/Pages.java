package org.touchstone.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The addresses of the browser's routes, a star for each part that changes, with the page that is shown there. */
final class Pages {

  private static final Path ROUTES = Path.of("..", "web", "src", "app", "routes");
  private static final Pattern ROUTE = Pattern.compile(
      "createRoute\\(\\{\\s*getParentRoute: \\(\\) => (\\w+),\\s*path: '([^']+)'.*?lazyRouteComponent\\(.*?, '(\\w+)'\\)", Pattern.DOTALL);
  /** The frame of a project's pages is no page itself. */
  private static final String FRAME = "/projects/$projectId";

  private Pages() {}

  static Map<String, String> ofTheBrowser() throws IOException {
    try (var files = Files.list(ROUTES)) {
      return files.flatMap(file -> ROUTE.matcher(text(file)).results()).filter(route -> !route.group(2).equals(FRAME))
          .collect(Collectors.toMap(Pages::address, route -> route.group(3)));
    }
  }

  private static String address(MatchResult route) {
    String path = route.group(1).equals("projectRoute") ? FRAME + route.group(2) : route.group(2);
    return path.replaceAll("\\$\\w+", "*").replaceFirst("(?<=.)/$", "");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
