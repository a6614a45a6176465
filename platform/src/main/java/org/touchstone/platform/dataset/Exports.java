package org.touchstone.platform.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.shared.Invalid;

/** Writes the files that a snapshot can become; memory holds one item at a time, however many there are. */
@Component
public class Exports {

  /**
   * What exactly is wanted of a snapshot.
   *
   * @param criterion the one that decides what is preferred, null for the best there is
   * @param gold whether items with a known answer come too; they test raters and mostly do not belong in training
   * @param ties the companion of a preference file: what it leaves out because neither response is better
   */
  public record Choice(ExportFormat format, @Nullable String criterion, boolean gold, boolean ties) {}

  /** Refuses a choice that could only give an empty file, with the reason. */
  public void check(Rubric rubric, Choice choice) {
    if (!choice.format().isTraining()) return;
    var preferences = Preferences.of(rubric, choice.criterion());
    if (choice.criterion() != null && preferences.isEmpty()) {
      throw new Invalid("criterion", "“%s” is no comparison, ranking or score of each response in this rubric.".formatted(choice.criterion()));
    }
    if (!new TrainingRows(rubric, preferences.orElse(null)).canGive(choice.format())) {
      if (choice.format() == ExportFormat.TRL_PRM) {
        throw new Invalid("format", "This rubric asks for no reasoning steps, so there is nothing to train a process reward on; csv, jsonl and parquet hold its answers.");
      }
      throw new Invalid("format", "This rubric asks for no comparison, ranking or score of each response, so there are no preferences to export; csv, jsonl and parquet hold its answers.");
    }
  }

  /** Refuses a training file that would have no line, with what the snapshot holds instead; the companion of ties may be empty. */
  void checkContent(Rubric rubric, Supplier<Stream<FrozenItem>> items, Choice choice) {
    if (!choice.format().isTraining() || choice.ties()) return;
    var rows = new TrainingRows(rubric, Preferences.of(rubric, choice.criterion()).orElse(null));
    try (var all = items.get()) {
      if (all.filter(item -> choice.gold() || item.gold() == null).anyMatch(item -> !rows.of(choice.format(), item).isEmpty())) return;
    }
    long[] found = new long[3];
    try (var all = items.get()) {
      all.forEach(item -> {
        found[0]++;
        if (!item.judgments().isEmpty()) found[1]++;
        if (item.gold() != null) found[2]++;
      });
    }
    throw new Invalid("format", "This file would be empty: of %d items %d are judged, %d of all have a known answer and stay out unless asked for, and of the rest none gives a line in this format; csv, jsonl and parquet hold every answer."
        .formatted(found[0], found[1], found[2]));
  }

  public void write(Rubric rubric, Stream<FrozenItem> items, Choice choice, OutputStream out) throws IOException {
    if (choice.format() == ExportFormat.PARQUET) {
      parquet(rubric, items, out);
      return;
    }
    var buffered = new BufferedOutputStream(out, 1 << 16);
    var judgments = new JudgmentRows(rubric);
    try (var sink = sink(choice.format(), buffered)) {
      switch (choice.format()) {
        case CSV -> items.forEach(item -> judgments.flat(item, sink::accept));
        case JSONL -> items.forEach(item -> judgments.whole(item).forEach(sink::accept));
        case LABEL_STUDIO -> items.map(new LabelStudioTasks()::task).forEach(sink::accept);
        default -> training(rubric, items, choice, sink::accept);
      }
    }
  }

  private static RowSink sink(ExportFormat format, OutputStream out) {
    return switch (format) {
      case CSV -> new RowSink.Csv(out, JudgmentRows.COLUMNS.keySet());
      case LABEL_STUDIO -> new RowSink.Array(out);
      default -> new RowSink.Jsonl(out);
    };
  }

  private static void training(Rubric rubric, Stream<FrozenItem> items, Choice choice, Consumer<Map<String, Object>> sink) {
    var rows = new TrainingRows(rubric, Preferences.of(rubric, choice.criterion()).orElse(null));
    items.filter(item -> choice.gold() || item.gold() == null)
        .forEach(item -> (choice.ties() ? rows.ties(item) : rows.of(choice.format(), item)).forEach(sink));
  }

  private static void parquet(Rubric rubric, Stream<FrozenItem> items, OutputStream out) throws IOException {
    var folder = Files.createTempDirectory("touchstone-parquet");
    var jsonl = folder.resolve("rows.jsonl");
    var parquet = folder.resolve("rows.parquet");
    try {
      var judgments = new JudgmentRows(rubric);
      var file = new LongestLine(new BufferedOutputStream(Files.newOutputStream(jsonl), 1 << 16));
      try (var sink = new RowSink.Jsonl(file)) {
        items.forEach(item -> judgments.flat(item, sink::accept));
      }
      ParquetFile.write(jsonl, file.longest(), parquet, JudgmentRows.COLUMNS);
      Files.copy(parquet, out);
    } finally {
      for (var file : List.of(jsonl, parquet, folder)) Files.deleteIfExists(file);
    }
  }
}
