package org.touchstone.cli.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.drift.Alarm;
import org.touchstone.statistics.drift.ChangePoint;
import org.touchstone.statistics.drift.Collusion;
import org.touchstone.statistics.drift.Cusum;
import org.touchstone.statistics.drift.SelfAgreement;
import org.touchstone.statistics.drift.Speed;

/**
 * Every rater's signals, and the pairs that agree too much.
 *
 * @param pairs empty where no answers but the raters' own are known well enough
 * @param provenances of each method used; where it looked at each rater alone, over all of them
 */
record Signals(List<OfRater> raters, List<Collusion.Suspicion> pairs, double usualErrors, double badErrors, List<Provenance> provenances) {
  static final int UNKNOWN = -1;
  static final int NOBODY_SAID_IT = -2;
  private static final int ENOUGH = 10;

  /**
   * One rater.
   *
   * @param judged judgments whose answer is known without the rater
   * @param change whether and where the error rate changed, over the whole sequence
   * @param alarm the first alarm of the running chart
   */
  record OfRater(int rater, int judgments, int judged, int errors, Optional<ChangePoint.Posterior> change, Optional<Alarm> alarm,
      Estimate self, Optional<Speed.Pace> pace) {

    boolean roseSurely() {
      return change.filter(c -> c.probability() >= 0.95 && c.place() >= 0 && rate(c.after()) > rate(c.before())).isPresent();
    }

    boolean isHasty() {
      return pace.flatMap(p -> p.hasty().known()).filter(h -> h.interval().orElseThrow().low() > 0.2).isPresent();
    }

    private static double rate(Estimate estimate) {
      return estimate.known().map(Estimate.Known::value).orElse(0.0);
    }
  }

  /** @param answer by item the class taken for right, {@link #NOBODY_SAID_IT}, or {@link #UNKNOWN}: then the others say */
  static Signals of(Sequence sequence, int[] answer, double falseAlarmEvery, Progress progress) {
    LabelTable table = sequence.table();
    List<List<Boolean>> wrong = new ArrayList<>();
    int[] n = new int[table.raters()];
    for (int r = 0; r < table.raters(); r++) wrong.add(new ArrayList<>());
    for (var said : sequence.judgments()) {
      n[said.rater()]++;
      int right = answer[said.item()] != UNKNOWN ? answer[said.item()] : othersSay(table, said.item(), said.rater());
      if (right != UNKNOWN) wrong.get(said.rater()).add(said.label() != right);
    }
    long errors = wrong.stream().flatMap(List::stream).filter(w -> w).count();
    long judged = wrong.stream().mapToLong(List::size).sum();
    double usual = Math.clamp(judged == 0 ? 0.1 : (double) errors / judged, 0.01, 0.45);
    double bad = Math.min(0.9, 2 * usual);
    var chart = Cusum.withFalseAlarmEvery(falseAlarmEvery, usual, bad);
    var self = SelfAgreement.of(table);
    Optional<Speed.Result> speed = sequence.clocked() ? Optional.of(paces(sequence)) : Optional.empty();
    List<Speed.Pace> pace = speed.map(Speed.Result::paces).orElse(List.of());
    var raters = new ArrayList<OfRater>();
    for (int r = 0; r < n.length; r++) {
      var sequenceOf = new boolean[wrong.get(r).size()];
      for (int t = 0; t < sequenceOf.length; t++) sequenceOf[t] = wrong.get(r).get(t);
      boolean enough = sequenceOf.length >= ENOUGH;
      raters.add(new OfRater(r, n[r], sequenceOf.length, (int) wrong.get(r).stream().filter(w -> w).count(),
          enough ? Optional.of(ChangePoint.standard().of(sequenceOf)) : Optional.empty(), chart.firstAlarm(sequenceOf), self.ofRater(r),
          r < pace.size() ? Optional.of(pace.get(r)) : Optional.empty()));
    }
    raters.sort(Comparator.comparingDouble((OfRater r) -> r.roseSurely() ? -r.change.orElseThrow().probability() : 0)
        .thenComparing(r -> r.alarm.isEmpty()).thenComparingDouble(r -> r.judged == 0 ? 0 : -(double) r.errors / r.judged));
    boolean known = Arrays.stream(answer).anyMatch(a -> a != UNKNOWN);
    var pairs = Collusion.standard().find(table, known ? answer : withoutPairs(table), progress);
    var provenances = new ArrayList<Provenance>();
    raters.stream().flatMap(r -> r.change.stream()).map(ChangePoint.Posterior::provenance)
        .reduce((one, other) -> Provenance.of(one.method(), one.settings(), one.n() + other.n())).ifPresent(provenances::add);
    provenances.add(chart.provenance(judged));
    provenances.add(self.provenance());
    speed.map(Speed.Result::provenance).ifPresent(provenances::add);
    provenances.add(pairs.provenance());
    return new Signals(raters, pairs.pairs(), usual, bad, provenances);
  }

  /** What most of the other raters say of the item; -1 where they are silent or divided. */
  private static int othersSay(LabelTable table, int item, int rater) {
    int[] votes = new int[table.classes()];
    for (int j = table.from(item); j < table.to(item); j++) if (table.rater(j) != rater) votes[table.label(j)]++;
    int best = 0;
    int second = 0;
    int at = -1;
    for (int k = 0; k < votes.length; k++) {
      if (votes[k] > best) {
        second = best;
        best = votes[k];
        at = k;
      } else if (votes[k] > second) {
        second = votes[k];
      }
    }
    return best > second && best >= 2 ? at : UNKNOWN;
  }

  /** The majority's answers on items judged by five or more, where two who collude cannot make it alone. */
  private static int[] withoutPairs(LabelTable table) {
    int[] answer = new int[table.items()];
    for (int i = 0; i < answer.length; i++) answer[i] = table.to(i) - table.from(i) >= 5 ? othersSay(table, i, -1) : UNKNOWN;
    return answer;
  }

  private static Speed.Result paces(Sequence sequence) {
    var timed = sequence.judgments().stream().filter(s -> s.seconds() > 0).toList();
    return Speed.standard().perRater(timed.stream().mapToInt(Sequence.Said::item).toArray(), timed.stream().mapToInt(Sequence.Said::rater).toArray(),
        timed.stream().mapToDouble(Sequence.Said::seconds).toArray());
  }
}
