package org.touchstone.platform.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.judgment.Flag;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.quality.Consensus;
import org.touchstone.platform.quality.GoldDesk;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.LeaseDesk;
import org.touchstone.platform.task.Passes;

@PlatformTest
@Import(Workplace.class)
class SnapshotTest {
  @Autowired Workplace workplace;
  @Autowired LeaseDesk leases;
  @Autowired JudgmentDesk judgments;
  @Autowired Consensus consensus;
  @Autowired GoldDesk gold;
  @Autowired SnapshotDesk desk;
  @Autowired JdbcClient jdbc;
  @Autowired GuidelineDesk guidelines;
  @Autowired Passes passes;

  @Test
  void aSnapshotHoldsWhatWasJudgedThenAndNeverChanges() throws Exception {
    var project = workplace.project(new Settings(3, 0, 30, Settings.Routing.OPEN)).id();
    var items = workplace.items(project, 4);
    var raters = workplace.trainers(project, 3);
    var engineer = workplace.with(project, Role.ENGINEER).id();
    // Items come in order of arrival: a clear pair, a tie, gold, and a flagged one.
    for (int i = 0; i < raters.size(); i++) {
      judge(project, raters.get(i), "0");
      judge(project, raters.get(i), "tie");
      judge(project, raters.get(i), "1");
      flag(project, raters.get(i));
    }
    gold.make(project, engineer, items.get(2), workplace.answers("{\"preference\":{\"winner\":\"1\"}}"), "It is right.");
    await().atMost(Duration.ofSeconds(30)).until(() -> consensus.ofItems(items).size() >= 3);

    var snapshot = ready(desk.take(engineer, project, "For training", Snapshot.Filter.everything()));
    var card = snapshot.card();
    assertThat(card.items()).isEqualTo(4);
    assertThat(card.judgments()).isEqualTo(12);
    assertThat(card.raters()).isEqualTo(3);
    assertThat(card.flags()).isEqualTo(3);
    assertThat(card.gold()).isEqualTo(1);
    assertThat(card.pairs()).isEqualTo(1);
    assertThat(card.ties()).isEqualTo(1);
    assertThat(card.costPerPair()).isEqualTo(new Money(12 * Workplace.RATE.minor(), Workplace.RATE.currency()));
    assertThat(card.criteria()).filteredOn(figure -> figure.key().equals("preference")).singleElement()
        .satisfies(figure -> assertThat(figure.alpha().value()).isEqualTo(1.0));

    var pairs = export(snapshot, ExportFormat.TRL_DPO, false);
    assertThat(pairs.lines()).singleElement().satisfies(line -> assertThat(line)
        .contains("\"chosen\":\"First answer to Question 0?\"", "\"rejected\":\"Second answer", "\"votes_chosen\":3", "\"decided_by\":\"consensus\""));
    assertThat(export(snapshot, ExportFormat.TRL_DPO, true).lines()).singleElement().satisfies(line -> assertThat(line).contains("\"answer\":\"tie\""));
    String everything = export(snapshot, ExportFormat.JSONL, false);
    assertThat(everything.lines()).hasSize(12);
    assertThat(everything).contains("\"flag\":\"AMBIGUOUS\"");

    // Whoever it was cannot be read from any file, and the hash is that of the frozen lines.
    assertThat(everything).doesNotContain(raters.getFirst().toString()).contains("\"rater\":\"rater-");
    var frozen = new ByteArrayOutputStream();
    desk.frozen(snapshot, frozen);
    byte[] lines = new GZIPInputStream(new ByteArrayInputStream(frozen.toByteArray())).readAllBytes();
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lines))).isEqualTo(snapshot.hash());

    // More work changes the next snapshot and not this one; the same people have other names there.
    workplace.item(project, "A later question?", null);
    judge(project, raters.getFirst(), "0");
    assertThat(export(snapshot, ExportFormat.JSONL, false)).isEqualTo(everything);
    var next = ready(desk.take(engineer, project, "Later", Snapshot.Filter.everything()));
    assertThat(next.card().judgments()).isEqualTo(13);
    assertThat(raters(export(next, ExportFormat.JSONL, false))).doesNotContainAnyElementsOf(raters(everything));
    assertThatThrownBy(() -> jdbc.sql("update dataset_snapshot set name = 'other' where id = ?").param(snapshot.id().value()).update())
        .hasMessageContaining("never changes");
    assertThatThrownBy(() -> jdbc.sql("delete from dataset_chunk where snapshot_id = ?").param(snapshot.id().value()).update())
        .hasMessageContaining("never changes");
  }

  @Test
  void filtersLeaveOutWhatIsNotWanted() {
    var project = workplace.project(new Settings(2, 0, 30, Settings.Routing.OPEN)).id();
    var items = workplace.items(project, 2);
    var raters = workplace.trainers(project, 2);
    judge(project, raters.get(0), "0");
    judge(project, raters.get(1), "0");
    judge(project, raters.get(0), "1");
    await().atMost(Duration.ofSeconds(30)).until(() -> consensus.ofItems(items).size() == 2);
    assertThat(ready(desk.take(raters.getFirst(), project, "All", Snapshot.Filter.everything())).card().items()).isEqualTo(2);
    assertThat(ready(desk.take(raters.getFirst(), project, "Complete", new Snapshot.Filter(true, null, null))).card().items()).isEqualTo(1);
    assertThat(ready(desk.take(raters.getFirst(), project, "Sure", new Snapshot.Filter(null, List.of(1), 1.0))).card().items()).isZero();
    assertThatThrownBy(() -> desk.take(raters.getFirst(), project, "None", new Snapshot.Filter(null, List.of(7), null))).isInstanceOf(NotFound.class);
  }

  @Test
  void acrossABreakingChangeEveryRowSaysByWhichVersionItWasJudgedAndNoneAreMixed() throws Exception {
    var project = workplace.project(new Settings(2, 0, 30, Settings.Routing.OPEN)).id();
    var items = workplace.items(project, 2);
    var raters = workplace.trainers(project, 2);
    for (var rater : raters) {
      judge(project, rater, "0");
      judge(project, rater, "0");
    }
    guidelines.saveDraft(workplace.somebody(), project, "The shorter answer is better.", guidelines.draft(project).orElseThrow().rubric());
    guidelines.publish(workplace.somebody(), project, "Brevity counts from now on.", GuidelineVersion.Effect.BREAKING);
    passes.reopen(project, List.of(items.getFirst()), 2);
    for (var rater : raters) {
      guidelines.acknowledge(rater, project, 2);
      judge(project, rater, "1");
    }
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(consensus.byEra(List.of(items.getFirst())).get(items.getFirst())).containsOnlyKeys(1, 2));

    var newest = ready(desk.take(raters.getFirst(), project, "As it stands", Snapshot.Filter.everything()));
    assertThat(newest.card().guidelineVersions()).containsExactly(new DataCard.VersionCount(1, 2), new DataCard.VersionCount(2, 2));
    assertThat(export(newest, ExportFormat.JSONL, false).lines().filter(line -> line.contains("\"guideline_version\":2"))).hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("\"item_id\":\"" + items.getFirst()));
    assertThat(export(newest, ExportFormat.TRL_DPO, false).lines().filter(line -> line.contains("Question 0?"))).as("judged again: the newest era decides").singleElement()
        .satisfies(line -> assertThat(line).contains("\"chosen\":\"Second answer to Question 0?\"", "\"votes_chosen\":2"));
    assertThat(export(newest, ExportFormat.TRL_DPO, false).lines().filter(line -> line.contains("Question 1?"))).as("judged before only").singleElement()
        .satisfies(line -> assertThat(line).contains("\"chosen\":\"First answer to Question 1?\""));

    var first = ready(desk.take(raters.getFirst(), project, "Before", new Snapshot.Filter(null, List.of(1), null)));
    assertThat(first.card().guidelineVersions()).containsExactly(new DataCard.VersionCount(1, 4));
    assertThat(export(first, ExportFormat.JSONL, false).lines()).hasSize(4).allSatisfy(line -> assertThat(line).contains("\"guideline_version\":1"));
  }

  private void judge(ProjectId project, AccountId rater, String winner) {
    var lease = leases.next(project, rater).lease();
    var canonical = workplace.answers("{\"correct\":{\"choices\":[\"yes\"]},\"preference\":{\"winner\":\"%s\"}}".formatted(winner));
    judgments.submit(rater, lease.id(), new Submission(canonical.toShown(lease.shown()), null, null, 5));
  }

  private void flag(ProjectId project, AccountId rater) {
    judgments.submit(rater, leases.next(project, rater).lease().id(), new Submission(null, new Flag(Flag.Category.AMBIGUOUS, "It can be read both ways."), null, 5));
  }

  private Snapshot ready(Snapshot taken) {
    return await().atMost(Duration.ofSeconds(30)).until(() -> desk.find(taken.id()), now -> now.state() == Snapshot.State.READY);
  }

  private String export(Snapshot snapshot, ExportFormat format, boolean ties) throws IOException {
    var out = new ByteArrayOutputStream();
    desk.export(snapshot, new Exports.Choice(format, null, false, ties), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> raters(String jsonl) {
    return jsonl.lines().map(line -> line.replaceFirst(".*\"rater\":\"(rater-[0-9a-f]+)\".*", "$1")).distinct().collect(Collectors.toList());
  }
}
