package org.touchstone.platform.quality;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.BriefCache;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;

/** The judgments that a figure of agreement rests on, item by item; read from all judgments when asked, and kept for half a minute. */
@Component
public class AgreementBehind {
  private static final Duration KEPT = Duration.ofSeconds(30);
  /** Few, since each may be long. */
  private static final int MOST = 20;

  /** What one person said to the criterion. */
  public record Said(AccountId raterId, Answers answers) {}

  /** An item that two people judged at least. @param differing the share of pairs who said different things, where they differ most */
  public record Shared(ItemId itemId, List<Said> said, double differing) {
    public boolean isApart() {
      return differing > 0;
    }
  }

  /**
   * @param since the version that began the era the figure is of
   * @param alone how many items only one person answered, which say nothing about agreement
   * @param shared the most divided first, of those the ones with the most people
   */
  public record Behind(int since, int alone, List<Shared> shared) {}

  /** Guideline versions, both ends among them; an open end leaves out nothing. */
  public record Versions(@Nullable Integer from, @Nullable Integer to) {
    public static final Versions ALL = new Versions(null, null);

    boolean has(int version) {
      return (from == null || version >= from) && (to == null || version <= to);
    }
  }

  private record Asked(ProjectId project, String criterion, Versions under) {}

  private final Judgments judgments;
  private final Models models;
  private final BriefCache<Asked, Behind> known = new BriefCache<>(KEPT, MOST, asked -> read(asked.project(), asked.criterion(), asked.under()));

  AgreementBehind(Judgments judgments, Models models) {
    this.judgments = judgments;
    this.models = models;
  }

  /** Of the newest era in which anything was judged under these versions, as {@link Agreement} counts it: eras are never mixed. */
  public Behind of(ProjectId project, String criterion, Versions under) {
    return known.get(new Asked(project, criterion, under));
  }

  Behind read(ProjectId project, String criterion, Versions under) {
    var eras = new TreeMap<Integer, Map<ItemId, Map<AccountId, Judgment>>>();
    judgments.ofProject(project, judgment -> {
      if (judgment.answers() == null || judgment.role() == Judgment.Role.ADJUDICATOR || !under.has(judgment.guidelineVersion())) return;
      var items = eras.computeIfAbsent(models.era(judgment), any -> new LinkedHashMap<>());
      if (votes(judgment, criterion).isEmpty()) return;
      items.computeIfAbsent(judgment.itemId(), any -> new LinkedHashMap<>()).put(judgment.raterId(), judgment);
    });
    if (eras.isEmpty()) return new Behind(1, 0, List.of());
    var newest = eras.lastEntry();
    var shared = new ArrayList<Shared>();
    newest.getValue().forEach((item, said) -> {
      if (said.size() > 1) {
        shared.add(new Shared(item, said.values().stream().map(one -> new Said(one.raterId(), only(one.answers(), criterion))).toList(), differing(said.values(), criterion)));
      }
    });
    int alone = newest.getValue().size() - shared.size();
    shared.sort(Comparator.comparingDouble(Shared::differing).thenComparingInt(one -> one.said().size()).reversed());
    return new Behind(newest.getKey(), alone, List.copyOf(shared));
  }

  private double differing(Iterable<Judgment> said, String criterion) {
    var answers = new HashMap<List<Object>, Map<Integer, Integer>>();
    for (var judgment : said) {
      for (var vote : votes(judgment, criterion)) {
        answers.computeIfAbsent(List.of(vote.question().key(), vote.response()), any -> new HashMap<>()).merge(vote.label(), 1, Integer::sum);
      }
    }
    return answers.values().stream().mapToDouble(counts -> {
      double n = counts.values().stream().mapToInt(Integer::intValue).sum();
      double alike = counts.values().stream().mapToDouble(one -> one * (one - 1.0)).sum();
      return n < 2 ? 0 : 1 - alike / (n * (n - 1));
    }).max().orElse(0);
  }

  private List<Vote> votes(Judgment judgment, String criterion) {
    return models.votes(judgment).stream().filter(vote -> vote.question().criterion().equals(criterion)).toList();
  }

  private static Answers only(Answers answers, String criterion) {
    return new Answers(Map.of(criterion, answers.to(criterion).orElseThrow()));
  }
}
