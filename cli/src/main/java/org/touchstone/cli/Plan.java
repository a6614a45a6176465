package org.touchstone.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.allocation.Forecast;
import org.touchstone.statistics.allocation.Replay;
import org.touchstone.statistics.allocation.StoppingRule;
import org.touchstone.statistics.consensus.Consensus;
import org.touchstone.statistics.consensus.Gold;
import org.touchstone.statistics.consensus.Ibcc;

/**
 * What a pilot says about a project: what each policy would cost and reach, whom to ask, and how the pilot goes when it is played again.
 *
 * <p>A policy that the pilot can play against known answers is judged by that, since the forecast takes raters for known who must
 * be learnt first; all others are judged by the forecast, brought down as far as a played policy of the same kind fell short of its own.
 *
 * @param lines the forecast
 * @param played what the pilot made of each policy against known answers, as it would go with the whole project
 * @param choice the cheapest line that is good enough, or null where none is
 * @param panels what the chosen policy, else the middle one, comes to with all raters and with the best of them
 * @param replays by policy; held against known answers, or without any against what all judgments of the pilot say
 * @param byWorth raters, the one that tells most for its price first
 */
record Plan(Consensus pilot, Gold gold, Wanted wanted, Forecast forecast, List<Line> lines, List<Line> played, Line choice, List<Panel> panels,
    Map<String, Replay.Outcome> replays, int[] byWorth) {
  static final int SHUFFLES = 5;
  static final String ALL = "all judgments";
  private static final double[] TARGETS = {0.2, 0.1, 0.05, 0.03, 0.02, 0.01};
  private static final double MIDDLE = 0.05;
  private static final int[] FIXED = {1, 3, 5, 7, 9};
  /** A rule that bought more than this share of the judgments there are would often have bought more. */
  private static final double CUT_SHORT = 0.9;
  private static final int FEWEST_IN_PANEL = 5;
  /** Of a rater with fewer judgments not enough is known to prefer it to others. */
  private static final int KNOWN_BY = 10;

  /**
   * @param items of the project
   * @param price of one judgment of each rater
   * @param mistake cost of one wrong answer, or null
   * @param target share of wrong answers that is accepted, or null
   * @param most judgments of one item
   */
  record Wanted(long items, double[] price, Double mistake, Double target, int most) {}

  /** One policy for the whole project. */
  record Line(String policy, double perItem, double accuracy, double cost, double errors) {
    Line right(double share, long items) {
      return new Line(policy, perItem, share, cost, (1 - share) * items);
    }
  }

  /** The policy of {@code line} with only so many of the raters. */
  record Panel(String who, int raters, Line line) {}

  static Plan of(LabelTable table, Gold gold, Wanted wanted, Progress progress) {
    Consensus pilot = new Ibcc().estimate(table, gold, Progress.SILENT);
    var forecast = new Forecast(pilot, 1).priced(wanted.price);
    var policies = policies(wanted.most);
    var lines = new ArrayList<Line>();
    policies.forEach((name, rule) -> lines.add(line(name, rule, forecast, wanted)));
    var replays = replays(table, gold, pilot, policies, progress);
    List<Line> played = gold.size() == 0 ? List.of() : played(replays, figure(forecast.fixed(1).costPerItem()), wanted.items);
    Line choice = choice(judged(lines, played, wanted.items), wanted);
    int[] byWorth = byWorth(pilot, forecast, wanted.price);
    String shown = choice == null || !policies.containsKey(choice.policy) ? until(MIDDLE) : choice.policy;
    return new Plan(pilot, gold, wanted, forecast, lines, played, choice, panels(shown, policies.get(shown), pilot, forecast, wanted, byWorth),
        replays, byWorth);
  }

  /**
   * Share of wrong answers of a policy, from the rosy end to the sober one, as far as judgments alone can tell.
   *
   * @param from the forecast: raters err each for themselves, so that what most of them say is right
   * @param to the forecast and the dissent: an answer is right only as often as raters give it, and a policy may miss that answer as well
   * @param dissent share of the judgments that contradict the answer of their item, by item
   */
  record Wrong(double from, double to, double dissent) {
    /** How many known answers tell the share so closely, wherever in the range it lies. */
    long knownAnswersThatTell(double closely) {
      double widest = from > 0.5 ? from : Math.min(0.5, to);
      return (long) Math.ceil(1.96 * 1.96 * widest * (1 - widest) / (closely * closely));
    }
  }

  /**
   * What is not known without known answers: how many items fool most raters. No agreement can show them, since raters who are wrong
   * together agree as well as those who are right.
   */
  Wrong wrong(Line line) {
    LabelTable table = pilot.table();
    double sum = 0;
    int shared = 0;
    for (int i = 0; i < table.items(); i++) {
      int n = table.to(i) - table.from(i);
      if (n < 2) continue;
      int against = 0;
      for (int j = table.from(i); j < table.to(i); j++) if (table.label(j) != pilot.best(i)) against++;
      sum += (double) against / n;
      shared++;
    }
    double dissent = shared == 0 ? 1 : sum / shared;
    return new Wrong(1 - line.accuracy, Math.min(1, 1 - line.accuracy + dissent), dissent);
  }

  /** The line the answer is about: the chosen one, else the one forecast to be right most often. */
  Line spokenOf() {
    return choice != null ? choice : lines.stream().max(Comparator.comparingDouble(Line::accuracy)).orElseThrow();
  }

  /** Whether accuracies are measured against known answers. */
  boolean isMeasured() {
    return gold.size() > 0;
  }

  private static Map<String, StoppingRule> policies(int most) {
    var policies = new LinkedHashMap<String, StoppingRule>();
    for (int k : FIXED) if (k <= most) policies.put("fixed " + k, new StoppingRule(0, k, k));
    for (double target : TARGETS) policies.put(until(target), new StoppingRule(target, 1, most));
    return policies;
  }

  private static String until(double target) {
    return String.format(Locale.ROOT, "until %.0f %% error", 100 * target);
  }

  private static Line line(String policy, StoppingRule rule, Forecast forecast, Wanted wanted) {
    Forecast.Outlook outlook = forecast.adaptive(rule);
    double accuracy = figure(outlook.accuracy());
    return new Line(policy, figure(outlook.perItem()), accuracy, figure(outlook.costPerItem()) * wanted.items, (1 - accuracy) * wanted.items);
  }

  /** A plan is made from a pilot of several labels only, and such a one has all its figures. */
  private static double figure(Estimate estimate) {
    return estimate.known().orElseThrow().value();
  }

  private static Line choice(List<Line> lines, Wanted wanted) {
    Line best = null;
    for (Line line : lines) {
      if (wanted.target != null && 1 - line.accuracy > wanted.target) continue;
      if (best == null || total(line, wanted) < total(best, wanted)) best = line;
    }
    return best;
  }

  private static double total(Line line, Wanted wanted) {
    return line.cost + (wanted.mistake == null ? 0 : wanted.mistake * line.errors);
  }

  /** By bits for the price; where judgments cost nothing by bits alone. */
  private static int[] byWorth(Consensus pilot, Forecast forecast, double[] price) {
    boolean free = Arrays.stream(price).allMatch(p -> p == 0);
    double[] worth = new double[price.length];
    Arrays.setAll(worth, r -> forecast.information(r) / (free ? 1 : Math.max(price[r], 1e-9)));
    return IntStream.range(0, pilot.raters()).boxed().sorted((a, b) -> Double.compare(worth[b], worth[a])).mapToInt(Integer::intValue).toArray();
  }

  private static List<Panel> panels(String policy, StoppingRule rule, Consensus pilot, Forecast forecast, Wanted wanted, int[] byWorth) {
    var panels = new ArrayList<Panel>();
    panels.add(new Panel("everybody", byWorth.length, line(policy, rule, forecast, wanted)));
    int[] n = pilot.table().judgmentsPerRater();
    int[] known = Arrays.stream(byWorth).filter(r -> n[r] >= KNOWN_BY).toArray();
    for (var part : List.of(Map.entry("the better half", 2), Map.entry("the best quarter", 4))) {
      int asked = known.length / part.getValue();
      if (asked >= FEWEST_IN_PANEL) {
        panels.add(new Panel(part.getKey(), asked, line(policy, rule, forecast.askingOnly(Arrays.copyOf(known, asked)), wanted)));
      }
    }
    return panels;
  }

  private static Map<String, Replay.Outcome> replays(LabelTable table, Gold gold, Consensus pilot, Map<String, StoppingRule> policies, Progress progress) {
    Gold against = gold.size() > 0 ? gold : Gold.of(IntStream.range(0, pilot.items()).map(pilot::best).toArray());
    var replay = new Replay(table, against);
    var sober = new Replay(table, against, new Ibcc());
    var outcomes = new LinkedHashMap<String, Replay.Outcome>();
    int done = 0;
    for (var policy : policies.entrySet()) {
      StoppingRule rule = policy.getValue();
      if (rule.targetError() == 0 && (long) rule.least() * table.items() > table.size()) continue;
      int least = Math.min(2, rule.most());
      outcomes.put(policy.getKey(), rule.targetError() == 0 ? sober.fixed(rule.least(), SHUFFLES, 1, Progress.SILENT)
          : replay.adaptive(new StoppingRule(rule.targetError(), least, Math.max(least, rule.most())), SHUFFLES, 1, Progress.SILENT));
      progress.report(++done, policies.size() + 1);
    }
    outcomes.put(ALL, sober.fixed(table.size(), 1, 1, Progress.SILENT));
    progress.report(policies.size() + 1, policies.size() + 1);
    return outcomes;
  }

  private static List<Line> played(Map<String, Replay.Outcome> replays, double price, long items) {
    var played = new ArrayList<Line>();
    replays.forEach((policy, outcome) -> {
      if (outcome.share() > CUT_SHORT && policy.startsWith("until")) return;
      double accuracy = figure(outcome.accuracy());
      played.add(new Line(policy, outcome.perItem(), accuracy, outcome.perItem() * price * items, (1 - accuracy) * items));
    });
    return played;
  }

  /** Each policy by what it was seen to do, else by its forecast, brought down as far as the largest played policy of its kind fell short of its own. */
  private static List<Line> judged(List<Line> forecast, List<Line> played, long items) {
    var judged = new LinkedHashMap<String, Line>();
    for (Line line : forecast) {
      String kind = line.policy.substring(0, 5);
      Line nearest = played.stream().filter(p -> p.policy.startsWith(kind)).max(Comparator.comparingDouble(Line::perItem)).orElse(null);
      double gap = nearest == null ? 0 : forecast.stream().filter(f -> f.policy.equals(nearest.policy)).mapToDouble(f -> odds(nearest.accuracy) - odds(f.accuracy)).sum();
      judged.put(line.policy, gap >= 0 ? line : line.right(1 / (1 + Math.exp(-odds(line.accuracy) - gap)), items));
    }
    played.forEach(line -> judged.put(line.policy, line));
    return List.copyOf(judged.values());
  }

  /** Log odds, kept finite where a forecast made no mistake at all. */
  private static double odds(double accuracy) {
    double inside = Math.min(0.9999, Math.max(0.0001, accuracy));
    return Math.log(inside / (1 - inside));
  }
}
