package org.touchstone.platform.journey;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.touchstone.platform.judgment.Judgment;
import org.touchstone.platform.shared.JudgmentId;

/**
 * Runs the hops that are due, many judgments at a time. A hop's effect and the end of its row are one transaction, so a
 * server that dies in between has done nothing, and whoever comes next does it.
 */
@Component
class HopRunner implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(HopRunner.class);
  private static final int BATCH = 500;
  /**
   * Before a round: under load it then finds many judgments instead of one, and a rater alone on a small machine has the
   * next task before the last one is measured.
   */
  private static final Duration GATHER = Duration.ofMillis(100);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Hops hops;
  private final JudgmentJourney journey;
  private final TransactionTemplate transaction;
  private final LinkedBlockingQueue<Boolean> bell = new LinkedBlockingQueue<>(1);
  private volatile boolean running;
  private Thread thread;

  HopRunner(Hops hops, JudgmentJourney journey, TransactionTemplate transaction) {
    this.hops = hops;
    this.journey = journey;
    this.transaction = transaction;
  }

  @TransactionalEventListener
  void ring(Judgment.Submitted any) {
    bell.offer(true);
  }

  @TransactionalEventListener
  void ring(Judgment.Revised any) {
    bell.offer(true);
  }

  @TransactionalEventListener
  void ring(Judgment.Ruled any) {
    bell.offer(true);
  }

  /** Everything that is due, hop after hop; says whether anything was. */
  boolean round() {
    boolean worked = run(Hop.MEASURE, journey::measure);
    worked |= run(Hop.GATE, journey::gate);
    worked |= run(Hop.ESCALATE, journey::escalate);
    worked |= run(Hop.SETTLE, journey::settle);
    return worked;
  }

  private boolean run(Hop hop, Consumer<List<JudgmentId>> effect) {
    List<JudgmentId> due = List.of();
    try {
      due = transaction.execute(status -> claimed(hop, BATCH, effect));
    } catch (RuntimeException failed) {
      LOG.warn("hop {} failed for a batch; its judgments are tried one by one", hop, failed);
      return oneByOne(hop, effect);
    }
    return !due.isEmpty();
  }

  private List<JudgmentId> claimed(Hop hop, int most, Consumer<List<JudgmentId>> effect) {
    var due = hops.claim(hop, most);
    if (due.isEmpty()) return due;
    effect.accept(due);
    hops.done(hop, due);
    return due;
  }

  /** So that one judgment that cannot pass does not hold up the others. */
  private boolean oneByOne(Hop hop, Consumer<List<JudgmentId>> effect) {
    var some = transaction.execute(status -> hops.claim(hop, BATCH));
    for (var judgment : some) {
      try {
        transaction.executeWithoutResult(status -> {
          if (!hops.claimOne(hop, judgment)) return;
          effect.accept(List.of(judgment));
          hops.done(hop, List.of(judgment));
        });
      } catch (RuntimeException failed) {
        LOG.warn("hop {} failed for judgment {}", hop, judgment, failed);
        transaction.executeWithoutResult(status -> hops.failed(hop, judgment, String.valueOf(failed.getMessage())));
      }
    }
    return !some.isEmpty();
  }

  private void loop() {
    while (running) {
      try {
        if (round() || rung()) Thread.sleep(GATHER);
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException failed) {
        LOG.warn("hops could not be run; they wait", failed);
        rest();
      }
    }
  }

  private boolean rung() throws InterruptedException {
    return bell.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS) != null;
  }

  private void rest() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().daemon().name("journey").start(this::loop);
  }

  /** Lets the round at hand end: interrupting it would only break its connection. */
  @Override
  public void stop() {
    running = false;
    bell.offer(true);
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
