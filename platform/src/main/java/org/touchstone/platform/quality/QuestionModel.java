package org.touchstone.platform.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.statistics.consensus.Gold;

/**
 * The live consensus of one question over a project. Between fits a new vote costs its own unit's posterior only, with
 * the raters' tables as last fitted. A fit is Dawid–Skene by EM with a shrinking prior: in every sweep a rater's table is
 * drawn towards the crowd's by {@link #TOWARDS_CROWD} judgments, the crowd's towards 'right three times in four' by
 * {@link #CROWD_BEFORE} and the shares of the answers towards equal ones by {@link #SHARES_BEFORE}, so that few votes never
 * make anybody certain. ADR 7 says how the three figures were chosen.
 */
final class QuestionModel {
  static final double TOWARDS_CROWD = 10;
  private static final double CROWD_BEFORE = 200;
  private static final double SHARES_BEFORE = 20;
  private static final int MOST_SWEEPS = 100;
  private static final double SETTLED = 1e-5;
  private static final double SKILL_BEFORE_ANY_DATA = 0.75;
  private static final int FEWEST_UNITS = 10;
  private static final int FEWEST_RATERS = 3;
  private static final int MOST_CLASSES_FOR_TABLES = 20;

  /** So that a result depends on what was judged and never on which judgment came first. */
  private static final Comparator<Unit> ORDER =
      Comparator.comparing((Unit unit) -> unit.item.value()).thenComparingInt(unit -> unit.response);

  /** All votes on one question about one item or response. */
  static final class Unit {
    final ItemId item;
    final int response;
    int[] raters = new int[4];
    short[] labels = new short[4];
    int n;
    int known = Gold.UNKNOWN;
    double[] posterior = {};

    Unit(ItemId item, int response) {
      this.item = item;
      this.response = response;
    }

    void put(int rater, int label) {
      for (int i = 0; i < n; i++) {
        if (raters[i] == rater) {
          labels[i] = (short) label;
          return;
        }
      }
      if (n == raters.length) {
        raters = Arrays.copyOf(raters, n * 2);
        labels = Arrays.copyOf(labels, n * 2);
      }
      raters[n] = rater;
      labels[n++] = (short) label;
    }

    void remove(int rater) {
      for (int i = 0; i < n; i++) {
        if (raters[i] != rater) continue;
        System.arraycopy(raters, i + 1, raters, i, n - i - 1);
        System.arraycopy(labels, i + 1, labels, i, n - i - 1);
        n--;
        return;
      }
    }
  }

  private final List<Unit> units = new ArrayList<>();
  private Question question;
  private int classes;
  private double[] crowd = {};
  private double[] logPrior = {};
  private double[][] tables = {};

  QuestionModel(Question question) {
    ask(question);
  }

  private void ask(Question wider) {
    question = wider;
    classes = wider.classes().size();
    crowd = new double[classes * classes];
    logPrior = new double[classes];
    tables = new double[0][];
    drawCrowd(new double[classes * classes]);
  }

  /** The index of an answer; one that came with a later version of the rubric widens the question, and skills start anew. */
  int label(String answer) {
    int known = question.classes().indexOf(answer);
    if (known >= 0) return known;
    var wider = new ArrayList<>(question.classes());
    wider.add(answer);
    ask(new Question(question.criterion(), question.option(), question.level(), List.copyOf(wider)));
    return classes - 1;
  }

  Question question() {
    return question;
  }

  List<Unit> units() {
    return units;
  }

  Unit unit(ItemId item, int response) {
    var unit = new Unit(item, response);
    units.add(unit);
    return unit;
  }

  /** The probability of each class given all votes, or certainty where the answer is known. */
  void refresh(Unit unit) {
    double[] log = logPosterior(unit, -1);
    if (unit.known >= 0) {
      Arrays.fill(log, Double.NEGATIVE_INFINITY);
      log[unit.known] = 0;
    }
    unit.posterior = normalised(log);
  }

  /** Whether the others' votes alone lead to what the voter said: 1, 0, or a share where several classes tie. */
  double metByOthers(Unit unit, int vote) {
    double[] log = logPosterior(unit, vote);
    double top = Arrays.stream(log).max().orElse(0);
    int tied = 0;
    for (double l : log) if (l > top - 1e-9) tied++;
    return log[unit.labels[vote]] > top - 1e-9 ? 1.0 / tied : 0;
  }

  private double[] logPosterior(Unit unit, int without) {
    double[] log = logPrior.clone();
    for (int v = 0; v < unit.n; v++) {
      if (v == without) continue;
      double[] table = unit.raters[v] < tables.length && tables[unit.raters[v]] != null ? tables[unit.raters[v]] : crowd;
      for (int truth = 0; truth < classes; truth++) log[truth] += table[truth * classes + unit.labels[v]];
    }
    return log;
  }

