package org.touchstone.cli.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.touchstone.cli.table.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Takes training data out of a project. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a snapshot of a project and writes it in the shape that training libraries read.",
      "",
      "Formats: trl-sft, trl-dpo, trl-kto, trl-reward, trl-prm, openai-dpo, csv, jsonl, label-studio, parquet."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone export everyday-answers-side-by-side --format trl-dpo --out pairs.jsonl --email tomas@demo.example --password",
      "  touchstone export 0198c0de-… --format parquet --out judgments.parquet --token tsk_…",
      "  touchstone export everyday-answers-side-by-side --format trl-dpo --ties --out ties.jsonl"
    })
public final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PROJECT", description = "Id, short name or name of the project.")
  String project;

  @Option(names = {"-f", "--format"}, required = true, paramLabel = "FORMAT", description = "What to write.")
  String format;

  @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "Where to; without it the screen, except for Parquet.")
  Path out;

  @Option(names = "--snapshot", paramLabel = "ID", description = "An existing snapshot instead of a new one.")
  String snapshot;

  @Option(names = "--criterion", paramLabel = "KEY", description = "The criterion that decides what is preferred.")
  String criterion;

  @Option(names = "--gold", description = "Includes items with a known answer.")
  boolean gold;

  @Option(names = "--ties", description = "Writes what the training file leaves out because neither response is better.")
  boolean ties;

  @Mixin
  ServerOptions connection;

  @Spec
  CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (format.equals("parquet") && out == null) throw new BadInput("Parquet cannot be shown on the screen; name a file with --out");
    var server = connection.open();
    try {
      var taken = ready(server, snapshot != null ? snapshot : take(server));
      var query = "?format=" + format + (criterion == null ? "" : "&criterion=" + criterion) + (gold ? "&gold=include" : "") + (ties ? "&part=ties" : "");
      var response = server.download("snapshots/" + taken.get("id").asString() + "/export" + query);
      try (InputStream body = response.body()) {
        write(body);
      }
      spec.commandLine().getErr().println(taken.path("card").path("statement").asString("")
          + " SHA-256 of the snapshot: " + taken.path("hash").asString(""));
    } catch (ServerSays refused) {
      throw new BadInput("the server refuses: " + refused.getMessage());
    }
    return 0;
  }

  private String take(Server server) {
    String id = id(server);
    return server.post("projects/" + id + "/snapshots", Map.of("name", "Export as " + format)).get("id").asString();
  }

  private String id(Server server) {
    try {
      return UUID.fromString(project).toString();
    } catch (IllegalArgumentException aName) {
      var yours = new ArrayList<String>();
      for (JsonNode one : server.get("projects").path("items")) {
        String slug = one.path("slug").asString("");
        if (project.equals(slug) || project.equals(one.path("name").asString(""))) return one.get("id").asString();
        yours.add(slug);
      }
      throw new BadInput("there is no project \"" + project + "\" among yours"
          + (yours.isEmpty() ? ": this account sees none" : ", which are: " + String.join(", ", yours)));
    }
  }

  private static JsonNode ready(Server server, String id) throws InterruptedException {
    while (true) {
      var now = server.get("snapshots/" + id);
      switch (now.path("state").asString("")) {
        case "READY" -> {
          return now;
        }
        case "FAILED" -> throw new BadInput("the snapshot could not be made: " + now.path("error").asString(""));
        default -> Thread.sleep(300);
      }
    }
  }

  /** A file appears whole or not at all. */
  private void write(InputStream body) throws IOException {
    if (out == null) {
      body.transferTo(System.out);
      System.out.flush();
      return;
    }
    var aside = out.toAbsolutePath().resolveSibling(out.getFileName() + ".part");
    try {
      Files.copy(body, aside, StandardCopyOption.REPLACE_EXISTING);
      Files.move(aside, out.toAbsolutePath(), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
