package org.touchstone.platform.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.agreement.Judgments;
import org.touchstone.statistics.agreement.KrippendorffAlpha;

/**
 * What the judgments of one project say together: a function of the judgments alone, so that it can be thrown away and
 * built again. Not safe for several threads; whoever uses it holds the project's row in quality_model.
 */
final class ProjectModel {
  private static final int ROUNDS = 200;
  private static final long SEED = 20260101;

  private final Map<AccountId, Integer> numbers = new HashMap<>();
  private final List<AccountId> raters = new ArrayList<>();
  private final Map<ItemId, ItemModel> items = new HashMap<>();
  private final Map<String, QuestionModel> questions = new TreeMap<>();
  private double[] hits = new double[16];
  private int[] trials = new int[16];

  /** A vote of the same rater on the same thing takes the place of the one before. */
  void add(ItemId id, AccountId rater, List<Vote> votes) {
    int number = number(rater);
    var item = items.computeIfAbsent(id, ItemModel::new);
    for (var vote : votes) {
      if (vote.question().level() == Question.Level.RANK) {
        item.rank(vote.question().criterion(), number, vote.response(), vote.label());
      } else {
        var model = model(vote.question());
        item.asked(model, vote.response()).unit().put(number, model.label(vote.question().classes().get(vote.label())));
      }
    }
  }

  /** Takes back all that this rater said about the item, before they say something else. */
  void withdraw(ItemId id, AccountId rater) {
    var item = items.get(id);
    Integer number = numbers.get(rater);
    if (item != null && number != null) item.withdraw(number);
  }

  /** States the answer of an item; {@code how} is {@code gold} or {@code verdict}. */
  void know(ItemId id, List<Vote> answers, String how) {
    var item = items.computeIfAbsent(id, ItemModel::new);
    item.known(how);
    for (var vote : answers) {
      if (vote.question().level() == Question.Level.RANK) continue;
      var model = model(vote.question());
      item.asked(model, vote.response()).unit().known = model.label(vote.question().classes().get(vote.label()));
    }
  }

  void forgetKnown(ItemId id) {
    var item = items.get(id);
    if (item != null) item.forgetKnown();
  }

  /** Brings items and the sums of everybody who judged them up to date. */
  Set<AccountId> refresh(Collection<ItemId> ids) {
    var touched = new java.util.HashSet<AccountId>();
    for (var id : ids) {
      var item = items.get(id);
      if (item == null) continue;
      item.refresh();
      var now = item.met();
      item.counted().forEach((rater, share) -> count(rater, -share, -1, touched));
      now.forEach((rater, share) -> count(rater, share, 1, touched));
      item.counted(now);
    }
    return touched;
  }

  /** Finds all skills and all answers anew. */
  void fit() {
    questions.values().forEach(question -> question.fit(raters.size()));
    Arrays.fill(hits, 0);
    Arrays.fill(trials, 0);
    for (var item : items.values()) {
      item.refresh();
      item.counted(item.met());
      item.counted().forEach((rater, share) -> {
        hits[rater] += share;
        trials[rater]++;
      });
    }
  }

  /** What differs from what was last stored, and marks it as stored. */
  Map<ItemId, List<ItemConsensus>> moved(Collection<ItemId> ids) {
    var moved = new LinkedHashMap<ItemId, List<ItemConsensus>>();
    for (var id : ids) {
      var item = items.get(id);
      if (item == null) continue;
      var now = item.consensus();
      if (!item.moved(now)) continue;
      item.stored(now);
      moved.put(id, now);
    }
    return moved;
  }

  void stored(ItemId id, List<ItemConsensus> rows) {
    var item = items.get(id);
    if (item != null) item.stored(rows);
  }

  Collection<ItemId> items() {
    return items.keySet();
  }

