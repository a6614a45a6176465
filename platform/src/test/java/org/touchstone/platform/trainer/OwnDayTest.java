package org.touchstone.platform.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OwnDayTest {
  private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

  @Test
  void aDayBeginsAtMidnightWhereThePersonIs() {
    var day = new OwnDay(LOS_ANGELES, null, null);
    var evening = Instant.parse("2026-11-30T03:00:00Z");
    assertThat(day.date(evening)).hasToString("2026-11-29");
    assertThat(day.start(evening)).isEqualTo("2026-11-29T08:00:00Z");
    assertThat(day.end(evening)).isEqualTo("2026-11-30T08:00:00Z");
  }

  @Test
  void whereClocksChangeADayIsAsLongAsItIs() {
    var day = new OwnDay(ZURICH, null, null);
    var spring = Instant.parse("2026-03-29T12:00:00Z");
    assertThat(Duration.between(day.start(spring), day.end(spring))).isEqualTo(Duration.ofHours(23));
    var autumn = Instant.parse("2026-10-25T12:00:00Z");
    assertThat(Duration.between(day.start(autumn), day.end(autumn))).isEqualTo(Duration.ofHours(25));
  }

  @Test
  void aZoneInWhichItIsTomorrowAlreadyEndsNoDay() {
    var noon = Instant.parse("2026-11-29T12:00:00Z");
    var moved = new OwnDay(ZURICH, null, null).movedTo(AUCKLAND, noon);
    assertThat(moved.date(noon)).as("what is shown goes by the new zone at once").hasToString("2026-11-30");
    assertThat(moved.start(noon)).as("the limit by the day that ran").isEqualTo("2026-11-28T23:00:00Z");
    assertThat(moved.end(noon)).as("the first midnight there after its 24 hours").isEqualTo("2026-11-30T11:00:00Z");
    assertThat(moved.start(Instant.parse("2026-11-30T10:59:59Z"))).isEqualTo("2026-11-28T23:00:00Z");
    assertThat(moved.start(Instant.parse("2026-11-30T11:00:00Z"))).isEqualTo("2026-11-30T11:00:00Z");
  }

  @Test
  void aChangeThatIsTakenBackChangesNothing() {
    var noon = Instant.parse("2026-11-29T12:00:00Z");
    var back = new OwnDay(ZURICH, null, null).movedTo(AUCKLAND, noon).movedTo(ZURICH, noon.plusSeconds(60));
    assertThat(back.end(noon)).isEqualTo("2026-11-29T23:00:00Z");
    assertThat(back.movedTo(ZURICH, noon)).isEqualTo(back);
  }

  @Test
  void whoeverChangesToAndFroHasNoMoreDaysThanTheCalendar() {
    long seed = 20261129;
    var random = new Random(seed);
    var zones = ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
    for (int person = 0; person < 50; person++) {
      var now = Instant.parse("2026-11-02T00:00:00Z").plusSeconds(random.nextInt(86_400));
      var end = now.plus(Duration.ofDays(10));
      var day = new OwnDay(zones.get(random.nextInt(zones.size())), null, null);
      List<Instant> starts = new ArrayList<>(List.of(day.start(now)));
      while (now.isBefore(end)) {
        now = now.plusSeconds(60 + random.nextInt(14_400));
        note(starts, day.start(now));
        if (random.nextInt(3) > 0) day = day.movedTo(zones.get(random.nextInt(zones.size())), now);
        note(starts, day.start(now));
      }
      for (int i = 1; i < starts.size(); i++) {
        assertThat(Duration.between(starts.get(i - 1), starts.get(i))).as("seed %d, person %d, day %d", seed, person, i).isGreaterThanOrEqualTo(Duration.ofHours(23));
      }
    }
  }

  private static void note(List<Instant> starts, Instant start) {
    if (!start.equals(starts.getLast())) starts.add(start);
  }
}
