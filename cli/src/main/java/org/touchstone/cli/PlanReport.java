package org.touchstone.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.touchstone.cli.Plan.Line;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.allocation.Replay;
import tools.jackson.databind.json.JsonMapper;

/** Shows a plan: the answer first, then what it rests on. */
final class PlanReport {
  private static final int SHOWN = 5;
  /** From this item weight on the judgments of an item hang together so loosely that nobody need mind. */
  private static final double LOOSE = 100;

  private PlanReport() {}

  static void print(Plan plan, PrintWriter out) {
    LabelTable table = plan.pilot().table();
    out.printf("Pilot: %s, %s%s%n%n", Report.counted(table), Report.counted(table.classes(), "class"),
        plan.isMeasured() ? ", " + Report.counted(plan.gold().size(), "known answer") : "");
    out.println(answer(plan));
    out.println();
    out.printf("Forecast for %,d new items at %s:%n", plan.wanted().items(), priced(plan));
    out.printf("  %-18s %9s %9s %12s %9s%n", "policy", "per item", "accuracy", "cost", "errors");
    for (Line line : plan.lines()) print(line, mark(plan, line.policy()), line.policy(), out);
    out.println(caution(plan));
    printReplays(plan, out);
    printPanels(plan, out);
    printRaters(plan, out);
  }

  private static String mark(Plan plan, String policy) {
    return plan.choice() != null && plan.choice().policy().equals(policy) ? "*" : " ";
  }

  private static void print(Line line, String mark, String name, PrintWriter out) {
    out.printf(Locale.ROOT, "%s %-18s %9.2f %8.1f%% %12s %,9.0f%n", mark, name, line.perItem(), 100 * line.accuracy(), money(line.cost()), line.errors());
  }

  private static String priced(Plan plan) {
    double[] price = plan.wanted().price();
    double least = Arrays.stream(price).min().orElse(0);
    double most = Arrays.stream(price).max().orElse(0);
    return least == most ? money(least) + " a judgment" : money(least) + " to " + money(most) + " a judgment";
  }

  /** How many judgments, from whom, at which price: one sentence or two. */
  static String answer(Plan plan) {
    Line line = plan.choice();
    if (line == null) {
      return String.format(Locale.ROOT, "Answer: no policy of at most %d judgments an item keeps %.1f %% errors with these raters; %s.", plan.wanted().most(), 100 * plan.wanted().target(),
          plan.isMeasured() ? String.format(Locale.ROOT, "all judgments of the pilot, %.1f an item, are %.1f %% right", (double) plan.pilot().table().size() / plan.pilot().items(),
              100 * plan.played().getLast().accuracy())
              : String.format(Locale.ROOT, "the best forecast is %.1f %% right", 100 * plan.spokenOf().accuracy()))
          + (plan.isMeasured() ? "" : String.format("%n") + doubt(plan));
    }
    String ask = line.policy().equals(Plan.ALL) ? "Ask as often as in the pilot" : line.policy().startsWith("fixed") ? "Ask " + line.policy().substring(6) + " of each item"
        : "Ask about each item until its answer is wrong with " + line.policy().substring(6, line.policy().length() - 6) + " or less";
    String wrong = plan.isMeasured() ? String.format(Locale.ROOT, "about %,.0f answers (%.1f %%) will be wrong.", line.errors(), 100 * (1 - line.accuracy()))
        : String.format(Locale.ROOT, "as far as can be told without known answers, wrong will be %s.%n%s", ends(plan.wrong(line)), doubt(plan));
    String answer = String.format(Locale.ROOT, "Answer: %s: %.2f judgments an item, %,.0f in all, for %s; %s", ask, line.perItem(),
        line.perItem() * plan.wanted().items(), money(line.cost()), wrong);
    Line all = plan.panels().getFirst().line();
    Plan.Panel best = plan.panels().getLast();
    if (plan.panels().size() == 1 || best.line().cost() > all.cost() || best.line().accuracy() < all.accuracy()) return answer;
    if (all.cost() == 0 || all.errors() == 0) return answer;
    return answer + String.format(Locale.ROOT, "%nFrom %s only, %,d raters, it would cost %.0f %% of that and make %.0f %% of the errors, by the forecast, if they can take all the work.",
        best.who(), best.raters(), 100 * best.line().cost() / all.cost(), 100 * best.line().errors() / all.errors());
  }

