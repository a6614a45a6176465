package org.touchstone.platform.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.touchstone.platform.access.Decision;
import org.touchstone.platform.access.Finding;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;
import tools.jackson.databind.json.JsonMapper;

class DecisionViewTest {
  private static final Decision DECISION = new Decision(UUID.randomUUID(), ProjectId.next(), AccountId.next(), Decision.Action.RESTRICTED, "the rule", "the reason",
      List.of(new Finding.Evidence("judgment", "first-judgment", "first-item", "Met 0 %."), new Finding.Evidence("judgment", "second-judgment", "second-item", "Met 50 %.")),
      12, Instant.EPOCH, null, null, null);

  @Test
  void thePersonConcernedLearnsHowManyKnownAnswersTheyMissedAndNotWhich() {
    var view = DecisionView.toPersonConcerned(DECISION, Map.of());
    assertThat(view.evidence()).singleElement().extracting(Finding.Evidence::summary).asString().startsWith("2 recent judgments of yours missed a known answer.");
    assertThat(JsonMapper.shared().writeValueAsString(view)).doesNotContain("-judgment").doesNotContain("-item").doesNotContain("Met ");
  }

  @Test
  void whoeverChecksTheDecisionFindsEveryJudgmentAndItsItem() {
    assertThat(DecisionView.of(DECISION, Map.of(DECISION.accountId(), "Ada")).evidence()).extracting(Finding.Evidence::item).containsExactly("first-item", "second-item");
  }
}
