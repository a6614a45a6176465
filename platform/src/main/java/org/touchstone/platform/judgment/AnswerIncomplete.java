package org.touchstone.platform.judgment;

import java.util.List;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.shared.Problem;

/** Some criteria still lack a good answer; each is named, in the order of the rubric. */
public final class AnswerIncomplete extends Problem {
  AnswerIncomplete(List<Rubric.Violation> violations) {
    super("answer-incomplete", 422, "Some answers need another look",
        violations.size() == 1 ? violations.getFirst().message()
            : "%d things are missing; the first: %s".formatted(violations.size(), violations.getFirst().message()),
        violations.stream().map(violation -> new Fault("answers." + violation.criterion(), violation.message())).toList());
  }
}
