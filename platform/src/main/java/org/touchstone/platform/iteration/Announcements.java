package org.touchstone.platform.iteration;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.ProjectId;

/** Tells people what a change of the guideline means for them, and writes it down. */
@Component
class Announcements {
  private final Projects projects;
  private final Roles roles;
  private final Notices notices;
  private final Audit audit;

  Announcements(Projects projects, Roles roles, Notices notices, Audit audit) {
    this.projects = projects;
    this.roles = roles;
    this.notices = notices;
    this.audit = audit;
  }

  /** Those who flagged learn which version answers them. */
  void answered(ProjectId project, int version, Collection<AccountId> flagged) {
    notices.tell(flagged, "Your flag is answered by version %d of the guideline of %s. Thank you for raising it.".formatted(version, projects.find(project).name()),
        version == 1 ? "/projects/%s/guideline".formatted(project) : "/projects/%s/guideline/compare?from=%d&to=%d".formatted(project, version - 1, version));
  }

  void ordered(Recheck recheck) {
    var project = recheck.projectId();
    audit.record(recheck.orderedBy(), project, "recheck.ordered", recheck.id().toString(),
        Map.of("scope", recheck.wish().scope(), "items", recheck.items(), "judgments", recheck.places()));
    notices.tell(roles.holders(project, Role.TRAINER),
        "%s of %s from before the last breaking change of the guideline may come to you again. It is paid like any other work, and what you said before stays as it was."
            .formatted(recheck.items() == 1 ? "One item" : recheck.items() + " items", projects.find(project).name()),
        "/projects/%s/work".formatted(project));
  }
}
