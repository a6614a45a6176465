package org.touchstone.platform.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  private static final int SECONDS = 30;

  /** What one person said to the criterion. */
  public record Said(AccountId raterId, Answers answers) {}

  /** An item that two people judged at least. @param apart whether they differ somewhere */
  public record Shared(ItemId itemId, List<Said> said, boolean apart) {}

  /**
   * @param since the version that began the era the figure is of
   * @param alone how many items only one person answered, which say nothing about agreement
   * @param shared those that differ first
   */
  public record Behind(int since, int alone, List<Shared> shared) {}

  private record Asked(ProjectId project, String criterion) {}

  private final Judgments judgments;
  private final Models models;
  private final BriefCache<Asked, Behind> known = BriefCache.ofSeconds(SECONDS, asked -> read(asked.project(), asked.criterion()));

  AgreementBehind(Judgments judgments, Models models) {
    this.judgments = judgments;
    this.models = models;
  }

  public Behind of(ProjectId project, String criterion) {
    return known.get(new Asked(project, criterion));
  }

  private Behind read(ProjectId project, String criterion) {
    var eras = new TreeMap<Integer, Map<ItemId, Map<AccountId, Judgment>>>();
    judgments.ofProject(project, judgment -> {
      if (judgment.answers() == null || judgment.role() == Judgment.Role.ADJUDICATOR) return;
      var items = eras.computeIfAbsent(models.era(judgment), any -> new LinkedHashMap<>());
      if (votes(judgment, criterion).isEmpty()) return;
      items.computeIfAbsent(judgment.itemId(), any -> new LinkedHashMap<>()).put(judgment.raterId(), judgment);
    });
    if (eras.isEmpty()) return new Behind(1, 0, List.of());
    var newest = eras.lastEntry();
    var shared = new ArrayList<Shared>();
    newest.getValue().forEach((item, said) -> {
      if (said.size() > 1) {
        shared.add(new Shared(item, said.values().stream().map(one -> new Said(one.raterId(), only(one.answers(), criterion))).toList(), areApart(said.values(), criterion)));
      }
    });
    int alone = newest.getValue().size() - shared.size();
    shared.sort(Comparator.comparing(Shared::apart).reversed());
    return new Behind(newest.getKey(), alone, List.copyOf(shared));
  }

  private boolean areApart(Iterable<Judgment> said, String criterion) {
    var first = new HashMap<List<Object>, Integer>();
    for (var judgment : said) {
      for (var vote : votes(judgment, criterion)) {
        Integer other = first.putIfAbsent(List.of(vote.question().key(), vote.response()), vote.label());
        if (other != null && other != vote.label()) return true;
      }
    }
    return false;
  }

  private List<Vote> votes(Judgment judgment, String criterion) {
    return models.votes(judgment).stream().filter(vote -> vote.question().criterion().equals(criterion)).toList();
  }

  private static Answers only(Answers answers, String criterion) {
    return new Answers(Map.of(criterion, answers.to(criterion).orElseThrow()));
  }
}
