package org.touchstone.platform.access.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.AdmissionDesk;
import org.touchstone.platform.access.Gate;
import org.touchstone.platform.access.Grant;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.ProjectDesk;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.project.Terms;
import org.touchstone.platform.shared.ProjectId;

/** Shows a project as far as this caller may see it: the listing to anybody, more to members, settings to those who run it. */
@Component
class ProjectViews {
  /** Where the caller stands; INVITED and onwards mirror the grant. */
  enum Membership {
    NONE,
    INVITED,
    ACTIVE,
    RESTRICTED,
    LEFT;

    static Membership of(@Nullable Grant grant) {
      return grant == null ? NONE : valueOf(grant.state().name());
    }
  }

  /** @param perPerson how much one person may judge at most; null where there is no limit */
  record ProjectCard(ProjectId id, String slug, String name, String domain, String summary, Project.State state, List<Role> roles, Membership membership,
      Terms terms, Settings.@Nullable PerPerson perPerson, boolean workAvailable) {}

  /**
   * @param perPerson as on its card
   * @param description only for members
   * @param settings only for those who run the project, who alone may know how known answers are mixed in
   * @param gate for members, so that a trainer knows the rule beforehand
   * @param missing what still keeps it from being published, for those who run it
   */
  record ProjectView(ProjectId id, String slug, String name, String domain, String summary, Project.State state, List<Role> roles, Membership membership,
      Terms terms, Settings.@Nullable PerPerson perPerson, boolean workAvailable, @Nullable String description, @Nullable Settings settings, @Nullable Gate gate, @Nullable Integer guidelineVersion,
      List<String> missing, @Nullable Instant createdAt) {}

  private final ProjectCards cards;
  private final ProjectDesk desk;
  private final AdmissionDesk admission;
  private final Guidelines guidelines;

  ProjectViews(ProjectCards cards, ProjectDesk desk, AdmissionDesk admission, Guidelines guidelines) {
    this.cards = cards;
    this.desk = desk;
    this.admission = admission;
    this.guidelines = guidelines;
  }

  List<ProjectCard> cards(Caller caller) {
    return cards.all(caller);
  }

  /** Refused as not found when the caller may not even know that it exists */
  ProjectView view(Caller caller, ProjectId id) {
    var sight = cards.of(caller, id);
    var project = sight.project();
    var card = sight.card();
    var version = guidelines.currentNumber(id);
    return new ProjectView(card.id(), card.slug(), card.name(), card.domain(), card.summary(), card.state(), card.roles(), card.membership(), card.terms(),
        card.perPerson(), card.workAvailable(), sight.member() ? project.description() : null, sight.runs() ? project.settings() : null,
        sight.member() ? admission.gate(id) : null, version.isPresent() ? version.getAsInt() : null, sight.runs() ? desk.missing(id) : List.of(),
        sight.member() ? project.createdAt() : null);
  }
}
