package org.touchstone.cli.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.preference.Comparisons;
import org.touchstone.statistics.preference.Outcome;

/** Reads comparisons of two from a table file. */
public final class ComparisonFile {
  /** The covariate that is no column: who stood on the left. */
  public static final String POSITION = "position";

  private ComparisonFile() {}

  /** Names of columns given by options; null looks for a usual one. */
  public record Wanted(String rater, String left, String right, String result) {}

  /** All comparisons; a result that is neither of the two nor a tie is named by file, line and column. */
  public static Comparisons read(String file, Wanted wanted, Progress progress) throws IOException {
    return read(file, wanted, List.of(), new ArrayList<>(), progress);
  }

  /**
   * As above.
   *
   * @param numbers columns to read as numbers beside each comparison; {@link #POSITION} is 1 throughout
   * @param beside takes them, a row a comparison
   */
  public static Comparisons read(String file, Wanted wanted, List<String> numbers, List<double[]> beside, Progress progress) throws IOException {
    var comparisons = Comparisons.builder();
    try (Rows rows = TableFile.open(file)) {
      int left = Columns.find(rows, wanted.left(), Columns.LEFT, "left contestant", "--left");
      int right = Columns.find(rows, wanted.right(), Columns.RIGHT, "right contestant", "--right");
      int result = Columns.find(rows, wanted.result(), Columns.WINNER, "result", "--label");
      int rater = wanted.rater() == null ? Columns.look(rows, null, Columns.RATER)
          : Columns.find(rows, wanted.rater(), Columns.RATER, "rater", "--rater");
      int[] columns = new int[numbers.size()];
      for (int c = 0; c < columns.length; c++) columns[c] = numbers.get(c).equals(POSITION) ? -1 : Columns.find(rows, numbers.get(c), List.of(), "covariate", "--control");
      long n = 0;
      while (rows.next()) {
        for (int c : new int[] {left, right, result}) if (rows.isEmpty(c)) throw rows.bad(c, "it is empty");
        int who = rater < 0 ? comparisons.raterNames().index("") : rows.index(rater, comparisons.raterNames());
        int one = rows.index(left, comparisons.contestantNames());
        int other = rows.index(right, comparisons.contestantNames());
        if (one == other) throw rows.bad(right, "\"" + rows.text(right) + "\" is compared with itself");
        comparisons.add(who, one, other, outcome(rows, left, right, result));
        if (columns.length > 0) beside.add(Arrays.stream(columns).mapToDouble(c -> c < 0 ? 1 : rows.number(c)).toArray());
        if ((++n & 0xFFFF) == 0) progress.report((long) (1000 * Math.max(0, rows.done())), 1000);
      }
      if (n == 0) throw new BadInput(file + " has a header but no comparisons");
    }
    return comparisons.build();
  }

  /** A contestant's own name goes before the words left, right and tie, in case one is called so. */
  private static Outcome outcome(Rows rows, int left, int right, int result) {
    String said = rows.text(result);
    if (said.equals(rows.text(left))) return Outcome.LEFT;
    if (said.equals(rows.text(right))) return Outcome.RIGHT;
    return switch (said.strip().toLowerCase(Locale.ROOT)) {
      case "left", "model_a", "a" -> Outcome.LEFT;
      case "right", "model_b", "b" -> Outcome.RIGHT;
      case "tie", "draw", "equal", "same", "both", "tie (bothbad)", "bothbad" -> Outcome.TIE;
      default -> throw rows.bad(result, "\"" + said + "\" is neither \"" + rows.text(left) + "\" nor \""
          + rows.text(right)
          + "\" nor tie");
    };
  }
}
