package org.touchstone.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.platform.TestDatabase;

class EmbeddedPostgresTest {

  @TempDir
  private Path folder;

  private EmbeddedPostgres.Settings settings;

  @BeforeEach
  void openTheFolderForTheServersAccount() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    settings = settingsIn(folder);
  }

  private static EmbeddedPostgres.Settings settingsIn(Path data) throws IOException {
    return new EmbeddedPostgres.Settings(data.resolve("postgresql"), TestDatabase.programs(), true);
  }

  @Test
  void whatWasWrittenIsThereAfterARestart() throws Exception {
    try (var server = EmbeddedPostgres.start(settings)) {
      execute(server, "create table kept as select 42 as answer");
    }
    try (var server = EmbeddedPostgres.start(settings)) {
      assertThat(query(server, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void itWritesToDiskAndSortsAlikeEverywhere() throws Exception {
    try (var server = EmbeddedPostgres.start(settings)) {
      assertThat(query(server, "show fsync")).isEqualTo("on");
      assertThat(query(server, "show data_checksums")).isEqualTo("on");
      assertThat(query(server, "select string_agg(w, ' ' order by w) from unnest(array['b', 'B', 'a', 'é']) w"))
          .isEqualTo("B a b é");
      assertThat(query(server, "select upper('é')")).isEqualTo("É");
    }
  }

  @Test
  void thePortIsRemembered() {
    String first;
    try (var server = EmbeddedPostgres.start(settings)) {
      first = server.url();
    }
    try (var server = EmbeddedPostgres.start(settings)) {
      assertThat(server.url()).isEqualTo(first);
    }
  }

  @Test
  void nobodyGetsInWithoutThePasswordWhichOnlyItsOwnerCanRead() throws Exception {
    try (var server = EmbeddedPostgres.start(settings)) {
      assertThatThrownBy(() -> DriverManager.getConnection(server.url(), server.user(), "guess"))
          .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
      assertThat(Files.getPosixFilePermissions(settings.home().resolve("password")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(settings.home().resolve("password.init")).doesNotExist();
    }
  }

  @Test
  void underRootTheServerRunsAsSomebodyElse() throws Exception {
    assumeRoot();
    try (var _ = EmbeddedPostgres.start(settings)) {
      assertThat((Integer) Files.getAttribute(Path.of("/proc/" + postmaster().pid()), "unix:uid")).isNotZero();
    }
  }

  @Test
  void underRootAFolderNobodyElseCanReachWorksToo() throws Exception {
    assumeRoot();
    assumeTrue(new ProcessBuilder("unshare", "--user", "true").start().waitFor() == 0, "no user namespaces here");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    try (var server = EmbeddedPostgres.start(settings)) {
      execute(server, "create table kept as select 42 as answer");
    }
    // Opened later, for instance by a move to another place: the files change hands.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    try (var server = EmbeddedPostgres.start(settings)) {
      assertThat(query(server, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void aKilledServerRecoversAtTheNextStart() throws Exception {
    var server = EmbeddedPostgres.start(settings);
    execute(server, "create table kept as select 42 as answer");
    var postmaster = postmaster();
    postmaster.destroyForcibly();
    postmaster.onExit().get(30, TimeUnit.SECONDS);
    server.close();
    assertThat(settings.home().resolve("cluster/postmaster.pid")).exists();

    try (var again = EmbeddedPostgres.start(settings)) {
      assertThat(query(again, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void aSecondServerOnTheFolderIsRefusedAndTheFirstGoesOn() throws Exception {
    try (var first = EmbeddedPostgres.start(settings)) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(settings)).isInstanceOf(StartProblem.class)
          .hasMessage("Touchstone already runs on the data folder %s (process %d): stop that one first, or give this one"
              + " another folder with --data.", folder, ProcessHandle.current().pid());
      assertThat(query(first, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void afterARefusalOrAStopTheFolderIsFree() {
    EmbeddedPostgres.start(settings).close();
    EmbeddedPostgres.start(settings).close();
    assertThat(settings.home().resolve("cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void aFirstStartThatWasCutOffBeginsAfresh() throws Exception {
    var unfinished = settings.home().resolve("cluster.init");
    Files.createDirectories(unfinished.resolve("base"));
    Files.writeString(unfinished.resolve("PG_VERSION"), "18");

    try (var server = EmbeddedPostgres.start(settings)) {
      assertThat(query(server, "select 1")).isEqualTo("1");
    }
    assertThat(unfinished).doesNotExist();
  }

  @Test
  void filesOfAnotherMajorVersionAreLeftAlone() throws Exception {
    EmbeddedPostgres.start(settings).close();
    var version = settings.home().resolve("cluster/PG_VERSION");
    Files.writeString(version, "12\n");

    assertThatThrownBy(() -> EmbeddedPostgres.start(settings)).isInstanceOf(StartProblem.class)
        .hasMessageStartingWith("The database in " + settings.home() + " was written by PostgreSQL 12, this Touchstone"
            + " brings ");
  }

  @Test
  void aFileInPlaceOfTheFolderIsOneSentence() throws Exception {
    var file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> EmbeddedPostgres.start(settingsIn(file))).isInstanceOf(StartProblem.class)
        .hasMessageStartingWith("The data folder " + file + " cannot be made or entered: ")
        .hasMessageEndingWith("; give another folder with --data.");
  }

  private ProcessHandle postmaster() throws IOException {
    var lines = Files.readAllLines(settings.home().resolve("cluster/postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow();
  }

  private static void assumeRoot() {
    assumeTrue("root".equals(System.getProperty("user.name")), "this is about root");
  }

  private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedPostgres server, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
        var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
