package org.touchstone.statistics.allocation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Patience;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.consensus.Consensus;
import org.touchstone.statistics.consensus.ConsensusMethod;
import org.touchstone.statistics.consensus.DawidSkene;
import org.touchstone.statistics.consensus.Gold;

/**
 * Plays a recorded crowd again in random order, buying only the judgments that a policy asks for.
 *
 * <p>In each round every item that is not settled buys its next recorded judgment; then all posteriors are found anew. An
 * item that seemed settled opens again when its raters turn out worse than thought.
 *
 * <p>The progress is told after each shuffle, and of the shuffles done so far within one, after each sweep of the method. A shuffle
 * that was not finished when it refuses is left out; with none finished there is nothing to tell of.
 */
public final class Replay {
  private static final Estimate NONE_FINISHED = Estimate.undefined("The replay was stopped before its first shuffle ended.");

  private final LabelTable recorded;
  private final Gold gold;
  private final ConsensusMethod method;

  /**
   * @param gold to measure accuracy by; where it knows nothing accuracy is undefined
   * @param method finds the posteriors in each round and at the end
   */
  public Replay(LabelTable recorded, Gold gold, ConsensusMethod method) {
    this.recorded = recorded;
    this.gold = gold;
    this.method = method;
  }

  /** With Dawid–Skene whose raters are taken for somewhat honest, which is sober while judgments are few. */
  public Replay(LabelTable recorded, Gold gold) {
    this(recorded, gold, new DawidSkene(0.5, 1, 50, 1e-6));
  }

  /**
   * What a policy came to, as means over the shuffles.
   *
   * @param perItem judgments bought per item; 0 where no shuffle was finished
   * @param share of the recorded judgments that were bought; 0 where no shuffle was finished
   * @param accuracy against gold, undefined without gold or without a finished shuffle
   * @param expected accuracy that the posteriors themselves promise, undefined without items or without a finished shuffle
   * @param provenance method, settings, version and the number of judgments recorded
   */
  public record Outcome(double perItem, double share, Estimate accuracy, Estimate expected, Provenance provenance) {}

  /** Buys as the rule says. */
  public Outcome adaptive(StoppingRule rule, int shuffles, long seed, Progress progress) {
    return play(Optional.of(rule), rule.least(), shuffles, seed, progress);
  }

  /** Buys the same number for every item, or all it has. */
  public Outcome fixed(int perItem, int shuffles, long seed, Progress progress) {
    if (perItem < 1) throw new IllegalArgumentException("at least one judgment an item is needed, got " + perItem);
    return play(Optional.empty(), perItem, shuffles, seed, progress);
  }

  private Outcome play(Optional<StoppingRule> rule, int first, int shuffles, long seed, Progress progress) {
    if (shuffles < 1) throw new IllegalArgumentException("at least one shuffle is needed, got " + shuffles);
    double bought = 0;
    double right = 0;
    double expected = 0;
    int done = 0;
    Map<String, String> ofMethod = Map.of();
    var patience = new Patience(progress);
    boolean measured = true;
    long n = 0;
    while (done < shuffles && !patience.isOver()) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + done);
      Consensus end = shuffled(rule, first, random, patience.inside(done, shuffles));
      if (patience.isOver()) break;
      bought += end.table().size();
      ofMethod = end.provenance().settings();
      Estimate accuracy = end.accuracy(gold);
      if (accuracy instanceof Estimate.Known known) {
        right += known.value();
        n = known.n();
      } else {
        measured = false;
      }
      for (int i = 0; i < end.items(); i++) expected += end.probability(i) / end.items();
      done++;
      patience.report(done, shuffles);
    }
    var provenance = Provenance.of("replay", settings(rule, first, done, seed, ofMethod), recorded.size());
    if (done == 0) return new Outcome(0, 0, NONE_FINISHED, NONE_FINISHED, provenance);
    double perItem = recorded.items() == 0 ? 0 : bought / done / recorded.items();
    Estimate promised = recorded.items() == 0 ? Estimate.undefined("no items were recorded") : Estimate.of(expected / done, recorded.items());
    return new Outcome(perItem, recorded.size() == 0 ? 0 : bought / done / recorded.size(),
        measured ? Estimate.of(right / done, n) : Estimate.undefined("no item has a known answer"), promised, provenance);
  }

  private Map<String, String> settings(Optional<StoppingRule> rule, int first, int shuffles, long seed, Map<String, String> ofMethod) {
    var settings = new HashMap<>(rule.map(StoppingRule::settings).orElse(Map.of("perItem", Integer.toString(first))));
    settings.putAll(Map.of("method", method.name(), "shuffles", Integer.toString(shuffles), "seed", Long.toString(seed)));
    ofMethod.forEach((name, value) -> settings.put("method." + name, value));
    return settings;
  }

  private Consensus shuffled(Optional<StoppingRule> rule, int first, RandomGenerator random, Progress progress) {
    var patience = new Patience(progress);
    int[] order = order(random);
    var bought = new int[recorded.items()];
    for (int i = 0; i < bought.length; i++) bought[i] = Math.min(first, recorded.to(i) - recorded.from(i));
    while (true) {
      Consensus now = method.estimate(part(order, bought), Gold.none(), patience);
      if (patience.isOver()) return now;
      boolean asked = false;
      for (int i = 0; i < bought.length && rule.isPresent(); i++) {
        if (bought[i] == recorded.to(i) - recorded.from(i) || rule.get().isSettled(posterior(now, i), bought[i])) continue;
        bought[i]++;
        asked = true;
      }
      if (!asked) return now;
    }
  }

  private static double[] posterior(Consensus now, int item) {
    var p = new double[now.classes()];
    for (int k = 0; k < p.length; k++) p[k] = now.posterior(item, k);
    return p;
  }

  private int[] order(RandomGenerator random) {
    var order = new int[recorded.size()];
    Arrays.setAll(order, j -> j);
    for (int i = 0; i < recorded.items(); i++) {
      int from = recorded.from(i);
      for (int j = recorded.to(i) - 1; j > from; j--) {
        int swap = from + random.nextInt(j - from + 1);
        int kept = order[j];
        order[j] = order[swap];
        order[swap] = kept;
      }
    }
    return order;
  }

  private LabelTable part(int[] order, int[] bought) {
    int size = Arrays.stream(bought).sum();
    var item = new int[size];
    var rater = new int[size];
    var label = new int[size];
    int n = 0;
    for (int i = 0; i < bought.length; i++) {
      for (int x = 0; x < bought[i]; x++) {
        int j = order[recorded.from(i) + x];
        item[n] = i;
        rater[n] = recorded.rater(j);
        label[n++] = recorded.label(j);
      }
    }
    return LabelTable.of(recorded.items(), recorded.raters(), recorded.classes(), item, rater, label);
  }
}
