package org.touchstone.platform.iteration;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.Grant;
import org.touchstone.platform.access.Grants;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;

/** What places cost at the rates that people accepted. */
@Component
class Rates {
  private static final Set<Grant.State> WORKING = Set.of(Grant.State.ACTIVE, Grant.State.RESTRICTED);

  private final Grants grants;
  private final Projects projects;

  Rates(Grants grants, Projects projects) {
    this.grants = grants;
    this.projects = projects;
  }

  RecheckCost cost(ProjectId project, int items, int places) {
    var terms = projects.find(project).terms();
    String currency = terms.rate() == null ? "USD" : terms.rate().currency();
    var rates = pinned(project, currency);
    int people = rates.size();
    if (rates.isEmpty()) rates = List.of(terms.rate() == null ? 0L : terms.rate().minor());
    long least = rates.stream().mapToLong(Long::longValue).min().orElse(0);
    long most = rates.stream().mapToLong(Long::longValue).max().orElse(0);
    long minutes = terms.expectedMinutes() == null ? 0 : Math.round(places * terms.expectedMinutes());
    return new RecheckCost(items, places, people, new Money(Math.multiplyExact(least, places), currency), new Money(Math.multiplyExact(most, places), currency), minutes);
  }

  /** One for each person. */
  private List<Long> pinned(ProjectId project, String currency) {
    return grants.ofProject(project).values().stream().filter(grant -> WORKING.contains(grant.state()) && grant.terms() != null)
        .map(grant -> grant.terms().rate()).filter(Objects::nonNull).filter(rate -> rate.currency().equals(currency)).map(Money::minor).toList();
  }
}
