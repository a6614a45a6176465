package org.touchstone.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script everybody types, on a server that is built already. */
class LauncherStoryTest {

  private static final Path SCRIPT = Path.of("..", "touchstone").toAbsolutePath().normalize();

  private record Ended(int status, String output) {}

  @Test
  void itStartsEmptyFromAnyFolderThroughALinkAndTheSecondStartIsPrepared(TestReporter reporter) throws Exception {
    var data = RunningTouchstone.newDataFolder();
    var link = Files.createSymbolicLink(data.resolve("a link"), SCRIPT);
    int port = RunningTouchstone.freePort();
    var first = RunningTouchstone.launch(
        List.of(link.toString(), "start", "--port", "" + port, "--data", "inside", "--empty"), data, port).awaitReady();
    assertThat(first.isHealthy()).isTrue();
    assertThat(data.resolve("inside/postgresql/cluster")).isDirectory();
    Databases.awaitEntry(onlyFolderIn(data.resolve("inside/cache")), "ready");
    assertThat(first.stop()).isEqualTo(130);

    var begun = Instant.now();
    try (var second = first.again()) {
      var took = Duration.between(begun, Instant.now());
      reporter.publishEntry("second start, ms", Long.toString(took.toMillis()));
      assertThat(second.isHealthy()).isTrue();
      assertThat(second.process().info().arguments().orElseThrow())
          .anySatisfy(argument -> assertThat(argument).startsWith("-XX:AOTCache="));
    }
  }

  @Test
  void aPortInUseIsOneSentence() throws Exception {
    var data = RunningTouchstone.newDataFolder();
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
      var ended = run(Map.of(), "start", "--port", "" + taken.getLocalPort(), "--data", data.toString(), "--empty");

      assertThat(ended.status()).isEqualTo(1);
      assertThat(ended.output().lines()).containsExactly("Starting Touchstone ...", "touchstone: Port "
          + taken.getLocalPort() + " is used by another program: stop that one, or choose another port, as in"
          + " ./touchstone start --port " + (taken.getLocalPort() + 1) + ".");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      start --port eighty   | --port is 'eighty', which is no port number; give one from 1 to 65535.
      start --port 70000    | --port is '70000'; give one from 1 to 65535.
      start --port          | --port needs a value, as in ./touchstone start --port 8080 --data /var/lib/touchstone.
      start --empty --demo  | --empty leaves the demonstration out and --demo adds it: give one of them.
      start --data=         | --data is empty; give a folder, as in --data /var/lib/touchstone.
      start --prot 80       | start knows --port, --data, --empty and --demo, but not '--prot'; ./touchstone help tells more.
      test Everything       | test takes no options; for one test alone use Maven, see CONTRIBUTING.md.
      """)
  void aWrongWordIsOneSentenceAndStatusTwo(String words, String sentence) throws Exception {
    assertThat(run(Map.of(), words.split(" "))).isEqualTo(new Ended(2, "touchstone: " + sentence));
  }

  @Test
  void aMissingJdkIsOneSentence() throws Exception {
    var ended = run(Map.of("TOUCHSTONE_JAVA_HOME", "/nowhere"), "start");

    assertThat(ended).isEqualTo(new Ended(1, "touchstone: TOUCHSTONE_JAVA_HOME is '/nowhere', where no JDK 25 or later"
        + " lies; correct it or unset it."));
  }

  @Test
  void anExternalServerThatDoesNotAnswerIsOneSentence() throws Exception {
    var ended = run(Map.of("TOUCHSTONE_DB_URL", "postgresql://127.0.0.1:1/nothing"), "start", "--port",
        "" + RunningTouchstone.freePort(), "--data", RunningTouchstone.newDataFolder().toString());

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.output().lines().skip(1)).singleElement().asString()
        .startsWith("touchstone: The database of TOUCHSTONE_DB_URL (jdbc:postgresql://127.0.0.1:1/nothing, user"
            + " touchstone) does not let us in: ")
        .endsWith("; check the address, TOUCHSTONE_DB_USER and TOUCHSTONE_DB_PASSWORD.");
  }

  @Test
  void anOrdinaryAccountRunsItToo() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can become somebody else for a test");
    var data = RunningTouchstone.newDataFolder();
    var jar = Files.copy(RunningTouchstone.JAR, data.resolve("server.jar"));
    Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
    new ProcessBuilder("chown", "nobody", data.toString()).inheritIO().start().waitFor();
    int port = RunningTouchstone.freePort();
    var command = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
    command.addAll(RunningTouchstone.javaCommand(jar, data.resolve("own"), port, List.of("--touchstone.demo=false")));

    try (var server = RunningTouchstone.launch(command, data, port).awaitReady()) {
      assertThat(server.isHealthy()).isTrue();
      assertThat(Files.getOwner(data.resolve("own/postgresql/cluster")).getName()).isEqualTo("nobody");
    }
  }

  private static Path onlyFolderIn(Path folder) throws IOException, InterruptedException {
    Databases.awaitEntry(folder.getParent(), folder.getFileName().toString());
    Databases.awaitAnyEntry(folder);
    try (var entries = Files.list(folder)) {
      return entries.findAny().orElseThrow();
    }
  }

  private static Ended run(Map<String, String> environment, String... words) throws Exception {
    var line = new ArrayList<>(List.of(SCRIPT.toString()));
    line.addAll(List.of(words));
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("TOUCHSTONE_BUILD", "never");
    builder.environment().putAll(environment);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes());
    return new Ended(process.waitFor(), output.strip());
  }
}
