package org.touchstone.platform.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.touchstone.platform.quality.Match;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.agreement.Judgments;
import org.touchstone.statistics.agreement.KrippendorffAlpha;
import org.touchstone.statistics.comparison.WilsonInterval;

/**
 * How the people of a round agree with the standard and with each other, criterion by criterion. Only the first answer of a
 * person to an item counts: whoever comes back has seen the standard.
 */
@Component
public class RoundAgreement {
  private static final int FEWEST = 5;
  private static final int ROUNDS = 400;
  private static final long SEED = 20260711;

  /** @param standard the standard's answer; @param given what people said instead, with how often */
  public record Confusion(String question, String standard, Map<String, Integer> given) {}

  /**
   * @param withStandard share of agreement with the standard; @param between Krippendorff's alpha between the people
   * @param answers how many answers of how many people both rest on
   */
  public record Line(String criterion, Estimate withStandard, Estimate between, String level, int answers, int people, List<Confusion> confusion) {}

  /** @param byCriterion the share met of each; missing where nothing was countable */
  public record Person(AccountId accountId, double share, int asked, Map<String, Double> byCriterion) {}

  /** @param number from 1, in the order of the set */
  public record ItemLine(UUID item, int number, @Nullable Double share, int people, Map<String, Double> byCriterion, Map<String, Map<String, Integer>> given) {}

  public record Report(int people, List<Line> criteria, List<Person> persons, List<ItemLine> items) {}

  private record Said(AccountId account, SetItem item, Map<String, Double> shares, List<Match.Count> counts, List<Match.Count> known) {}

  private final Attempts attempts;
  private final SetItems sets;
  private final Discrepancies discrepancies;

  RoundAgreement(Attempts attempts, SetItems sets, Discrepancies discrepancies) {
    this.attempts = attempts;
    this.sets = sets;
    this.discrepancies = discrepancies;
  }

  public Report of(Round round) {
    var items = sets.of(round.id());
    var said = said(round, items);
    int people = (int) said.stream().map(Said::account).distinct().count();
    var lines = round.rubric().criteria().stream().map(criterion -> line(criterion.key(), said)).toList();
    return new Report(people, lines, persons(said), itemLines(items, said));
  }

  private List<Said> said(Round round, List<SetItem> items) {
    var byId = items.stream().collect(Collectors.toMap(SetItem::id, item -> item));
    var owners = attempts.of(round.id()).stream().collect(Collectors.toMap(Attempt::id, Attempt::accountId));
    var gaps = discrepancies.gaps(byId.keySet());
    var first = new LinkedHashMap<String, Said>();
    for (var answer : attempts.answersOf(round.id())) {
      var account = owners.get(answer.attemptId());
      var item = byId.get(answer.itemId());
      first.computeIfAbsent(account + "/" + item.id(), any -> {
        var shares = item.standard() == null ? new HashMap<String, Double>() : new HashMap<>(Match.byCriterion(round.rubric(), item.standard().answers(), answer.answers()));
        gaps.getOrDefault(item.id(), java.util.Set.of()).forEach(shares::remove);
        var known = item.standard() == null ? List.<Match.Count>of() : Match.counts(round.rubric(), item.standard().answers());
        return new Said(account, item, shares, Match.counts(round.rubric(), answer.answers()), known);
      });
    }
    return List.copyOf(first.values());
  }

  private static Line line(String criterion, List<Said> said) {
    var shares = said.stream().filter(one -> one.shares().containsKey(criterion)).map(one -> one.shares().get(criterion)).toList();
    var withStandard = shares.size() < FEWEST
        ? Estimate.undefined("Too few answers beside a standard yet (%d of %d) to say anything.".formatted(shares.size(), FEWEST))
        : WilsonInterval.at95().of(shares.stream().mapToDouble(Double::doubleValue).sum(), shares.size()).value();
    var counts = said.stream().flatMap(one -> one.counts().stream().filter(count -> count.criterion().equals(criterion))).toList();
    boolean ordinal = counts.stream().anyMatch(Match.Count::ordinal);
    int answers = (int) said.stream().filter(one -> one.counts().stream().anyMatch(count -> count.criterion().equals(criterion))).count();
    int people = (int) said.stream().filter(one -> one.counts().stream().anyMatch(count -> count.criterion().equals(criterion))).map(Said::account).distinct().count();
    return new Line(criterion, withStandard, between(criterion, said, ordinal, people), ordinal ? "ordinal" : "nominal", answers, people, confusion(criterion, said));
  }

