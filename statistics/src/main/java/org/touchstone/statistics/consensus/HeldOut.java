package org.touchstone.statistics.consensus;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Patience;
import org.touchstone.statistics.Progress;

/**
 * How well a method foretells judgments it has not seen: the log probability of each held-out judgment.
 *
 * <p>Every item loses about one judgment of {@code folds} at a time; the method is fitted to the rest and asked what the
 * held-out rater says. What nobody else judged cannot be foretold by any of them, so such items are left out. Large tables are judged by a sample of their items, which is plenty for a mean.
 */
final class HeldOut {
  private static final int FOLDS = 3;
  private static final int ENOUGH = 300_000;
  private static final double LEAST = 1e-3;

  private final LabelTable table;
  private final Gold gold;
  private final LabelTable[] rest = new LabelTable[FOLDS];
  private final int[] fold;

  HeldOut(LabelTable whole, Gold goldOfWhole, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int[] items = sample(whole, goldOfWhole, random);
    var answers = new int[items.length];
    int size = 0;
    for (int x = 0; x < items.length; x++) {
      answers[x] = goldOfWhole.answer(items[x]);
      size += whole.to(items[x]) - whole.from(items[x]);
    }
    gold = Gold.of(answers);
    var item = new int[size];
    var rater = new int[size];
    var label = new int[size];
    fold = new int[size];
    int n = 0;
    for (int x = 0; x < items.length; x++) {
      int begin = n;
      int turn = random.nextInt(FOLDS);
      for (int j = whole.from(items[x]); j < whole.to(items[x]); j++) {
        item[n] = x;
        rater[n] = whole.rater(j);
        label[n] = whole.label(j);
        int swap = begin + random.nextInt(n - begin + 1);
        fold[n] = fold[swap];
        fold[swap] = turn++ % FOLDS;
        n++;
      }
    }
    table = LabelTable.of(items.length, whole.raters(), whole.classes(), item, rater, label);
    for (int f = 0; f < FOLDS; f++) rest[f] = without(f, item);
  }

  private static int[] sample(LabelTable whole, Gold gold, RandomGenerator random) {
    int[] items = IntStream.range(0, whole.items()).filter(i -> RaterSkills.isComparable(whole, gold, i)).toArray();
    long judgments = Arrays.stream(items).mapToLong(i -> whole.to(i) - whole.from(i)).sum();
    if (judgments <= ENOUGH) return items;
    int wanted = (int) Math.max(1, (long) items.length * ENOUGH / judgments);
    for (int i = 0; i < wanted; i++) {
      int swap = i + random.nextInt(items.length - i);
      int kept = items[i];
      items[i] = items[swap];
      items[swap] = kept;
    }
    return Arrays.copyOf(items, wanted);
  }

  /** Whether there is nothing to foretell. */
  boolean isEmpty() {
    return table.size() == 0;
  }

  private LabelTable without(int held, int[] item) {
    int n = 0;
    var items = new int[table.size()];
    var raters = new int[table.size()];
    var labels = new int[table.size()];
    for (int j = 0; j < table.size(); j++) {
      if (fold[j] == held) continue;
      items[n] = item[j];
      raters[n] = table.rater(j);
      labels[n++] = table.label(j);
    }
    return LabelTable.of(table.items(), table.raters(), table.classes(), Arrays.copyOf(items, n), Arrays.copyOf(raters, n),
        Arrays.copyOf(labels, n));
  }

  /** Log probability of each judgment when it is held out, floored at log 0.001 so that one surprise cannot decide; worth nothing where the progress refused. */
  double[] logLikelihoods(ConsensusMethod method, Progress progress) {
    return logLikelihoods(method, false, progress);
  }

  /** The same where the method takes all judgments for those of one rater: what is foretold without telling raters apart. */
  double[] logLikelihoodsOfOne(ConsensusMethod method, Progress progress) {
    return logLikelihoods(method, true, progress);
  }

  private double[] logLikelihoods(ConsensusMethod method, boolean alike, Progress progress) {
    var patience = new Patience(progress);
    var logs = new double[table.size()];
    for (int f = 0; f < FOLDS && !patience.isOver(); f++) {
      Consensus fitted = method.estimate(alike ? ofOneRater(rest[f]) : rest[f], gold, patience);
      for (int i = 0; i < table.items(); i++) {
        for (int j = table.from(i); j < table.to(i); j++) {
          if (fold[j] == f) logs[j] = Math.log(Math.max(LEAST, foretold(fitted, i, alike ? 0 : table.rater(j), j)));
        }
      }
    }
    return logs;
  }

  static LabelTable ofOneRater(LabelTable whole) {
    var item = new int[whole.size()];
    var label = new int[whole.size()];
    for (int i = 0; i < whole.items(); i++) {
      for (int j = whole.from(i); j < whole.to(i); j++) {
        item[j] = i;
        label[j] = whole.label(j);
      }
    }
    return LabelTable.of(whole.items(), 1, whole.classes(), item, new int[item.length], label);
  }

  private double foretold(Consensus fitted, int item, int rater, int judgment) {
    int classes = table.classes();
    int label = table.label(judgment);
    double p = 0;
    for (int k = 0; k < classes; k++) {
      p += fitted.posterior(item, k) * said(fitted, rater, k, label);
    }
    return p;
  }

  private static double said(Consensus fitted, int rater, int truth, int label) {
    int classes = fitted.classes();
    double[] tables = fitted.confusionShared();
    if (tables != null) return tables[(rater * classes + label) * classes + truth];
    double skill = fitted.skill(rater) instanceof Estimate.Known known ? known.value() : 0.5 + 0.5 / classes;
    return truth == label ? skill : (1 - skill) / (classes - 1);
  }
}
