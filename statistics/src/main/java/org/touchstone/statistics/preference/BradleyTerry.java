package org.touchstone.statistics.preference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Names;
import org.touchstone.statistics.Patience;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * The Bradley–Terry model: contestant i is preferred to j with probability π_i/(π_i + π_j), whoever judges and
 * whichever side they stand on. The strengths are the most likely ones, found by Newton's method on the counts of the
 * pairs.
 *
 * <p>They exist only if no group of contestants beat all the others throughout (Ford, 1957). Otherwise, and only
 * then, each contestant is given one imagined comparison with an average one, half won and half lost, and the remark
 * says so. Intervals are by the sandwich (robust to ties taken as half wins) or by a bootstrap. Beyond {@value
 * #LARGEST_SANDWICH} contestants only the bootstrap gives intervals.
 *
 * <p>Sources: R. A. Bradley and M. E. Terry (1952); R. R. Davidson (1970); P. V. Rao and L. L. Kupper (1967).
 *
 * @param ties what a tie says
 * @param prior imagined half-won comparisons with an average contestant; 0 leaves this to the data
 * @param level coverage of the intervals
 */
public record BradleyTerry(Ties ties, double prior, double level, Scale scale) implements RatingMethod {
  static final int LARGEST_SANDWICH = 1000;

  public BradleyTerry {
    if (!(prior >= 0 && Double.isFinite(prior))) {
      throw new IllegalArgumentException("a prior is a number of comparisons, 0 or more, got " + prior);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level lies strictly between 0 and 1, got " + level);
    }
  }

  public static BradleyTerry standard() {
    return new BradleyTerry(Ties.HALF_WIN, 0, 0.95, Scale.SHARE);
  }

  public BradleyTerry with(Ties otherTies) {
    return new BradleyTerry(otherTies, prior, level, scale);
  }

  public BradleyTerry on(Scale otherScale) {
    return new BradleyTerry(ties, prior, level, otherScale);
  }

  @Override
  public String name() {
    return switch (ties) {
      case HALF_WIN, DROPPED -> "bradley-terry";
      case DAVIDSON -> "davidson";
      case RAO_KUPPER -> "rao-kupper";
    };
  }

  @Override
  public Ratings rate(Comparisons comparisons, Progress progress) {
    return strengths(comparisons, progress).on(scale);
  }

  @Override
  public Ratings rate(Comparisons comparisons, Bootstrap bootstrap) {
    return strengths(comparisons, bootstrap).on(scale);
  }

  /** The strengths with sandwich errors. */
  public Strengths strengths(Comparisons comparisons) {
    return strengths(comparisons, Progress.SILENT);
  }

  /** @param progress told after each Newton step; refusing leaves the strengths reached until then, without errors */
  public Strengths strengths(Comparisons comparisons, Progress progress) {
    return strengths(comparisons.counts(), comparisons.contestantNames(), progress);
  }

  /** The strengths with sandwich errors, from counts alone; contestants are numbered as their names are. */
  public Strengths strengths(PairCounts all, Names contestants) {
    return strengths(all, contestants, Progress.SILENT);
  }

  /** @param progress as in {@link #strengths(Comparisons, Progress)} */
  public Strengths strengths(PairCounts all, Names contestants, Progress progress) {
    var counts = counted(all);
    var fit = fitted(counts, StrengthFit.start(counts.contestants), StrengthFit.EXACT, progress);
    boolean small = fit.stopped.isEmpty() && counts.contestants <= LARGEST_SANDWICH && counts.pairs() > 0;
    double[][] covariance = small ? Sandwich.covariance(counts, fit.ties, fit.prior, fit.at) : null;
    Strengths.Spread spread = covariance == null
        ? new Strengths.Spread.Unknown() : new Strengths.Spread.Covariance(covariance);
    Provenance provenance = provenance(fit, level, Map.of("errors", "sandwich"), all);
    return wrapped(contestants, counts, fit, spread, level, provenance);
  }

  /** The strengths with replicates of a bootstrap, whose progress is asked within a replicate too; an unfinished one is left out. */
  public Strengths strengths(Comparisons comparisons, Bootstrap bootstrap) {
    var counts = counted(comparisons.counts());
    var patience = new Patience(bootstrap.progress());
    double[][] logs = new double[bootstrap.rounds()][];
    var fit = fitted(counts, StrengthFit.start(counts.contestants), StrengthFit.EXACT, patience.inside(0, logs.length));
    int drawn = 0;
    var resampler = counts.resampler();
    while (drawn < logs.length && !patience.isOver()) {
      var replicate = resampler.draw(bootstrap.random());
      double[] at = fitted(replicate, fit.at, StrengthFit.ROUGH, patience.inside(drawn, logs.length)).logs();
      if (patience.isOver()) break;
      double[] meetings = replicate.meetings();
      for (int c = 0; c < at.length; c++) if (meetings[c] == 0) at[c] = Double.NaN;
      logs[drawn++] = at;
      patience.report(drawn, logs.length);
    }
    var spread = new Strengths.Spread.Replicates(Arrays.copyOf(logs, drawn));
    var provenance = provenance(fit, bootstrap.level(), Map.of("bootstrap", Integer.toString(drawn)), comparisons.counts());
    return wrapped(comparisons.contestantNames(), counts, fit, spread, bootstrap.level(), provenance);
  }

  /** @param stopped after how many steps the climb was refused, empty where it reached the top */
  private record Fit(double[] at, Ties ties, double prior, boolean connected, OptionalInt stopped) {
    double[] logs() {
      return Arrays.copyOf(at, at.length - 1);
    }
  }

  private PairCounts counted(PairCounts all) {
    return ties == Ties.DROPPED ? all.withoutTies() : all;
  }

  /** Without ties, or with nothing else, a tie has no parameter that data could fix; halves then say the same. */
  private Fit fitted(PairCounts counts, double[] start, double close, Progress progress) {
    double tied = counts.ties();
    boolean plain = tied == 0 || tied == counts.total();
    Ties used = plain ? Ties.HALF_WIN : ties;
    boolean connected = counts.isConnected(ties != Ties.DROPPED);
    double weight = prior > 0 || connected ? prior : 1;
    double[] from = start.clone();
    if (!connected) Arrays.fill(from, 0, counts.contestants, 0);
    var climbed = new StrengthFit(counts, used, weight, from, close).climb(progress);
    double[] at = climbed.at;
    centre(at, counts.meetings());
    return new Fit(at, used, weight, connected, climbed.stopped ? OptionalInt.of(climbed.steps + 1) : OptionalInt.empty());
  }

  private static void centre(double[] at, double[] meetings) {
    double sum = 0;
    int compared = 0;
    for (int c = 0; c < meetings.length; c++) {
      if (meetings[c] == 0) continue;
      sum += at[c];
      compared++;
    }
    for (int c = 0; c < meetings.length; c++) at[c] = meetings[c] == 0 ? 0 : at[c] - sum / compared;
  }

  private Provenance provenance(Fit fit, double coverage, Map<String, String> errors, PairCounts all) {
    var settings = new HashMap<>(errors);
    settings.put("ties", ties.name().toLowerCase(Locale.ROOT));
    settings.put("prior", Double.toString(fit.prior));
    settings.put("coverage", Double.toString(coverage));
    fit.stopped.ifPresent(steps -> settings.put("stoppedAfter", Integer.toString(steps)));
    return Provenance.of(name(), settings, (long) all.total());
  }

  private Strengths wrapped(
      Names contestants, PairCounts counts, Fit fit, Strengths.Spread spread, double coverage, Provenance provenance) {
    boolean modelled = fit.ties == Ties.DAVIDSON || fit.ties == Ties.RAO_KUPPER;
    String remark = fit.connected || prior > 0 ? ""
        : "Some contestants won, or lost, all of their comparisons with the rest,"
        + " or never met them; each was given one imagined draw with an average one, so far ends are cautious.";
    if (fit.stopped.isPresent()) remark = (Strengths.STOPPED + " " + remark).strip();
    return new Strengths(contestants, fit.logs(), counts.meetings(),
        modelled ? OptionalDouble.of(Math.exp(fit.at[counts.contestants])) : OptionalDouble.empty(), spread,
            coverage, remark, provenance);
  }
}
