package org.touchstone.cli.table;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.touchstone.cli.Report;

/** Finds the column that is meant, by the name somebody gave or by the names people usually give it. */
public final class Columns {
  public static final List<String> ITEM =
      List.of("task", "item", "task_id", "item_id", "taskid", "itemid", "question", "unit", "unit_id", "example", "example_id", "hitid", "hit_id", "id");
  public static final List<String> DOCUMENT = and(ITEM, List.of("document_id", "doc_id", "doc", "text_id", "passage_id", "segment_id", "document"));
  public static final List<String> RATER = List.of("worker", "rater", "performer", "annotator", "worker_id", "rater_id",
      "performer_id", "annotator_id", "workerid", "raterid", "user", "user_id", "labeler", "labeller", "coder", "judge", "trainer");
  public static final List<String> LABEL = List.of("label", "answer", "response", "judgment", "judgement", "annotation",
      "category", "class", "value", "rating", "score", "truth", "gold", "choice");
  public static final List<String> LABELS = and(List.of("labels", "tags", "categories", "ticks"), LABEL);
  public static final List<String> TEXT = and(List.of("text", "output", "transcription", "translation", "summary"), LABEL);
  public static final List<String> RANKING = and(List.of("ranking", "order", "ranks"), LABEL);
  public static final List<String> START = List.of("start", "from", "begin", "start_offset", "span_start", "offset");
  public static final List<String> END = List.of("end", "to", "stop", "end_offset", "span_end");
  public static final List<String> LENGTH = List.of("length", "characters", "text_length");
  public static final List<String> WHOLE_TEXT = List.of("text", "document", "summary", "passage", "sentence");
  public static final List<String> CATEGORY = List.of("category", "label", "type", "class", "tag", "severity");
  public static final List<String> TIME = List.of("time", "timestamp", "submitted_at", "submitted", "created_at", "date", "judged_at");
  public static final List<String> SECONDS = List.of("seconds", "duration", "duration_seconds", "time_spent", "worktimeinseconds", "elapsed");
  public static final List<String> PRICE = List.of("price", "rate", "cost", "pay");
  public static final List<String> SCORE = and(List.of("score", "result", "passed", "pass", "correct"), LABEL);
  public static final List<String> CANDIDATE = List.of("candidate", "model", "system", "variant", "arm", "version");
  public static final List<String> LEFT = List.of("left", "model_a", "a", "first", "item_a", "response_a");
  public static final List<String> RIGHT = List.of("right", "model_b", "b", "second", "item_b", "response_b");
  public static final List<String> WINNER = List.of("label", "winner", "preferred", "choice", "answer", "preference");

  private Columns() {}

  private static List<String> and(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  /**
   * @param given the name given by an option, several with commas between, or null to look for a usual one
   * @param what what the column holds, for the message: {@code item}
   * @param option the option that names it: {@code --item}; anything without dashes where there is none
   */
  public static int find(Rows rows, String given, List<String> usual, String what, String option) {
    int found = look(rows, given, usual);
    if (found < 0 && given != null) found = joined(rows, given);
    if (found < 0 && given == null) found = byEnding(rows, usual.getFirst());
    if (found >= 0) return found;
    String there = rows.columns().stream().filter(c -> !isJoined(rows, c)).map(Report::shortened).collect(Collectors.joining(", "));
    if (given != null) throw BadInput.at(rows.file(), 1, given, "there is no such column; there are " + there);
    if (rows.columns().size() == 1 && there.matches(".*[|:^~ ].*")) {
      throw BadInput.at(rows.file(), 1, null, "it names one column only, \"" + there + "\"; put a comma, tab or semicolon between the columns");
    }
    String help = option.startsWith("--") ? "name it with " + option + " COLUMN" : "call it " + usual.getFirst();
    if (what.equals("label")) help += hint(rows);
    if (what.equals("item") && option.startsWith("--")) help += ", or several together with --item A,B";
    throw BadInput.at(rows.file(), 1, null, "no column looks like the " + what + " (there are " + there + "); " + help);
  }

  /** Several columns with commas between, as in {@code doc,system}; -1 where one of them is not there. */
  private static int joined(Rows rows, String given) {
    int[] parts = Stream.of(given.split(",")).mapToInt(part -> look(rows, part, List.of())).toArray();
    return parts.length < 2 || IntStream.of(parts).anyMatch(part -> part < 0) ? -1 : rows.joined(given, parts);
  }

  private static boolean isJoined(Rows rows, String column) {
    return column.contains(",") && rows.columns().containsAll(List.of(column.split(",")));
  }

  /** What the file seems to hold instead of one label a judgment. */
  private static String hint(Rows rows) {
    if (look(rows, null, List.of("labels", "tags", "categories", "ticks")) >= 0) return ", or say --kind multi-label if each judgment ticks several";
    if (look(rows, null, List.of("ranking", "ranks")) >= 0) return ", or say --kind rankings if each judgment is an order";
    if (look(rows, null, START) >= 0 && look(rows, null, END) >= 0) return ", or say --kind spans if each row is a marked stretch";
    if (look(rows, null, LEFT) >= 0 && look(rows, null, RIGHT) >= 0 && look(rows, null, WINNER) >= 0) return "; comparisons of two are for touchstone rank";
    return "";
  }

  /** The only column whose name ends like this, as in {@code hallucinated_span_start}; for the ends of spans. */
  private static int byEnding(Rows rows, String usual) {
    if (!usual.equals(START.getFirst()) && !usual.equals(END.getFirst())) return -1;
    int[] found = IntStream.range(0, rows.columns().size()).filter(c -> rows.columns().get(c).toLowerCase(Locale.ROOT).matches(".*[_. ]" + usual)).toArray();
    return found.length == 1 ? found[0] : -1;
  }

  /** One column cannot be two things. */
  public static void requireApart(Rows rows, int item, int rater, int label) {
    if (item != rater && item != label && rater != label) return;
    int twice = item == rater ? item : label;
    String what = item == rater ? "the item and the rater" : label == item ? "the item and the label" : "the rater and the label";
    throw BadInput.at(rows.file(), 1, rows.columns().get(twice), "it would be both " + what + "; name another column with --item, --rater or --label");
  }

  /** As {@link #find}, but -1 where there is none. */
  public static int look(Rows rows, String given, List<String> usual) {
    List<String> columns = rows.columns().stream().map(c -> c.strip().toLowerCase(Locale.ROOT)).toList();
    if (given != null) {
      int exact = rows.columns().indexOf(given);
      return exact >= 0 ? exact : columns.indexOf(given.strip().toLowerCase(Locale.ROOT));
    }
    return usual.stream().mapToInt(columns::indexOf).filter(c -> c >= 0).findFirst().orElse(-1);
  }
}
