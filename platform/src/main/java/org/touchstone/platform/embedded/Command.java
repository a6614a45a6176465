package org.touchstone.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A short command of the operating system, run to its end. */
record Command(List<String> line, Path directory) {

  /** What the command printed, on both streams, and how it ended. */
  record Outcome(int status, String output) {
    boolean succeeded() {
      return status == 0;
    }
  }

  Outcome run() {
    try {
      var process = quiet(new ProcessBuilder(line)).directory(directory.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Outcome(process.waitFor(), output);
    } catch (IOException e) {
      return new Outcome(127, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while waiting for " + line.getFirst(), e));
    }
  }

  /** PostgreSQL reads settings from PG… variables and speaks the caller's language; ours must do neither. */
  static ProcessBuilder quiet(ProcessBuilder builder) {
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANGUAGE"));
    environment.put("LANG", "C");
    environment.put("TZ", "UTC");
    return builder;
  }
}
