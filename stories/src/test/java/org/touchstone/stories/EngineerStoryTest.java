package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Tomas turns judgments into training data. */
@OnStage
class EngineerStoryTest {

  private final Demonstration demonstration;

  EngineerStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @Test
  void aSnapshotHasItsCardAndItsPreferencesHaveTheColumnsTrainersOfModelsExpect() throws IOException {
    var tomas = demonstration.person("tomas");
    tomas.openProject(TrainerStoryTest.PROJECT).openTab("Data sets");
    tomas.button("Make a snapshot").first().click();
    tomas.field("Name").fill("Preferences of this morning");
    tomas.button("Freeze it").click();
    assertThat(tomas.heading("Preferences of this morning")).isVisible();
    assertThat(tomas.heading("Data card")).isVisible();
    var card = tomas.page.locator("section[aria-labelledby=card-title]");
    for (String part : new String[] {"Items", "Judgments", "under pseudonyms", "Usable pairs", "Cost per pair",
        "guideline version 1"}) {
      assertThat(card).containsText(part);
    }

    var download = tomas.page.waitForDownload(() -> tomas.link("Download TRL preference").click());

    var rows = Files.readAllLines(download.path());
    assertThat(rows).isNotEmpty();
    for (String line : rows) {
      var row = JsonMapper.shared().readTree(line);
      assertThat(row.propertyNames()).contains("prompt", "chosen", "rejected", "probability", "votes");
      assertThat(row.get("prompt").isEmpty() && row.get("prompt").asString("").isEmpty())
          .as("the prompt is there in " + line).isFalse();
      assertThat(row.get("chosen")).isNotEqualTo(row.get("rejected"));
    }
    assertThat(String.join("\n", rows)).doesNotContain("Maya", "maya@");
  }
}
