package org.touchstone.platform.journey.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.adjudication.Cases;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.pay.Statements;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.quality.Agreement;
import org.touchstone.platform.quality.EstimateView;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.TaskDesk;

/** How a project stands: work, money, agreement, and when it will be done. */
@RestController
@RequestMapping("/api/v1/projects/{project}/overview")
@Tag(name = "quality", description = "Standings, agreement and progress")
class OverviewController {
  private static final Duration SHOWN = Duration.ofDays(30);
  private static final int PACE_DAYS = 7;
  /** One busy day tells no pace. */
  private static final int FEWEST_DAYS = 3;

  record Cost(Money pending, Money posted) {}

  record OverviewAlpha(String criterion, String metric, String level, EstimateView estimate, long items, int raters) {}

  /** @param costPerItem what a finished item came to; @param finishExpected at the pace of the last seven days, null where there was none */
  record Overview(
      int items, int open, int complete, int judgments, int flags, List<Judgments.DayCount> judgmentsPerDay, Cost cost, @Nullable Money costPerItem,
      int trainers, int openCases, List<OverviewAlpha> agreement, @Nullable Instant finishExpected) {}

  private final TaskDesk tasks;
  private final Judgments judgments;
  private final Statements statements;
  private final Cases cases;
  private final Agreement agreement;
  private final Projects projects;
  private final Roles roles;

  OverviewController(TaskDesk tasks, Judgments judgments, Statements statements, Cases cases, Agreement agreement, Projects projects, Roles roles) {
    this.tasks = tasks;
    this.judgments = judgments;
    this.statements = statements;
    this.cases = cases;
    this.agreement = agreement;
    this.projects = projects;
    this.roles = roles;
  }

  @GetMapping
  Overview overview(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD, Role.ENGINEER);
    var progress = tasks.progress(project);
    var efforts = judgments.effortsIn(project);
    int judged = efforts.stream().mapToInt(Judgments.Effort::judgments).sum();
    int flags = efforts.stream().mapToInt(Judgments.Effort::flags).sum();
    var perDay = judgments.perDay(project, Instant.now().minus(SHOWN));
    var rate = projects.find(project).terms().rate();
    String currency = rate == null ? "USD" : rate.currency();
    var balances = statements.of(project).stream().filter(balance -> balance.currency().equals(currency)).toList();
    long pending = balances.stream().mapToLong(Statements.Balance::pending).sum();
    long posted = balances.stream().mapToLong(Statements.Balance::posted).sum();
    var alphas = agreement.of(project).stream().map(alpha -> new OverviewAlpha(alpha.criterion(), "krippendorff-alpha", alpha.level(),
        EstimateView.of(alpha.estimate()), alpha.items(), alpha.raters())).toList();
    return new Overview(progress.items(), progress.open(), progress.complete(), judged, flags, perDay,
        new Cost(new Money(pending, currency), new Money(posted, currency)),
        progress.complete() == 0 ? null : new Money(Math.round((double) (pending + posted) / progress.complete()), currency),
        efforts.size(), cases.open(project), alphas, finish(project, progress.openPlaces()));
  }

  private @Nullable Instant finish(ProjectId project, long openPlaces) {
    var days = judgments.perDay(project, Instant.now().minus(Duration.ofDays(PACE_DAYS))).stream().filter(day -> day.n() > 0).toList();
    if (openPlaces == 0 || days.size() < FEWEST_DAYS) return null;
    int recent = days.stream().mapToInt(Judgments.DayCount::n).sum();
    return Instant.now().plus(Duration.ofDays(PACE_DAYS).multipliedBy(openPlaces).dividedBy(recent)).truncatedTo(ChronoUnit.SECONDS);
  }
}
