package org.touchstone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever removes or renames a test that shows a wish fulfilled learns here which promise it kept. */
class WhatUsersAskedForTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs/reference/what-users-asked-for.md");
  private static final Pattern ROW = Pattern.compile("^\\| (?!asked for|---)(.+?) \\| .+ \\| (.+?) \\|$");
  private static final Pattern IN_BROWSER = Pattern.compile("`(web/src/[\\w./]+)`: `([^`]+)`");
  private static final Pattern IN_JAVA = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

  @Test
  void everyThemeNamesATestAndEveryTestNamedIsThere() throws IOException {
    var missing = new ArrayList<String>();
    var java = tests();
    int themes = 0;
    for (String line : Files.readAllLines(PAGE)) {
      var row = ROW.matcher(line);
      if (!row.matches()) continue;
      themes++;
      String theme = row.group(1);
      String shown = row.group(2);
      int named = 0;
      for (var test = IN_BROWSER.matcher(shown); test.find(); named++) {
        var file = ROOT.resolve(test.group(1));
        if (!Files.exists(file) || !Files.readString(file).contains("test('" + test.group(2) + "'")) missing.add(theme + ": " + test.group());
      }
      for (var test = IN_JAVA.matcher(shown); test.find(); named++) {
        if (!isThere(java.getOrDefault(test.group(1), List.of()), test.group(2))) missing.add(theme + ": " + test.group());
      }
      if (named == 0) missing.add(theme + " names no test");
    }
    assertThat(missing).isEmpty();
    assertThat(themes).as("rows were read").isGreaterThan(40);
  }

  /** A method that is a test: its annotation stands right above it. */
  private static boolean isThere(List<String> sources, String method) {
    if (method == null) return !sources.isEmpty();
    var declared = Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest)\\b[^;{}]*?\\bvoid " + method + "\\(");
    return sources.stream().anyMatch(source -> declared.matcher(source).find());
  }

  private static Map<String, List<String>> tests() throws IOException {
    var found = new HashMap<String, List<String>>();
    for (String part : List.of("platform", "statistics", "stories", "cli")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(part).resolve("src/test/java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
          found.computeIfAbsent(file.getFileName().toString().replace(".java", ""), any -> new ArrayList<>()).add(Files.readString(file));
        }
      }
    }
    return found;
  }
}
