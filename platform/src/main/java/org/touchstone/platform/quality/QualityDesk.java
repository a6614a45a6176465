package org.touchstone.platform.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.access.Finding;
import org.touchstone.platform.access.Gate;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.ProjectId;

/** Where judgments are measured: gold hit or miss, the consensus of their items, the standing of their raters. */
@Service
public class QualityDesk {
  private static final int EVIDENCE = 20;

  private final Models models;
  private final Judgments judgments;
  private final Golds golds;
  private final Consensus consensus;
  private final Standings standings;
  private final Agreement agreement;
  private final ApplicationEventPublisher events;

  /** Judgments of a project were measured. */
  record Measured(ProjectId project) {}

  QualityDesk(Models models, Judgments judgments, Golds golds, Consensus consensus, Standings standings, Agreement agreement,
      ApplicationEventPublisher events) {
    this.models = models;
    this.judgments = judgments;
    this.golds = golds;
    this.consensus = consensus;
    this.standings = standings;
    this.agreement = agreement;
    this.events = events;
  }

  /** Measures judgments; measuring one again changes nothing. */
  @Transactional
  public void measure(Collection<JudgmentId> ids) {
    var byProject = judgments.all(ids).stream().collect(
        Collectors.groupingBy(judgment -> judgment.projectId().value(), TreeMap::new, Collectors.toList()));
    byProject.values().forEach(some -> measure(some.getFirst().projectId(), some));
  }

  private void measure(ProjectId project, List<Judgment> some) {
    var eras = models.lock(project);
    var items = some.stream().map(Judgment::itemId).distinct().toList();
    var known = golds.every(items);
    some.forEach(judgment -> models.add(eras, judgment));
    known.forEach(gold -> eras.of(gold.era()).know(gold.itemId(), models.votes(gold), "gold"));
    var touched = refresh(project, eras, items);
    standings.measured(project, some.stream().filter(judgment -> judgment.role() != Judgment.Role.ADJUDICATOR)
        .map(judgment -> measurement(judgment, known)).toList());
    standings.consensus(project, eras.sums(touched));
    models.unfitted(project, true);
    events.publishEvent(new Measured(project));
  }

  /** Brings items up to date in every era they were judged in; says whose sums moved. */
  private Set<AccountId> refresh(ProjectId project, Eras eras, Collection<ItemId> items) {
    var touched = new HashSet<AccountId>();
    eras.all().forEach((era, model) -> {
      touched.addAll(model.refresh(items));
      consensus.store(project, era, model.moved(items));
    });
    return touched;
  }

  /** Only the answer that was known in the judgment's own era says whether it met it. */
  private Standings.Measurement measurement(Judgment judgment, Collection<Gold> known) {
    int era = models.era(judgment);
    return measurement(judgment, known.stream().filter(gold -> gold.itemId().equals(judgment.itemId()) && gold.era() == era).findFirst().orElse(null));
  }

  private Standings.Measurement measurement(Judgment judgment, @Nullable Gold gold) {
    var hit = gold == null || judgment.answers() == null ? java.util.OptionalDouble.empty()
        : GoldHit.of(models.votes(gold), models.firstVotes(judgment));
    return new Standings.Measurement(judgment.id(), judgment.raterId(), judgment.itemId(), judgment.flag() != null,
        hit.isPresent() ? hit.getAsDouble() : null);
  }

  /** Finds all skills, answers and coefficients of a project anew; what moved is stored. */
  @Transactional
  public void fit(ProjectId project) {
    var eras = models.lock(project);
    eras.fit();
    eras.all().forEach((era, model) -> {
      consensus.store(project, era, model.moved(List.copyOf(model.items())));
      agreement.store(project, era, model.agreement(era));
    });
    standings.consensus(project, eras.sums(eras.raters()));
    models.unfitted(project, false);
  }

  /** Projects that were measured since their last fit. */
  List<ProjectId> unfitted() {
    return models.unfitted();
  }

  /** Drops everything that can be recomputed and computes it again from the judgments. */
  @Transactional
  public void rebuild(ProjectId project) {
    models.lock(project);
    consensus.drop(project);
    standings.drop(project);
    agreement.drop(project);
    models.forget(project);
    models.lock(project);
    var known = golds.every(project).stream().collect(Collectors.groupingBy(Gold::itemId));
    var batch = new ArrayList<Standings.Measurement>();
    var all = new ArrayList<Standings.Measurement>();
    judgments.ofProject(project, judgment -> {
      if (judgment.role() != Judgment.Role.ADJUDICATOR) all.add(measurement(judgment, known.getOrDefault(judgment.itemId(), List.of())));
    });
    for (var one : all) {
      batch.add(one);
      if (batch.size() == 1000) flush(project, batch);
    }
    flush(project, batch);
    fit(project);
  }

  private void flush(ProjectId project, List<Standings.Measurement> batch) {
    standings.measured(project, batch);
    batch.clear();
  }

  /** Scores everybody who judged these items anew, after their gold was made, corrected or withdrawn. */
  @Transactional
  public void rescore(ProjectId project, List<ItemId> items) {
    var eras = models.lock(project);
    var known = golds.every(items);
    eras.all().values().forEach(model -> items.forEach(model::forgetKnown));
    var all = judgments.ofItems(items);
    all.stream().filter(judgment -> judgment.role() == Judgment.Role.ADJUDICATOR).forEach(judgment -> models.add(eras, judgment));
    known.forEach(gold -> eras.of(gold.era()).know(gold.itemId(), models.votes(gold), "gold"));
    consensus.drop(items);
    eras.all().values().forEach(model -> items.forEach(item -> model.stored(item, List.of())));
    var touched = refresh(project, eras, items);
    standings.rescored(project, all.stream().filter(judgment -> judgment.role() != Judgment.Role.ADJUDICATOR)
        .map(judgment -> measurement(judgment, known)).toList());
    standings.consensus(project, eras.sums(touched));
    models.unfitted(project, true);
    events.publishEvent(new Measured(project));
  }

  /**
   * Whether a judgment says the same as these answers, as far as both answer and answers can be counted. What was judged
   * before a breaking change is not held against an answer given after it.
   */
  public boolean agrees(Judgment judgment, Answers answers) {
    if (!models.isCurrent(judgment)) return true;
    return judgment.answers() != null && GoldHit.agree(models.votes(judgment.projectId(), answers), models.votes(judgment));
  }

  /** What is known about a rater, as a gate wants to see it: the estimate, and the judgments behind it. */
  public Finding finding(ProjectId project, AccountId rater, Gate.Signal signal) {
    var standing = standings.of(project, rater);
    var evidence = standings.misses(project, rater, EVIDENCE).stream().map(miss -> new Finding.Evidence("judgment", miss.judgment().toString(), miss.item().toString(),
        "Met %d %% of what was expected.".formatted(Math.round(100 * miss.goldHit())))).toList();
    return switch (signal) {
      case GOLD -> new Finding(signal, standing.gold(), evidence);
      case CONSENSUS -> new Finding(signal, standing.consensus(), List.of());
    };
  }

}
