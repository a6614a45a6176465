package org.touchstone.platform.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;

/** Where raters differ on one criterion: the judgments behind a figure of agreement, read anew when somebody opens it. */
@Component
public class Dissents {
  /** How many are listed; a person reads a few and changes the guideline. */
  static final int MOST = 100;

  /**
   * What several raters said about one thing.
   *
   * @param response the item's own index of the response, null for the item as a whole
   * @param part a reasoning step or a turn, from 0; null for the whole
   * @param answers how many gave each answer, named as the consensus names it; the most frequent first
   * @param differing the share of pairs of raters who said different things
   */
  public record Dissent(ItemId item, @Nullable Integer response, @Nullable Integer part, int raters, Map<String, Integer> answers, double differing) {}

  /** @param judged how many things two raters or more judged; @param divided on how many of them they differ; @param dissents those, the most divided first */
  public record OnCriterion(int judged, int divided, List<Dissent> dissents) {}

  private record Place(ItemId item, int about) {}

  private static final Comparator<Dissent> MOST_DIVIDED = Comparator.comparingDouble(Dissent::differing).thenComparingInt(Dissent::raters).reversed()
      .thenComparing((Dissent one) -> one.item().value());

  private final Judgments judgments;
  private final Models models;

  Dissents(Judgments judgments, Models models) {
    this.judgments = judgments;
    this.models = models;
  }

  /** Guideline versions, both ends among them; an open end leaves out nothing. */
  public record Versions(@Nullable Integer from, @Nullable Integer to) {
    public static final Versions ALL = new Versions(null, null);

    boolean has(int version) {
      return (from == null || version >= from) && (to == null || version <= to);
    }
  }

  /** Of the newest era in which anything was judged under these versions, as {@link Agreement} counts it: eras are never mixed. */
  public OnCriterion of(ProjectId project, String criterion, Versions under) {
    var byEra = new TreeMap<Integer, Map<Place, Map<AccountId, String>>>();
    judgments.ofProject(project, judgment -> {
      boolean counts = judgment.answers() != null && judgment.role() != Judgment.Role.ADJUDICATOR && under.has(judgment.guidelineVersion());
      if (!counts) return;
      var places = byEra.computeIfAbsent(models.era(judgment), any -> new LinkedHashMap<>());
      said(models.votes(judgment), criterion).forEach((about, answer) ->
          places.computeIfAbsent(new Place(judgment.itemId(), about), any -> new HashMap<>()).put(judgment.raterId(), answer));
    });
    if (byEra.isEmpty()) return new OnCriterion(0, 0, List.of());
    var several = byEra.lastEntry().getValue().entrySet().stream().filter(one -> one.getValue().size() > 1).toList();
    var divided = several.stream().map(one -> dissent(one.getKey(), one.getValue())).filter(one -> one.differing() > 0).sorted(MOST_DIVIDED).toList();
    return new OnCriterion(several.size(), divided.size(), divided.stream().limit(MOST).toList());
  }

  /** One answer for each thing it is about; what was chosen of many, and an order, count as a whole. */
  private static Map<Integer, String> said(List<Vote> votes, String criterion) {
    var answers = new HashMap<Integer, String>();
    var order = new TreeMap<Integer, List<String>>();
    for (var vote : votes) {
      var question = vote.question();
      if (!question.criterion().equals(criterion)) continue;
      if (question.level() == Question.Level.RANK) {
        order.computeIfAbsent(vote.label(), any -> new ArrayList<>()).add(Integer.toString(vote.response()));
      } else if (question.option() == null) {
        answers.put(vote.response(), question.classes().get(vote.label()));
      } else {
        boolean chosen = question.classes().get(vote.label()).equals(Question.YES);
        answers.merge(vote.response(), chosen ? question.option() : "", (a, b) -> a.isEmpty() || b.isEmpty() ? a + b : a + "|" + b);
      }
    }
    if (!order.isEmpty()) answers.put(Vote.ITEM, order.values().stream().map(tied -> tied.stream().sorted().collect(Collectors.joining("="))).collect(Collectors.joining(">")));
    return answers;
  }

  private static Dissent dissent(Place place, Map<AccountId, String> said) {
    var counts = said.values().stream().collect(Collectors.groupingBy(answer -> answer, TreeMap::new, Collectors.summingInt(any -> 1)));
    var answers = new LinkedHashMap<String, Integer>();
    counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).forEach(one -> answers.put(one.getKey(), one.getValue()));
    double n = said.size();
    double alike = counts.values().stream().mapToDouble(one -> one * (one - 1.0)).sum();
    return new Dissent(place.item(), Vote.responseOf(place.about()), Vote.partOf(place.about()), said.size(), answers, 1 - alike / (n * (n - 1)));
  }
}
