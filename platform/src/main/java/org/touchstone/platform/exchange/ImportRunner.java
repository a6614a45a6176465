package org.touchstone.platform.exchange;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.touchstone.platform.exchange.Import.Fault;
import org.touchstone.platform.exchange.RowReader.Read;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.shared.Problem;

/**
 * Brings files in, batch by batch. Items, report and progress of a batch are one transaction: whenever the process dies,
 * the next runner goes on behind the last batch that counts, and nothing arrives twice.
 */
@Component
class ImportRunner {
  static final int BATCH = 2_000;
  private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

  private final Imports imports;
  private final StoredFiles files;
  private final ItemArrivals arrivals;
  private final Guidelines guidelines;
  private final TransactionTemplate transaction;
  private final ExecutorService workers = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("import-", 0).factory());
  private volatile boolean closing;

  ImportRunner(Imports imports, StoredFiles files, ItemArrivals arrivals, Guidelines guidelines, TransactionTemplate transaction) {
    this.imports = imports;
    this.files = files;
    this.arrivals = arrivals;
    this.guidelines = guidelines;
    this.transaction = transaction;
  }

  /** Also finds the runs of a process that is gone: of this node before its restart, or of another node. */
  @Scheduled(initialDelay = 2_000, fixedDelay = 5_000)
  void resume() {
    if (!closing) imports.waiting().forEach(this::begin);
  }

  void begin(ImportId id) {
    workers.submit(() -> run(id));
  }

  @PreDestroy
  void close() {
    closing = true;
    workers.close();
  }

  /** Runs an import to its end, unless somebody else has it. */
  void run(ImportId id) {
    var claim = UUID.randomUUID();
    var mine = imports.claim(id, claim);
    if (mine.isEmpty()) return;
    try {
      bring(mine.get(), claim);
    } catch (Problem problem) {
      imports.finish(id, claim, Import.State.FAILED, problem.getMessage());
    } catch (TransientDataAccessException busy) {
      LOG.warn("import {} waits for the database", id, busy);
    } catch (IOException | RuntimeException fault) {
      LOG.error("import {} failed", id, fault);
      imports.finish(id, claim, Import.State.FAILED,
          "The import stopped because of a fault of ours; what came in before stays, and running it again goes on from there.");
    }
  }

  private void bring(Import mine, UUID claim) throws IOException {
    var rubric = guidelines.current(mine.projectId()).map(GuidelineVersion::rubric).orElse(null);
    var reader = new RowReader(mine.mapping(), rubric, arrivals.pictures(mine.projectId()), arrivals.lanes(mine.projectId()));
    try (var rows = Rows.open(mine.format(), new InputStreamReader(files.open(mine.id()), StandardCharsets.UTF_8))) {
      for (long i = 0; i < mine.done(); i++) if (rows.next() == null) break;
      while (true) {
        var items = new ArrayList<ItemRow>();
        var faults = new ArrayList<Fault>();
        int read = 0;
        for (Rows.Row row; read < BATCH && (row = rows.next()) != null; read++) {
          switch (reader.read(row)) {
            case Read.Item item -> items.add(item.item());
            case Read.Fault fault -> faults.add(new Fault(fault.line(), fault.column(), fault.message()));
          }
        }
        if (read > 0 && !book(mine, claim, read, items, faults)) return;
        if (read < BATCH) break;
        if (closing) {
          imports.release(mine.id(), claim);
          return;
        }
      }
    }
    imports.finish(mine.id(), claim, Import.State.DONE, null);
    files.remove(mine.id());
  }

  private boolean book(Import mine, UUID claim, int read, List<ItemRow> items, List<Fault> faults) {
    return Boolean.TRUE.equals(transaction.execute(status -> {
      var arrived = arrivals.take(mine.createdBy(), mine.projectId(), items);
      boolean held = imports.advance(mine.id(), claim, new Imports.Step(read, arrived.imported(), arrived.duplicates(), faults));
      if (!held) status.setRollbackOnly();
      return held;
    }));
  }
}
