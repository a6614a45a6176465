package org.touchstone.platform.task;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.OpenWork;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;

/** Tells lists of projects whether there is work, remembered for a few seconds since such lists are long. */
@Component
class Queue implements OpenWork {
  private record Asked(ProjectId project, AccountId rater) {}

  private final Cache<Asked, Boolean> known = Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofSeconds(3)).build();
  private final Leases leases;
  private final Projects projects;
  private final Eligibility eligibility;

  Queue(Leases leases, Projects projects, Eligibility eligibility) {
    this.eligibility = eligibility;
    this.leases = leases;
    this.projects = projects;
  }

  @Override
  public boolean isThere(ProjectId project, AccountId rater) {
    return known.get(new Asked(project, rater), asked ->
        leases.hasFree(project, rater, projects.find(project).settings().routing() == Settings.Routing.ASSIGNED, eligibility.lanes(project, rater)));
  }
}
