package org.touchstone.statistics.consensus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Patience;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * A committee of methods that the data itself appoints: the sensible choice when nobody knows which method fits.
 *
 * <p>No single method wins everywhere: Dawid–Skene is the best where raters are well known and falls behind majority where
 * they are not. Six methods of different assumptions stand for election; each is judged by the likelihood it gives to
 * judgments held out from it ({@link HeldOut}). Whoever foretells at most {@code margin} nats a judgment worse than the
 * best has one voice; the answer is the mean of their posteriors. The remark says who sat and who did not.
 *
 * <p>What the committee knows above majority is how raters differ. So the best member is also held against a model that takes all
 * judgments for those of one rater. Unless it foretells better by more than {@value #SURE} standard errors, judgment by judgment, raters cannot be
 * told apart and weights are noise. Then either that one table for all, held against a single probability of error in the same way, shows which
 * classes are taken for which by everybody, and its posteriors are the answer; or the majority keeps its say, and the committee decides only where votes tie.
 *
 * <p>Where nothing can be learnt of raters, since none shares an item with another or there are more classes than judgments could tell apart,
 * it is majority, and says so.
 *
 * <p>Stopped while it still weighs the methods, majority's answers come back; stopped later, those of the members heard until then.
 *
 * @param margin how much worse than the best, in nats a judgment, a member may foretell
 * @param seed of the random choice of held-out judgments
 */
public record Auto(double margin, long seed) implements ConsensusMethod {
  private static final List<ConsensusMethod> CANDIDATES = List.of(new DawidSkene(), new Ibcc(), new HierarchicalDawidSkene(),
      new Mace(0.5, 1, 100, 1e-7), new Glad(), new Ebcc(3, 4, 1, 0.1, 1, 1, 100, 1e-6));

  private static final ConsensusMethod ALIKE = new Ibcc();
  private static final double SURE = 3;
  private static final String NOTHING_SHARED = "majority: no item was judged by two raters or has a known answer, so how sure an answer is cannot be told";
  /** With more cells a judgment than this, and many of them, a table takes minutes to fill and holds next to nothing. */
  private static final long MOST_CELLS_A_JUDGMENT = 100;
  private static final long MANY_CELLS = 1L << 21;
  private static final String TOO_MANY_CLASSES = "majority: there are too many classes to learn what each rater takes for what";
  /** From fewer judgments an error of the difference is not known either. */
  private static final int ENOUGH = 30;

  public Auto {
    if (!(margin >= 0)) throw new IllegalArgumentException("margin is 0 or more, got " + margin);
  }

  public Auto() {
    this(0.3, 1);
  }

  @Override
  public String name() {
    return "auto";
  }

  @Override
  public Consensus estimate(LabelTable table, Gold gold, Progress progress) {
    if (table.classes() < 2) return renamed(new Majority().estimate(table, gold, progress), "majority: there is nothing to decide between");
    if (cells(table) > Math.max(MANY_CELLS, MOST_CELLS_A_JUDGMENT * table.size())) return renamed(new Majority().estimate(table, gold, progress), TOO_MANY_CLASSES);
    var heldOut = new HeldOut(table, gold, seed);
    if (heldOut.isEmpty()) return renamed(new Majority().estimate(table, gold, progress), NOTHING_SHARED);
    int steps = 2 * CANDIDATES.size() + 1;
    var patience = new Patience(progress);
    double[] alike = heldOut.logLikelihoodsOfOne(ALIKE, patience.inside(0, steps));
    double[] foremost = null;
    double best = Double.NEGATIVE_INFINITY;
    var likelihood = new double[CANDIDATES.size()];
    for (int m = 0; m < likelihood.length && !patience.isOver(); m++) {
      double[] logs = heldOut.logLikelihoods(CANDIDATES.get(m), patience.inside(m, steps));
      likelihood[m] = Arrays.stream(logs).average().orElse(0);
      if (likelihood[m] > best) {
        best = likelihood[m];
        foremost = logs;
      }
      patience.report(m + 1, steps);
    }
    if (patience.isOver()) return renamed(new Majority().estimate(table, gold, Progress.SILENT), "majority: stopped early");
    double surety = standardErrors(foremost, alike);
    Consensus committee = committee(table, gold, patience, likelihood, best);
    if (surety > SURE || patience.isOver()) return committee;
    double habits = standardErrors(alike, heldOut.logLikelihoodsOfOne(new OneCoin(), patience.inside(steps, steps)));
    if (patience.isOver()) return committee;
    return habits > SURE ? ofOneTable(committee, gold, habits, patience.inside(steps, steps)) : overruled(committee, gold, surety);
  }

  private static long cells(LabelTable table) {
    return (long) table.raters() * table.classes() * table.classes();
  }

  /** What one table for all raters says; skills are the committee's. */
  private Consensus ofOneTable(Consensus committee, Gold gold, double surety, Progress progress) {
    LabelTable table = committee.table();
    Consensus one = ALIKE.estimate(HeldOut.ofOneRater(table), gold, progress);
    String remark = String.format(Locale.ROOT, "auto takes all raters for alike and learns from them together what is taken for what (%.1f standard errors better than one error rate, "
        + "more than %.0f are asked); for their skills ", surety, SURE) + committee.remark();
    return new Consensus(table, one.posteriorsShared(), gold, committee.confusionShared(), new double[0], remark, committee.provenance());
  }

  /** By how many standard errors the first foretells better, judgment by judgment; 0 where they foretell the same. */
  private static double standardErrors(double[] first, double[] second) {
    if (first == null || first.length < ENOUGH) return 0;
    double mean = 0;
    for (int j = 0; j < first.length; j++) mean += (first[j] - second[j]) / first.length;
    double squares = 0;
    for (int j = 0; j < first.length; j++) squares += (first[j] - second[j] - mean) * (first[j] - second[j] - mean);
    double error = Math.sqrt(squares / (first.length - 1) / first.length);
    return mean == 0 || error == 0 ? 0 : mean / error;
  }

  /** Majority's answers; the committee's where votes tie, and its probabilities where both say the same. */
  private Consensus overruled(Consensus committee, Gold gold, double surety) {
    LabelTable table = committee.table();
    Consensus majority = new Majority().estimate(table, gold, Progress.SILENT);
    int classes = table.classes();
    var posteriors = committee.posteriorsShared().clone();
    for (int i = 0; i < table.items(); i++) {
      if (majority.isTie(i) || committee.best(i) == majority.best(i) && !committee.isTie(i)) continue;
      System.arraycopy(majority.posteriorsShared(), i * classes, posteriors, i * classes, classes);
    }
    String remark = String.format(Locale.ROOT, "auto keeps to majority and asks a committee where votes tie: raters differ by %.1f standard errors (more than %.0f are asked); ",
        Math.max(0, surety), SURE) + committee.remark();
    return new Consensus(table, posteriors, gold, committee.confusionShared(), new double[0], remark, committee.provenance());
  }

  private Consensus committee(LabelTable table, Gold gold, Patience patience, double[] likelihood, double best) {
    var seated = new ArrayList<String>();
    var absent = new ArrayList<String>();
    var posteriors = new double[table.items() * table.classes()];
    var confusion = new double[table.raters() * table.classes() * table.classes()];
    int tables = 0;
    int steps = 2 * likelihood.length + 1;
    for (int m = 0; m < likelihood.length && !patience.isOver(); m++) {
      ConsensusMethod method = CANDIDATES.get(m);
      String entry = String.format(Locale.ROOT, "%s (%.4f)", method.name(), likelihood[m]);
      if (likelihood[m] < best - margin) {
        absent.add(entry);
        continue;
      }
      Consensus voice = method.estimate(table, gold, patience.inside(likelihood.length + m, steps));
      if (patience.isOver() && !seated.isEmpty()) break;
      seated.add(entry);
      add(posteriors, voice.posteriorsShared());
      if (voice.confusionShared() != null) {
        add(confusion, voice.confusionShared());
        tables++;
      }
      patience.report(likelihood.length + m + 1L, steps);
    }
    scale(posteriors, seated.size());
    if (tables > 0) scale(confusion, tables);
    double[] shared = tables > 0 ? confusion : null;
    String remark = (patience.isOver() ? "stopped early: " : "") + "auto blends " + String.join(", ", seated)
        + (absent.isEmpty() ? "" : "; left out " + String.join(", ", absent)) + "; in brackets nats a held-out judgment, higher is better";
    return new Consensus(table, posteriors, gold, shared, new double[0], remark,
        Provenance.of(name(), settings(), table.size()));
  }

  private Map<String, String> settings() {
    return Map.of("margin", "" + margin, "seed", "" + seed);
  }

  private Consensus renamed(Consensus from, String remark) {
    return from.with(remark, Provenance.of(name(), settings(), from.provenance().n()));
  }

  private static void add(double[] sum, double[] part) {
    for (int x = 0; x < sum.length; x++) sum[x] += part[x];
  }

  private static void scale(double[] values, int by) {
    for (int x = 0; x < values.length; x++) values[x] /= by;
  }
}
