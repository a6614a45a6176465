package org.touchstone.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The account the server runs under, as the words to put before its command.
 *
 * <p>PostgreSQL refuses to run as root, so root hands it to an unprivileged account ({@code setpriv}) or, where that
 * account cannot reach the folder, to a user namespace in which root is nobody special ({@code unshare}).
 */
record ServerAccount(List<String> prefix, int uid, int gid) {

  private static final int ROOT = 0;

  /** Chooses the first way that really can run the programs inside {@code home}. */
  static ServerAccount forFolder(Path home, Path binaries) {
    int self = currentUser();
    if (self != ROOT && uidOf(home) != self) {
      throw new StartProblem("The database folder " + home + " belongs to account number " + uidOf(home)
          + ", not to you: start Touchstone from that account or as root, or give another folder with --data.");
    }
    var choices = self == ROOT ? List.of(unprivileged(home), namespace()) : List.of(asIs(self, gidOf(home)));
    var refusals = new ArrayList<String>();
    for (var choice : choices) {
      var outcome = choice.tryOut(home, binaries);
      if (outcome.succeeded()) {
        return choice;
      }
      refusals.add(outcome.output().lines().findFirst().orElse("it ended with " + outcome.status()));
    }
    throw new StartProblem(explain(self, home, refusals));
  }

  private static String explain(int self, Path home, List<String> refusals) {
    var reason = " (" + String.join("; ", refusals) + ")";
    return self == ROOT
        ? "PostgreSQL may not run as root, and no other account can use " + home + reason
            + ": give a folder whose parents everybody may enter, such as --data /var/lib/touchstone."
        : "The PostgreSQL programs in " + home + " cannot be run" + reason
            + ": put the data folder on a disk that allows programs, or name a server with TOUCHSTONE_DB_URL.";
  }

  private static ServerAccount asIs(int uid, int gid) {
    return new ServerAccount(List.of(), uid, gid);
  }

  private static ServerAccount namespace() {
    return new ServerAccount(List.of("unshare", "--user", "--"), ROOT, ROOT);
  }

  /** The account that owns the cluster already, otherwise the system's nobody. */
  private static ServerAccount unprivileged(Path home) {
    var cluster = home.resolve(Cluster.FOLDER);
    boolean owned = Files.isDirectory(cluster) && uidOf(cluster) != ROOT;
    int uid = owned ? uidOf(cluster) : idOfNobody("-u");
    int gid = owned ? gidOf(cluster) : idOfNobody("-g");
    return new ServerAccount(
        List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"), uid, gid);
  }

  private Command.Outcome tryOut(Path home, Path binaries) {
    return new Command(command("sh", "-c", "cd \"$1\" && exec \"$2\" --version", "try",
        home.toString(), binaries.resolve("postgres").toString()), Path.of("/")).run();
  }

  List<String> command(String... words) {
    var line = new ArrayList<>(prefix);
    line.addAll(List.of(words));
    return line;
  }

  /** Makes the account the owner of a file or tree; costs nothing when it is already. */
  void own(Path tree) {
    if (uidOf(tree) == uid) {
      return;
    }
    var outcome = new Command(List.of("chown", "-R", "-h", uid + ":" + gid, tree.toString()), Path.of("/")).run();
    if (!outcome.succeeded()) {
      throw new StartProblem("The database folder " + tree + " could not be handed to account number " + uid + ": "
          + outcome.output() + "; choose a data folder on a local disk.");
    }
  }

  private static int idOfNobody(String option) {
    var outcome = new Command(List.of("id", option, "nobody"), Path.of("/")).run();
    return outcome.succeeded() ? Integer.parseInt(outcome.output()) : 65534;
  }

  private static int currentUser() {
    return number(Path.of("/proc/self"), "unix:uid");
  }

  private static int uidOf(Path file) {
    return number(file, "unix:uid");
  }

  private static int gidOf(Path file) {
    return number(file, "unix:gid");
  }

  private static int number(Path file, String attribute) {
    try {
      return (Integer) Files.getAttribute(file, attribute);
    } catch (IOException e) {
      throw new StartProblem("The owner of " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }
}
