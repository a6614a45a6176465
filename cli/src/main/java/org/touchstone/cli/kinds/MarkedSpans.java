package org.touchstone.cli.kinds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.touchstone.cli.Report;
import org.touchstone.cli.kinds.Kind.Asked;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.Columns;
import org.touchstone.cli.table.EmptyFields;
import org.touchstone.cli.table.Rows;
import org.touchstone.cli.table.TableFile;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.agreement.Agreement;
import org.touchstone.statistics.agreement.SpanF1;
import org.touchstone.statistics.agreement.Spans;
import org.touchstone.statistics.agreement.UnitisedAlpha;
import org.touchstone.statistics.consensus.SpanConsensus;

/** A marked stretch a row, from the first character to one past the last; no ends say that the rater marked nothing. */
final class MarkedSpans {
  private MarkedSpans() {}

  private record Marked(Set<String> raters, List<SpanConsensus.Span> spans, int[] length) {}

  static Report aggregate(Asked asked) throws IOException {
    Map<String, Marked> texts = read(asked);
    var consensus = new SpanConsensus(asked.threshold());
    var rows = new ArrayList<Object[]>();
    int marked = 0;
    int bare = 0;
    Provenance how = null;
    for (var text : texts.entrySet()) {
      marked += text.getValue().spans.size();
      var result = consensus.estimate(text.getValue().raters, text.getValue().spans);
      how = result.provenance();
      var agreed = result.spans();
      if (agreed.isEmpty()) bare++;
      for (var span : agreed) rows.add(new Object[] {text.getKey(), span.from(), span.to(), span.category(), Report.rounded(span.support())});
    }
    var facts = new LinkedHashMap<String, Object>();
    facts.put("method", "spans");
    facts.put("marked", marked);
    facts.put("items", texts.size());
    facts.put("raters", texts.values().stream().flatMap(t -> t.raters.stream()).distinct().count());
    facts.put("threshold", asked.threshold());
    if (how != null) facts.put("settings", how.settings());
    facts.put("agreed", rows.size());
    facts.put("items_without", bare);
    long single = texts.values().stream().filter(t -> t.raters.size() == 1).count();
    facts.put("items_of_one_rater", single);
    String unchecked = single == 0 ? "" : String.format(" %,d items have one rater only, whose spans stand unchecked.", single);
    return new Report(List.of(String.format("spans: %,d marked in %s by %s", marked, Report.counted(texts.size(), "item"), Report.counted(((Number) facts.get("raters")).longValue(), "rater")),
        String.format("%,d spans have the support of %.0f %% of the raters or more; %,d items have none.", rows.size(), 100 * asked.threshold(), bare) + unchecked),
        facts, List.of("task", "start", "end", "category", "support"), rows);
  }

  /** How far raters mark alike: unitised alpha and F1, by three ways to match. */
  static Report agree(Asked asked, Bootstrap bootstrap) throws IOException {
    Map<String, Marked> texts = read(asked);
    var spans = Spans.builder();
    texts.forEach((name, text) -> {
      spans.document(name, text.length[0]);
      text.raters.forEach(rater -> spans.read(name, rater));
      text.spans.forEach(span -> spans.mark(name, span.rater(), span.from(), span.to(), span.category()));
    });
    Spans built = spans.build();
    var measured = new LinkedHashMap<String, Agreement>();
    measured.put("unitised-alpha", bootstrap == null ? new UnitisedAlpha().measure(built) : new UnitisedAlpha().measure(built, bootstrap));
    for (var match : SpanF1.Match.values()) {
      var f1 = new SpanF1(match);
      measured.put("f1-" + match.name().toLowerCase(Locale.ROOT), bootstrap == null ? f1.measure(built) : f1.measure(built, bootstrap));
    }
    var sentences = new ArrayList<String>();
    measured.forEach((name, agreement) -> sentences.add(name + ": " + Report.shown(agreement.value())));
    int marked = texts.values().stream().mapToInt(t -> t.spans.size()).sum();
    sentences.add(String.format("%,d spans in %,d items; %,d items were read by two raters or more.", marked, texts.size(), measured.get("unitised-alpha").items()));
    if (measured.get("unitised-alpha").value().isKnown() && texts.values().stream().allMatch(t -> t.length[0] == t.spans.stream().mapToInt(SpanConsensus.Span::to).max().orElse(0))) {
      sentences.add("No column tells how long the texts are (length, or text itself), so alpha takes each to end with its last span, which makes it lower.");
    }
    var facts = new LinkedHashMap<String, Object>();
    facts.put("marked", marked);
    facts.put("items", texts.size());
    facts.put("shared_items", measured.get("unitised-alpha").items());
    facts.put("methods", measured.values().stream().map(Agreement::provenance).map(Report::provenance).toList());
    return new Report(sentences, facts, Report.COEFFICIENT, measured.entrySet().stream().map(e -> Report.coefficient(e.getKey(), e.getValue().value())).toList());
  }

