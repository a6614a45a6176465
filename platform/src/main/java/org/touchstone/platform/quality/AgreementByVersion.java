package org.touchstone.platform.quality;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.shared.BriefCache;
import org.touchstone.platform.shared.ProjectId;

/** How far raters agreed under each guideline version by itself; read from all judgments when asked, and kept for half a minute. */
@Component
public class AgreementByVersion {
  private static final int SECONDS = 30;

  /** @param judgments how many were answered under it */
  public record OfVersion(int version, int judgments, List<Agreement.Alpha> alphas) {}

  private final Judgments judgments;
  private final Models models;
  private final BriefCache<ProjectId, List<OfVersion>> known = BriefCache.ofSeconds(SECONDS, this::compute);

  AgreementByVersion(Judgments judgments, Models models) {
    this.judgments = judgments;
    this.models = models;
  }

  /** The earliest version first; versions under which nothing was answered are not among them. */
  public List<OfVersion> of(ProjectId project) {
    return known.get(project);
  }

  private List<OfVersion> compute(ProjectId project) {
    var byVersion = new TreeMap<Integer, ProjectModel>();
    var counts = new TreeMap<Integer, Integer>();
    judgments.ofProject(project, judgment -> {
      if (judgment.answers() == null || judgment.role() == Judgment.Role.ADJUDICATOR) return;
      byVersion.computeIfAbsent(judgment.guidelineVersion(), any -> new ProjectModel()).add(judgment.itemId(), judgment.raterId(), models.votes(judgment));
      counts.merge(judgment.guidelineVersion(), 1, Integer::sum);
    });
    return byVersion.entrySet().stream().map((Map.Entry<Integer, ProjectModel> one) ->
        new OfVersion(one.getKey(), counts.get(one.getKey()), one.getValue().agreement(one.getKey()))).toList();
  }
}
