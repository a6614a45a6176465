package org.touchstone.platform.journey.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.pay.Entry;
import org.touchstone.platform.pay.Statements;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.trainer.Profiles;

/** What the caller earned, for what, and where it stands. */
@RestController
@RequestMapping("/api/v1/earnings")
@Tag(name = "earnings", description = "The caller's earnings")
class EarningsController {
  private static final Duration SHOWN = Duration.ofDays(90);
  private static final int LEAST_SECONDS = 60;
  private static final int USUAL = 50;
  private static final int MOST = 200;

  /** Amounts in minor units of the currency. */
  record Total(String currency, long pending, long posted, long released) {}

  /** @param hourly what an hour of active work on tasks came to, by what the tasks pay alone; null before the first minute */
  record ProjectEarnings(
      ProjectId projectId, String name, String currency, long pending, long posted, int judgments, long activeSeconds, @Nullable Money hourly) {}

  record Day(LocalDate day, Money amount, int judgments) {}

  /** @param today the date where the caller is, by which the days are cut */
  record Earnings(LocalDate today, List<Total> totals, List<ProjectEarnings> projects, List<Day> days) {}

  /** @param replaced whether a later entry took the amount on from here, so that it stands there now */
  record EntryView(
      Instant at, String projectName, String what, Money amount, Entry.State state, boolean replaced, @Nullable String reason, UUID judgmentId, @Nullable Instant settlesAt) {}

  private final Statements statements;
  private final Judgments judgments;
  private final Projects projects;

  private final Profiles profiles;
  private final Clock clock;

  EarningsController(Statements statements, Judgments judgments, Projects projects, Profiles profiles, Clock clock) {
    this.profiles = profiles;
    this.clock = clock;
    this.statements = statements;
    this.judgments = judgments;
    this.projects = projects;
  }

  @GetMapping
  Earnings earnings(Caller caller) {
    var balances = statements.of(caller.id());
    var names = names(balances.stream().map(Statements.Balance::projectId).distinct().toList());
    var efforts = new HashMap<ProjectId, Judgments.Effort>();
    judgments.effortsOf(caller.id()).forEach(effort -> efforts.put(effort.projectId(), effort));
    var judged = statements.judged(caller.id());
    var totals = new TreeMap<String, Total>();
    balances.forEach(balance -> totals.merge(balance.currency(), new Total(balance.currency(), balance.pending(), balance.posted(), balance.released()),
        (a, b) -> new Total(a.currency(), a.pending() + b.pending(), a.posted() + b.posted(), a.released() + b.released())));
    var own = balances.stream().map(balance -> {
      var effort = efforts.get(balance.projectId());
      int count = effort == null ? 0 : effort.judgments();
      long active = effort == null ? 0 : effort.activeSeconds();
      return new ProjectEarnings(balance.projectId(), names.get(balance.projectId()), balance.currency(), balance.pending(), balance.posted(), count, active,
          active < LEAST_SECONDS ? null : new Money(minor(judged, balance) * 3600 / active, balance.currency()));
    }).toList();
    var now = clock.instant();
    var day = profiles.day(caller.id());
    var days = statements.days(caller.id(), now.minus(SHOWN), day.zone()).stream().map(one -> new Day(one.day(), one.amount(), one.judgments())).toList();
    return new Earnings(day.date(now), List.copyOf(totals.values()), own, days);
  }

  private static long minor(List<Statements.Judged> judged, Statements.Balance balance) {
    return judged.stream().filter(one -> one.projectId().equals(balance.projectId()) && one.amount().currency().equals(balance.currency()))
        .mapToLong(one -> one.amount().minor()).sum();
  }

  /** Every movement of the caller's money, newest first. */
  @GetMapping("/entries")
  Page<EntryView> entries(Caller caller, @RequestParam(required = false) ProjectId project, @RequestParam(required = false) String cursor,
      @RequestParam(required = false) Integer limit) {
    int most = limit == null ? USUAL : Math.clamp(limit, 1, MOST);
    var after = Cursor.of(cursor);
    var page = Page.cut(statements.entries(caller.id(), project, after.at(), after.id(), most), most, entry -> entry.at() + "_" + entry.id());
    var names = names(page.items().stream().map(Entry::projectId).distinct().toList());
    var replaced = statements.replaced(page.items());
    return page.map(entry -> new EntryView(entry.at(), names.get(entry.projectId()), what(entry), entry.amount(), entry.state(), replaced.contains(entry.id()), entry.reason(),
        entry.source().value(), entry.kind() == Entry.Kind.ACCRUAL ? entry.dueAt() : null));
  }

  private record Cursor(@Nullable Instant at, @Nullable UUID id) {
    static Cursor of(@Nullable String text) {
      if (text == null || text.isBlank()) return new Cursor(null, null);
      try {
        int cut = text.indexOf('_');
        return new Cursor(Instant.parse(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1)));
      } catch (RuntimeException unreadable) {
        throw new Invalid("cursor", "This place in the list is not known: open the list again from its beginning.");
      }
    }
  }

  private static String what(Entry entry) {
    if (entry.label() != null) return entry.kind() == Entry.Kind.ACCRUAL ? entry.label() : entry.label() + ", paid";
    return switch (entry.kind()) {
      case ACCRUAL -> "Judgment handed in";
      case POSTING -> "Judgment accepted";
      case RELEASE -> "Judgment rejected";
      case HOLD -> "Disputed, set aside";
      case RETURN -> "Dispute declined";
      case RESTORATION -> "Dispute upheld";
      case REVERSAL -> "Rejection taken back";
    };
  }

  private Map<ProjectId, String> names(List<ProjectId> ids) {
    var names = new HashMap<ProjectId, String>();
    for (Project project : projects.all(ids)) names.put(project.id(), project.name());
    return names;
  }
}
