package org.touchstone.cli.kinds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.touchstone.cli.Report;
import org.touchstone.cli.kinds.Kind.Asked;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.Columns;
import org.touchstone.cli.table.EmptyFields;
import org.touchstone.cli.table.Rows;
import org.touchstone.cli.table.TableFile;
import org.touchstone.statistics.consensus.SpanConsensus;

/** A marked stretch a row, from the first character to one past the last; no ends say that the rater marked nothing. */
final class MarkedSpans {
  private MarkedSpans() {}

  private record Marked(Set<String> raters, List<SpanConsensus.Span> spans) {}

  static Report aggregate(Asked asked) throws IOException {
    Map<String, Marked> texts = read(asked);
    var consensus = new SpanConsensus(asked.threshold());
    var rows = new ArrayList<Object[]>();
    int marked = 0;
    int bare = 0;
    for (var text : texts.entrySet()) {
      marked += text.getValue().spans.size();
      var agreed = consensus.agree(text.getValue().raters, text.getValue().spans);
      if (agreed.isEmpty()) bare++;
      for (var span : agreed) rows.add(new Object[] {text.getKey(), span.from(), span.to(), span.category(), Report.rounded(span.support())});
    }
    var facts = new LinkedHashMap<String, Object>();
    facts.put("method", "spans");
    facts.put("marked", marked);
    facts.put("items", texts.size());
    facts.put("raters", texts.values().stream().flatMap(t -> t.raters.stream()).distinct().count());
    facts.put("threshold", asked.threshold());
    facts.put("agreed", rows.size());
    facts.put("items_without", bare);
    return new Report(List.of(String.format("spans: %,d marked in %,d items by %,d raters", marked, texts.size(), facts.get("raters")),
        String.format("%,d spans have the support of %.0f %% of the raters or more; %,d items have none.", rows.size(), 100 * asked.threshold(), bare)),
        facts, List.of("task", "start", "end", "category", "support"), rows);
  }

  private static Map<String, Marked> read(Asked asked) throws IOException {
    var texts = new LinkedHashMap<String, Marked>();
    try (Rows rows = TableFile.open(asked.file())) {
      int item = Columns.find(rows, asked.columns().item, Columns.ITEM, "item", "--item");
      int rater = Columns.find(rows, asked.columns().rater, Columns.RATER, "rater", "--rater");
      int from = Columns.find(rows, null, Columns.START, "first character (start)", "a header");
      int to = Columns.find(rows, null, Columns.END, "end (one past the last character)", "a header");
      int category = Columns.look(rows, asked.columns().label, Columns.CATEGORY);
      var empty = new EmptyFields(asked.columns().skipEmpty);
      while (rows.next()) {
        if (empty.leaveOut(rows, item, rater)) continue;
        Marked text = texts.computeIfAbsent(rows.text(item), key -> new Marked(new LinkedHashSet<>(), new ArrayList<>()));
        text.raters.add(rows.text(rater));
        if (rows.isEmpty(from) && rows.isEmpty(to)) continue;
        int begin = place(rows, from);
        int end = place(rows, to);
        if (end <= begin) throw rows.bad(to, "the span ends at " + end + ", which is not behind its start " + begin);
        text.spans.add(new SpanConsensus.Span(rows.text(rater), begin, end, category < 0 ? "" : rows.text(category)));
      }
      empty.tell();
    }
    if (texts.isEmpty()) throw new BadInput(asked.file() + " has a header but no judgments");
    return texts;
  }

  private static int place(Rows rows, int column) {
    double value = rows.number(column);
    if (value < 0 || value != Math.rint(value) || value > Integer.MAX_VALUE) throw rows.bad(column, "\"" + rows.text(column) + "\" is not a place in a text; count characters from 0");
    return (int) value;
  }
}
