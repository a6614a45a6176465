package org.touchstone.platform.trainer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When a person's day begins, by the zone they chose; the hour is the server's. A changed zone ends no day that a limit is
 * counted by: the running one goes on until the new zone's first midnight at which it has had its 24 hours, so that whoever
 * changes to and fro never has more days than the calendar.
 *
 * @param from the midnight from which the zone counts; null when it was never changed
 * @param before when the day began that runs until then
 */
public record OwnDay(ZoneId zone, @Nullable Instant from, @Nullable Instant before) {
  private static final Duration WHOLE = Duration.ofHours(24);

  static OwnDay unchosen() {
    return new OwnDay(ZoneOffset.UTC, null, null);
  }

  /** Today where this person is, for what is only shown. */
  public LocalDate date(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }

  public Instant midnight(Instant now) {
    return date(now).atStartOfDay(zone).toInstant();
  }

  /** Since when a limit a day is counted. */
  public Instant start(Instant now) {
    return isRunningOn(now) ? before : midnight(now);
  }

  /** When it is counted anew. */
  public Instant end(Instant now) {
    return isRunningOn(now) ? from : date(now).plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Whether the day of an earlier zone still runs. */
  public boolean isRunningOn(Instant now) {
    return from != null && now.isBefore(from);
  }

  OwnDay movedTo(ZoneId chosen, Instant now) {
    if (chosen.equals(zone)) return this;
    var running = start(now);
    var whole = running.plus(WHOLE);
    var first = LocalDate.ofInstant(whole, chosen).atStartOfDay(chosen).toInstant();
    return new OwnDay(chosen, first.isBefore(whole) ? LocalDate.ofInstant(whole, chosen).plusDays(1).atStartOfDay(chosen).toInstant() : first, running);
  }
}
