package org.touchstone.platform.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs, unpacked from the jar into a folder where any account may run them. */
final class ServerBinaries {

  private static final Map<String, String> ARCHIVES = Map.of(
      "amd64", "/postgres-linux-x86_64.txz",
      "aarch64", "/postgres-linux-arm_64.txz");

  private ServerBinaries() {}

  /** Unpacks once; {@code folder} appears only when it is complete, so a cut-off start leaves nothing half done. */
  static Path unpackInto(Path folder) {
    if (Files.exists(folder.resolve("bin/postgres"))) {
      return folder.resolve("bin");
    }
    var archive = archiveForThisMachine();
    try {
      var half = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".part");
      unpack(archive, half);
      publish(half, folder);
      return folder.resolve("bin");
    } catch (IOException e) {
      throw new StartProblem("PostgreSQL could not be unpacked into " + folder + ": " + e.getMessage()
          + "; free some space (60 MB are needed) or choose another data folder.", e);
    }
  }

  private static String archiveForThisMachine() {
    var system = System.getProperty("os.name");
    var processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    if (!system.equals("Linux") || !ARCHIVES.containsKey(processor)) {
      throw new StartProblem("The PostgreSQL that comes with Touchstone runs on Linux (x86-64 and arm64), not on "
          + system + " " + processor + "; name a PostgreSQL 15 or later with TOUCHSTONE_DB_URL, _USER and _PASSWORD.");
    }
    return ARCHIVES.get(processor);
  }

  private static void unpack(String archive, Path folder) throws IOException {
    try (var resource = ServerBinaries.class.getResourceAsStream(archive)) {
      if (resource == null) {
        throw new IOException("the archive " + archive + " is missing from this build");
      }
      var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource, 1 << 16)));
      allow(folder, "rwxr-xr-x");
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(tar, entry, folder);
      }
    }
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
    var target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("the archive names a file outside itself: " + entry.getName());
    }
    if (entry.isDirectory()) {
      directory(target, folder);
      return;
    }
    directory(target.getParent(), folder);
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    var runnable = (entry.getMode() & 0100) != 0 || target.getParent().endsWith("bin");
    allow(target, runnable ? "rwxr-xr-x" : "rw-r--r--");
  }

  private static void directory(Path directory, Path top) throws IOException {
    Files.createDirectories(directory);
    for (Path each = directory; each.startsWith(top); each = each.getParent()) {
      allow(each, "rwxr-xr-x");
    }
  }

  private static void publish(Path half, Path folder) throws IOException {
    try {
      Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Another process may have been faster; its copy is as good as ours.
      if (!Files.exists(folder.resolve("bin/postgres"))) {
        throw e;
      }
      delete(half);
    }
  }

  static void delete(Path tree) {
    try (var files = Files.walk(tree)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void allow(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
