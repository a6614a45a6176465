package org.touchstone.platform.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.Problem.Fault;

/**
 * What a project promises to those who work in it, by version. Fields may be empty while a project is being prepared; a
 * published project has them all.
 *
 * @param rate what one judgment pays
 * @param expectedMinutes how long one judgment is expected to take
 * @param reviewHours after how many hours an undisputed judgment counts as accepted
 */
public record Terms(
    int version,
    @Nullable Money rate,
    @Nullable Double expectedMinutes,
    @Nullable Integer reviewHours,
    @Nullable String paySchedule,
    @Nullable String disputeProcess,
    @Nullable String duration,
    @Nullable String weeklyHours,
    @Nullable String skills,
    List<String> languages,
    @Nullable String sensitiveContent,
    @Nullable Instant announcedAt) {
  public Terms {
    languages = languages == null ? List.of() : languages.stream().map(String::strip).filter(language -> !language.isEmpty()).toList();
  }

  public static Terms none() {
    return new Terms(0, null, null, null, null, null, null, null, null, List.of(), null, null);
  }

  /** What a trainer would not learn from these terms, one sentence each; empty when they may be published. */
  List<String> missing() {
    var missing = new ArrayList<String>();
    if (rate == null) missing.add("Say what one judgment pays and in which currency.");
    if (expectedMinutes == null) missing.add("Say how many minutes one judgment is expected to take.");
    if (reviewHours == null) missing.add("Say after how many hours a judgment counts as accepted.");
    if (isBlank(paySchedule)) missing.add("Say when earned money is paid out.");
    if (isBlank(disputeProcess)) missing.add("Say how a rejection or a payment can be disputed.");
    if (isBlank(duration)) missing.add("Say how long the project is expected to last.");
    if (isBlank(weeklyHours)) missing.add("Say how many hours a week can be expected.");
    if (isBlank(skills)) missing.add("Say which skills the work needs.");
    if (languages.isEmpty()) missing.add("Name at least one language of the work.");
    if (isBlank(sensitiveContent)) missing.add("Say which sensitive content may be met; write 'none' if there is none.");
    return missing;
  }

  /** Refuses what can never be right, whatever the project's state. */
  void check() {
    var faults = new ArrayList<Fault>();
    if (rate != null && (rate.minor() < 0 || rate.minor() > 100_000_000)) {
      faults.add(new Fault("terms.rate", "A rate is at least 0 and at most 1,000,000.00: nobody pays to work here."));
    }
    if (expectedMinutes != null && !(expectedMinutes > 0 && expectedMinutes <= 10_080)) {
      faults.add(new Fault("terms.expectedMinutes", "The expected time lies above 0 and is at most 10080 minutes."));
    }
    if (reviewHours != null && (reviewHours < 0 || reviewHours > 720)) {
      faults.add(new Fault("terms.reviewHours", "Review takes between 0 and 720 hours (30 days)."));
    }
    tooLong("terms.paySchedule", paySchedule, faults);
    tooLong("terms.disputeProcess", disputeProcess, faults);
    tooLong("terms.duration", duration, faults);
    tooLong("terms.weeklyHours", weeklyHours, faults);
    tooLong("terms.skills", skills, faults);
    tooLong("terms.sensitiveContent", sensitiveContent, faults);
    if (languages.size() > 50) faults.add(new Fault("terms.languages", "At most 50 languages can be named."));
    if (!faults.isEmpty()) throw new Invalid(faults);
  }

  private static void tooLong(String field, @Nullable String text, List<Fault> faults) {
    if (text != null && text.length() > 2000) faults.add(new Fault(field, "Keep this under 2000 characters; details belong in the guideline."));
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
