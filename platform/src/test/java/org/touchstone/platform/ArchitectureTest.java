package org.touchstone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.shared.Problem;

/** The house stands as drawn: imports run down, rooms keep to their own tables, controllers to the web. */
class ArchitectureTest {
  private static final String ROOT = "org.touchstone.platform";
  private static final Path SOURCES = Path.of("src", "main", "java", "org", "touchstone", "platform");
  private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
  private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);

  /** From the ground up; a room may use the rooms below it, and of its own floor only those named before it. */
  private static final List<String> FROM_THE_GROUND_UP = List.of(
      "embedded", "shared", "identity", "notice", "project", "pay", "guideline", "access", "trainer", "task", "judgment", "quality", "adjudication", "calibration", "iteration", "dataset",
      "journey", "exchange", "demo");

  private static final Pattern TABLE = Pattern.compile("\\b(?:from|join|into|update|table|truncate|copy)\\s+(?:only\\s+)?([a-z]+)_[a-z_]+", Pattern.CASE_INSENSITIVE);

  @Test
  void roomsKeepToTheirDoorsAndToWhatTheyDeclare() {
    ApplicationModules.of(Touchstone.class).verify();
  }

  @Test
  void everyRoomSaysWhatItStandsOnAndAllOfItLiesBelow() {
    var wrong = new ArrayList<String>();
    for (String room : rooms()) {
      var declared = packageOf(room).getAnnotation(ApplicationModule.class);
      if (declared == null) {
        wrong.add(room + " does not declare its allowedDependencies");
        continue;
      }
      for (String below : declared.allowedDependencies()) {
        String name = below.replaceFirst(" ::.*", "");
        boolean isBelow = FROM_THE_GROUND_UP.indexOf(name) >= 0 && FROM_THE_GROUND_UP.indexOf(name) < FROM_THE_GROUND_UP.indexOf(room);
        if (!isBelow) wrong.add(room + " stands on " + name + ", which is not below it");
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyRoomHasItsPlace() {
    assertThat(rooms()).isNotEmpty().allSatisfy(room -> assertThat(FROM_THE_GROUND_UP).contains(room));
  }

  @Test
  void theHearthKnowsNeitherMoneyNorQuality() {
    ArchRuleDefinition.noClasses().that().resideInAPackage(ROOT + ".judgment..")
        .should().dependOnClassesThat().resideInAnyPackage(ROOT + ".quality..", ROOT + ".pay..", ROOT + ".access..").check(CLASSES);
    ArchRuleDefinition.noClasses().that().resideInAPackage(ROOT + ".pay..").should().dependOnClassesThat().resideInAPackage(ROOT + ".judgment..").check(CLASSES);
    ArchRuleDefinition.noClasses().that().resideOutsideOfPackage(ROOT + ".journey..").should().dependOnClassesThat().resideInAPackage(ROOT + ".journey..")
        .check(CLASSES);
  }

  @Test
  void controllersLiveInTheWebAndNothingElseIsToldToLiveThere() {
    ArchRuleDefinition.classes().that().areAnnotatedWith(RestController.class).should().resideInAPackage("..web..").check(CLASSES);
    ArchRuleDefinition.noClasses().that().resideOutsideOfPackage("..web..").should().dependOnClassesThat().resideInAPackage(ROOT + ".(*).web..")
        .allowEmptyShould(true).check(CLASSES);
  }

  @Test
  void namesSayWhatAClassIsNotThatItIsOne() {
    var names = CLASSES.stream().filter(type -> type.getSimpleName().matches(".*(Impl|Manager|Helper|Util|Utils)$")).map(type -> type.getName()).toList();
    assertThat(names).isEmpty();
  }

  @Test
  void sqlNamesOnlyTablesOfItsOwnRoom() throws IOException {
    var rooms = Set.copyOf(rooms());
    var trespassers = new ArrayList<String>();
    for (Path source : files(SOURCES, ".java")) {
      String room = SOURCES.relativize(source).getName(0).toString();
      String text = withoutComments(Files.readString(source));
      var strings = Pattern.compile("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"", Pattern.DOTALL).matcher(text);
      while (strings.find()) {
        var tables = TABLE.matcher(strings.group());
        while (tables.find()) {
          String owner = tables.group(1).toLowerCase(java.util.Locale.ROOT);
          if (rooms.contains(owner) && !owner.equals(room)) trespassers.add(source + " names " + tables.group());
        }
      }
    }
    assertThat(trespassers).isEmpty();
  }

  @Test
  void aMigrationTouchesOnlyItsOwnRoomAndPointsOnlyDown() throws IOException {
    var wrong = new ArrayList<String>();
    for (Path migration : files(MIGRATIONS, ".sql")) {
      String room = MIGRATIONS.relativize(migration).getName(0).toString();
      String sql = Files.readString(migration).replaceAll("--.*", "");
      var own = Pattern.compile("\\b(?:create|alter|drop)\\s+table\\s+(?:if\\s+(?:not\\s+)?exists\\s+)?([a-z]+)_", Pattern.CASE_INSENSITIVE).matcher(sql);
      while (own.find()) if (!own.group(1).equals(room)) wrong.add(migration + " changes a table of " + own.group(1));
      var pointed = Pattern.compile("\\breferences\\s+([a-z]+)_", Pattern.CASE_INSENSITIVE).matcher(sql);
      while (pointed.find()) {
        if (FROM_THE_GROUND_UP.indexOf(pointed.group(1)) > FROM_THE_GROUND_UP.indexOf(room)) wrong.add(migration + " points up to " + pointed.group(1));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyProblemHasItsPageAndEveryPageItsProblem() throws IOException {
    var slugs = new TreeSet<String>();
    var silent = new ArrayList<String>();
    for (var type : CLASSES) {
      if (!type.isAssignableTo(Problem.class) || type.getModifiers().contains(JavaModifier.ABSTRACT)) continue;
      Path source = SOURCES.resolve(type.getName().substring(ROOT.length() + 1).replaceAll("\\$.*", "").replace('.', '/') + ".java");
      var slug = Pattern.compile("super\\(\\s*\"([a-z0-9-]+)\"").matcher(Files.readString(source));
      if (slug.find()) slugs.add(slug.group(1));
      else silent.add(type.getName());
    }
    assertThat(silent).as("problems without a slug of their own").isEmpty();
    var pages = files(Path.of("..", "docs", "problems"), ".md").stream().map(page -> page.getFileName().toString().replace(".md", ""))
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(pages).as("docs/problems/<slug>.md").isEqualTo(slugs);
  }

  private static Set<String> rooms() {
    try (Stream<Path> folders = Files.list(SOURCES)) {
      return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Package packageOf(String room) {
    try {
      return Class.forName(ROOT + "." + room + ".package-info").getPackage();
    } catch (ClassNotFoundException e) {
      throw new AssertionError("the room " + room + " has no package-info", e);
    }
  }

  private static List<Path> files(Path root, String ending) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String withoutComments(String source) {
    return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
  }

}
