package org.touchstone.stories;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The built server as a process of its own, on its own data folder and port. */
public final class RunningTouchstone implements AutoCloseable {

  static final Path JAR = Path.of("..", "platform", "target", "touchstone-platform.jar").toAbsolutePath()
      .normalize();
  private static final Duration START_PATIENCE = Duration.ofMinutes(3);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

  private final Path data;
  private final int port;
  private final List<String> command;
  private final Process process;
  private final StringBuffer output = new StringBuffer();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> silent = new CompletableFuture<>();

  private RunningTouchstone(Path data, int port, List<String> command, Process process) {
    this.data = data;
    this.port = port;
    this.command = command;
    this.process = process;
    Thread.ofVirtual().name("output of touchstone").start(this::readOutput);
  }

  /** Without the demonstration, on a new data folder; returns once it is ready. */
  public static RunningTouchstone empty() {
    return start(newDataFolder(), "--touchstone.demo=false");
  }

  /** With the demonstration, which is loaded once for the whole run and then copied: the second start of a folder takes a third of the first. */
  public static RunningTouchstone withDemo() {
    return start(copyOf(LoadedDemo.FOLDER), "--touchstone.demo=true");
  }

  private static final class LoadedDemo {
    static final Path FOLDER = load();

    private static Path load() {
      try (var server = start(newDataFolder(), "--touchstone.demo=true")) {
        return server.data();
      }
    }
  }

  /** With owners and rights as they are; its database looks for a port of its own, since several copies run at once. */
  private static Path copyOf(Path data) {
    try {
      var copy = newDataFolder();
      int status = new ProcessBuilder("cp", "-a", data + "/.", copy.toString()).inheritIO().start().waitFor();
      if (status != 0) throw new IOException("cp ended with status " + status);
      Files.delete(copy.resolve("postgresql").resolve("port"));
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static RunningTouchstone start(Path data, String... options) {
    return launch(data, freePort(), List.of(options)).awaitReady();
  }

  /** For tests that interrupt the start itself; all others want {@link #start}. */
  public static RunningTouchstone launch(Path data, int port, List<String> options) {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException(JAR + " is not built: run 'mvn package' in the project's root first");
    }
    return launch(javaCommand(JAR, data, port, options), data, port);
  }

  /** A build that runs in the background of a script hands down 'ignore Ctrl-C', which no child can take back by itself. */
  private static final List<String> HEEDING_CTRL_C = List.of("env", "--default-signal=INT");

  /** With any command that starts the server on this data folder and port. */
  static RunningTouchstone launch(List<String> command, Path data, int port) {
    try {
      var heeding = new ArrayList<>(HEEDING_CTRL_C);
      heeding.addAll(command);
      var builder = new ProcessBuilder(heeding).directory(data.toFile()).redirectErrorStream(true);
      builder.environment().put("TOUCHSTONE_BUILD", "never");
      return new RunningTouchstone(data, port, command, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> javaCommand(Path jar, Path data, int port, List<String> options) {
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-jar", jar.toString(),
        "--server.port=" + port, "--touchstone.data=" + data));
    command.addAll(options);
    return command;
  }

  public RunningTouchstone awaitReady() {
    try {
      ready.get(START_PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return this;
    } catch (TimeoutException | ExecutionException | InterruptedException e) {
      kill();
      throw new IllegalStateException("the server did not get ready; it printed:\n" + output, e);
    }
  }

  public URI address() {
    return URI.create("http://localhost:" + port);
  }

  public Path data() {
    return data;
  }

  public Process process() {
    return process;
  }

  /** Everything printed so far, on both streams; the sign-ins among it. */
  public String output() {
    return output.toString();
  }

  /** All it printed, once it has ended. */
  public String outputAtEnd() {
    silent.join();
    return output.toString();
  }

  public boolean isHealthy() {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(address().resolve("/actuator/health")).timeout(Duration.ofSeconds(10)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The same as Ctrl-C in its terminal; returns its exit status. */
  public int stop() {
    if (process.isAlive()) {
      signal("INT");
    }
    awaitEnd();
    return process.exitValue();
  }

  /** kill -9: the process gets no chance to do anything. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Starts again in the same way, on the same data folder and port. */
  public RunningTouchstone again() {
    return launch(command, data, port).awaitReady();
  }

  @Override
  public void close() {
    stop();
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the server did not stop within " + STOP_PATIENCE + "; it printed:\n" + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readOutput() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        if (line.startsWith("Press Ctrl-C")) {
          ready.complete(null);
        }
      }
      ready.completeExceptionally(new IOException("it ended"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    } finally {
      silent.complete(null);
    }
  }

  /** A new folder, gone when the tests are over. */
  public static Path newDataFolder() {
    try {
      var folder = Files.createTempDirectory("touchstone-story");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      // The database's own account must be able to walk in; a temporary folder is closed to it.
      folder.toFile().setExecutable(true, false);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path tree) {
    try (var files = Files.walk(tree)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println("left behind: " + tree + " (" + e.getMessage() + ")");
    }
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
