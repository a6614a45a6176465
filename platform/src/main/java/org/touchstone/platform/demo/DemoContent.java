package org.touchstone.platform.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Rubric;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The files of one demonstration project, as they lie in the jar. */
record DemoContent(
    About about, String guideline, Rubric rubric, List<DemoItem> items, List<DemoGold> gold, List<DemoJudgment> judgments,
    List<DemoRounds.DemoRound> rounds) {

  private static final JsonMapper JSON = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();
  /** Rubrics and answers are written as the API speaks, and not in snake case. */
  private static final JsonMapper PLAIN = JsonMapper.shared();

  record About(String name, String domain, String summary, String description, DemoTerms terms, int wanted, double goldRate, int leaseMinutes) {}

  record DemoTerms(
      long rateMinor, String currency, double expectedMinutes, int reviewHours, String paySchedule, String disputeProcess, String duration,
      String weeklyHours, String skills, List<String> languages, String sensitiveContent) {}

  record DemoResponse(String text, @Nullable String model) {}

  record DemoItem(String externalId, String prompt, @Nullable String context, List<DemoResponse> responses) {}

  record DemoGold(String externalId, Answers answers, String explanation) {}

  record DemoFlag(String category, String note) {}

  record DemoJudgment(String rater, String externalId, @Nullable Answers answers, @Nullable DemoFlag flag, int minutesAgo, int activeSeconds) {}

  static DemoContent of(String project) {
    String at = "demo/" + project + "/";
    return new DemoContent(
        JSON.readValue(text(at + "project.json"), About.class),
        text(at + "guideline.md"),
        PLAIN.readValue(text(at + "rubric.json"), Rubric.class),
        lines(at + "items.jsonl", DemoItem.class),
        lines(at + "gold.jsonl", DemoGold.class),
        lines(at + "judgments.jsonl", DemoJudgment.class),
        rounds(at + "calibration.json"));
  }

  /** Not every project has rounds. */
  private static List<DemoRounds.DemoRound> rounds(String path) {
    return new ClassPathResource(path).exists() ? List.of(JSON.readValue(text(path), DemoRounds.DemoRound[].class)) : List.of();
  }

  private static <T> List<T> lines(String path, Class<T> kind) {
    return text(path).lines().filter(line -> !line.isBlank()).map(line -> JSON.readValue(line, kind)).toList();
  }

  private static String text(String path) {
    try {
      return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the demonstration lacks " + path, e);
    }
  }
}
