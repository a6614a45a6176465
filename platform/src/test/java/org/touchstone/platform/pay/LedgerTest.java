package org.touchstone.platform.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Uuid7;

/** Books money for sources that no judgment stands behind, so it has a database of its own. */
@PlatformTest
@TestPropertySource(properties = "touchstone.test.database=ledger")
@Import(Workplace.class)
class LedgerTest {
  @Autowired Ledger ledger;
  @Autowired Statements statements;
  @Autowired Workplace workplace;
  @Autowired TransactionTemplate transaction;

  private final ProjectId project = ProjectId.next();
  private final AccountId account = AccountId.next();

  @Test
  void anEntryIsNeverChangedOrRemoved() {
    var source = accrued(100);
    for (String sql : List.of("update pay_entry set minor = 1 where source_id = :id", "delete from pay_entry where source_id = :id")) {
      assertThatThrownBy(() -> workplace.jdbc().sql(sql).param("id", source.value()).update()).isInstanceOf(DataAccessException.class)
          .hasMessageContaining("append-only");
    }
    assertThatThrownBy(() -> workplace.jdbc().sql("truncate pay_entry").update()).hasMessageContaining("append-only");
  }

  /** Whatever is done to sources in whatever order, by several at once: sums stay zero and no money moves from where it is not. */
  @Test
  void anyOrderOfMovementsKeepsTheLedgerWhole() throws Exception {
    long seed = System.nanoTime();
    System.out.println("LedgerTest seed " + seed);
    var random = new Random(seed);
    var sources = new ArrayList<SourceId>();
    for (int i = 0; i < 40; i++) sources.add(accrued(1 + random.nextInt(1000)));
    long total = statements.of(account).getFirst().pending();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs = new ArrayList<java.util.concurrent.Future<?>>();
      for (int i = 0; i < 400; i++) {
        var some = List.of(sources.get(random.nextInt(sources.size())), sources.get(random.nextInt(sources.size())));
        int what = random.nextInt(6);
        runs.add(threads.submit(() -> transaction.executeWithoutResult(status -> move(what, some))));
      }
      for (var run : runs) run.get();
    }
    assertThat(ledger.broken()).isEmpty();
    assertThat(ledger.sums()).allSatisfy(sum -> assertThat(sum.sum()).isZero());
    var balance = statements.of(account).getFirst();
    assertThat(balance.pending() + balance.posted() + balance.released()).isEqualTo(total);
    assertThat(balance.pending()).isNotNegative();
    assertThat(balance.posted()).isNotNegative();
    var states = ledger.latest(sources);
    long posted = states.values().stream().filter(entry -> entry.state() == Entry.State.POSTED).mapToLong(entry -> entry.amount().minor()).sum();
    assertThat(posted).isEqualTo(balance.posted());
  }

  @Test
  void practiceIsPaidAndCountsAsNoTask() {
    var judged = new SourceId(Uuid7.next());
    var other = new SourceId(Uuid7.next());
    var returned = new SourceId(Uuid7.next());
    var amount = new Money(240, "USD");
    for (var source : List.of(judged, other, returned)) ledger.accrue(source, project, account, amount, java.time.Instant.now());
    ledger.post(List.of(judged), "accepted");
    ledger.release(List.of(returned), "rejected");
    for (int i = 0; i < 5; i++) ledger.pay(new SourceId(Uuid7.next()), project, account, new Money(900, "USD"), java.time.Instant.now(), "Practice item: Warm up");

    assertThat(statements.of(account)).singleElement().extracting(Statements.Balance::pending, Statements.Balance::posted).containsExactly(240L, 240L + 5 * 900);
    assertThat(statements.judged(account)).as("what an hour brought rests on this").singleElement().isEqualTo(new Statements.Judged(project, new Money(480, "USD")));
    assertThat(statements.days(account, java.time.Instant.now().minusSeconds(3600), java.time.ZoneOffset.UTC)).as("all the money, the tasks alone")
        .satisfies(days -> assertThat(days.stream().mapToInt(Statements.Day::judgments).sum()).isEqualTo(3))
        .satisfies(days -> assertThat(days.stream().mapToLong(day -> day.amount().minor()).sum()).isEqualTo(3 * 240 + 5 * 900));
  }

  @Test
  void whatWasPostedIsNotReleasedAndTheOtherWayRound() {
    var posted = accrued(50);
    ledger.post(List.of(posted), "good");
    ledger.release(List.of(posted), "late regret");
    ledger.post(List.of(posted), "good");
    assertThat(ledger.latest(List.of(posted)).get(posted).kind()).isEqualTo(Entry.Kind.POSTING);
    var released = accrued(50);
    ledger.release(List.of(released), "bad");
    ledger.post(List.of(released), "clock");
    assertThat(ledger.latest(List.of(released)).get(released).kind()).isEqualTo(Entry.Kind.RELEASE);
    ledger.reverse(List.of(released), "sorry");
    assertThat(ledger.latest(List.of(released)).get(released).state()).isEqualTo(Entry.State.POSTED);
  }

  private void move(int what, List<SourceId> sources) {
    switch (what) {
      case 0 -> ledger.post(sources, "p");
      case 1 -> ledger.release(sources, "r");
      case 2 -> ledger.hold(sources, "h");
      case 3 -> ledger.restore(sources, "t");
      case 4 -> ledger.giveBack(sources, "b");
      default -> ledger.reverse(sources, "v");
    }
  }

  private SourceId accrued(long minor) {
    var source = new SourceId(Uuid7.next());
    ledger.accrue(source, project, account, new Money(minor, "EUR"), Instant.now());
    ledger.accrue(source, project, account, new Money(minor, "EUR"), Instant.now());
    return source;
  }
}
