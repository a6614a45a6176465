package org.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/statistics/worked-examples.md: a row for every estimator, and every test it names is there. */
class WorkedExamplesTest {
  private static final Path PAGE = Path.of("../docs/statistics/worked-examples.md");
  private static final Path MAIN = Path.of("src/main/java/org/touchstone/statistics");
  private static final Pattern ROW = Pattern.compile("^\\| (?!estimator |---)(.*?)\\|.*\\| (.+?) \\|$");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

  /** What holds data, settings or results, and estimates nothing itself. */
  private static final Set<String> NO_ESTIMATORS = Set.of("Agreement", "Alarm", "Breakdown", "Coefficient", "Coincidences", "Comparisons", "Consensus",
      "ConsensusMethod", "Distance", "Gold", "ItemPart", "Judgments", "Methods", "Outcome", "PairCounts", "PairedResult", "Rankings", "RaterCounts", "RaterTables",
      "RatingMethod", "Ratings", "Scale", "Spans", "Strengths", "TableMethod", "Ties", "Weighting");

  @Test
  void everyEstimatorHasItsRow() throws IOException {
    var named = new HashSet<String>();
    for (String line : Files.readAllLines(PAGE)) {
      var row = ROW.matcher(line);
      if (row.matches()) NAME.matcher(row.group(1)).results().forEach(name -> named.add(name.group(1)));
    }
    var there = new HashSet<String>();
    try (Stream<Path> files = Files.walk(MAIN, 2)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java") && MAIN.relativize(path).getNameCount() == 2).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        boolean open = Pattern.compile("(?m)^public (?:abstract |final |sealed )*(?:class|record|enum|interface) " + name + "\\b").matcher(Files.readString(file)).find();
        if (open && !file.getParent().endsWith("chance") && !NO_ESTIMATORS.contains(name)) there.add(name);
      }
    }
    assertThat(named).containsExactlyInAnyOrderElementsOf(there);
    assertThat(there).as("estimators were found").hasSizeGreaterThan(50);
  }

  @Test
  void everyRowNamesATestAndEveryTestNamedIsThere() throws IOException {
    Map<String, String> tests = tests();
    var missing = new ArrayList<String>();
    for (String line : Files.readAllLines(PAGE)) {
      var row = ROW.matcher(line);
      if (!row.matches()) continue;
      var named = TEST.matcher(row.group(2)).results().toList();
      if (named.isEmpty()) missing.add("no test: " + line);
      for (var test : named) if (!isThere(tests.get(test.group(1)), test.group(2))) missing.add(test.group());
    }
    assertThat(missing).isEmpty();
  }

  private static boolean isThere(String source, String method) {
    if (source == null || method == null) return source != null;
    return Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest)\\b(?:(?!\\bvoid\\b).)*?\\bvoid " + method + "\\(", Pattern.DOTALL).matcher(source).find();
  }

  private static Map<String, String> tests() throws IOException {
    var found = new HashMap<String, String>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
        found.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
      }
    }
    return found;
  }
}
