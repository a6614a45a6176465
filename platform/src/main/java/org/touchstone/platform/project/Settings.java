package org.touchstone.platform.project;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Problem.Fault;

/**
 * How work is handed out.
 *
 * @param wanted how many judgments an item needs unless it says otherwise
 * @param goldRate share of leases that carry a known answer, 0 to 1
 * @param leaseMinutes how long a rater may hold an item
 * @param sensitivePerDay how many sensitive items one person is handed on one day at most
 * @param reviseMinutes how long after handing in a judgment may be revised by its rater; 0 where it never can be
 * @param mostPerPerson how many tasks of the open queue one person may judge; 0 for no such limit
 * @param mostPercent what share of all judgments wanted one person may give, in percent; 0 for no such limit
 */
public record Settings(int wanted, double goldRate, int leaseMinutes, Routing routing, Integer sensitivePerDay, Integer reviseMinutes,
    Integer mostPerPerson, Integer mostPercent) {
  private static final int USUAL_SENSITIVE = 20;
  private static final int USUAL_REVISION = 60;

  /** Whether every member may take every item, or only those assigned to them. */
  public enum Routing {
    OPEN,
    ASSIGNED
  }

  /** A request from before there was a limit or a window means the usual one. */
  public Settings {
    sensitivePerDay = sensitivePerDay == null ? USUAL_SENSITIVE : sensitivePerDay;
    reviseMinutes = reviseMinutes == null ? USUAL_REVISION : reviseMinutes;
    mostPerPerson = mostPerPerson == null ? 0 : mostPerPerson;
    mostPercent = mostPercent == null ? 0 : mostPercent;
  }

  public Settings(int wanted, double goldRate, int leaseMinutes, Routing routing) {
    this(wanted, goldRate, leaseMinutes, routing, null, null);
  }

  public Settings(int wanted, double goldRate, int leaseMinutes, Routing routing, Integer sensitivePerDay, Integer reviseMinutes) {
    this(wanted, goldRate, leaseMinutes, routing, sensitivePerDay, reviseMinutes, null, null);
  }

  public static Settings usual() {
    return new Settings(3, 0.1, 30, Routing.OPEN);
  }

  /** A change of some of them; what is left out stays as it is. */
  @Schema(name = "SettingsChange")
  public record Change(@Nullable Integer wanted, @Nullable Double goldRate, @Nullable Integer leaseMinutes, @Nullable Routing routing,
      @Nullable Integer sensitivePerDay, @Nullable Integer reviseMinutes, @Nullable Integer mostPerPerson, @Nullable Integer mostPercent) {
    Settings of(Settings before) {
      return new Settings(wanted == null ? before.wanted() : wanted, goldRate == null ? before.goldRate() : goldRate,
          leaseMinutes == null ? before.leaseMinutes() : leaseMinutes, routing == null ? before.routing() : routing,
          sensitivePerDay == null ? before.sensitivePerDay() : sensitivePerDay,
          reviseMinutes == null ? before.reviseMinutes() : reviseMinutes,
          mostPerPerson == null ? before.mostPerPerson() : mostPerPerson, mostPercent == null ? before.mostPercent() : mostPercent);
    }
  }

  /** The change that leads to these settings from any others. */
  public Change whole() {
    return new Change(wanted, goldRate, leaseMinutes, routing, sensitivePerDay, reviseMinutes, mostPerPerson, mostPercent);
  }

  /**
   * How much of the open queue one person may judge, as it is told to those who think of joining.
   *
   * @param tasks so many at most; null for no such limit
   * @param percent so many of a hundred of all judgments wanted at most; null for no such limit
   */
  public record PerPerson(@Nullable Integer tasks, @Nullable Integer percent) {}

  /** The limit for one person; null where there is none, and where work is assigned, which asks for no limit. */
  public @Nullable PerPerson perPerson() {
    if (routing == Routing.ASSIGNED || mostPerPerson == 0 && mostPercent == 0) return null;
    return new PerPerson(mostPerPerson == 0 ? null : mostPerPerson, mostPercent == 0 ? null : mostPercent);
  }

  Settings checked() {
    var faults = new ArrayList<Fault>();
    if (wanted < 1 || wanted > 100) faults.add(new Fault("settings.wanted", "Between 1 and 100 judgments can be wanted of an item."));
    if (!(goldRate >= 0 && goldRate <= 1)) faults.add(new Fault("settings.goldRate", "The gold rate is a share between 0 and 1."));
    if (leaseMinutes < 1 || leaseMinutes > 10080) faults.add(new Fault("settings.leaseMinutes", "A lease lasts between 1 minute and 7 days (10080 minutes)."));
    if (routing == null) faults.add(new Fault("settings.routing", "Routing is OPEN or ASSIGNED."));
    if (sensitivePerDay < 0 || sensitivePerDay > 1000) faults.add(new Fault("settings.sensitivePerDay", "A day can have between 0 and 1000 sensitive tasks."));
    if (reviseMinutes < 0 || reviseMinutes > 10080) {
      faults.add(new Fault("settings.reviseMinutes", "A judgment can be revised for between 0 minutes, which is never, and 7 days (10080 minutes)."));
    }
    if (mostPerPerson < 0 || mostPerPerson > 1_000_000) {
      faults.add(new Fault("settings.mostPerPerson", "One person may judge between 1 and 1000000 tasks at most, or 0 for no limit."));
    }
    if (mostPercent < 0 || mostPercent > 100) faults.add(new Fault("settings.mostPercent", "One person's share lies between 1 and 100 percent, or 0 for no limit."));
    if (!faults.isEmpty()) throw new Invalid(faults);
    return this;
  }
}
