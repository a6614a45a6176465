package org.touchstone.platform.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The running server and the pipe that ties its life to ours. */
final class ServerProcess {

  // The shell holds the reading end of our pipe. When it reads end of file, because we closed it or died in any way at
  // all, it asks PostgreSQL for a fast shutdown. Interrupts from the terminal are ours to answer, not the server's.
  private static final String WATCHDOG = """
      exec 3<&0
      trap '' INT HUP
      "$@" </dev/null 3<&- & server=$!
      ( exec >/dev/null 2>&1; cat <&3; kill -INT $server ) & watcher=$!
      exec 3<&-
      wait $server; status=$?
      kill $watcher 2>/dev/null
      exit $status
      """;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int PORT_ATTEMPTS = 3;

  private final Process watchdog;
  private final Cluster cluster;
  private final int port;
  private final String password;

  private ServerProcess(Process watchdog, Cluster cluster, int port, String password) {
    this.watchdog = watchdog;
    this.cluster = cluster;
    this.port = port;
    this.password = password;
  }

  static ServerProcess start(Cluster cluster, String password, boolean durable) throws IOException {
    awaitLeftover(cluster);
    int port = cluster.rememberedPort().filter(ServerProcess::isFree).orElseGet(ServerProcess::freePort);
    for (int attempt = 1; ; attempt++) {
      var server = new ServerProcess(launch(cluster, port, durable), cluster, port, password);
      if (server.answers()) {
        cluster.rememberPort(port);
        return server;
      }
      if (attempt == PORT_ATTEMPTS || isFree(port)) {
        throw new StartProblem("PostgreSQL ended while starting, its last words in " + cluster.log() + " were: "
            + String.join(" / ", cluster.lastWords()));
      }
      port = freePort();
    }
  }

  private static Process launch(Cluster cluster, int port, boolean durable) throws IOException {
    var line = new ArrayList<>(List.of("setsid", "sh", "-c", WATCHDOG, "touchstone-postgres"));
    line.addAll(cluster.account().command(cluster.binaries().resolve("postgres").toString(),
        "-D", cluster.files().toString(), "-p", Integer.toString(port)));
    var settings = new ArrayList<>(List.of("listen_addresses=127.0.0.1", "unix_socket_directories=",
        "max_connections=60", "shared_buffers=256MB", "max_wal_size=2GB", "checkpoint_timeout=15min",
        "random_page_cost=1.1", "jit=off", "timezone=UTC", "log_timezone=UTC", "log_checkpoints=off",
        "log_line_prefix=%m [%p] "));
    if (!durable) {
      settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
    }
    for (var setting : settings) {
      line.addAll(List.of("-c", setting));
    }
    return Command.quiet(new ProcessBuilder(line)).directory(cluster.home().toFile()).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(cluster.log().toFile())).start();
  }

  /** After a kill the old server needs a moment to leave; one whose watchdog was killed too must be told. */
  private static void awaitLeftover(Cluster cluster) throws IOException {
    var leftover = cluster.leftover();
    if (leftover.isEmpty()) {
      return;
    }
    var process = leftover.get();
    if (!endsWithin(process, Duration.ofSeconds(5))) {
      signal("INT", process);
      if (!endsWithin(process, PATIENCE)) {
        throw new StartProblem("An earlier PostgreSQL (process " + process.pid() + ") still works on "
            + cluster.home() + " and does not end: stop it with 'kill -INT " + process.pid() + "' and start again.");
      }
    }
  }

  /** True once a session can be opened, false when the server gave up. */
  private boolean answers() {
    var deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try (var _ = connect("postgres")) {
        return true;
      } catch (SQLException e) {
        if (ended(Duration.ofMillis(20))) {
          return false;
        }
        if (Instant.now().isAfter(deadline)) {
          stop();
          throw new StartProblem("PostgreSQL gave no answer within " + PATIENCE.toSeconds() + " seconds ("
              + e.getMessage() + "); its log is " + cluster.log() + ".", e);
        }
      }
    }
  }

  void createDatabase(String name) {
    try (var connection = connect("postgres"); var statement = connection.createStatement()) {
      if (!statement.executeQuery("select from pg_database where datname = '" + name + "'").next()) {
        statement.execute("create database " + name);
      }
    } catch (SQLException e) {
      stop();
      throw new StartProblem("The database " + name + " could not be created: " + e.getMessage() + ".", e);
    }
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  void stop() {
    try {
      watchdog.getOutputStream().close();
    } catch (IOException e) {
      // The pipe is broken because the server has gone; there is nothing left to ask.
    }
    if (!ended(Duration.ofSeconds(30))) {
      // An immediate shutdown loses nothing: the next start replays what was committed.
      try {
        cluster.leftover().ifPresent(process -> signal("QUIT", process));
      } catch (IOException e) {
        watchdog.destroyForcibly();
      }
      ended(Duration.ofSeconds(5));
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), Cluster.SUPERUSER, password);
  }

  private boolean ended(Duration patience) {
    try {
      return watchdog.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean endsWithin(ProcessHandle process, Duration patience) {
    try {
      process.onExit().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
      return true;
    } catch (CompletionException e) {
      return false;
    }
  }

  private static void signal(String name, ProcessHandle process) {
    new Command(List.of("kill", "-" + name, Long.toString(process.pid())), Path.of("/")).run();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartProblem("No free port was found for the database: " + e.getMessage() + ".", e);
    }
  }
}