  private static Map<String, Marked> read(Asked asked) throws IOException {
    var texts = new LinkedHashMap<String, Marked>();
    try (Rows rows = TableFile.open(asked.file())) {
      SpanColumns named = asked.spans();
      int item = Columns.find(rows, asked.columns().item, Columns.DOCUMENT, "item", "--item");
      int rater = Columns.find(rows, asked.columns().rater, Columns.RATER, "rater", "--rater");
      int from = Columns.find(rows, named.start, Columns.START, "first character (start)", "--start");
      int to = Columns.find(rows, named.end, Columns.END, "end (one past the last character)", "--end");
      if (from == to) throw BadInput.at(rows.file(), 1, rows.columns().get(to), "it cannot be both the start and the end of a span");
      int category = asked.columns().label == null ? Columns.look(rows, null, Columns.CATEGORY)
          : Columns.find(rows, asked.columns().label, Columns.CATEGORY, "category", "--label");
      int length = named.text == null ? Columns.look(rows, null, Columns.LENGTH) : -1;
      int whole = named.text == null ? Columns.look(rows, null, Columns.WHOLE_TEXT) : Columns.find(rows, named.text, Columns.WHOLE_TEXT, "text", "--text");
      if (whole == item) whole = -1;
      Columns.requireApart(rows, item, rater, -1);
      var empty = new EmptyFields(asked.columns().skipEmpty);
      while (rows.next()) {
        if (empty.leaveOut(rows, item, rater)) continue;
        Marked text = texts.computeIfAbsent(rows.text(item), key -> new Marked(new LinkedHashSet<>(), new ArrayList<>(), new int[1]));
        text.raters.add(rows.text(rater));
        if (length >= 0) text.length[0] = Math.max(text.length[0], place(rows, length));
        else if (whole >= 0) text.length[0] = Math.max(text.length[0], charactersOf(rows.text(whole), named.text != null));
        if (rows.isEmpty(from) && rows.isEmpty(to)) continue;
        if (rows.isEmpty(from) != rows.isEmpty(to)) {
          throw rows.bad(rows.isEmpty(from) ? from : to, "it is empty and the span's other end is not; give both, or neither where nothing was marked");
        }
        int begin = place(rows, from);
        int end = place(rows, to);
        if (end <= begin) throw rows.bad(to, "the span ends at " + end + ", which is not behind its start " + begin);
        text.length[0] = Math.max(text.length[0], end);
        text.spans.add(new SpanConsensus.Span(rows.text(rater), begin, end, category < 0 ? "" : rows.text(category)));
      }
      empty.tell();
    }
    if (texts.isEmpty()) throw new BadInput(asked.file() + " has a header but no judgments");
    return texts;
  }

  /** How long the text is; where somebody named the column, a whole number in it is the length itself. */
  private static int charactersOf(String text, boolean named) {
    return named && text.strip().matches("\\d{1,9}") ? Integer.parseInt(text.strip()) : text.length();
  }

  private static int place(Rows rows, int column) {
    double value = rows.number(column);
    if (value < 0 || value != Math.rint(value) || value > Integer.MAX_VALUE) throw rows.bad(column, "\"" + rows.text(column) + "\" is not a place in a text; count characters from 0, and leave both ends empty where nothing was marked");
    return (int) value;
  }
}
