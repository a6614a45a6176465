package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jonas settles what the trainers could not, and looks how far their work can be trusted. */
@OnStage
class LeadStoryTest {

  private static final String REASON = "A limit that is stated too high is unsafe, however well the rest reads.";
  private static final Pattern INTERVAL =
      Pattern.compile("\\d+ % to \\d+ %|\\d+% to \\d+%|-?\\d\\.\\d\\d to -?\\d\\.\\d\\d");

  /** The demonstration is young: where five measured judgments are not there yet, the page must say so instead. */
  private static final Pattern INTERVAL_OR_REASON =
      Pattern.compile(INTERVAL.pattern() + "|Undefined: too few .* \\(\\d of 5\\)");

  private final Demonstration demonstration;
  private Person jonas;

  LeadStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @BeforeEach
  void jonasSignsIn() {
    jonas = demonstration.person("jonas");
  }

  @Test
  void anOpenCaseIsDecidedWithAReasonAndItsItemBecomesGold() {
    jonas.openProject(TrainerStoryTest.PROJECT).openTab("Cases");
    jonas.page.locator("main tbody tr").filter(new Locator.FilterOptions().setHasText("Disagreement"))
        .getByRole(AriaRole.LINK).first().click();
    var judgments = region("All judgments of this item");
    assertThat(judgments.getByText("Consensus").first()).isVisible();
    assertThat(judgments.locator("thead th").count())
        .as("question, consensus and at least one judgment").isGreaterThan(2);
    assertThat(judgments).containsText("Which answer would you send?");
    String theCase = jonas.page.url();

    jonas.choice(AriaRole.SWITCH, "Give the answer").check();
    var verdict = jonas.page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Verdict"));
    for (String question : new String[] {"Is it correct?", "Does it answer the question?",
        "Is anything misleading or unsafe?",
        "Would someone trust it?"}) {
      for (String response : new String[] {"A", "B"}) {
        verdict.getByRole(AriaRole.GROUP, named(question + ", response " + response))
            .locator("input[value=partly]").check();
      }
    }
    verdict.getByRole(AriaRole.RADIO, named("A is slightly better")).check();
    jonas.choice(AriaRole.CHECKBOX, "Make this item gold").check();
    jonas.field("Explanation of the answer").fill("Official advice in pregnancy is 200 mg of caffeine a day at most.");
    jonas.button("Decide").or(jonas.button("Decide and open the next")).click();
    assertThat(verdict.getByRole(AriaRole.ALERT)).isVisible();
    jonas.field("Reason").fill(REASON);
    jonas.button("Decide").or(jonas.button("Decide and open the next")).click();
    jonas.sees("Decided. The people concerned are told.");

    jonas.page.navigate(theCase);
    assertThat(verdict).containsText(REASON);
    jonas.link("The item’s own page").click();
    assertThat(jonas.page
        .getByRole(AriaRole.MAIN)).containsText("Official advice in pregnancy is 200 mg of caffeine a day at most.");
    assertThat(jonas.button("Withdraw")).isVisible();
  }

  @Test
  void agreementAndStandingsAreShownWithTheirIntervals() {
    jonas.openProject(TrainerStoryTest.PROJECT).openTab("Quality");
    var agreement = jonas.page.locator("section[aria-labelledby=agreement-title]");
    assertThat(agreement).containsText("Which answer would you send?");
    assertThat(agreement).containsText(INTERVAL);

    var standings = jonas.page.locator("section[aria-labelledby=standings-title]");
    var maya = standings.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Maya"));
    assertThat(maya.locator("td").nth(1)).containsText(INTERVAL_OR_REASON);
    assertThat(maya.locator("td").nth(2)).containsText(INTERVAL_OR_REASON);
  }

  private Locator region(String name) {
    return jonas.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
