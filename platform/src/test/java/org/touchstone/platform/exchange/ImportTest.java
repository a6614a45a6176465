package org.touchstone.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.project.ProjectDesk;
import org.touchstone.platform.quality.Golds;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Items;
import org.touchstone.platform.task.Lane;
import org.touchstone.platform.task.LaneDesk;

@PlatformTest
class ImportTest {
  private static final Mapping PAIRS = new Mapping("id", "prompt", null, List.of("a", "b"), null, null, null, "gold", "why");

  @Autowired ImportDesk desk;
  @Autowired ImportRunner runner;
  @Autowired Imports imports;
  @Autowired Items items;
  @Autowired LaneDesk lanes;
  @Autowired Golds golds;
  @Autowired Accounts accounts;
  @Autowired ProjectDesk projects;
  @Autowired GuidelineDesk guidelines;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private AccountId manager;
  private ProjectId project;

  @BeforeEach
  void aProjectThatCompares() {
    manager = accounts.create("Priya", UUID.randomUUID() + "@example.org", "a good long password", false, true).id();
    project = projects.create(manager, new ProjectDesk.NewProject("Imports", "general", "Items come in.", null, null)).id();
    var compare = new Criterion.Compare(new Criterion.Common("preference", "Which?", null, Criterion.Target.ITEM, true, Criterion.Justification.NEVER), true, true, false);
    guidelines.saveDraft(manager, project, "# Read", new Rubric(List.of(compare)));
    guidelines.publish(manager, project, "First", GuidelineVersion.Effect.CLARIFYING);
  }

  @Test
  void aFileIsPreviewedThenRunAndItsBadLinesAreNamed() {
    var uploaded = upload("pairs.csv", """
        id,prompt,a,b,gold,why
        1,"What, then?",one,two,b,It is right
        2,,one,two,,
        3,Which?,one,two,neither,It is right
        4,Which?,one
        1,What again?,one,two,,
        5,And this?,one,two,,
        """);
    assertThat(uploaded.state()).isEqualTo(Import.State.UPLOADED);
    assertThat(uploaded.columns()).containsExactly("id", "prompt", "a", "b", "gold", "why");
    assertThat(uploaded.total()).isEqualTo(6);
    assertThat(uploaded.preview()).hasSize(5);
    assertThat(uploaded.previewFaults()).extracting(Import.Fault::line).containsExactly(5L);
    assertThat(uploaded.preview().getFirst().get("prompt").asString()).isEqualTo("What, then?");
    assertThat(items.list(project, new Items.Query(null, null, null, 10))).isEmpty();

    var done = run(uploaded, PAIRS);
    assertThat(done.state()).isEqualTo(Import.State.DONE);
    assertThat(done.imported()).isEqualTo(2);
    assertThat(done.duplicates()).isEqualTo(1);
    assertThat(done.done()).isEqualTo(6);
    assertThat(done.errors()).extracting(Import.Fault::line, Import.Fault::column).containsExactly(
        org.assertj.core.groups.Tuple.tuple(3L, "prompt"), org.assertj.core.groups.Tuple.tuple(4L, "gold"), org.assertj.core.groups.Tuple.tuple(5L, null));
    assertThat(golds.of(project)).singleElement().satisfies(gold -> assertThat(gold.explanation()).isEqualTo("It is right"));
  }

  @Test
  void theSameFileAgainBringsNothingTwice() {
    String file = "id,prompt,a,b,gold,why\n" + IntStream.range(0, 50).mapToObj(i -> i + ",p" + i + ",x,y,,\n").collect(Collectors.joining());
    run(upload("pairs.csv", file), PAIRS);
    var again = run(upload("pairs.csv", file), PAIRS);
    assertThat(again.imported()).isZero();
    assertThat(again.duplicates()).isEqualTo(50);
  }

  @Test
  void anInterruptedImportGoesOnBehindTheLastBatchThatCounts() {
    int rows = ImportRunner.BATCH + 500;
    var one = upload("pairs.jsonl", IntStream.range(0, rows).mapToObj("{\"prompt\":\"p%d\",\"a\":\"x\",\"b\":\"y\"}\n"::formatted).collect(Collectors.joining()));
    var mapping = new Mapping(null, "prompt", null, List.of("a", "b"), null, null, null, null, null);
    var dead = UUID.randomUUID();
    transaction.executeWithoutResult(status -> {
      imports.start(one.id(), mapping);
      imports.claim(one.id(), dead).orElseThrow();
    });
    // The first runner booked one batch and died; its claim runs out.
    imports.advance(one.id(), dead, new Imports.Step(ImportRunner.BATCH, ImportRunner.BATCH, 0, List.of()));
    runner.run(one.id());
    assertThat(desk.find(project, one.id()).state()).isEqualTo(Import.State.RUNNING);
    jdbc.sql("update exchange_import set claimed_until = now() - interval '1 second' where id = ?").param(one.id().value()).update();
    runner.run(one.id());
    var done = finished(one);
    assertThat(done.state()).isEqualTo(Import.State.DONE);
    assertThat(done.done()).isEqualTo(rows);
    assertThat(items.list(project, new Items.Query(null, null, null, 1000))).hasSize(500);
    assertThat(imports.advance(one.id(), dead, new Imports.Step(1, 1, 0, List.of()))).isFalse();
  }

