package org.touchstone.platform.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a second server off the same folder; the operating system frees it however the process ends. */
final class FolderLock implements AutoCloseable {

  // Opening the file again in this process and closing it would drop the lock, so this process asks itself first.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static FolderLock take(Path folder) {
    if (!HELD_HERE.add(folder)) {
      throw taken(folder);
    }
    try {
      var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw taken(folder);
      }
      Files.writeString(owner(folder), Long.toString(ProcessHandle.current().pid()));
      return new FolderLock(folder, channel);
    } catch (StartProblem e) {
      HELD_HERE.remove(folder);
      throw e;
    } catch (IOException e) {
      HELD_HERE.remove(folder);
      throw new StartProblem("The data folder " + folder.getParent() + " cannot be written: " + e.getMessage()
          + "; give another folder with --data.", e);
    }
  }

  private static StartProblem taken(Path folder) {
    String who;
    try {
      who = " (process " + Files.readString(owner(folder)).strip() + ")";
    } catch (IOException e) {
      who = "";
    }
    return new StartProblem("Touchstone already runs on the data folder " + folder.getParent() + who
        + ": stop that one first, or give this one another folder with --data.");
  }

  private static Path owner(Path folder) {
    return folder.resolve("lock.owner");
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD_HERE.remove(folder);
  }
}
