package org.touchstone.platform.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.touchstone.platform.access.MembershipDesk;
import org.touchstone.platform.demo.DemoContent.DemoJudgment;
import org.touchstone.platform.exchange.ImportDesk;
import org.touchstone.platform.exchange.ItemRow;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.judgment.Flag;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.project.ProjectDesk;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.project.Terms;
import org.touchstone.platform.quality.GoldDesk;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Assignments;
import org.touchstone.platform.task.Items;
import org.touchstone.platform.task.Lease;
import org.touchstone.platform.task.LeaseDesk;
import org.touchstone.platform.task.TaskDesk;

/** Sets up one project of the demonstration as its manager, its trainers and its lead would have done. */
@Component
@ConditionalOnProperty(name = "touchstone.demo", havingValue = "true")
class DemoProject {
  /** @param raters the accounts behind the names in the files */
  record Cast(AccountId manager, AccountId lead, AccountId engineer, Map<String, AccountId> raters) {}

  private final ProjectDesk projects;
  private final GuidelineDesk guidelines;
  private final Roles roles;
  private final MembershipDesk memberships;
  private final ImportDesk imports;
  private final Items items;
  private final Assignments assignments;
  private final LeaseDesk leases;
  private final JudgmentDesk judgments;
  private final GoldDesk gold;
  private final TaskDesk tasks;
  private final DemoRounds rounds;

  DemoProject(
      ProjectDesk projects, GuidelineDesk guidelines, Roles roles, MembershipDesk memberships, ImportDesk imports, Items items,
      Assignments assignments, LeaseDesk leases, JudgmentDesk judgments, GoldDesk gold, TaskDesk tasks,
      DemoRounds rounds) {
    this.projects = projects;
    this.guidelines = guidelines;
    this.roles = roles;
    this.memberships = memberships;
    this.imports = imports;
    this.items = items;
    this.assignments = assignments;
    this.leases = leases;
    this.judgments = judgments;
    this.gold = gold;
    this.tasks = tasks;
    this.rounds = rounds;
  }

  /** The new project, and which of its items were judged. */
  record Made(ProjectId project, List<ItemId> judged) {}

  Made make(DemoContent content, Cast cast) {
    var about = content.about();
    var project = projects.create(cast.manager(), new ProjectDesk.NewProject(about.name(), about.domain(), about.summary(), about.description(), terms(about.terms()))).id();
    guidelines.saveDraft(cast.manager(), project, content.guideline(), content.rubric());
    guidelines.publish(cast.manager(), project, "First version", GuidelineVersion.Effect.CLARIFYING);
    imports.add(cast.manager(), project, content.items().stream().map(DemoProject::row).toList());
    // The sample judgments go to the items they were written for; afterwards the queue is open.
    settings(cast, project, new Settings(about.wanted(), 0, about.leaseMinutes(), Settings.Routing.ASSIGNED));
    projects.publish(cast.manager(), project);
    roles.grant(cast.lead(), project, Role.LEAD);
    roles.grant(cast.engineer(), project, Role.ENGINEER);
    cast.raters().values().forEach(rater -> join(project, rater));
    content.judgments().stream().sorted(Comparator.comparingInt(DemoJudgment::minutesAgo).reversed()).forEach(one -> judge(project, cast, one));
    var ids = items.byExternalId(project, content.items().stream().map(DemoContent.DemoItem::externalId).toList());
    var known = new ArrayList<GoldDesk.Known>();
    content.gold().forEach(one -> known.add(new GoldDesk.Known(ids.get(one.externalId()), one.answers(), one.explanation())));
    gold.make(project, cast.manager(), known);
    settings(cast, project, new Settings(about.wanted(), about.goldRate(), about.leaseMinutes(), Settings.Routing.OPEN));
    rounds.make(project, cast, about.terms().currency(), content.rounds());
    return new Made(project, content.judgments().stream().filter(one -> one.answers() != null).map(one -> ids.get(one.externalId())).distinct().toList());
  }

  private void settings(Cast cast, ProjectId project, Settings settings) {
    projects.change(cast.manager(), project, new ProjectDesk.Change(null, null, null, null, settings.whole()));
  }

  private void join(ProjectId project, AccountId rater) {
    roles.grant(rater, project, Role.TRAINER);
    memberships.accept(rater, project, 1);
    guidelines.acknowledge(rater, project, 1);
  }

  private void judge(ProjectId project, Cast cast, DemoJudgment one) {
    var rater = cast.raters().get(one.rater());
    assignments.add(project, List.of(new Assignments.Assignment(one.externalId(), rater.toString())));
    Lease lease = leases.next(project, rater).lease();
    if (lease == null) throw new IllegalStateException("the demonstration's rater " + one.rater() + " gets no lease on " + one.externalId());
    var flag = one.flag() == null ? null : new Flag(Flag.Category.valueOf(one.flag().category().toUpperCase(Locale.ROOT)), one.flag().note());
    var answers = one.answers() == null ? null : one.answers().toShown(lease.shown());
    tasks.heldBefore(lease.id(), Duration.ofSeconds(one.activeSeconds() + 20));
    judgments.submit(rater, lease.id(), new Submission(answers, flag, null, one.activeSeconds()));
  }

  private static ItemRow row(DemoContent.DemoItem item) {
    var responses = item.responses().stream().map(response -> new ItemRow.Response(response.text(), response.model())).toList();
    return new ItemRow(item.externalId(), item.prompt(), item.context(), responses, null, null, null);
  }

  private static Terms terms(DemoContent.DemoTerms t) {
    return new Terms(0, new Money(t.rateMinor(), t.currency()), t.expectedMinutes(), t.reviewHours(), t.paySchedule(), t.disputeProcess(), t.duration(),
        t.weeklyHours(), t.skills(), t.languages(), t.sensitiveContent(), null);
  }
}