  private static Estimate between(String criterion, List<Said> said, boolean ordinal, int people) {
    if (people < 2) return Estimate.undefined("Agreement needs at least two people who answered this.");
    var units = new HashMap<String, Integer>();
    var raters = new HashMap<AccountId, Integer>();
    var rows = new ArrayList<int[]>();
    for (var one : said) {
      for (var count : one.counts()) {
        if (!count.criterion().equals(criterion)) continue;
        int unit = units.computeIfAbsent(one.item().id() + "/" + count.question() + "/" + count.response(), any -> units.size());
        rows.add(new int[] {unit, raters.computeIfAbsent(one.account(), any -> raters.size()), count.label()});
      }
    }
    var alpha = ordinal ? KrippendorffAlpha.ordinal() : KrippendorffAlpha.nominal();
    return alpha.measure(Judgments.of(rows.stream().mapToInt(row -> row[0]).toArray(), rows.stream().mapToInt(row -> row[1]).toArray(),
        rows.stream().mapToDouble(row -> row[2]).toArray()), Bootstrap.of(ROUNDS, new Random(SEED))).value();
  }

  private static List<Confusion> confusion(String criterion, List<Said> said) {
    var cells = new LinkedHashMap<String, Confusion>();
    for (var one : said) {
      if (!one.shares().containsKey(criterion)) continue;
      var given = one.counts().stream().filter(count -> count.criterion().equals(criterion)).collect(Collectors.toMap(RoundAgreement::place, Match.Count::answer, (a, b) -> a));
      for (var known : one.known().stream().filter(count -> count.criterion().equals(criterion)).toList()) {
        var cell = cells.computeIfAbsent(known.question() + "=" + known.answer(), any -> new Confusion(known.question(), known.answer(), new TreeMap<>()));
        cell.given().merge(given.getOrDefault(place(known), ""), 1, Integer::sum);
      }
    }
    return cells.values().stream().sorted(Comparator.comparing(Confusion::question).thenComparing(Confusion::standard)).toList();
  }

  private static String place(Match.Count count) {
    return count.question() + "/" + count.response();
  }

  private static List<Person> persons(List<Said> said) {
    var byPerson = said.stream().collect(Collectors.groupingBy(Said::account, LinkedHashMap::new, Collectors.toList()));
    return byPerson.entrySet().stream().map(entry -> {
      var all = entry.getValue().stream().flatMap(one -> one.shares().values().stream()).toList();
      return new Person(entry.getKey(), mean(all), all.size(), means(entry.getValue()));
    }).sorted(Comparator.comparingDouble(Person::share)).toList();
  }

  private static List<ItemLine> itemLines(List<SetItem> items, List<Said> said) {
    var lines = new ArrayList<ItemLine>();
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      var own = said.stream().filter(one -> one.item().id().equals(item.id())).toList();
      var all = own.stream().flatMap(one -> one.shares().values().stream()).toList();
      var given = new LinkedHashMap<String, Map<String, Integer>>();
      own.forEach(one -> one.counts().forEach(count -> given.computeIfAbsent(place(count), any -> new TreeMap<>()).merge(count.answer(), 1, Integer::sum)));
      lines.add(new ItemLine(item.id(), i + 1, all.isEmpty() ? null : mean(all), own.size(), means(own), given));
    }
    return lines;
  }

  private static Map<String, Double> means(List<Said> said) {
    var byCriterion = new TreeMap<String, List<Double>>();
    said.forEach(one -> one.shares().forEach((criterion, share) -> byCriterion.computeIfAbsent(criterion, any -> new ArrayList<>()).add(share)));
    var means = new LinkedHashMap<String, Double>();
    byCriterion.forEach((criterion, shares) -> means.put(criterion, mean(shares)));
    return means;
  }

  private static double mean(List<Double> shares) {
    return shares.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