  @Test
  void aThousandFaultsAreKeptAndAllAreCounted() {
    var one = upload("bad.csv", "prompt,a,b\nfine,x,y\n" + ",x,y\n".repeat(1_500));
    var done = run(one, new Mapping(null, "prompt", null, List.of("a", "b"), null, null, null, null, null));
    assertThat(done.errorCount()).isEqualTo(1_500);
    var faults = desk.faults(project, one.id());
    assertThat(faults).hasSize(1_000);
    assertThat(faults.getLast().line()).isEqualTo(1_002);
    var report = new StringWriter();
    assertThat(writing(faults, report)).startsWith("line,column,message").contains("3,prompt,The prompt is empty.");
  }

  @Test
  void wrongMappingsAndFilesAreRefusedBeforeAnythingHappens() {
    assertThatThrownBy(() -> upload("empty.csv", "")).isInstanceOf(Invalid.class).hasMessage("The file is empty.");
    assertThatThrownBy(() -> upload("header.csv", "prompt,a\n")).hasMessage("The file has a header and no rows.");
    assertThatThrownBy(() -> upload("broken.jsonl", "{\"prompt\": \n")).hasMessageStartingWith("No row can be read. Line 1: This line is not JSON");
    assertThat(desk.of(project)).isEmpty();
    var one = upload("pairs.csv", "prompt,a,b\np,x,y\n");
    assertThatThrownBy(() -> desk.run(manager, project, one.id(), PAIRS)).isInstanceOf(Invalid.class).hasMessageContaining("The file has no column “id”");
    var done = run(one, new Mapping(null, "prompt", null, List.of("a", "b"), null, null, null, null, null));
    assertThat(done.imported()).isEqualTo(1);
    assertThatThrownBy(() -> desk.run(manager, project, one.id(), done.mapping())).isInstanceOf(Conflict.class);
  }

  @Test
  void aFewItemsComeAtOnceAllOrNone() {
    var good = new ItemRow("1", "p", null, List.of(new ItemRow.Response("x", null), new ItemRow.Response("y", null)), 2, null, null);
    var bad = new ItemRow("2", "p", null, List.of(new ItemRow.Response("x", null)), null, null, null);
    assertThatThrownBy(() -> desk.add(manager, project, List.of(good, bad))).isInstanceOfSatisfying(Invalid.class, invalid ->
        assertThat(invalid.faults()).singleElement().satisfies(fault -> assertThat(fault.field()).isEqualTo("items[1].responses")));
    assertThat(items.list(project, new Items.Query(null, null, null, 10))).isEmpty();
    assertThat(desk.add(manager, project, List.of(good))).isEqualTo(new ImportDesk.Arrived(1, 0));
    assertThat(desk.add(manager, project, List.of(good))).isEqualTo(new ImportDesk.Arrived(0, 1));
  }

  @Test
  void aColumnSendsItemsIntoTheirLaneAndSaysWhenTheyAreDue() {
    lanes.make(manager, project, "German", new Lane.Ask("de", null, null, null));
    var one = upload("lanes.csv", """
        id,prompt,response_a,response_b,lane,deadline
        1,p,x,y,german,2030-01-31
        2,p,x,y,,2030-01-31T18:00:00+01:00
        3,p,x,y,Latin,
        4,p,x,y,German,soon
        """);
    assertThat(one.mapping().lane()).isEqualTo("lane");
    assertThat(one.mapping().due()).isEqualTo("deadline");
    var done = run(one, one.mapping());
    assertThat(done.imported()).isEqualTo(2);
    assertThat(desk.faults(project, one.id())).extracting(Import.Fault::line, Import.Fault::column, Import.Fault::message).containsExactly(
        tuple(4L, "lane", "This project has no lane “Latin”: make it under Routing, or correct the name."),
        tuple(5L, "deadline", "“soon” is no time: write 2026-12-31, or 2026-12-31T18:00:00Z."));
    var tasks = items.list(project, new Items.Query(null, null, null, 10)).stream().collect(Collectors.toMap(row -> row.item().externalId(), Items.Listed::task));
    assertThat(tasks.get("1").lane()).isEqualTo(1);
    assertThat(tasks.get("1").dueAt()).as("the day ends at midnight UTC").isEqualTo("2030-02-01T00:00:00Z");
    assertThat(tasks.get("2").lane()).isEqualTo(Lane.OPEN);
    assertThat(tasks.get("2").dueAt()).isEqualTo("2030-01-31T17:00:00Z");
  }

  private Import upload(String name, String text) {
    return desk.upload(manager, project, name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The runner in the background may be faster than this one; both only ever run it once. */
  private Import run(Import one, Mapping mapping) {
    desk.run(manager, project, one.id(), mapping);
    runner.run(one.id());
    return finished(one);
  }

  private Import finished(Import one) {
    return await().atMost(Duration.ofSeconds(30)).until(() -> desk.find(project, one.id()), now -> now.state() != Import.State.RUNNING);
  }

  private static String writing(List<Import.Fault> faults, StringWriter out) {
    try {
      FaultReport.write(faults, out);
    } catch (java.io.IOException impossible) {
      throw new AssertionError(impossible);
    }
    return out.toString();
  }
}
