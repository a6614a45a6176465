package org.touchstone.platform.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
    var model = models.lock(project);
    var items = some.stream().map(Judgment::itemId).distinct().toList();
    var known = golds.of(items);
    some.forEach(judgment -> models.add(model, judgment));
    known.values().forEach(gold -> model.know(gold.itemId(), models.votes(gold), "gold"));
    var touched = model.refresh(items);
    consensus.store(project, model.moved(items));
    standings.measured(project, some.stream().filter(judgment -> judgment.role() != Judgment.Role.ADJUDICATOR)
        .map(judgment -> measurement(judgment, known.get(judgment.itemId()))).toList());
    standings.consensus(project, model.sums(touched));
    events.publishEvent(new Measured(project));
  }

  private Standings.Measurement measurement(Judgment judgment, @Nullable Gold gold) {
    var hit = gold == null || judgment.answers() == null ? java.util.OptionalDouble.empty()
        : GoldHit.of(models.votes(gold), models.votes(judgment));
    return new Standings.Measurement(judgment.id(), judgment.raterId(), judgment.itemId(), judgment.flag() != null,
        hit.isPresent() ? hit.getAsDouble() : null);
  }

  /** Finds all skills, answers and coefficients of a project anew; what moved is stored. */
  @Transactional
  public void fit(ProjectId project) {
    var model = models.lock(project);
    model.fit();
    consensus.store(project, model.moved(List.copyOf(model.items())));
    standings.consensus(project, model.sums(model.raters()));
    agreement.store(project, model.agreement());
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
    var known = golds.of(project).stream().collect(Collectors.toMap(Gold::itemId, gold -> gold));
    var batch = new ArrayList<Standings.Measurement>();
    var all = new ArrayList<Standings.Measurement>();
    judgments.ofProject(project, judgment -> {
      if (judgment.role() != Judgment.Role.ADJUDICATOR) all.add(measurement(judgment, known.get(judgment.itemId())));
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
    var model = models.lock(project);
    var known = golds.of(items);
    items.forEach(model::forgetKnown);
    var all = judgments.ofItems(items);
    all.stream().filter(judgment -> judgment.role() == Judgment.Role.ADJUDICATOR).forEach(judgment -> models.add(model, judgment));
    known.values().forEach(gold -> model.know(gold.itemId(), models.votes(gold), "gold"));
    var touched = model.refresh(items);
    consensus.drop(items);
    items.forEach(item -> model.stored(item, List.of()));
    consensus.store(project, model.moved(items));
    standings.rescored(project, all.stream().filter(judgment -> judgment.role() != Judgment.Role.ADJUDICATOR)
        .map(judgment -> measurement(judgment, known.get(judgment.itemId()))).toList());
    standings.consensus(project, model.sums(touched));
    events.publishEvent(new Measured(project));
  }

  /** Whether a judgment says the same as these answers, as far as answers can be counted. */
  public boolean meets(Judgment judgment, Answers answers) {
    var known = models.votes(judgment.projectId(), answers);
    return judgment.answers() != null && GoldHit.of(known, models.votes(judgment)).orElse(1) == 1;
  }

  /** What is known about a rater, as a gate wants to see it: the estimate, and the judgments behind it. */
  public Finding finding(ProjectId project, AccountId rater, Gate.Signal signal) {
    var standing = standings.of(project, rater);
    var evidence = standings.misses(project, rater, EVIDENCE).stream().map(miss -> new Finding.Evidence("judgment", miss.judgment().toString(),
        "Met %d %% of what was expected.".formatted(Math.round(100 * miss.goldHit())))).toList();
    return switch (signal) {
      case GOLD -> new Finding(signal, standing.gold(), evidence);
      case CONSENSUS -> new Finding(signal, standing.consensus(), List.of());
    };
  }

}
