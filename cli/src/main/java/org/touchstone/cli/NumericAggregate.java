package org.touchstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.LabelFile;
import org.touchstone.cli.table.TableWriter;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.ScoreTable;
import org.touchstone.statistics.consensus.NumericAuto;
import org.touchstone.statistics.consensus.NumericConsensus;
import tools.jackson.databind.json.JsonMapper;

/** The part of {@code aggregate} for labels that are numbers on a scale. */
record NumericAggregate(AggregateCommand asked, String method) {
  static final List<String> METHODS = List.of("mean", "weighted-mean");

  int run(PrintWriter screen) throws IOException {
    if (asked.plot != null) throw new BadInput("--plot is for labels; leave it out for " + method);
    if (asked.known != null) throw new BadInput("--known is for labels; " + method + " takes no known answers");
    ScoreTable table;
    try (var bar = new ProgressBar("reading")) {
      table = LabelFile.scores(asked.file, asked.columns.wanted(), bar);
    }
    NumericConsensus.Result result;
    try (var bar = new ProgressBar(method)) {
      result = switch (method) {
        case "auto" -> new NumericAuto().estimate(table, bar);
        case "mean" -> NumericConsensus.mean().estimate(table, bar);
        default -> new NumericConsensus().estimate(table, bar);
      };
    }
    if (asked.out != null) writeValues(result);
    if (asked.workers != null) writeRaters(result);
    Map<String, Object> summary = summary(result);
    if (asked.json) screen.println(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(summary));
    else print(screen, result, summary);
    screen.flush();
    return 0;
  }

  private Map<String, Object> summary(NumericConsensus.Result result) throws IOException {
    var summary = new LinkedHashMap<String, Object>();
    summary.put("method", method);
    summary.put("settings", result.provenance().settings());
    summary.put("version", result.provenance().version());
    summary.put("judgments", result.table().size());
    summary.put("items", result.table().items());
    summary.put("raters", result.table().raters());
    if (asked.gold == null) return summary;
    double absolute = 0;
    double square = 0;
    int n = 0;
    for (var known : LabelFile.gold(asked.gold, null, null).entrySet()) {
      int i = result.table().itemNames().find(known.getKey());
      if (i < 0) continue;
      double error = value(result, i) - number(known.getKey(), known.getValue());
      absolute += Math.abs(error);
      square += error * error;
      n++;
    }
    if (n == 0) throw new BadInput(asked.gold + ": none of its items is in " + asked.file + "; are the items named alike in both?");
    summary.put("mean_absolute_error", absolute / n);
    summary.put("root_mean_square_error", Math.sqrt(square / n));
    summary.put("gold_items", n);
    return summary;
  }

  private double number(String item, String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new BadInput(asked.gold + ": the known answer of item \"" + item + "\", \"" + text + "\", is not a number");
    }
  }

  private static double value(NumericConsensus.Result result, int item) {
    return result.value(item).known().orElseThrow().value();
  }

  private void print(PrintWriter out, NumericConsensus.Result result, Map<String, Object> summary) {
    out.println(method + ": " + Report.counted(result.table().size(), result.table().items(), result.table().raters()));
    var chosen = result.provenance().settings().get("chosen");
    if (chosen != null) {
      out.printf("Chosen: %s; weighing raters foretells held-out judgments better by %s standard errors (more than 1 is asked).%n", chosen,
          result.provenance().settings().get("gain"));
    }
    if (summary.containsKey("gold_items")) {
      out.printf(Locale.ROOT, "Against gold (%,d items): mean absolute error %.4f, root mean square error %.4f.%n", summary.get("gold_items"),
          summary.get("mean_absolute_error"), summary.get("root_mean_square_error"));
    }
    if (asked.out != null) return;
    out.println("task,value,low,high");
    int shown = Math.min(10, result.table().items());
    for (int i = 0; i < shown; i++) {
      Estimate.Known known = result.value(i).known().orElseThrow();
      out.printf(Locale.ROOT, "%s,%.4f,%s%n", result.table().itemNames().name(i), known.value(),
          known.interval().map(x -> String.format(Locale.ROOT, "%.4f,%.4f", x.low(), x.high())).orElse(","));
    }
    if (shown < result.table().items()) out.printf("... %,d more; write them all with --out FILE%n", result.table().items() - shown);
  }

  private void writeValues(NumericConsensus.Result result) throws IOException {
    try (var writer = new TableWriter(asked.out, List.of("task", "value", "low", "high"))) {
      for (int i = 0; i < result.table().items(); i++) {
        Estimate.Known known = result.value(i).known().orElseThrow();
        writer.row(result.table().itemNames().name(i), AggregateCommand.rounded(known.value()),
            known.interval().map(x -> AggregateCommand.rounded(x.low())).orElse(null),
            known.interval().map(x -> AggregateCommand.rounded(x.high())).orElse(null));
      }
      writer.finish();
    }
  }

  private void writeRaters(NumericConsensus.Result result) throws IOException {
    try (var writer = new TableWriter(asked.workers, List.of("worker", "bias", "spread"))) {
      for (int r = 0; r < result.table().raters(); r++) {
        writer.row(result.table().raterNames().name(r), result.bias()[r].known().map(b -> AggregateCommand.rounded(b.value())).orElse(null),
            result.spread()[r].known().map(s -> AggregateCommand.rounded(s.value())).orElse(null));
      }
      writer.finish();
    }
  }
}
