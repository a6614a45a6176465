package org.touchstone.platform.adjudication;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.JudgmentId;

/** Tells people what was decided about their work and writes it into the audit trail. */
@Component
class Announcements {
  private final Notices notices;
  private final Projects projects;
  private final Audit audit;

  Announcements(Notices notices, Projects projects, Audit audit) {
    this.notices = notices;
    this.projects = projects;
    this.audit = audit;
  }

  void decided(Case decided, Caller caller, String reason, List<Outcome> outcomes, Map<JudgmentId, Judgment> judgments) {
    String project = projects.find(decided.projectId()).name();
    for (var outcome : outcomes) {
      var judgment = judgments.get(outcome.judgmentId());
      notices.tell(judgment.raterId(), sentence(decided, outcome, judgment, project), "/projects/%s/record".formatted(decided.projectId()));
    }
    audit.record(caller.id(), decided.projectId(), "case.decided", decided.id().toString(), Map.of("kind", decided.kind(), "reason", reason));
  }

  private static String sentence(Case decided, Outcome outcome, Judgment judgment, String project) {
    if (decided.kind() == Case.Kind.DISPUTE) {
      return outcome.kind() == Outcome.Kind.ACCEPTED
          ? "Your dispute in %s was upheld, and the judgment is paid: %s".formatted(project, outcome.reason())
          : "Your dispute in %s was declined: %s".formatted(project, outcome.reason());
    }
    if (judgment.kind() == Judgment.Kind.FLAG) return "Your flag in %s was answered: %s".formatted(project, outcome.reason());
    return switch (outcome.kind()) {
      case ACCEPTED -> "A judgment of yours in %s was reviewed and accepted: %s".formatted(project, outcome.reason());
      case CORRECTED -> "A judgment of yours in %s is paid, but the reviewer decided otherwise: %s".formatted(project, outcome.reason());
      case REJECTED -> outcome.clause() != null
          ? "A judgment of yours in %s was rejected by the clause “%s” of the guideline: %s You can dispute this from your list of judgments.".formatted(project, outcome.clause(), outcome.reason())
          : "A judgment of yours in %s was rejected: %s You can dispute this from your list of judgments.".formatted(project, outcome.reason());
    };
  }
}
