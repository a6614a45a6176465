package org.touchstone.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five lines of the README are compiled as they stand there, and run. */
class ReadmeTest {
  @TempDir
  Path folder;

  @Test
  void theFiveLinesWork() throws Exception {
    Path source = Files.writeString(folder.resolve("Readme.java"), """
        import org.touchstone.statistics.*;
        import org.touchstone.statistics.agreement.*;
        import org.touchstone.statistics.consensus.*;

        public class Readme {
          public static void main(String[] args) {
        %s  }
        }
        """.formatted(lines()));
    var complaints = new StringWriter();
    var screen = new PrintWriter(complaints, true);
    int code = ToolProvider.findFirst("javac").orElseThrow().run(screen, screen, "-cp", Path.of("target", "classes").toString(), "-proc:none",
        "-d", folder.toString(), source.toString());
    assertThat(complaints.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(said()).startsWith("cat with probability 0.").contains("Known[value=");
  }

  private static String lines() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf("```java\n") + 8;
    String lines = readme.substring(from, readme.indexOf("```", from));
    assertThat(lines.lines().count()).isEqualTo(5);
    return lines;
  }

  private String said() throws Exception {
    var out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, ReadmeTest.class.getClassLoader())) {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      loader.loadClass("Readme").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
