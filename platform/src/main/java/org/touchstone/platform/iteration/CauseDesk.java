package org.touchstone.platform.iteration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.adjudication.Cases;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.ProjectId;

/** Where doubts are turned into the next version of the guideline, and where those who doubted learn of it. */
@Service
public class CauseDesk {
  private final Doubts doubts;
  private final Causes causes;
  private final Cases cases;
  private final Judgments judgments;
  private final Announcements announcements;

  CauseDesk(Doubts doubts, Causes causes, Cases cases, Judgments judgments, Announcements announcements) {
    this.doubts = doubts;
    this.causes = causes;
    this.cases = cases;
    this.judgments = judgments;
    this.announcements = announcements;
  }

  /** What the next version could answer: what was picked already, then the doubts that no version has answered yet. */
  @Transactional(readOnly = true)
  public List<VersionCause> ofDraft(ProjectId project) {
    var known = causes.of(project);
    var listed = new ArrayList<>(known.stream().filter(cause -> cause.version() == null).toList());
    doubts.of(project).stream().filter(doubt -> known.stream().noneMatch(cause -> isAnswer(cause, doubt))).forEach(listed::add);
    return listed;
  }

  /** A flag or a known answer is answered for good; a criterion may need another version as long as judges differ. */
  private static boolean isAnswer(VersionCause cause, VersionCause doubt) {
    boolean same = cause.kind() == doubt.kind() && cause.subject().equals(doubt.subject());
    return same && (cause.version() == null || cause.kind() != VersionCause.Kind.CRITERION);
  }

  /** What led to each published version, the newest first. */
  public List<VersionCause> ofVersions(ProjectId project) {
    return causes.of(project).stream().filter(cause -> cause.version() != null).toList();
  }

  /** @param subject as it is listed for the draft */
  public record Pick(VersionCause.Kind kind, String subject) {}

  /** The draft answers these and no others. */
  @Transactional
  public List<VersionCause> pick(ProjectId project, AccountId by, List<Pick> picks) {
    var listed = ofDraft(project).stream().collect(Collectors.toMap(cause -> new Pick(cause.kind(), cause.subject()), Function.identity(), (a, b) -> a));
    var picked = new ArrayList<VersionCause>();
    for (var pick : picks) {
      var cause = listed.get(pick);
      if (cause == null) throw new Invalid("causes", "There is no such doubt any more; look at the list again.");
      picked.add(cause);
    }
    causes.pick(project, by, picked);
    return ofDraft(project);
  }

  /** In the transaction of the publication: the version and what it answers belong together. */
  @EventListener
  void published(GuidelineVersion.Published version) {
    var answered = causes.answered(version.projectId(), version.version());
    var flagged = flagged(answered).keySet();
    if (flagged.isEmpty()) return;
    var raters = judgments.all(flagged).stream().map(Judgment::raterId).distinct().toList();
    announcements.answered(version.projectId(), version.version(), raters);
  }

  /** Which of somebody's own flags a version answered. */
  @Transactional(readOnly = true)
  public Map<JudgmentId, Integer> answeredFlags(ProjectId project, AccountId rater) {
    var versions = flagged(ofVersions(project));
    var own = judgments.all(versions.keySet()).stream().filter(judgment -> judgment.raterId().equals(rater)).map(Judgment::id).toList();
    return own.stream().collect(Collectors.toMap(Function.identity(), versions::get));
  }

  private Map<JudgmentId, Integer> flagged(List<VersionCause> answered) {
    var versions = new HashMap<UUID, Integer>();
    answered.stream().filter(cause -> cause.kind() == VersionCause.Kind.FLAG).forEach(cause -> versions.put(UUID.fromString(cause.subject()), cause.version()));
    var flags = new HashMap<JudgmentId, Integer>();
    cases.flags(versions.keySet()).forEach((id, own) -> own.forEach(judgment -> flags.put(judgment, versions.get(id))));
    return flags;
  }
}
