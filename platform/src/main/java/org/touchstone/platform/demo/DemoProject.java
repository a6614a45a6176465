package org.touchstone.platform.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.touchstone.platform.demo.DemoContent.DemoJudgment;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.project.ProjectDesk;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.project.Terms;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;

/** Sets up one project of the demonstration as its manager, its trainers and its lead would have done. */
@Component
@ConditionalOnProperty(name = "touchstone.demo", havingValue = "true")
class DemoProject {
  /** @param raters the accounts behind the names in the files */
  record Cast(AccountId manager, AccountId lead, AccountId engineer, Map<String, AccountId> raters) {}

  private final ProjectDesk projects;
  private final GuidelineDesk guidelines;
  private final DemoItems items;
  private final DemoWork work;
  private final DemoCrew crew;
  private final DemoRounds rounds;

  DemoProject(ProjectDesk projects, GuidelineDesk guidelines, DemoItems items, DemoWork work, DemoCrew crew, DemoRounds rounds) {
    this.projects = projects;
    this.guidelines = guidelines;
    this.items = items;
    this.work = work;
    this.crew = crew;
    this.rounds = rounds;
  }

  /** The new project, and which of its items were judged. */
  record Made(ProjectId project, List<ItemId> judged) {}

  Made make(DemoContent content, Cast cast) {
    var about = content.about();
    var project = projects.create(cast.manager(), new ProjectDesk.NewProject(about.name(), about.domain(), about.summary(), about.description(), terms(about.terms()))).id();
    guidelines.saveDraft(cast.manager(), project, content.guideline(), content.rubric());
    guidelines.publish(cast.manager(), project, "First version", GuidelineVersion.Effect.CLARIFYING);
    items.add(cast.manager(), project, content);
    // The sample judgments go to the items they were written for; afterwards the queue is open.
    settings(cast, project, new Settings(about.wanted(), 0, about.leaseMinutes(), Settings.Routing.ASSIGNED));
    projects.publish(cast.manager(), project);
    crew.join(project, cast);
    content.judgments().stream().sorted(Comparator.comparingInt(DemoJudgment::minutesAgo).reversed()).forEach(one -> work.judge(project, cast, one));
    items.makeGold(cast.manager(), project, content);
    settings(cast, project, new Settings(about.wanted(), about.goldRate(), about.leaseMinutes(), Settings.Routing.OPEN));
    rounds.make(project, cast, about.terms().currency(), content.rounds());
    var ids = items.ids(project, content);
    return new Made(project, content.judgments().stream().filter(one -> one.answers() != null).map(one -> ids.get(one.externalId())).distinct().toList());
  }

  private void settings(Cast cast, ProjectId project, Settings settings) {
    projects.change(cast.manager(), project, new ProjectDesk.Change(null, null, null, null, settings.whole()));
  }

  private static Terms terms(DemoContent.DemoTerms t) {
    return new Terms(0, new Money(t.rateMinor(), t.currency()), t.expectedMinutes(), t.reviewHours(), t.paySchedule(), t.disputeProcess(), t.duration(),
        t.weeklyHours(), t.skills(), t.languages(), t.sensitiveContent(), null);
  }
}
