package org.touchstone.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.Eventually;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.exchange.ItemRow.Response;
import org.touchstone.platform.exchange.ItemRow.Turn;
import org.touchstone.platform.judgment.AnswerIncomplete;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.quality.Agreement;
import org.touchstone.platform.quality.Consensus;
import org.touchstone.platform.quality.ItemConsensus;
import org.touchstone.platform.quality.QualityDesk;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.task.Items;
import org.touchstone.platform.task.Lease;
import org.touchstone.platform.task.LeaseDesk;

/** Steps, turns and the output of running code, from the import to the consensus. */
@PlatformTest
@Import(Workplace.class)
class KindsTest {
  private static final String RUBRIC = """
      {"criteria":[
        {"key":"steps","kind":"steps","title":"Each step","target":"each_response","required":true},
        {"key":"tone","kind":"turns","title":"Tone","required":true,"options":[{"value":"warm","label":"Warm"},{"value":"cold","label":"Cold"}]}
      ]}""";

  @Autowired Workplace workplace;
  @Autowired ImportDesk desk;
  @Autowired Items items;
  @Autowired LeaseDesk leases;
  @Autowired JudgmentDesk judgments;
  @Autowired Consensus consensus;
  @Autowired Agreement agreement;
  @Autowired QualityDesk quality;
  @LocalServerPort int port;

  @Test
  void stepsAndTurnsTravelFromTheImportToTheConsensus() {
    var project = workplace.project(new Settings(3, 0, 30, Settings.Routing.OPEN), RUBRIC);
    var item = bring(project, new ItemRow("1", "", null,
        List.of(new Turn("human", "My parcel is late."), new Turn("gpt", "Sorry to hear it."), new Turn("human", "Where is it?")),
        List.of(new Response("", null, List.of("Look it up.", "It is in Rome."), "stdout: 3"), new Response("First.\n\nSecond.\n\nThird.", null)), null, null, null, null, null, null));
    assertThat(items.find(item).orElseThrow().prompt()).as("the last question is the prompt").isEqualTo("Where is it?");
    assertThat(items.find(item).orElseThrow().conversation()).extracting(turn -> turn.role()).containsExactly("user", "assistant");
    var people = workplace.trainers(project.id(), 3);
    for (int i = 0; i < 3; i++) {
      var lease = leases.next(project.id(), people.get(i)).lease();
      String first = i == 2 ? "right" : "wrong";
      judge(people.get(i), lease, first, i == 0 ? "cold" : "warm");
    }
    Eventually.that(() -> assertThat(consensus.ofItem(item)).hasSize(6).allSatisfy(one -> assertThat(one.n()).isEqualTo(3)));
    assertThat(at(item, "steps", 0, 1).answer()).isEqualTo("wrong");
    assertThat(at(item, "steps", 1, 2).answer()).isEqualTo("neutral");
    assertThat(at(item, "tone", null, 1).answer()).isEqualTo("warm");
    quality.fit(project.id());
    assertThat(agreement.of(project.id())).extracting(Agreement.Alpha::criterion).containsExactly("steps", "tone");
    assertThat(agreement.of(project.id())).allSatisfy(alpha -> assertThat(alpha.level()).isEqualTo("nominal"));
    quality.rebuild(project.id());
    assertThat(consensus.ofItem(item)).as("the same after everything is computed anew").hasSize(6);
  }

  @Test
  void whatIsLeftOutIsNamed() {
    var project = workplace.project(new Settings(1, 0, 30, Settings.Routing.OPEN), RUBRIC);
    bring(project, new ItemRow("1", "", null, List.of(new Turn("user", "Hi"), new Turn("assistant", "Hello")), List.of(new Response("One step.", null)), null, null, null, null, null, null));
    var trainer = workplace.trainer(project.id());
    var lease = leases.next(project.id(), trainer).lease();
    assertThat(lease.item().prompt()).as("a transcript without a question is listed by its beginning").isEqualTo("Hi");
    assertThatThrownBy(() -> judgments.submit(trainer, lease.id(), new Submission(workplace.answers("{\"steps\":{\"byResponse\":{\"0\":{\"steps\":[null]}}}}"), null, null, null)))
        .isInstanceOfSatisfying(AnswerIncomplete.class, incomplete -> assertThat(incomplete.faults()).extracting(fault -> fault.message())
            .containsExactly("'Each step' for response A has 1 of 1 steps without a mark.", "'Tone' has no answer yet."));
  }

  private void judge(AccountId rater, Lease lease, String second, String tone) {
    int own = lease.shown()[0] == 0 ? 0 : 1;
    String two = "{\"steps\":[{\"mark\":\"right\"},{\"mark\":\"" + second + "\",\"comment\":\"It is in Milan.\"}]}";
    String three = "{\"steps\":[{\"mark\":\"right\"},{\"mark\":\"right\"},{\"mark\":\"neutral\"}]}";
    judgments.submit(rater, lease.id(), new Submission(workplace.answers("""
        {"steps":{"byResponse":{"%d":%s,"%d":%s}},"tone":{"turns":{"1":{"choices":["%s"]}}}}""".formatted(own, two, 1 - own, three, tone)), null, null, 30));
  }

  private ItemConsensus at(ItemId item, String criterion, Integer response, Integer part) {
    return consensus.ofItem(item).stream().filter(one -> one.criterion().equals(criterion)
        && java.util.Objects.equals(one.response(), response) && java.util.Objects.equals(one.part(), part)).findFirst().orElseThrow();
  }

  private ItemId bring(Project project, ItemRow row) {
    desk.add(workplace.somebody(), project.id(), List.of(row));
    return items.byExternalId(project.id(), List.of(row.externalId())).get(row.externalId());
  }
}
