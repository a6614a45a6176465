package org.touchstone.platform.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.platform.guideline.Answer;

/** The exports as the training libraries see them: skipped where Python lacks Hugging Face's datasets; TOUCHSTONE_PYTHON names another Python. */
class TrainingLibrariesTest {
  private static final String PYTHON = System.getenv().getOrDefault("TOUCHSTONE_PYTHON", "python3");

  @TempDir Path folder;

  @Test
  void huggingFaceLoadsEveryExportWithTheColumnsThatTrlExpects() throws Exception {
    assumeTrue(run(List.of(PYTHON, "-c", "import datasets")).code() == 0, PYTHON + " has no package 'datasets'");
    var written = FrozenItems.vote("dan", List.of(0, 1, 2), Map.of("ideal", new Answer.Rewrite("2", "better still", null)));
    var items = List.of(
        FrozenItems.item(3, null, List.of(), List.of(FrozenItems.ranks("ann", "2>0>1"), FrozenItems.ranks("ben", "2>1>0"), written)),
        FrozenItems.item(3, null, List.of(), List.of(FrozenItems.ranks("ann", "0>1=2"), FrozenItems.ranks("cid", "0>2>1"))));
    for (ExportFormat format : ExportFormat.values()) {
      try (var out = Files.newOutputStream(folder.resolve(format.key() + "." + format.ending()))) {
        new Exports().write(FrozenItems.RANK, items.stream(), new Exports.Choice(format, null, false, false), out);
      }
    }
    var script = Stream.of(Path.of("src/test/python/load_exports.py"), Path.of("platform/src/test/python/load_exports.py")).filter(Files::exists).findFirst().orElseThrow();
    var result = run(List.of(PYTHON, script.toString(), folder.toString()));
    assertThat(result.output()).endsWith("all as expected\n");
    assertThat(result.code()).isZero();
  }

  private record Result(int code, String output) {}

  private static Result run(List<String> command) throws InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(3, TimeUnit.MINUTES) ? process.exitValue() : -1, output);
    } catch (IOException noPython) {
      return new Result(-1, String.valueOf(noPython.getMessage()));
    }
  }
}
