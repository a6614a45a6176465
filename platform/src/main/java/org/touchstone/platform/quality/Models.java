package org.touchstone.platform.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;

/** The models this server holds in memory, each valid only while the database says that this server measured last. */
@Component
class Models {
  private final UUID node = UUID.randomUUID();
  private final Map<ProjectId, Eras> models = new ConcurrentHashMap<>();
  private final JdbcClient jdbc;
  private final Judgments judgments;
  private final Golds golds;
  private final Guidelines guidelines;
  private final Consensus consensus;

  Models(JdbcClient jdbc, Judgments judgments, Golds golds, Guidelines guidelines, Consensus consensus) {
    this.jdbc = jdbc;
    this.judgments = judgments;
    this.golds = golds;
    this.guidelines = guidelines;
    this.consensus = consensus;
  }

  /** The project's models, for the rest of this transaction for this caller alone; read anew where another server came between. */
  Eras lock(ProjectId project) {
    jdbc.sql("insert into quality_model (project_id, node) values (:project, :none) on conflict do nothing")
        .param("project", project.value()).param("none", new UUID(0, 0)).update();
    var last = jdbc.sql("select node from quality_model where project_id = :project for update").param("project", project.value())
        .query(UUID.class).single();
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCompletion(int status) {
        if (status != STATUS_COMMITTED) models.remove(project);
      }
    });
    if (!last.equals(node)) {
      models.remove(project);
      jdbc.sql("update quality_model set node = :node where project_id = :project").param("node", node).param("project", project.value()).update();
    }
    return models.computeIfAbsent(project, this::build);
  }

  /** Notes in the caller's transaction that a project was measured since its last fit, or that it is fitted. */
  void unfitted(ProjectId project, boolean unfitted) {
    jdbc.sql("update quality_model set unfitted = :unfitted where project_id = :project and unfitted <> :unfitted")
        .param("project", project.value()).param("unfitted", unfitted).update();
  }

  List<ProjectId> unfitted() {
    return jdbc.sql("select project_id from quality_model where unfitted order by project_id").query(UUID.class).list().stream().map(ProjectId::new).toList();
  }

  /** So that the next to lock it reads the judgments anew. */
  void forget(ProjectId project) {
    models.remove(project);
  }

  Collection<ProjectId> held() {
    return List.copyOf(models.keySet());
  }

  private Eras build(ProjectId project) {
    var eras = new Eras();
    judgments.ofProject(project, judgment -> add(eras, judgment));
    golds.every(project).forEach(gold -> eras.of(gold.era()).know(gold.itemId(), votes(gold), "gold"));
    eras.fit();
    var rows = new ArrayList<ItemConsensus>();
    var at = new Place[1];
    consensus.ofProject(project, (item, era, row) -> {
      var place = new Place(item, era);
      if (at[0] != null && !place.equals(at[0])) {
        eras.of(at[0].era()).stored(at[0].item(), rows);
        rows.clear();
      }
      at[0] = place;
      rows.add(row);
    });
    if (at[0] != null) eras.of(at[0].era()).stored(at[0].item(), rows);
    return eras;
  }

  private record Place(ItemId item, int era) {}

  /** A verdict states the answer; everybody else votes; flags say nothing about the answer. */
  void add(Eras eras, Judgment judgment) {
    if (judgment.answers() == null) return;
    var model = eras.of(era(judgment));
    var votes = votes(judgment);
    if (judgment.role() == Judgment.Role.ADJUDICATOR) model.know(judgment.itemId(), votes, "verdict");
    else {
      if (judgment.revision() > 0) model.withdraw(judgment.itemId(), judgment.raterId());
      model.add(judgment.itemId(), judgment.raterId(), votes);
    }
  }

  List<Vote> votes(Judgment judgment) {
    return votes(judgment, judgment.answers());
  }

  /** What was said before any revision, which is what a known answer measures. */
  List<Vote> firstVotes(Judgment judgment) {
    return votes(judgment, judgment.firstSaid());
  }

  private List<Vote> votes(Judgment judgment, Answers answers) {
    return Votes.of(guidelines.version(judgment.projectId(), judgment.guidelineVersion()).rubric(), answers);
  }

  List<Vote> votes(Gold gold) {
    return Votes.of(guidelines.version(gold.projectId(), gold.guidelineVersion()).rubric(), gold.answers());
  }

  int era(Judgment judgment) {
    return guidelines.era(judgment.projectId(), judgment.guidelineVersion());
  }

  /** Whether the judgment was made in the era that holds now. */
  boolean isCurrent(Judgment judgment) {
    return guidelines.currentNumber(judgment.projectId()).stream().allMatch(current -> guidelines.era(judgment.projectId(), current) == era(judgment));
  }

  /** Read by the rubric in force. */
  List<Vote> votes(ProjectId project, Answers answers) {
    return guidelines.current(project).map(guideline -> Votes.of(guideline.rubric(), answers)).orElse(List.of());
  }
}
