package org.touchstone.platform.trainer;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Problem.Fault;

/**
 * What a trainer says of themselves.
 *
 * @param timeZone an IANA name such as Europe/Zurich, by which this person's days go; null until one is chosen
 * @param weeklyHours how many hours a week are offered; null when not said
 */
public record Profile(List<String> expertise, List<String> languages, @Nullable String timeZone, @Nullable Integer weeklyHours, String about) {
  public Profile {
    expertise = cleaned(expertise);
    languages = cleaned(languages);
    timeZone = timeZone == null || timeZone.isBlank() ? null : timeZone.strip();
    about = about == null ? "" : about.strip();
  }

  public static Profile empty() {
    return new Profile(List.of(), List.of(), null, null, "");
  }

  Profile checked() {
    var faults = new ArrayList<Fault>();
    list("expertise", expertise, faults);
    list("languages", languages, faults);
    if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
      faults.add(new Fault("timeZone", "'%s' is not a time zone: use a name such as Europe/Zurich.".formatted(timeZone)));
    }
    if (weeklyHours != null && (weeklyHours < 0 || weeklyHours > 168)) faults.add(new Fault("weeklyHours", "A week has between 0 and 168 hours."));
    if (about.length() > 20_000) faults.add(new Fault("about", "Keep this under 20000 characters."));
    if (!faults.isEmpty()) throw new Invalid(faults);
    return this;
  }

  private static void list(String field, List<String> values, List<Fault> faults) {
    if (values.size() > 50) faults.add(new Fault(field, "Name at most 50."));
    if (values.stream().anyMatch(value -> value.length() > 100)) faults.add(new Fault(field, "Each has at most 100 characters."));
  }

  private static List<String> cleaned(@Nullable List<String> values) {
    return values == null ? List.of() : values.stream().map(String::strip).filter(value -> !value.isEmpty()).distinct().toList();
  }
}
