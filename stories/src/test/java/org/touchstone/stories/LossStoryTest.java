package org.touchstone.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A trainer's network, time or tab goes away, and nothing typed goes with it. */
@OnStage
class LossStoryTest {

  private static final String TYPED = "The second answer names a tax that ended in 2012.";
  private static RunningTouchstone server;

  private final Demonstration demonstration;
  private Person maya;

  LossStoryTest(Demonstration demonstration) {
    this.demonstration = demonstration;
  }

  @BeforeAll
  static void aServerOfItsOwn() {
    server = RunningTouchstone.withDemo();
  }

  @AfterAll
  static void ends() {
    server.stop();
  }

  @BeforeEach
  void mayaSitsDown() {
    maya = new Person(demonstration.browser().person(server.address())).signIn(Demonstration.signIn(server, "maya"));
    maya.openProject(TrainerStoryTest.PROJECT).link("Work").first().click();
    assertThat(form()).containsText("0 of 5 answered");
  }

  @Test
  void whatIsHandedInWithoutANetworkIsSentOnceItIsBack() {
    int before = tasksToday();
    maya.page.context().setOffline(true);
    handIn();
    maya.sees("Your last answer is handed in on this device.");
    assertThat(form()).containsText("0 of 5 answered");
    handIn();
    maya.sees("Handed in on this device.");

    maya.page.context().setOffline(false);

    assertThat(form()).containsText("0 of 5 answered");
    assertThat(maya.page.locator("[data-bench] dl")).containsText((before + 2) + " task");
    assertThat(maya.page.getByText("handed in on this device")).isHidden();
    maya.page.reload();
    assertThat(maya.page.locator("[data-bench] dl")).containsText((before + 2) + " task");
  }

  @Test
  void aHandedInAnswerOutlivesTheTabItWasGivenIn() {
    int before = tasksToday();
    maya.page.context().setOffline(true);
    handIn();
    maya.sees("Your last answer is handed in on this device.");
    String work = maya.page.url();
    var later = maya.page.context().newPage();
    maya.page.close();

    maya.page.context().setOffline(false);
    later.navigate(work);

    assertThat(later.locator("[data-bench] dl")).containsText((before + 1) + " task");
  }

  @Test
  void whatWasTypedOutlivesTheTimeOfTheTask() throws Exception {
    maya.field("Anything else?").fill(TYPED);
    assertThat(form()).containsText("Saved");
    Databases.execute(server, "update task_lease set expires_at = now() - interval '1 minute' where state = 'OPEN'");

    maya.page.reload();

    assertThat(maya.field("Anything else?")).hasValue(TYPED);
    maya.field("Anything else?").fill("");
  }

  @Test
  void anAnswerGivenAfterTheTimeRanOutIsStillTaken() throws Exception {
    int before = tasksToday();
    TrainerStoryTest.answerByKeys(maya);
    assertThat(form()).containsText("5 of 5 answered");
    Databases.execute(server, "update task_lease set expires_at = now() - interval '1 minute' where state = 'OPEN'");

    maya.press("Control+Enter");

    assertThat(form()).containsText("0 of 5 answered");
    assertThat(tasksToday()).isEqualTo(before + 1);
  }

  private void handIn() {
    TrainerStoryTest.answerByKeys(maya);
    assertThat(form()).containsText("5 of 5 answered");
    maya.press("Control+Enter");
  }

  private Locator form() {
    return maya.page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Your judgment"));
  }

  private int tasksToday() {
    var today = Pattern.compile("(\\d+) tasks?, ").matcher(maya.page.locator("[data-bench] dl").innerText());
    assertThat(today.find()).isTrue();
    return Integer.parseInt(today.group(1));
  }
}
