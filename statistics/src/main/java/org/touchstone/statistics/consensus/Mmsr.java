package org.touchstone.statistics.consensus;

import java.util.Arrays;
import java.util.Map;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * M-MSR (Ma and Olshevsky 2020): how often two raters agree depends on the product of their skills, so skills are found from
 * agreement alone, and a few raters who try to deceive are cut off.
 *
 * <p>With skill s = (K p - 1)/(K - 1) of a one-coin rater right with probability p, the agreement A of raters u and v on
 * the items they share fits (K A - 1)/(K - 1) = s_u s_v. In turn each s_u becomes the mean of what its partners say
 * (weighted by shared items and s_v²) after the {@code trim} share of highest and lowest opinions is dropped. Votes then
 * count log((K - 1) p / (1 - p)).
 *
 * @param trim share of opinions dropped at each end, 0 to below 0.5
 */
public record Mmsr(double trim, int maxSweeps, double tolerance) implements ConsensusMethod {

  public Mmsr {
    if (!(trim >= 0 && trim < 0.5)) throw new IllegalArgumentException("trim lies from 0 to below 0.5, got " + trim);
    if (maxSweeps < 1) throw new IllegalArgumentException("at least one sweep is needed, got " + maxSweeps);
    if (!(tolerance >= 0)) throw new IllegalArgumentException("tolerance is 0 or more, got " + tolerance);
  }

  public Mmsr() {
    this(0.1, 100, 1e-6);
  }

  @Override
  public String name() {
    return "m-msr";
  }

  @Override
  public Consensus estimate(LabelTable table, Gold gold, Progress progress) {
    int classes = table.classes();
    double[] shares = Majority.shares(table, gold);
    if (classes > 1) {
      double[] skill = skills(new SharedItems(table), classes, progress);
      var weight = new double[skill.length];
      for (int r = 0; r < skill.length; r++) {
        double p = Math.clamp((skill[r] * (classes - 1) + 1) / classes, 0.01, 0.99);
        weight[r] = Math.log((classes - 1) * p / (1 - p));
      }
      shares = posteriors(table, weight, gold);
    }
    return new Consensus(table, shares, gold, null, new double[0], "",
        Provenance.of(name(), Map.of("trim", "" + trim, "maxSweeps", "" + maxSweeps, "tolerance", "" + tolerance), table.size()));
  }

  private double[] skills(SharedItems shared, int classes, Progress progress) {
    int raters = shared.start.length - 1;
    var skill = new double[raters];
    Arrays.fill(skill, 0.5);
    for (int t = 0; t < maxSweeps; t++) {
      double moved = 0;
      for (int r = 0; r < raters; r++) {
        double next = opinion(shared, r, skill, classes);
        moved = Math.max(moved, Math.abs(next - skill[r]));
        skill[r] = next;
      }
      if (!progress.report(t + 1, maxSweeps) || moved <= tolerance) break;
    }
    return skill;
  }

  private double opinion(SharedItems shared, int rater, double[] skill, int classes) {
    int from = shared.start[rater];
    int n = shared.start[rater + 1] - from;
    if (n == 0) return skill[rater];
    var says = new double[n][2];
    int used = 0;
    for (int x = from; x < from + n; x++) {
      double s = skill[shared.partner[x]];
      if (Math.abs(s) < 0.02) continue;
      double fits = (classes * (double) shared.agreed[x] / shared.items[x] - 1) / (classes - 1);
      says[used][0] = fits / s;
      says[used++][1] = shared.items[x] * s * s;
    }
    Arrays.sort(says, 0, used, (a, b) -> Double.compare(a[0], b[0]));
    int cut = (int) (trim * used);
    double sum = 0;
    double weight = 0;
    for (int x = cut; x < used - cut; x++) {
      sum += says[x][0] * says[x][1];
      weight += says[x][1];
    }
    return weight > 0 ? Math.clamp(sum / weight, -0.999, 0.999) : skill[rater];
  }

  private static double[] posteriors(LabelTable table, double[] weight, Gold gold) {
    int classes = table.classes();
    double[] posterior = Majority.shares(table, gold);
    var logs = new double[classes];
    for (int i = 0; i < table.items(); i++) {
      if (gold.answer(i) >= 0 || table.from(i) == table.to(i)) continue;
      Arrays.fill(logs, 0);
      for (int j = table.from(i); j < table.to(i); j++) logs[table.label(j)] += weight[table.rater(j)];
      double top = Arrays.stream(logs).max().orElse(0);
      double total = 0;
      for (int k = 0; k < classes; k++) total += Math.exp(logs[k] - top);
      for (int k = 0; k < classes; k++) posterior[i * classes + k] = Math.exp(logs[k] - top) / total;
    }
    return posterior;
  }

  /** For each rater its partners, the number of items shared and how often both said the same. */
  private static final class SharedItems {
    final int[] start;
    int[] partner = new int[1024];
    int[] items = new int[1024];
    int[] agreed = new int[1024];

    SharedItems(LabelTable table) {
      int raters = table.raters();
      start = new int[raters + 1];
      int[] itemOf = table.itemColumn();
      int[] n = table.judgmentsPerRater();
      var next = new int[raters + 1];
      for (int r = 0; r < raters; r++) next[r + 1] = next[r] + n[r];
      int[] first = next.clone();
      var order = new int[table.size()];
      for (int j = 0; j < order.length; j++) order[next[table.rater(j)]++] = j;
      var count = new int[raters];
      var same = new int[raters];
      var touched = new int[raters];
      int size = 0;
      for (int r = 0; r < raters; r++) {
        int met = 0;
        for (int x = first[r]; x < first[r + 1]; x++) {
          int own = order[x];
          for (int j = table.from(itemOf[own]); j < table.to(itemOf[own]); j++) {
            int other = table.rater(j);
            if (other == r) continue;
            if (count[other]++ == 0) touched[met++] = other;
            if (table.label(j) == table.label(own)) same[other]++;
          }
        }
        if (size + met > partner.length) {
          int room = Math.max(size + met, partner.length + (partner.length >> 1));
          partner = Arrays.copyOf(partner, room);
          items = Arrays.copyOf(items, room);
          agreed = Arrays.copyOf(agreed, room);
        }
        for (int x = 0; x < met; x++) {
          int other = touched[x];
          partner[size] = other;
          items[size] = count[other];
          agreed[size++] = same[other];
          count[other] = same[other] = 0;
        }
        start[r + 1] = size;
      }
    }
  }
}
