package org.touchstone.platform.access;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.ProjectId;

/** Tells people what was decided over their access, and where they find it. */
@Component
class AccessNews {
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Projects projects;
  private final Notices notices;

  AccessNews(Projects projects, Notices notices) {
    this.projects = projects;
    this.notices = notices;
  }

  void restricted(Decision decision) {
    tell(decision, "Your access to %s is restricted until %s: %s You can appeal; what you have earned is not touched.".formatted(
        name(decision.projectId()), DAY.format(decision.until()), decision.reason()));
  }

  void restored(Decision decision) {
    tell(decision, "Your access to %s is restored: %s".formatted(name(decision.projectId()), decision.reason()));
  }

  /** Of an appeal whose restriction had ended before the answer, or was declined. */
  void answered(Decision decision, boolean upheld, String answer) {
    tell(decision, "Your appeal in %s was %s: %s".formatted(name(decision.projectId()), upheld ? "upheld" : "declined", answer));
  }

  private void tell(Decision about, String text) {
    notices.tell(about.accountId(), text, "/projects/%s/record".formatted(about.projectId()));
  }

  private String name(ProjectId project) {
    return projects.find(project).name();
  }
}
