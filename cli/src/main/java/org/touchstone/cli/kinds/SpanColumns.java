package org.touchstone.cli.kinds;

import java.util.LinkedHashMap;
import org.touchstone.cli.table.BadInput;
import picocli.CommandLine.Option;

/** The options that name the columns of marked spans, for files whose columns have unusual names; the category is the label. */
public final class SpanColumns {
  @Option(names = "--start", paramLabel = "COLUMN", description = "Column of a span's first character, for --kind spans (start, from, ...).")
  String start;

  @Option(names = "--end", paramLabel = "COLUMN", description = "Column of a span's end, one past its last character (end, to, ...).")
  String end;

  @Option(names = "--text", paramLabel = "COLUMN", description = "Column of the text the spans are in, or of its length in characters (text, document, length, ...).")
  String text;

  /** Whoever names a column wants it read. */
  public void refuseFor(Kind kind) {
    var given = new LinkedHashMap<String, String>();
    given.put("--start", start);
    given.put("--end", end);
    given.put("--text", text);
    given.forEach((option, column) -> {
      if (column != null) throw new BadInput(option + " is for --kind spans; leave it out for --kind " + kind.shown());
    });
  }
}
