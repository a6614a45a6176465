package org.touchstone.statistics.consensus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Names;
import org.touchstone.statistics.Provenance;

/**
 * The estimated answer of every item with its probability, and the skill of every rater.
 *
 * <p>Posteriors lie row by row: class {@code k} of item {@code i} at {@code i * classes() + k}. An item without judgments
 * has the class shares of the whole table. Skills are found when first asked for.
 */
public final class Consensus {
  private static final double TIE = 1e-9;

  private final LabelTable table;
  private final double[] posteriors;
  private final Gold evidence;
  private volatile Estimate[] skills;
  private final double[] confusion;
  private final double[] trace;
  private final String remark;
  private final Provenance provenance;

  Consensus(
      LabelTable table,
      double[] posteriors,
      Gold evidence,
      double[] confusion,
      double[] trace,
      String remark,
      Provenance provenance) {
    this.table = table;
    this.posteriors = posteriors;
    this.evidence = evidence;
    this.confusion = confusion;
    this.trace = trace;
    this.remark = remark;
    this.provenance = provenance;
  }

  public int items() {
    return table.items();
  }

  public int classes() {
    return table.classes();
  }

  public int raters() {
    return table.raters();
  }

  public Names itemNames() {
    return table.itemNames();
  }

  public Names classNames() {
    return table.classNames();
  }

  public Names raterNames() {
    return table.raterNames();
  }

  /** The judgments this came from. */
  public LabelTable table() {
    return table;
  }

  /** Probability that the item's answer is the class. */
  public double posterior(int item, int klass) {
    return posteriors[item * classes() + klass];
  }

  double[] posteriorsShared() {
    return posteriors;
  }

  double[] confusionShared() {
    return confusion;
  }

  Consensus with(String otherRemark, Provenance otherProvenance) {
    return new Consensus(table, posteriors, evidence, confusion, trace, otherRemark, otherProvenance);
  }

  /** A copy of all posteriors, row by row. */
  public double[] posteriors() {
    return posteriors.clone();
  }

  /** The most probable class, the first of them on a tie; -1 where the table has no classes. */
  public int best(int item) {
    int best = -1;
    for (int k = 0; k < classes(); k++) {
      if (best < 0 || posterior(item, k) > posterior(item, best) + TIE) best = k;
    }
    return best;
  }

  /** Name of the most probable class, empty where the table has no classes. */
  public Optional<String> answer(int item) {
    int best = best(item);
    return best < 0 ? Optional.empty() : Optional.of(classNames().name(best));
  }

  /** Probability of the most probable class. */
  public double probability(int item) {
    int best = best(item);
    return best < 0 ? 0 : posterior(item, best);
  }

  /**
   * The credible set of the item's answer: the fewest classes, most probable first, that hold it with at least this
   * probability. One class is a settled item; all of them say that nothing is known. By {@link Ibcc} and {@link Ebcc} the
   * uncertainty about the raters is in it; a method that takes its tables as known is surer than it should be.
   *
   * @param level in (0, 1), for instance 0.95
   */
  public List<Integer> credible(int item, double level) {
    if (!(level > 0 && level < 1)) throw new IllegalArgumentException("a level lies strictly between 0 and 1, got " + level);
    var order = new ArrayList<Integer>();
    for (int k = 0; k < classes(); k++) order.add(k);
    order.sort(Comparator.comparingDouble((Integer k) -> -posterior(item, k)));
    double held = 0;
    int n = 0;
    while (n < order.size() && held < level - TIE) held += posterior(item, order.get(n++));
    return List.copyOf(order.subList(0, n));
  }

  /** Whether two or more classes are equally probable at the top. */
  public boolean isTie(int item) {
    return tied(item) > 1;
  }

  /** The share of right answers expected of the rater, shrunk to the crowd where there is little to go by. */
  public Estimate skill(int rater) {
    if (skills == null) skills = RaterSkills.of(table, posteriors, confusion, evidence);
    return skills[rater];
  }

  /** Probability that the rater says {@code label} when the answer is {@code truth}; empty where the method has no such table. */
  public Optional<Double> confusion(int rater, int truth, int label) {
    return confusion == null ? Optional.empty() : Optional.of(confusion[(rater * classes() + label) * classes() + truth]);
  }

  /** The objective after each sweep: the log likelihood, plus the log prior where the method has one; empty where it has none. */
  public double[] trace() {
    return trace.clone();
  }

  /** What the method wants to say about its result in one sentence, for instance which method was chosen and why; may be empty. */
  public String remark() {
    return remark;
  }

  public Provenance provenance() {
    return provenance;
  }

  /**
   * Share of right answers among the items with known ones. An item tied between m classes counts as 1/m where the known
   * answer is among them, so that no order of classes is favoured.
   */
  public Estimate accuracy(Gold gold) {
    double right = 0;
    int n = 0;
    for (int i = 0; i < items(); i++) {
      if (!gold.isKnown(i) || table.from(i) == table.to(i)) continue;
      n++;
      int answer = gold.answer(i);
      if (answer >= 0 && posterior(i, answer) >= probability(i) - TIE) right += 1.0 / tied(i);
    }
    return n == 0 ? Estimate.undefined("no judged item has a known answer") : Estimate.of(right / n, n);
  }

  private int tied(int item) {
    double top = probability(item);
    int tied = 0;
    for (int k = 0; k < classes(); k++) if (posterior(item, k) >= top - TIE) tied++;
    return tied;
  }
}
