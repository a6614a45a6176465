package org.touchstone.cli.kinds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.touchstone.cli.ProgressBar;
import org.touchstone.cli.Report;
import org.touchstone.cli.kinds.Kind.Asked;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.Columns;
import org.touchstone.cli.table.EmptyFields;
import org.touchstone.cli.table.Rows;
import org.touchstone.cli.table.TableFile;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.consensus.TextConsensus;

/** A written answer a judgment: the one most like the others is chosen. */
final class Texts {
  private Texts() {}

  static Report aggregate(Asked asked) throws IOException {
    var answers = new ArrayList<TextConsensus.Answer>();
    try (Rows rows = TableFile.open(asked.file())) {
      int item = Columns.find(rows, asked.columns().item, Columns.ITEM, "item", "--item");
      int rater = Columns.find(rows, asked.columns().rater, Columns.RATER, "rater", "--rater");
      int text = Columns.find(rows, asked.columns().label, Columns.TEXT, "text", "--label");
      Columns.requireApart(rows, item, rater, text);
      var empty = new EmptyFields(asked.columns().skipEmpty);
      while (rows.next()) {
        if (empty.leaveOut(rows, item, rater, text)) continue;
        answers.add(new TextConsensus.Answer(rows.text(item), rows.text(rater), rows.text(text)));
      }
      empty.tell();
    }
    if (answers.isEmpty()) throw new BadInput(asked.file() + " has a header but no judgments");
    var rows = new ArrayList<Object[]>();
    double support = 0;
    int several = 0;
    TextConsensus.Result result;
    try (var bar = new ProgressBar("text")) {
      result = new TextConsensus().estimate(answers, bar);
    }
    for (var choice : result.choices().values()) {
      rows.add(new Object[] {choice.answer().item(), choice.answer().text(), choice.answer().rater(), Report.rounded(choice.support()), choice.answers()});
      if (!(choice.support() instanceof Estimate.Known known)) continue;
      support += known.value();
      several++;
    }
    var facts = new LinkedHashMap<String, Object>();
    facts.put("method", "text");
    facts.put("judgments", answers.size());
    facts.put("items", rows.size());
    facts.put("mean_support", several == 0 ? null : support / several);
    facts.put("settings", result.provenance().settings());
    facts.put("version", result.provenance().version());
    var sentences = new ArrayList<String>();
    sentences.add(String.format("text: %s to %s; chosen is the answer most like the others", Report.counted(answers.size(), "answer"), Report.counted(rows.size(), "item")));
    sentences.add(several == 0 ? "No item has two answers, so there was nothing to choose."
        : String.format(Locale.ROOT, "Mean support %.3f (1: all wrote the same) on %,d items with several answers.", support / several, several));
    return new Report(sentences, facts, List.of("task", "text", "worker", "support", "answers"), rows);
  }
}