  /** Finds the raters' tables and all answers anew from all votes. */
  void fit(int raters) {
    int[] seen = units.stream().flatMapToInt(unit -> Arrays.stream(unit.raters, 0, unit.n)).distinct().toArray();
    if (seen.length < FEWEST_RATERS || units.stream().filter(unit -> unit.n > 1).count() < FEWEST_UNITS) return;
    units.sort(ORDER);
    units.forEach(this::startFromShares);
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      learn(raters);
      double moved = 0;
      for (var unit : units) {
        double[] before = unit.posterior;
        refresh(unit);
        for (int k = 0; k < classes; k++) moved = Math.max(moved, Math.abs(unit.posterior[k] - before[k]));
      }
      if (moved < SETTLED) return;
    }
  }

  private void startFromShares(Unit unit) {
    unit.posterior = new double[classes];
    if (unit.known >= 0) unit.posterior[unit.known] = 1;
    else if (unit.n == 0) Arrays.fill(unit.posterior, 1.0 / classes);
    else for (int v = 0; v < unit.n; v++) unit.posterior[unit.labels[v]] += 1.0 / unit.n;
  }

  /** What is believed of the answers, the crowd and each rater, from what is believed of the units. */
  private void learn(int raters) {
    var counts = new double[classes > MOST_CLASSES_FOR_TABLES ? 0 : raters][];
    var pooled = new double[classes * classes];
    var shares = new double[classes];
    for (var unit : units) {
      for (int truth = 0; truth < classes; truth++) shares[truth] += unit.posterior[truth];
      for (int v = 0; v < unit.n; v++) {
        int rater = unit.raters[v];
        if (counts.length > 0 && counts[rater] == null) counts[rater] = new double[classes * classes];
        for (int truth = 0; truth < classes; truth++) {
          pooled[truth * classes + unit.labels[v]] += unit.posterior[truth];
          if (counts.length > 0) counts[rater][truth * classes + unit.labels[v]] += unit.posterior[truth];
        }
      }
    }
    for (int k = 0; k < classes; k++) logPrior[k] = Math.log((shares[k] + SHARES_BEFORE / classes) / (units.size() + SHARES_BEFORE));
    drawCrowd(pooled);
    for (double[] own : counts) if (own != null) draw(own, TOWARDS_CROWD, crowd);
    tables = counts;
  }

  /** Before any data somebody is right three times in four, and a score that misses is rather near than far. */
  private void drawCrowd(double[] pooled) {
    var before = new double[classes * classes];
    for (int truth = 0; truth < classes; truth++) {
      double missed = 0;
      for (int label = 0; label < classes; label++) if (label != truth) missed += nearness(truth, label);
      for (int label = 0; label < classes; label++) {
        double share = label == truth ? SKILL_BEFORE_ANY_DATA : (1 - SKILL_BEFORE_ANY_DATA) * nearness(truth, label) / missed;
        before[truth * classes + label] = Math.log(classes == 1 ? 1 : share);
      }
    }
    draw(pooled, CROWD_BEFORE, before);
    System.arraycopy(pooled, 0, crowd, 0, pooled.length);
  }

  private double nearness(int truth, int label) {
    return question.level() == Question.Level.ORDINAL ? Math.exp(-Math.abs(truth - label)) : 1;
  }

  /** Turns counts into log shares, drawn towards the other table's by as many judgments. */
  private void draw(double[] counts, double judgments, double[] logOther) {
    for (int truth = 0; truth < classes; truth++) {
      double total = judgments;
      for (int label = 0; label < classes; label++) total += counts[truth * classes + label];
      for (int label = 0; label < classes; label++) {
        int cell = truth * classes + label;
        counts[cell] = Math.log((counts[cell] + judgments * Math.exp(logOther[cell])) / total);
      }
    }
  }

  /** Every vote as item, rater, label. */
  int[][] columns() {
    units.sort(ORDER);
    int size = units.stream().mapToInt(unit -> unit.n).sum();
    int[][] columns = new int[3][size];
    int at = 0;
    for (int u = 0; u < units.size(); u++) {
      var unit = units.get(u);
      for (int v = 0; v < unit.n; v++, at++) {
        columns[0][at] = u;
        columns[1][at] = unit.raters[v];
        columns[2][at] = unit.labels[v];
      }
    }
    return columns;
  }

  private static double[] normalised(double[] log) {
    double top = Arrays.stream(log).max().orElse(0);
    double sum = 0;
    for (int k = 0; k < log.length; k++) sum += log[k] = Math.exp(log[k] - top);
    for (int k = 0; k < log.length; k++) log[k] /= sum;
    return log;
  }
}
