package org.touchstone.platform.embedded;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The database files on disk and the few facts that must survive with them: the password and the port. */
record Cluster(Path home, Path binaries, ServerAccount account) {

  static final String FOLDER = "cluster";
  static final String SUPERUSER = "touchstone";
  private static final int MAJOR_WITH_OWN_COLLATION = 17;

  Path files() {
    return home.resolve(FOLDER);
  }

  Path log() {
    return home.resolve("server.log");
  }

  /** Initialises the files at the first start; a start that was cut off begins afresh, since the name comes last. */
  String openWithPassword() {
    try {
      if (!Files.exists(files().resolve("PG_VERSION"))) {
        initialise();
      }
      account.own(files());
      refuseOtherMajorVersion();
      return Files.readString(password()).strip();
    } catch (IOException e) {
      throw new StartProblem("The database folder " + home + " cannot be used: " + e.getMessage() + ".", e);
    }
  }

  private void initialise() throws IOException {
    var unfinished = home.resolve(FOLDER + ".init");
    if (Files.exists(unfinished)) {
      ServerBinaries.delete(unfinished);
    }
    var secret = new BigInteger(160, new SecureRandom()).toString(36);
    replace(password(), secret);
    // initdb runs under the server's account, which must not read the lasting password file; it gets its own copy.
    var copy = home.resolve("password.init");
    replace(copy, secret);
    account.own(copy);
    Files.createDirectories(unfinished);
    ServerBinaries.allow(unfinished, "rwx------");
    account.own(unfinished);
    var line = account.command(binaries.resolve("initdb").toString(), "-D", unfinished.toString(), "-U", SUPERUSER,
        "--auth=scram-sha-256", "--pwfile=" + copy, "--encoding=UTF8", "--data-checksums", "--no-instructions");
    line.addAll(collation());
    var outcome = new Command(line, Path.of("/")).run();
    Files.delete(copy);
    if (!outcome.succeeded()) {
      throw new StartProblem("The database could not be created in " + home + ": " + lastLine(outcome.output())
          + "; free some space or choose another folder with --data.");
    }
    Files.move(unfinished, files(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** From 17 on PostgreSQL carries its own C.UTF-8, so the order of words does not hang on the machine's locales. */
  private List<String> collation() throws IOException {
    return majorOfBinaries() >= MAJOR_WITH_OWN_COLLATION
        ? List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
        : List.of("--locale=C.UTF-8");
  }

  private void refuseOtherMajorVersion() throws IOException {
    var written = Integer.parseInt(Files.readString(files().resolve("PG_VERSION")).strip());
    if (written != majorOfBinaries()) {
      throw new StartProblem("The database in " + home + " was written by PostgreSQL " + written + ", this Touchstone"
          + " brings " + majorOfBinaries() + ": export the projects with the version that wrote it and import them"
          + " here.");
    }
  }

  private int majorOfBinaries() {
    var words = new Command(List.of(binaries.resolve("postgres").toString(), "--version"), Path.of("/")).run().output();
    return Integer.parseInt(words.replaceFirst("^\\D*(\\d+).*$", "$1"));
  }

  Optional<Integer> rememberedPort() throws IOException {
    var file = home.resolve("port");
    return Files.exists(file) ? Optional.of(Integer.valueOf(Files.readString(file).strip())) : Optional.empty();
  }

  void rememberPort(int port) throws IOException {
    replace(home.resolve("port"), Integer.toString(port));
  }

  /** The server of an earlier process that is still busy shutting down after its process was killed. */
  Optional<ProcessHandle> leftover() throws IOException {
    var file = files().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var pid = Files.readAllLines(file).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid)).filter(this::worksHere);
  }

  /** A process number alone proves nothing, it may have been given out again; the working directory does. */
  private boolean worksHere(ProcessHandle process) {
    try {
      return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), files());
    } catch (IOException e) {
      return false;
    }
  }

  List<String> lastWords() {
    try {
      var lines = Files.exists(log()) ? Files.readAllLines(log()) : List.<String>of();
      return new ArrayList<>(lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    } catch (IOException e) {
      return List.of();
    }
  }

  private Path password() {
    return home.resolve("password");
  }

  private static String lastLine(String output) {
    return output.lines().filter(line -> !line.isBlank()).reduce((_, last) -> last).orElse("initdb gave no reason");
  }

  /** Written beside and moved into place, so that no reader finds half a file and no wrong eye a moment to look. */
  private static void replace(Path file, String content) throws IOException {
    var fresh = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
    Files.writeString(fresh, content + "\n");
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
