package org.touchstone.cli.kinds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.touchstone.cli.ProgressBar;
import org.touchstone.cli.Report;
import org.touchstone.cli.kinds.Kind.Asked;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.Columns;
import org.touchstone.cli.table.EmptyFields;
import org.touchstone.cli.table.Rows;
import org.touchstone.cli.table.TableFile;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.consensus.RankingConsensus;
import org.touchstone.statistics.preference.Rankings;

/** A ranking a judgment, best first: {@code a > b = c > d}. */
public final class RankedLists {
  private RankedLists() {}

  /** All rankings of a file, for a model that knows no ties; a tie is named by file, line and column. */
  public static Rankings withoutTies(String file, String column) throws IOException {
    var rankings = Rankings.builder();
    try (Rows rows = TableFile.open(file)) {
      int ranking = Columns.find(rows, column, Columns.RANKING, "ranking", "--label");
      while (rows.next()) {
        if (rows.isEmpty(ranking)) throw rows.bad(ranking, "it is empty");
        List<Set<String>> groups = parsed(rows, ranking);
        for (Set<String> group : groups) {
          if (group.size() > 1) throw rows.bad(ranking, String.join(" and ", group) + " are tied, which Plackett-Luce does not model; aggregate --kind rankings does");
        }
        rankings.add(groups.stream().map(group -> group.iterator().next()).toList());
      }
    }
    Rankings built = rankings.build();
    if (built.size() == 0) throw new BadInput(file + " has a header but no rankings");
    return built;
  }

  static Report aggregate(Asked asked) throws IOException {
    var rankings = new LinkedHashMap<String, List<List<Set<String>>>>();
    int judgments = 0;
    try (Rows rows = TableFile.open(asked.file())) {
      int item = asked.columns().item == null ? Columns.look(rows, null, Columns.ITEM) : Columns.find(rows, asked.columns().item, Columns.ITEM, "item", "--item");
      int ranking = Columns.find(rows, asked.columns().label, Columns.RANKING, "ranking", "--label");
      var empty = new EmptyFields(asked.columns().skipEmpty);
      while (rows.next()) {
        if (empty.leaveOut(rows, ranking) || item >= 0 && empty.leaveOut(rows, item)) continue;
        String of = item < 0 ? "all" : rows.text(item);
        rankings.computeIfAbsent(of, key -> new ArrayList<>()).add(parsed(rows, ranking));
        judgments++;
      }
      empty.tell();
    }
    if (rankings.isEmpty()) throw new BadInput(asked.file() + " has a header but no rankings");
    var rows = new ArrayList<Object[]>();
    double kept = 0;
    int ordered = 0;
    int exact = 0;
    try (var bar = new ProgressBar("rankings")) {
      for (var entry : rankings.entrySet()) {
        var result = new RankingConsensus().estimate(entry.getValue());
        rows.add(new Object[] {entry.getKey(), String.join(" > ", result.order()), Report.rounded(result.agreement()), result.exact(), entry.getValue().size()});
        if (result.agreement() instanceof Estimate.Known known) {
          kept += known.value();
          ordered++;
        }
        if (result.exact()) exact++;
        if (!bar.report(rows.size(), rankings.size())) break;
      }
    }
    var facts = new LinkedHashMap<String, Object>();
    facts.put("method", "rankings");
    facts.put("judgments", judgments);
    facts.put("items", rows.size());
    facts.put("mean_kept", ordered == 0 ? null : kept / ordered);
    facts.put("exact", exact);
    String surety = exact == rows.size() ? "No other order keeps more." : String.format("The orders of %,d items are found by moving one thing at a time; there might be better ones.", rows.size() - exact);
    return new Report(List.of(
        String.format("rankings: %,d of %s", judgments, Report.counted(rows.size(), "item")),
        ordered == 0 ? "No ranking puts one thing above another, so there is no preference to keep."
            : String.format(Locale.ROOT, "The orders keep %.1f %% of the raters' pairwise preferences on average. %s", 100 * kept / ordered, surety)), facts, List.of("task", "ranking", "kept", "exact", "rankings"), rows);
  }

  private static List<Set<String>> parsed(Rows rows, int column) {
    var groups = new ArrayList<Set<String>>();
    var seen = new HashSet<String>();
    if (rows.text(column).matches("[^>=]*[;,|<][^>=]*")) throw rows.bad(column, "it names no order; write a ranking best first, as in a > b = c > d");
    for (String part : rows.text(column).split(">")) {
      var group = new LinkedHashSet<>(Arrays.stream(part.split("=")).map(String::strip).toList());
      for (String name : group) {
        if (name.isEmpty()) throw rows.bad(column, "a name is missing; write a ranking as a > b = c > d");
        if (!seen.add(name)) throw rows.bad(column, "\"" + name + "\" is ranked twice");
      }
      groups.add(group);
    }
    return groups;
  }
}
