package org.touchstone.cli.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.Columns;
import org.touchstone.cli.table.Rows;
import org.touchstone.cli.table.TableFile;

/**
 * The results of two candidates on the items that both have, averaged where an item was judged more than once.
 *
 * @param slice of each item, empty strings where the file has none
 * @param left how many items only one of the two has
 */
record Results(String first, String second, List<String> items, double[] firstScore, double[] secondScore, List<String> slice, int left) {
  private static final Map<String, Double> WORDS = Map.ofEntries(Map.entry("true", 1.0), Map.entry("pass", 1.0), Map.entry("passed", 1.0),
      Map.entry("yes", 1.0), Map.entry("right", 1.0), Map.entry("correct", 1.0), Map.entry("false", 0.0), Map.entry("fail", 0.0),
      Map.entry("failed", 0.0), Map.entry("no", 0.0), Map.entry("wrong", 0.0), Map.entry("incorrect", 0.0));

  /** Columns by name; null looks for a usual one, and a slice is read only where it is named. */
  record Wanted(String item, String candidate, String score, String slice) {}

  private static final class Cell {
    private double sum;
    private int n;
  }

  /** Two files of one candidate each, named by their files. */
  static Results ofTwo(String firstFile, String secondFile, Wanted wanted) throws IOException {
    var slices = new LinkedHashMap<String, String>();
    var first = new LinkedHashMap<String, Cell>();
    var second = new LinkedHashMap<String, Cell>();
    read(firstFile, wanted, slices, Map.of("", first), false);
    read(secondFile, wanted, slices, Map.of("", second), false);
    return paired(firstFile, secondFile, first, second, slices);
  }

  /** One file with a column that says whose result it is. */
  static Results ofOne(String file, String firstName, String secondName, Wanted wanted) throws IOException {
    var slices = new LinkedHashMap<String, String>();
    var all = new LinkedHashMap<String, Map<String, Cell>>();
    read(file, wanted, slices, all, true);
    if (firstName == null && secondName == null && all.size() == 2) {
      var names = new ArrayList<>(all.keySet());
      return paired(names.get(0), names.get(1), all.get(names.get(0)), all.get(names.get(1)), slices);
    }
    if (firstName == null || secondName == null) {
      throw new BadInput(file + " has " + all.size() + " candidates (" + listed(all) + "); name two with --first and --second");
    }
    for (String name : List.of(firstName, secondName)) {
      if (!all.containsKey(name)) throw new BadInput(file + ": there is no candidate \"" + name + "\"; there are " + listed(all));
    }
    return paired(firstName, secondName, all.get(firstName), all.get(secondName), slices);
  }

  private static String listed(Map<String, ?> candidates) {
    String some = String.join(", ", candidates.keySet().stream().limit(20).toList());
    return candidates.size() > 20 ? some + " and " + (candidates.size() - 20) + " more" : some;
  }

  private static void read(String file, Wanted wanted, Map<String, String> slices, Map<String, Map<String, Cell>> into, boolean named) throws IOException {
    try (Rows rows = TableFile.open(file)) {
      int item = Columns.find(rows, wanted.item, Columns.ITEM, "item", "--item");
      int candidate = named ? Columns.find(rows, wanted.candidate, Columns.CANDIDATE, "candidate", "--candidate") : -1;
      int score = Columns.find(rows, wanted.score, Columns.SCORE, "score", "--score");
      int slice = wanted.slice == null ? -1 : Columns.find(rows, wanted.slice, List.of(), "slice", "--slice");
      while (rows.next()) {
        if (rows.isEmpty(item)) throw rows.bad(item, "it is empty");
        if (named && rows.isEmpty(candidate)) throw rows.bad(candidate, "it is empty");
        String who = named ? rows.text(candidate) : "";
        if (named) into.computeIfAbsent(who, key -> new LinkedHashMap<>());
        Cell cell = into.get(who).computeIfAbsent(rows.text(item), key -> new Cell());
        Double word = WORDS.get(rows.text(score).strip().toLowerCase(Locale.ROOT));
        cell.sum += word != null ? word : rows.number(score);
        cell.n++;
        if (slice >= 0) slices.putIfAbsent(rows.text(item), rows.text(slice));
      }
    }
  }

  private static Results paired(String firstName, String secondName, Map<String, Cell> first, Map<String, Cell> second, Map<String, String> slices) {
    var items = first.keySet().stream().filter(second::containsKey).toList();
    if (items.isEmpty()) throw new BadInput("no item has a result of both " + firstName + " and " + secondName + "; are the items named alike?");
    return new Results(firstName, secondName, items, items.stream().mapToDouble(i -> mean(first.get(i))).toArray(),
        items.stream().mapToDouble(i -> mean(second.get(i))).toArray(), items.stream().map(i -> slices.getOrDefault(i, "")).toList(),
        first.size() + second.size() - 2 * items.size());
  }

  private static double mean(Cell cell) {
    return cell.sum / cell.n;
  }

  boolean isPassOrFail() {
    for (int i = 0; i < firstScore.length; i++) {
      if (firstScore[i] != 0 && firstScore[i] != 1 || secondScore[i] != 0 && secondScore[i] != 1) return false;
    }
    return true;
  }

  /** Only the items of one slice. */
  Results only(String name) {
    int[] kept = IntStream.range(0, items.size()).filter(i -> slice.get(i).equals(name)).toArray();
    return new Results(first, second, Arrays.stream(kept).mapToObj(items::get).toList(), Arrays.stream(kept).mapToDouble(i -> firstScore[i]).toArray(),
        Arrays.stream(kept).mapToDouble(i -> secondScore[i]).toArray(), Arrays.stream(kept).mapToObj(slice::get).toList(), 0);
  }
}
