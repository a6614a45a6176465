package org.touchstone.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A PostgreSQL server that lives in a folder, starts with this process and never outlives it. */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final String DATABASE = "touchstone";
  private static final String VERSION = "18";
  private static final long LARGE_LOG = 10_000_000;

  /**
   * What to start.
   *
   * @param home the folder for everything the server owns, inside the data folder
   * @param binaries where the PostgreSQL programs lie or shall be unpacked
   * @param durable false lets a power cut lose commits, which only tests may want
   */
  public record Settings(Path home, Path binaries, boolean durable) {

    public static Settings inDataFolder(Path data) {
      var home = data.toAbsolutePath().normalize().resolve("postgresql");
      return new Settings(home, home.resolve("programs-" + VERSION), true);
    }
  }

  private final ServerProcess server;
  private final FolderLock lock;
  private final String password;

  private EmbeddedPostgres(ServerProcess server, FolderLock lock, String password) {
    this.server = server;
    this.lock = lock;
    this.password = password;
  }

  /** Returns once the server answers; every way to fail is a {@link StartProblem}. */
  public static EmbeddedPostgres start(Settings settings) {
    var home = settings.home();
    makeReachable(home);
    var lock = FolderLock.take(home);
    try {
      var binaries = Files.exists(settings.binaries().resolve("postgres"))
          ? settings.binaries()
          : ServerBinaries.unpackInto(settings.binaries());
      var cluster = new Cluster(home, binaries, ServerAccount.forFolder(home, binaries));
      var password = cluster.openWithPassword();
      keepLogSmall(cluster.log());
      var server = ServerProcess.start(cluster, password, settings.durable());
      server.createDatabase(DATABASE);
      return new EmbeddedPostgres(server, lock, password);
    } catch (RuntimeException | IOException e) {
      release(lock);
      throw e instanceof StartProblem problem
          ? problem
          : new StartProblem("The embedded PostgreSQL in " + home + " did not start: " + e.getMessage() + ".", e);
    }
  }

  public String url() {
    return server.url(DATABASE);
  }

  public String user() {
    return Cluster.SUPERUSER;
  }

  public String password() {
    return password;
  }

  /** Ends open connections, writes everything to disk and returns when the server is gone. */
  @Override
  public void close() {
    server.stop();
    release(lock);
  }

  private static void release(FolderLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      // The lock ends with the process anyway; failing the shutdown over it would help nobody.
      System.getLogger(EmbeddedPostgres.class.getName()).log(System.Logger.Level.WARNING, "folder lock not freed", e);
    }
  }

  /** The server's own account must be able to walk in, whatever the umask says; what lies there stays closed. */
  private static void makeReachable(Path home) {
    try {
      Files.createDirectories(home);
      if (Files.isWritable(home)) {
        ServerBinaries.allow(home, "rwx--x--x");
      }
    } catch (IOException e) {
      throw new StartProblem("The data folder " + home.getParent() + " cannot be made or entered: "
          + e.getMessage() + "; give another folder with --data.", e);
    }
  }

  private static void keepLogSmall(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
      Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
