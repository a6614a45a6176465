package org.touchstone.cli.drift;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.touchstone.cli.LabelColumns;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.Columns;
import org.touchstone.cli.table.EmptyFields;
import org.touchstone.cli.table.Rows;
import org.touchstone.cli.table.TableFile;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;

/**
 * Judgments in the order they were given: by their time where the file tells it, else by their rows.
 *
 * @param table the same judgments, sorted by item; items, raters and labels have its numbers
 */
record Sequence(LabelTable table, List<Said> judgments, boolean timed, boolean clocked) {

  private static final DateTimeFormatter MECHANICAL_TURK = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss zzz yyyy", Locale.ENGLISH);

  /** @param seconds it took, NaN where that is not known */
  record Said(int item, int rater, int label, double at, double seconds, String why) {}

  /** Columns beside item, rater and label; null looks for a usual name (a rationale only where it is named). */
  record Extra(String time, String seconds, String rationale) {}

  static Sequence read(String file, LabelColumns columns, Extra extra, Progress progress) throws IOException {
    var table = LabelTable.builder();
    var said = new ArrayList<Said>();
    int when;
    int took;
    try (Rows rows = TableFile.open(file)) {
      int item = Columns.find(rows, columns.item, Columns.ITEM, "item", "--item");
      int rater = Columns.find(rows, columns.rater, Columns.RATER, "rater", "--rater");
      int label = Columns.find(rows, columns.label, Columns.LABEL, "label", "--label");
      when = optional(rows, extra.time, Columns.TIME, "time", "--time");
      took = optional(rows, extra.seconds, Columns.SECONDS, "seconds", "--seconds");
      int why = extra.rationale == null ? -1 : optional(rows, extra.rationale, List.of(), "rationale", "--rationale");
      var empty = new EmptyFields(columns.skipEmpty);
      while (rows.next()) {
        if (empty.leaveOut(rows, item, rater, label)) continue;
        int i = rows.index(item, table.itemNames());
        int r = rows.index(rater, table.raterNames());
        int l = rows.index(label, table.classNames());
        table.add(i, r, l);
        double seconds = took < 0 || rows.isEmpty(took) ? Double.NaN : rows.number(took);
        said.add(new Said(i, r, l, when < 0 ? said.size() : time(rows, when), seconds, why < 0 ? "" : rows.text(why)));
        if ((said.size() & 0xFFFF) == 0) progress.report((long) (1000 * Math.max(0, rows.done())), 1000);
      }
      empty.tell();
    }
    if (said.isEmpty()) throw new BadInput(file + " has a header but no judgments");
    List<String> before = List.of(table.classNames().toArray());
    LabelTable built = table.build();
    said.replaceAll(s -> new Said(s.item, s.rater, built.classNames().find(before.get(s.label)), s.at, s.seconds, s.why));
    if (when >= 0) said.sort(Comparator.comparingDouble(Said::at));
    return new Sequence(built, said, when >= 0, took >= 0);
  }

  private static int optional(Rows rows, String given, List<String> usual, String what, String option) {
    return given == null ? Columns.look(rows, null, usual) : Columns.find(rows, given, usual, what, option);
  }

  /** A number as it is, else a date or a moment in ISO 8601 (UTC where no zone is said) or as Mechanical Turk writes it. */
  private static double time(Rows rows, int column) {
    String text = rows.text(column).strip();
    if (text.matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?")) return Double.parseDouble(text);
    try {
      if (Character.isLetter(text.isEmpty() ? ' ' : text.charAt(0))) return ZonedDateTime.parse(text, MECHANICAL_TURK).toEpochSecond();
      if (text.length() <= 10) return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
      String iso = text.replaceFirst(" ", "T");
      Instant at = iso.matches(".*(Z|[-+]\\d\\d:?\\d\\d)$") ? OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
      return at.getEpochSecond() + at.getNano() / 1e9;
    } catch (DateTimeParseException e) {
      throw rows.bad(column, "\"" + text + "\" is neither a number nor a time like 2026-03-01T09:30:00Z");
    }
  }
}
