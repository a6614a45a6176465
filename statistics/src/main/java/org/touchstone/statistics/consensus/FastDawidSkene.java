package org.touchstone.statistics.consensus;

import java.util.Arrays;
import java.util.Map;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * Fast Dawid–Skene (Sinha, Rao and Balasubramanian 2018): as {@link DawidSkene}, but each sweep settles every item on its
 * most probable class, so that it ends after a few sweeps.
 *
 * <p>The classes at equal top share the item evenly. The last sweep is an ordinary one, so that the result has
 * probabilities and not only decisions.
 *
 * @param smoothing added to each cell of a rater's table and each class, 0 or more
 */
public record FastDawidSkene(double smoothing, int maxSweeps) implements ConsensusMethod {

  public FastDawidSkene {
    if (!(smoothing >= 0)) throw new IllegalArgumentException("smoothing is 0 or more, got " + smoothing);
    if (maxSweeps < 1) throw new IllegalArgumentException("at least one sweep is needed, got " + maxSweeps);
  }

  public FastDawidSkene() {
    this(0.01, 100);
  }

  @Override
  public String name() {
    return "fast-dawid-skene";
  }

  @Override
  public Consensus estimate(LabelTable table, Gold gold, Progress progress) {
    var sweep = new Sweep(table, 1, gold);
    double[][] settled = {WeightedVotes.settled(sweep.startingShares(), sweep.states)};
    sweep.tally(settled[0]);
    var confusion = new double[sweep.logTable.length];
    var before = new double[1];
    double[] trace = Sweeps.until(maxSweeps, 0, progress, () -> {
      DawidSkene.maximise(sweep, smoothing, 0, confusion);
      double likelihood = sweep.run();
      double[] was = settled[0];
      settled[0] = WeightedVotes.settled(sweep.posteriors(), sweep.states);
      if (Arrays.equals(was, settled[0])) return before[0];
      sweep.tally(settled[0]);
      return before[0] = likelihood;
    });
    sweep.run();
    return new Consensus(table, sweep.posteriors(), gold, confusion, trace, "",
        Provenance.of(name(), Map.of("smoothing", "" + smoothing, "maxSweeps", "" + maxSweeps), table.size()));
  }
}