  /** For each rater what they met of what the others alone would have led to, and of how many items. */
  Map<AccountId, double[]> sums(Collection<AccountId> of) {
    var sums = new HashMap<AccountId, double[]>();
    for (var rater : of) {
      Integer number = numbers.get(rater);
      if (number != null) sums.put(rater, new double[] {Math.round(Math.max(0, hits[number]) * 1e6) / 1e6, trials[number]});
    }
    return sums;
  }

  Collection<AccountId> raters() {
    return raters;
  }

  /**
   * Krippendorff's alpha of each criterion: nominal for labels and comparisons, ordinal for scores and ranks. Known answers
   * may be all there is of a version yet, and what was judged under earlier ones is not denied by saying so.
   */
  List<Agreement.Alpha> agreement(int version) {
    var byCriterion = new TreeMap<String, List<QuestionModel>>();
    questions.values().forEach(model -> byCriterion.computeIfAbsent(model.question().criterion(), any -> new ArrayList<>()).add(model));
    var alphas = new ArrayList<Agreement.Alpha>();
    byCriterion.forEach((criterion, models) -> {
      var columns = new ArrayList<int[][]>();
      int units = 0;
      for (var model : models) {
        int[][] own = model.columns();
        int from = units;
        own[0] = Arrays.stream(own[0]).map(unit -> unit + from).toArray();
        columns.add(own);
        units += model.units().size();
      }
      boolean ordinal = models.getFirst().question().level() == Question.Level.ORDINAL;
      alphas.add(alpha(version, criterion, ordinal, joined(columns, 0), joined(columns, 1), joined(columns, 2)));
    });
    var ranked = new TreeSet<String>();
    items.values().forEach(item -> ranked.addAll(item.ranks().keySet()));
    ranked.forEach(criterion -> alphas.add(ranks(version, criterion)));
    return alphas;
  }

  private Agreement.Alpha ranks(int version, String criterion) {
    var rows = new ArrayList<double[]>();
    int unit = 0;
    for (var item : items.values()) {
      var orders = item.ranks().get(criterion);
      if (orders == null) continue;
      rows.addAll(Borda.positions(orders, unit));
      unit += 1 + orders.values().stream().flatMap(order -> order.keySet().stream()).mapToInt(Integer::intValue).max().orElse(0);
    }
    return alpha(version, criterion, true, rows.stream().mapToInt(row -> (int) row[0]).toArray(), rows.stream().mapToInt(row -> (int) row[1]).toArray(),
        rows.stream().mapToInt(row -> (int) row[2]).toArray());
  }

  private static Agreement.Alpha alpha(int version, String criterion, boolean ordinal, int[] units, int[] raters, int[] labels) {
    int people = (int) Arrays.stream(raters).distinct().count();
    var alpha = ordinal ? KrippendorffAlpha.ordinal() : KrippendorffAlpha.nominal();
    String level = ordinal ? "ordinal" : "nominal";
    if (units.length == 0) return new Agreement.Alpha(criterion, level, Estimate.undefined("Nothing was judged under version %d yet.".formatted(version)), 0, 0);
    var measured = alpha.measure(Judgments.of(units, raters, Arrays.stream(labels).asDoubleStream().toArray()),
        Bootstrap.of(ROUNDS, new Random(SEED)));
    return new Agreement.Alpha(criterion, level, measured.value(), measured.items(), people);
  }

  private static int[] joined(List<int[][]> columns, int column) {
    return columns.stream().flatMapToInt(own -> Arrays.stream(own[column])).toArray();
  }

  private void count(int rater, double share, int trial, Set<AccountId> touched) {
    hits[rater] += share;
    trials[rater] += trial;
    touched.add(raters.get(rater));
  }

  private QuestionModel model(Question question) {
    return questions.computeIfAbsent(question.key(), any -> new QuestionModel(question));
  }

  private int number(AccountId rater) {
    return numbers.computeIfAbsent(rater, any -> {
      raters.add(rater);
      if (raters.size() > hits.length) {
        hits = Arrays.copyOf(hits, hits.length * 2);
        trials = Arrays.copyOf(trials, trials.length * 2);
      }
      return raters.size() - 1;
    });
  }
}
