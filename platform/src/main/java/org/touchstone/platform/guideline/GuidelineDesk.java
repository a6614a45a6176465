package org.touchstone.platform.guideline;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Problem.Fault;
import org.touchstone.platform.shared.ProjectId;

/** Where guidelines are written, published and acknowledged. */
@Service
public class GuidelineDesk {
  private static final int LONGEST_BODY = 200_000;

  private final Guidelines guidelines;
  private final Drafts drafts;
  private final Projects projects;
  private final Roles roles;
  private final Accounts accounts;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  GuidelineDesk(
      Guidelines guidelines, Drafts drafts, Projects projects, Roles roles, Accounts accounts, Notices notices, Audit audit, Clock clock, ApplicationEventPublisher events) {
    this.guidelines = guidelines;
    this.drafts = drafts;
    this.projects = projects;
    this.roles = roles;
    this.accounts = accounts;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** The draft; the version in force stands in where nothing new was written yet. */
  public Optional<Draft> draft(ProjectId project) {
    return drafts.find(project)
        .or(() -> guidelines.current(project).map(Draft::of));
  }

  /** Two published versions side by side. */
  public Comparison compare(ProjectId project, int from, int to) {
    if (from >= to) throw new Invalid("to", "Compare an earlier version with a later one: %d does not come after %d.".formatted(to, from));
    var before = guidelines.version(project, from);
    var after = guidelines.version(project, to);
    var between = guidelines.all(project).stream().filter(version -> version.version() > from && version.version() <= to).toList();
    return new Comparison(from, to, before.body(), after.body(), RubricDifference.between(before.rubric(), after.rubric()), between);
  }

  /** The draft beside the version in force; empty where one of them is missing. */
  public Optional<Comparison> compareDraft(ProjectId project) {
    return guidelines.current(project).flatMap(before -> draft(project).map(after -> new Comparison(before.version(), null, before.body(), after.body(),
        RubricDifference.between(before.rubric(), after.rubric()), List.of())));
  }

  /** Saves unfinished work as it is, where nobody else's is there. */
  @Transactional
  public Draft saveDraft(AccountId author, ProjectId project, String body, Rubric rubric) {
    return saveDraft(author, project, body, rubric, null);
  }

  /** @param grownFrom the revision it was written on, refused where another has come since; null saves over one's own only */
  @Transactional
  public Draft saveDraft(AccountId author, ProjectId project, String body, Rubric rubric, @Nullable String grownFrom) {
    projects.find(project);
    if (body.length() > LONGEST_BODY) throw new Invalid("body", "A guideline has at most %d characters.".formatted(LONGEST_BODY));
    boolean saved = grownFrom == null ? drafts.save(project, author, body, rubric) : drafts.save(project, author, body, rubric, grownFrom);
    return saved ? drafts.find(project).orElseThrow() : asSaved(project, body, rubric, grownFrom != null);
  }

  /** Whoever sends again what is there, since the answer was lost, has saved it. */
  private Draft asSaved(ProjectId project, String body, Rubric rubric, boolean opened) {
    var stored = draft(project).orElseThrow(() -> new Conflict("This draft grew from one that is not there: open the guideline again."));
    if (stored.body().equals(body) && stored.rubric().equals(rubric)) return stored;
    throw opened ? changed(stored) : new DraftUnseen(accounts.name(stored.updatedBy()));
  }

  private DraftChanged changed(Draft stored) {
    return new DraftChanged(stored, accounts.name(stored.updatedBy()));
  }

  /** Puts the draft into force as it is. */
  @Transactional
  public GuidelineVersion publish(AccountId author, ProjectId project, String changeNote, GuidelineVersion.Effect effect) {
    return publish(author, project, changeNote, effect, null);
  }

  /**
   * Puts the draft into force. Leases in flight finish under the version they started with.
   *
   * @param seen the revision that is meant, refused where another has come since; null for whatever is there
   */
  @Transactional
  public GuidelineVersion publish(AccountId author, ProjectId project, String changeNote, GuidelineVersion.Effect effect, @Nullable String seen) {
    var known = projects.find(project);
    var draft = drafts.lock(project).orElseThrow(() -> new Conflict("There is no draft to publish: write and save one first."));
    if (seen != null && !seen.equals(draft.revision())) throw changed(draft);
    var problems = draft.problems();
    if (!problems.isEmpty()) throw new Invalid(problems.stream().map(problem -> new Fault("draft", problem)).toList());
    int version = guidelines.currentNumber(project).orElse(0) + 1;
    String note = changeNote == null || changeNote.isBlank() ? "" : changeNote.strip();
    if (version > 1 && note.isEmpty()) throw new Invalid("changeNote", "Say what changed and why: those who work under it will read this.");
    if (note.length() > 2000) throw new Invalid("changeNote", "Keep the change note under 2000 characters.");
    var published = new GuidelineVersion(project, version, draft.body(), draft.rubric(), note.isEmpty() ? "First version" : note, effect,
        clock.instant().truncatedTo(ChronoUnit.MICROS), author);
    try {
      guidelines.insert(published);
    } catch (DuplicateKeyException e) {
      throw new Conflict("Somebody else has just published version %d: look at it before you publish yours.".formatted(version));
    }
    drafts.delete(project);
    audit.record(author, project, "guideline.published", Integer.toString(version), Map.of("effect", effect, "changeNote", published.changeNote()));
    notices.tell(roles.holders(project, Role.TRAINER), sentence(known, published), link(project, version));
    events.publishEvent(new GuidelineVersion.Published(project, version, effect));
    return published;
  }

  /** Records that this person has read a version; reading a later one covers the earlier. */
  @Transactional
  public void acknowledge(AccountId reader, ProjectId project, int version) {
    guidelines.version(project, version);
    guidelines.acknowledge(project, reader, version);
  }

  private static String sentence(Project project, GuidelineVersion version) {
    String what = "The guideline of %s is now at version %d: %s".formatted(project.name(), version.version(), version.changeNote());
    String asked = switch (version.effect()) {
      case EDITORIAL -> " Only the wording changed: nothing is asked of you.";
      case CLARIFYING -> " Please read and acknowledge it before your next task.";
      case BREAKING -> " Some things are judged differently from now on: please read and acknowledge it before your next task. What you hand in"
          + " for a task you already hold still counts under the version you took it with.";
    };
    return what + (what.endsWith(".") ? "" : ".") + (version.version() == 1 ? " Please read and acknowledge it before your first task." : asked);
  }

  /** A later version is best read as what changed. */
  private static String link(ProjectId project, int version) {
    return version == 1 ? "/projects/%s/guideline".formatted(project)
        : "/projects/%s/guideline/compare?from=%d&to=%d".formatted(project, version - 1, version);
  }
}