  /** What agreement cannot show and what would tell it. */
  static String doubt(Plan plan) {
    Plan.Wrong wrong = plan.wrong(plan.spokenOf());
    Double target = plan.wanted().target();
    String kept = target == null || wrong.to() <= target ? "No agreement shows which"
        : String.format(Locale.ROOT, "Whether %.1f %% errors are kept no agreement shows", 100 * target);
    if (plan.choice() == null) kept = String.format(Locale.ROOT, "Wrong would be %s", ends(wrong));
    return String.format(Locale.ROOT, "%s; some %,d known answers (--gold) tell it to 10 points, %,d to 5.", kept, wrong.knownAnswersThatTell(0.1), wrong.knownAnswersThatTell(0.05));
  }

  private static String ends(Plan.Wrong wrong) {
    return String.format(Locale.ROOT, "%.1f %% if raters err each for themselves, up to %.1f %% if an answer is right only as often as raters give it", 100 * wrong.from(), 100 * wrong.to());
  }

  private static String caution(Plan plan) {
    double weight = plan.forecast().itemWeight();
    String together = weight > LOOSE ? "" : String.format(Locale.ROOT, "Judgments of one item hang together in the pilot, as if each came after %.1f unseen ones; the forecast reckons with it.%n", weight);
    int rests = plan.isMeasured() ? plan.gold().size() : plan.pilot().items();
    together += String.format(Locale.ROOT, "A pilot of %,d %s knows a share of 80 %% to %.0f points at best.%n", rests, plan.isMeasured() ? "known answers" : "items", 100 * 1.96 * Math.sqrt(0.16 / rests));
    return together + (plan.isMeasured() ? "It takes raters for known, who must be learnt first; what the pilot made of a policy is the better guide.\n* is chosen by that, and where a policy could not be played by its forecast less what its like fell short."
        : "Without known answers it is the rosy end: an item that fools most raters passes for an easy one, and raters who are wrong together agree as well as\nthose who are right. The sober end is the share of an item's judgments that contradict its answer (" + String.format(Locale.ROOT, "%.1f %%", 100 * plan.wrong(plan.spokenOf()).dissent()) + "), and what the policy misses besides.");
  }

  private static void printReplays(Plan plan, PrintWriter out) {
    out.printf("%nThe pilot played again (mean of %d shuffles):%n", Plan.SHUFFLES);
    out.printf("  %-18s %9s %9s %9s%n", "policy", "per item", "share", plan.isMeasured() ? "accuracy" : "as all");
    plan.replays().forEach((policy, outcome) -> out.printf(Locale.ROOT, "%s %-18s %9.2f %8.1f%% %8s%n", mark(plan, policy), policy, outcome.perItem(), 100 * outcome.share(),
        outcome.accuracy().known().map(a -> String.format(Locale.ROOT, "%.1f%%", 100 * a.value())).orElse("unknown")));
    if (!plan.isMeasured()) out.println("'as all' is the share of items with the answer that all judgments of the pilot give, right or wrong.");
  }

  private static void printPanels(Plan plan, PrintWriter out) {
    if (plan.panels().size() > 1) {
      out.printf("%nFrom whom, with the policy '%s':%n", plan.panels().getFirst().line().policy());
      for (Plan.Panel panel : plan.panels()) print(panel.line(), " ", panel.who() + " (" + panel.raters() + ")", out);
    }
  }

