package org.touchstone.platform.project;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Problem.Fault;
import org.touchstone.platform.shared.ProjectId;

/** Where projects are set up, announced, paused and closed. The caller's right to do so is checked at the web. */
@Service
public class ProjectDesk {
  /** What a new project starts from; empty terms may be filled in later. */
  public record NewProject(String name, String domain, String summary, @Nullable String description, @Nullable Terms terms) {}

  /** A change of what is said or set; null leaves a field as it is. */
  public record Change(
      @Nullable String name, @Nullable String domain, @Nullable String summary, @Nullable String description,
      Settings.@Nullable Change settings) {}

  private final Projects projects;
  private final Roles roles;
  private final Audit audit;
  private final List<PublicationCondition> conditions;
  private final ApplicationEventPublisher events;

  ProjectDesk(Projects projects, Roles roles, Audit audit, List<PublicationCondition> conditions, ApplicationEventPublisher events) {
    this.projects = projects;
    this.roles = roles;
    this.audit = audit;
    this.conditions = conditions;
    this.events = events;
  }

  /** Its author becomes its first manager. */
  @Transactional
  public Project create(AccountId author, NewProject wish) {
    var terms = wish.terms() == null ? Terms.none() : wish.terms();
    var faults = new ArrayList<Fault>();
    text("name", wish.name(), 100, "the name of the project", faults);
    text("domain", wish.domain(), 100, "the field the work belongs to, for instance 'software' or 'general'", faults);
    text("summary", wish.summary(), 500, "what the work is about, in one or two sentences", faults);
    if (!faults.isEmpty()) throw new Invalid(faults);
    terms.check();
    var id = ProjectId.next();
    String description = wish.description() == null ? "" : checkedDescription(wish.description());
    projects.insert(id, slug(wish.name()), wish.name().strip(), wish.domain().strip(), wish.summary().strip(), description, Settings.usual(), author);
    projects.announce(id, terms, author);
    roles.grant(author, id, Role.MANAGER);
    audit.record(author, id, "project.created", id.toString(), Map.of("name", wish.name()));
    return projects.find(id);
  }

  @Transactional
  public Project change(AccountId actor, ProjectId id, Change change) {
    var before = projects.find(id);
    var faults = new ArrayList<Fault>();
    if (change.name() != null) text("name", change.name(), 100, "the name of the project", faults);
    if (change.domain() != null) text("domain", change.domain(), 100, "the field the work belongs to", faults);
    if (change.summary() != null) text("summary", change.summary(), 500, "what the work is about", faults);
    if (!faults.isEmpty()) throw new Invalid(faults);
    var after = new Project(
        id,
        before.slug(),
        change.name() == null ? before.name() : change.name().strip(),
        change.domain() == null ? before.domain() : change.domain().strip(),
        change.summary() == null ? before.summary() : change.summary().strip(),
        change.description() == null ? before.description() : checkedDescription(change.description()),
        before.state(),
        change.settings() == null ? before.settings() : change.settings().of(before.settings()).checked(),
        before.terms(),
        before.createdAt(),
        before.createdBy());
    projects.update(after);
    audit.record(actor, id, "project.changed", id.toString(), differences(before, after));
    return projects.find(id);
  }

  /**
   * New terms apply forward only: whoever accepted earlier ones keeps them until they accept these.
   *
   * @param terms with the version they were written on, refused where another was announced since; 0 follows on whatever is there
   */
  @Transactional
  public Project announce(AccountId actor, ProjectId id, Terms terms) {
    var project = projects.find(id);
    terms.check();
    var missing = terms.missing();
    if (project.state() != Project.State.DRAFT && !missing.isEmpty()) throw new NotReady(missing);
    int version = projects.announce(id, terms, actor);
    if (terms.version() > 0 && version != terms.version() + 1) {
      throw new Conflict("Version %d of the terms was announced since you opened version %d: look at what holds now, and make your change there.".formatted(version - 1, terms.version()));
    }
    audit.record(actor, id, "terms.announced", Integer.toString(version), Map.of("version", version));
    if (project.state() != Project.State.DRAFT) events.publishEvent(new Project.TermsAnnounced(id, version));
    return projects.find(id);
  }

  /** What still keeps the project from being published, one sentence each. */
  public List<String> missing(ProjectId id) {
    var missing = new ArrayList<>(projects.find(id).terms().missing());
    conditions.forEach(condition -> missing.addAll(condition.missing(id)));
    return missing;
  }

  @Transactional
  public Project publish(AccountId actor, ProjectId id) {
    var missing = missing(id);
    if (!missing.isEmpty()) throw new NotReady(missing);
    return move(actor, id, Project.State.DRAFT, Project.State.PUBLISHED, "project.published");
  }

  @Transactional
  public Project pause(AccountId actor, ProjectId id) {
    return move(actor, id, Project.State.PUBLISHED, Project.State.PAUSED, "project.paused");
  }

  @Transactional
  public Project resume(AccountId actor, ProjectId id) {
    return move(actor, id, Project.State.PAUSED, Project.State.PUBLISHED, "project.resumed");
  }

  /** For good: nobody gets work any more, everything earned stays earned. */
  @Transactional
  public Project close(AccountId actor, ProjectId id) {
    var state = projects.find(id).state();
    if (state == Project.State.CLOSED) return projects.find(id);
    return move(actor, id, state, Project.State.CLOSED, "project.closed");
  }

  private Project move(AccountId actor, ProjectId id, Project.State before, Project.State after, String action) {
    var state = projects.find(id).state();
    if (state == after) return projects.find(id);
    if (state != before || !projects.move(id, before, after)) {
      throw new Conflict("The project is %s; only a project that is %s can become %s.".formatted(word(state), word(before), word(after)));
    }
    audit.record(actor, id, action, id.toString(), Map.of());
    events.publishEvent(new Project.StateChanged(id, before, after));
    return projects.find(id);
  }

  private static Map<String, ?> differences(Project before, Project after) {
    var changed = new java.util.LinkedHashMap<String, Object>();
    if (!before.name().equals(after.name())) changed.put("name", after.name());
    if (!before.domain().equals(after.domain())) changed.put("domain", after.domain());
    if (!before.summary().equals(after.summary())) changed.put("summary", after.summary());
    if (!before.description().equals(after.description())) changed.put("description", "changed");
    if (!before.settings().equals(after.settings())) changed.put("settings", Map.of("before", before.settings(), "after", after.settings()));
    return changed;
  }

  private static void text(String field, @Nullable String text, int most, String what, List<Fault> faults) {
    if (text == null || text.isBlank()) faults.add(new Fault(field, "Say " + what + "."));
    else if (text.length() > most) faults.add(new Fault(field, "Keep this under %d characters.".formatted(most)));
  }

  private static String checkedDescription(String text) {
    if (text.length() > 20_000) throw new Invalid("description", "Keep the description under 20000 characters; details belong in the guideline.");
    return text;
  }

  private static String slug(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    String slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "project" : slug.substring(0, Math.min(slug.length(), 60)).replaceAll("-+$", "");
  }

  private static String word(Project.State state) {
    return switch (state) {
      case DRAFT -> "a draft";
      case PUBLISHED -> "published";
      case PAUSED -> "paused";
      case CLOSED -> "closed";
    };
  }
}
