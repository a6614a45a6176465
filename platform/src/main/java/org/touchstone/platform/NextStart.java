package org.touchstone.platform;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Makes the next start several times quicker, while this one already serves people.
 *
 * <p>The packed jar is unpacked into the data folder, and a trial start there, on a database of its own that is dropped
 * again, leaves the JVM's cache of loaded classes. The launcher names the folder; it holds for one build on one JDK.
 */
@Component
@ConditionalOnProperty("touchstone.prepare")
class NextStart {

  private static final Logger LOG = LoggerFactory.getLogger(NextStart.class);
  private static final String TRIAL = "touchstone_trial_start";

  private final Path folder;
  private final DatabaseAccess database;
  private final JdbcClient jdbc;
  private volatile Process child;
  private volatile boolean stopping;

  NextStart(@Value("${touchstone.prepare}") Path folder, DatabaseAccess database, DataSource source) {
    this.folder = folder;
    this.database = database;
    this.jdbc = JdbcClient.create(source);
  }

  @EventListener(ApplicationReadyEvent.class)
  void prepareInBackground() {
    var jar = new ApplicationHome(Touchstone.class).getSource();
    Thread.ofPlatform().daemon().name("next-start").start(() -> prepare(jar.toPath()));
  }

  private void prepare(Path jar) {
    try {
      // Whatever earlier builds, or a preparation that was cut off, left behind.
      FileSystemUtils.deleteRecursively(folder.getParent());
      Files.createDirectories(folder);
      run(List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder + "/server"), null);
      if (database.embedded()) {
        trialStart(folder.resolve("server").resolve(jar.getFileName()));
      }
      Files.createFile(folder.resolve("ready"));
      LOG.info("the next start is prepared in {}", folder);
    } catch (IOException | InterruptedException | RuntimeException e) {
      // A slow next start is no reason to trouble anybody now.
      LOG.info("the next start could not be prepared", e);
    }
  }

  private void trialStart(Path server) throws IOException, InterruptedException {
    drop();
    jdbc.sql("create database " + TRIAL).update();
    try {
      var line = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
      line.addAll(List.of("-XX:AOTCacheOutput=" + folder.resolve("server.aot"), "-Dspring.context.exit=onRefresh",
          "-jar", server.toString(), "--server.port=0", "--touchstone.data=" + folder.resolve("trial"),
          "--touchstone.demo=false"));
      run(line, database.of(TRIAL));
    } finally {
      if (!stopping) {
        drop();
      }
      FileSystemUtils.deleteRecursively(folder.resolve("trial"));
    }
  }

  private void drop() {
    jdbc.sql("drop database if exists " + TRIAL + " with (force)").update();
  }

  private void run(List<String> arguments, DatabaseAccess access) throws IOException, InterruptedException {
    var line = new ArrayList<>(List.of("nice", "-n", "19", Path.of(System.getProperty("java.home"), "bin/java").toString()));
    line.addAll(arguments);
    var log = folder.resolve("prepare.log").toFile();
    var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    if (access != null) {
      builder.environment().putAll(access.asEnvironment());
    }
    child = builder.start();
    if (stopping) {
      child.destroyForcibly();
    }
    if (!child.waitFor(30, TimeUnit.MINUTES) || child.exitValue() != 0) {
      child.destroyForcibly();
      throw new IOException("see " + log);
    }
  }

  @PreDestroy
  void stop() {
    stopping = true;
    if (child != null) {
      child.destroyForcibly();
    }
  }
}
