package org.touchstone.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.Eventually;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.judgment.JudgmentDesk;
import org.touchstone.platform.judgment.Submission;
import org.touchstone.platform.pay.Entry;
import org.touchstone.platform.pay.Ledger;
import org.touchstone.platform.pay.SourceId;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.LeaseDesk;

@PlatformTest
@Import(Workplace.class)
class JourneyTest {
  @Autowired Workplace workplace;
  @Autowired LeaseDesk leases;
  @Autowired JudgmentDesk judgments;
  @Autowired Ledger ledger;
  @Autowired HopRunner runner;
  @Autowired Reconciliation reconciliation;

  @Test
  void payIsPostedWhenTheReviewTimeIsOver() {
    var judgment = judgments(1).getFirst();
    assertThat(judgment.settlesAt()).isEqualTo(judgment.submittedAt().plus(Duration.ofHours(72)));
    assertThat(latest(judgment).state()).isEqualTo(Entry.State.PENDING);
    due(judgment.id(), Hop.SETTLE);
    Eventually.that(() -> assertThat(latest(judgment).kind()).isEqualTo(Entry.Kind.POSTING));
    Eventually.that(() -> assertThat(hops(judgment.id())).isEmpty());
  }

  /** A database that refuses the effect stands for a server that dies in the middle: the hop stays, and is done once it can be. */
  @Test
  void aHopThatFailsHalfWayHasDoneNothingAndIsDoneOnceLater() {
    var project = project();
    var broken = judge(project, 1).getFirst();
    Eventually.that(() -> assertThat(hops(broken.id())).containsExactly("SETTLE"));
    workplace.jdbc().sql("""
        create function test_refuses() returns trigger language plpgsql as $$
        begin if new.kind = 'POSTING' and new.source_id = '%s' then raise exception 'the power went'; end if; return new; end $$"""
        .formatted(broken.id())).update();
    workplace.jdbc().sql("create trigger test_refuses after insert on pay_entry for each row execute function test_refuses()").update();
    try {
      var fine = judge(project, 3);
      fine.forEach(one -> due(one.id(), Hop.SETTLE));
      due(broken.id(), Hop.SETTLE);
      Eventually.that(() -> assertThat(fine).as("one that cannot pass does not hold up the others")
          .allSatisfy(one -> assertThat(latest(one).kind()).isEqualTo(Entry.Kind.POSTING)));
      Eventually.that(() -> assertThat(workplace.jdbc().sql("select coalesce(last_error, '') from journey_hop where judgment_id = :id and hop = 'SETTLE'")
          .param("id", broken.id().value()).query(String.class).single()).contains("the power went"));
      assertThat(latest(broken).kind()).isEqualTo(Entry.Kind.ACCRUAL);
    } finally {
      workplace.jdbc().sql("drop trigger test_refuses on pay_entry").update();
      workplace.jdbc().sql("drop function test_refuses").update();
    }
    due(broken.id(), Hop.SETTLE);
    Eventually.that(() -> assertThat(latest(broken).kind()).isEqualTo(Entry.Kind.POSTING));
    assertThat(workplace.jdbc().sql("select count(*) from pay_entry where source_id = :id").param("id", broken.id().value())
        .query(Long.class).single()).isEqualTo(2);
  }

  @Test
  void severalRunnersDoEachHopOnce() throws Exception {
    var all = judgments(60);
    workplace.jdbc().sql("update journey_hop set due_at = now()").update();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) threads.add(Thread.ofVirtual().start(() -> {
      while (runner.round()) Thread.onSpinWait();
    }));
    for (var thread : threads) thread.join();
    Eventually.that(() -> assertThat(all).allSatisfy(one -> assertThat(hops(one.id())).isEmpty()));
    assertThat(all).allSatisfy(one -> assertThat(latest(one).kind()).isEqualTo(Entry.Kind.POSTING));
    assertThat(workplace.jdbc().sql("select count(*) from quality_measurement where project_id = :p").param("p", all.getFirst().projectId().value())
        .query(Long.class).single()).isEqualTo(60);
    assertThat(reconciliation.report().violations()).isEmpty();
  }

  @Test
  void theReconciliationFindsWhatAHandInTheTablesBroke() {
    var judgment = judgments(1).getFirst();
    Eventually.that(() -> assertThat(hops(judgment.id())).containsExactly("SETTLE"));
    workplace.jdbc().sql("delete from journey_hop where judgment_id = :id").param("id", judgment.id().value()).update();
    assertThat(reconciliation.report().violations()).anySatisfy(violation -> {
      assertThat(violation.subject()).isEqualTo(judgment.id().toString());
      assertThat(violation.detail()).isEqualTo("is not settled and nothing will");
    });
    workplace.jdbc().sql("insert into journey_hop (judgment_id, hop, due_at) values (:id, 'SETTLE', now() + interval '3 days')")
        .param("id", judgment.id().value()).update();
    assertThat(reconciliation.report().violations()).noneSatisfy(violation -> assertThat(violation.subject()).isEqualTo(judgment.id().toString()));
  }

  private ProjectId project() {
    return workplace.project(new Settings(1, 0, 30, Settings.Routing.OPEN)).id();
  }

  private List<Judgment> judgments(int n) {
    return judge(project(), n);
  }

  private List<Judgment> judge(ProjectId project, int n) {
    workplace.items(project, n);
    var rater = workplace.trainer(project);
    var all = new ArrayList<Judgment>();
    for (int i = 0; i < n; i++) {
      var lease = leases.next(project, rater).lease();
      all.add(judgments.submit(rater, lease.id(), new Submission(workplace.yes(), null, null, 5)).judgment());
    }
    return all;
  }

  private void due(JudgmentId judgment, Hop hop) {
    workplace.jdbc().sql("update journey_hop set due_at = now() where judgment_id = :id and hop = :hop").param("id", judgment.value())
        .param("hop", hop.name()).update();
  }

  private List<String> hops(JudgmentId judgment) {
    return workplace.jdbc().sql("select hop from journey_hop where judgment_id = :id order by hop").param("id", judgment.value())
        .query(String.class).list();
  }

  private Entry latest(Judgment judgment) {
    var source = new SourceId(judgment.id().value());
    return ledger.latest(List.of(source)).get(source);
  }
}
