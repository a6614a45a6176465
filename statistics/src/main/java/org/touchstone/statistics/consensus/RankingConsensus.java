package org.touchstone.statistics.consensus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Names;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * One order out of many rankings: the order that contradicts the fewest of the raters' pairwise preferences (Kemeny).
 *
 * <p>Rankings may leave things out and may tie them; a tie prefers neither. The start is the order by share of pairs won;
 * then each thing is moved to wherever it contradicts least until nothing helps. For up to {@code EXACT} things all orders
 * are compared, by dynamic programming over sets, so the answer is exact there.
 */
public record RankingConsensus() {
  private static final int EXACT = 12;

  /**
   * @param order best first
   * @param agreement share of the raters' strict pairwise preferences that the order keeps, of how many; undefined where there are none
   * @param exact whether no other order can keep more
   */
  public record Result(List<String> order, Estimate agreement, boolean exact, Provenance provenance) {}

  /** Without telling how far it is. */
  public Result estimate(Collection<List<Set<String>>> rankings) {
    return estimate(rankings, Progress.SILENT);
  }

  /**
   * @param rankings each best first, in groups: the members of a group are tied
   * @param progress told after each round of moves, once where all orders are compared; stopped early, the order so far comes back
   */
  public Result estimate(Collection<List<Set<String>>> rankings, Progress progress) {
    var names = new Names();
    rankings.forEach(ranking -> ranking.forEach(group -> group.stream().sorted().forEach(names::index)));
    int n = names.size();
    var wins = new double[n][n];
    double all = 0;
    for (List<Set<String>> ranking : rankings) {
      for (int a = 0; a < ranking.size(); a++) {
        for (int b = a + 1; b < ranking.size(); b++) {
          for (String better : ranking.get(a)) {
            for (String worse : ranking.get(b)) {
              wins[names.find(better)][names.find(worse)]++;
              all++;
            }
          }
        }
      }
    }
    int[] order = n <= EXACT ? exact(wins) : improved(byShareOfPairs(wins), wins, progress);
    if (n <= EXACT) progress.report(1, 1);
    double kept = 0;
    var named = new ArrayList<String>();
    for (int x = 0; x < n; x++) {
      named.add(names.name(order[x]));
      for (int y = x + 1; y < n; y++) kept += wins[order[x]][order[y]];
    }
    var agreement = all == 0 ? Estimate.undefined("Nobody ranked one thing above another, so there is no preference to keep.") : Estimate.of(kept / all, (long) all);
    return new Result(named, agreement, n <= EXACT, Provenance.of("kemeny", Map.of(), rankings.size()));
  }

  /** best[set] = most preferences kept when the set's members come first; the last of them is remembered. */
  private static int[] exact(double[][] wins) {
    int n = wins.length;
    var best = new double[1 << n];
    var last = new int[1 << n];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    best[0] = 0;
    for (int set = 1; set < 1 << n; set++) {
      for (int x = n - 1; x >= 0; x--) {
        if ((set >> x & 1) == 0) continue;
        int before = set & ~(1 << x);
        double kept = best[before];
        for (int y = 0; y < n; y++) if ((before >> y & 1) == 1) kept += wins[y][x];
        if (kept > best[set]) {
          best[set] = kept;
          last[set] = x;
        }
      }
    }
    var order = new int[n];
    for (int at = n - 1, set = (1 << n) - 1; at >= 0; at--) {
      order[at] = last[set];
      set &= ~(1 << order[at]);
    }
    return order;
  }

  private static int[] byShareOfPairs(double[][] wins) {
    int n = wins.length;
    var share = new double[n];
    for (int x = 0; x < n; x++) {
      double won = 0;
      double lost = 0;
      for (int y = 0; y < n; y++) {
        won += wins[x][y];
        lost += wins[y][x];
      }
      share[x] = won + lost == 0 ? 0.5 : won / (won + lost);
    }
    var order = new ArrayList<Integer>();
    for (int x = 0; x < n; x++) order.add(x);
    order.sort(Comparator.comparingDouble(x -> -share[x]));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Takes each thing out and puts it where most preferences are kept, until no move helps. */
  private static int[] improved(int[] order, double[][] wins, Progress progress) {
    boolean moved = true;
    for (int round = 1; moved && progress.report(round - 1, round); round++) {
      moved = false;
      for (int from = 0; from < order.length; from++) {
        int to = bestPlace(order, from, wins);
        if (to == from) continue;
        int x = order[from];
        if (to < from) System.arraycopy(order, to, order, to + 1, from - to);
        else System.arraycopy(order, from + 1, order, from, to - from);
        order[to] = x;
        moved = true;
      }
    }
    return order;
  }

  private static int bestPlace(int[] order, int from, double[][] wins) {
    int x = order[from];
    int best = from;
    double bestGain = 1e-9;
    double gain = 0;
    for (int y = from - 1; y >= 0; y--) {
      gain += wins[x][order[y]] - wins[order[y]][x];
      if (gain > bestGain) {
        bestGain = gain;
        best = y;
      }
    }
    gain = 0;
    for (int y = from + 1; y < order.length; y++) {
      gain += wins[order[y]][x] - wins[x][order[y]];
      if (gain > bestGain) {
        bestGain = gain;
        best = y;
      }
    }
    return best;
  }
}