  private static void printRaters(Plan plan, PrintWriter out) {
    double[] price = plan.wanted().price();
    boolean same = Arrays.stream(price).distinct().count() <= 1;
    out.printf("%nRaters by bits about the answer a judgment%s, skill with 95 %% interval:%n", same ? "" : " for its price");
    int[] order = plan.byWorth();
    for (int x = 0; x < order.length; x++) {
      if (x >= SHOWN && x < order.length - SHOWN) {
        if (x == SHOWN) out.println("  ...");
        continue;
      }
      int r = order[x];
      var skill = plan.pilot().skill(r).known();
      out.printf(Locale.ROOT, "  %-24s %.3f bits%s  %s%n", Report.shortened(plan.pilot().raterNames().name(r)), plan.forecast().information(r), same ? "" : " at " + money(price[r]),
          skill.map(s -> String.format(Locale.ROOT, "%.3f [%.3f, %.3f]  %,d judgments", s.value(), s.interval().orElseThrow().low(),
              s.interval().orElseThrow().high(), s.n())).orElse("unknown"));
    }
  }

  private static String money(double amount) {
    return String.format(Locale.ROOT, "%,.2f", amount);
  }

  static String json(Plan plan) {
    var all = new LinkedHashMap<String, Object>();
    all.put("judgments", plan.pilot().table().size());
    all.put("items", plan.pilot().items());
    all.put("raters", plan.pilot().raters());
    all.put("known_answers", plan.gold().size());
    all.put("answer", answer(plan));
    if (!plan.isMeasured()) {
      Plan.Wrong wrong = plan.wrong(plan.spokenOf());
      all.put("wrong", Map.of("from", wrong.from(), "to", wrong.to()));
      all.put("dissent", wrong.dissent());
    }
    all.put("forecast_items", plan.wanted().items());
    all.put("item_weight", Double.isInfinite(plan.forecast().itemWeight()) ? null : plan.forecast().itemWeight());
    all.put("forecast", plan.lines().stream().map(PlanReport::fields).toList());
    if (plan.choice() != null) all.put("choice", fields(plan.choice()));
    if (!plan.played().isEmpty()) all.put("played", plan.played().stream().map(PlanReport::fields).toList());
    all.put("panels", plan.panels().stream().map(PlanReport::fields).toList());
    all.put("replay_held_against", plan.isMeasured() ? "known answers" : "the answers of all judgments");
    all.put("replay", replays(plan));
    all.put("raters_by_worth", raters(plan));
    all.put("methods", Stream.concat(Stream.of(plan.pilot().provenance(), plan.forecast().provenance()),
        plan.replays().values().stream().map(Replay.Outcome::provenance)).map(Report::provenance).toList());
    all.put("version", plan.pilot().provenance().version());
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private static Map<String, Object> fields(Plan.Panel panel) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("who", panel.who());
    fields.put("raters", panel.raters());
    fields.putAll(fields(panel.line()));
    return fields;
  }

  private static Map<String, Object> fields(Line line) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("policy", line.policy());
    fields.put("per_item", line.perItem());
    fields.put("accuracy", line.accuracy());
    fields.put("cost", line.cost());
    fields.put("errors", line.errors());
    return fields;
  }

  private static List<Map<String, Object>> replays(Plan plan) {
    var played = new ArrayList<Map<String, Object>>();
    plan.replays().forEach((policy, outcome) -> {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("policy", policy);
      fields.put("per_item", outcome.perItem());
      fields.put("share", outcome.share());
      fields.put("accuracy", outcome.accuracy().known().map(a -> a.value()).orElse(null));
      played.add(fields);
    });
    return played;
  }

  private static List<Map<String, Object>> raters(Plan plan) {
    var people = new ArrayList<Map<String, Object>>();
    for (int r : plan.byWorth()) {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("rater", plan.pilot().raterNames().name(r));
      fields.put("bits", plan.forecast().information(r));
      fields.put("price", plan.wanted().price()[r]);
      fields.put("skill", plan.pilot().skill(r).known().map(s -> s.value()).orElse(null));
      people.add(fields);
    }
    return people;
  }
}
