package org.touchstone.cli.replay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.touchstone.cli.ProgressBar;
import org.touchstone.cli.server.Server;
import org.touchstone.cli.server.ServerOptions;
import org.touchstone.cli.server.ServerSays;
import org.touchstone.cli.table.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Sends a recorded crowd through a running server. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Sends a recorded crowd through a running server as the people once worked: each worker joins a new project, takes"
          + " items and gives the recorded answers; then shows what the product makes of them.",
      "",
      "FILE holds one judgment a row: item, rater, label. Comparisons of model answers come as --pairs with --prompts and --results.",
      "An interrupted replay goes on where it stopped when it is started again."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone replay labels.csv --gold gold.csv --email priya@touchstone.example --password",
      "  touchstone replay --pairs comparisons.csv --prompts prompts.jsonl --results results.jsonl --token tsk_…"
    })
public final class ReplayCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "0..1", description = "The judgments: item, rater, label.")
  String file;

  @Option(names = "--gold", paramLabel = "FILE", description = "Known answers to compare with (item, label); the server does not learn them.")
  String gold;

  @Option(names = "--pairs", paramLabel = "FILE", description = "Comparisons: prompt, model_x, model_y, worker, winner (left, right, tie).")
  String pairs;

  @Option(names = "--prompts", paramLabel = "FILE", description = "The prompts of --pairs as JSON lines: id, text.")
  String prompts;

  @Option(names = "--results", paramLabel = "FILE", description = "The models' answers of --pairs as JSON lines: prompt, model, result.")
  String results;

  @Option(names = "--limit", paramLabel = "N", description = "Replays the first N judgments only.")
  int limit = Integer.MAX_VALUE;

  @Option(names = "--parallel", paramLabel = "N", defaultValue = "16", description = "How many workers sit at the screen at once. Default: ${DEFAULT-VALUE}.")
  int parallel;

  @Option(names = "--rate", paramLabel = "MINOR", defaultValue = "5", description = "What a judgment pays, in cents or their like. Default: ${DEFAULT-VALUE}.")
  long rate;

  @Option(names = "--currency", defaultValue = "USD", description = "Default: ${DEFAULT-VALUE}.")
  String currency;

  @Option(names = "--state", paramLabel = "FILE", description = "Where to remember how far it came. Default: FILE's name with .replay at its end, here.")
  Path stateFile;

  @Option(names = "--json", description = "Prints the result as JSON.")
  boolean json;

  @Mixin
  ServerOptions connection;

  @Spec
  CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (parallel < 1) throw new BadInput("--parallel must be at least 1");
    var crowd = crowd();
    var manager = connection.open();
    var file = stateFile != null ? stateFile : Path.of(crowd.name() + ".replay");
    var state = ReplayState.open(file.toAbsolutePath(), connection.url(), crowd.name() + " with " + crowd.size() + " judgments");
    PrintWriter screen = spec.commandLine().getOut();
    if (crowd.repeated() > 0) spec.commandLine().getErr().printf("%,d rows repeat a worker on an item; the first one counts.%n", crowd.repeated());
    try {
      var timing = play(manager, crowd, state);
      var outcome = Outcome.read(manager, state.projectId(), crowd);
      print(screen, crowd, state, timing, outcome);
    } catch (ServerSays refused) {
      throw new BadInput("the server refuses: " + refused.getMessage());
    }
    Files.deleteIfExists(file.toAbsolutePath());
    return 0;
  }

  private Crowd crowd() throws IOException {
    if ((file == null) == (pairs == null)) throw new BadInput("give either a file of labels or --pairs with --prompts and --results");
    if (pairs == null) return LabelCrowd.read(file, gold, limit);
    if (prompts == null || results == null) throw new BadInput("--pairs needs --prompts and --results, which hold the texts");
    return PairCrowd.read(pairs, prompts, results, limit);
  }

  /** @param nanos of each submit, sorted */
  private record Timing(int judgments, double seconds, long[] nanos) {
    double millis(double quantile) {
      return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1, quantile * nanos.length)] / 1e6;
    }
  }

  private Timing play(Server manager, Crowd crowd, ReplayState state) throws Exception {
    String project;
    try (var bar = new ProgressBar("items")) {
      project = new Stage(manager, crowd, state, rate, currency).build(bar);
    }
    var stage = new Stage(manager, crowd, state, rate, currency);
    var workers = new LinkedHashMap<String, Worker>();
    crowd.judgments().keySet().forEach(name -> workers.put(name, new Worker(name, manager.stranger(), project, crowd)));
    var accounts = new ConcurrentHashMap<String, String>();
    try (var bar = new ProgressBar("joining")) {
      var number = new AtomicInteger();
      together(workers, (name, worker) -> {
        accounts.put(name, worker.join(manager, state, number.incrementAndGet()));
        report(bar, accounts.size(), workers.size());
      });
    }
    stage.assign(accounts);
    var done = new AtomicInteger();
    var times = new java.util.concurrent.ConcurrentLinkedQueue<Long>();
    long before = manager.get("projects/" + project + "/overview").path("judgments").asLong(0);
    long begun = System.nanoTime();
    try (var bar = new ProgressBar("judging")) {
      together(workers, (name, worker) -> worker.work(nanos -> {
        times.add(nanos);
        report(bar, before + done.incrementAndGet(), crowd.size());
      }));
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Timing(done.get(), seconds, sorted);
  }

  private static void report(ProgressBar bar, long done, long total) {
    synchronized (bar) {
      bar.report(done, total);
    }
  }

  private interface Turn {
    void take(String name, Worker worker) throws Exception;
  }

  /** All workers, so many at a time; the first failure ends it. */
  private void together(Map<String, Worker> workers, Turn turn) throws Exception {
    var seats = new Semaphore(parallel);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var turns = new java.util.ArrayList<Future<?>>();
      workers.forEach((name, worker) -> turns.add(threads.submit(() -> {
        seats.acquire();
        try {
          turn.take(name, worker);
        } finally {
          seats.release();
        }
        return null;
      })));
      for (var one : turns) {
        try {
          one.get();
        } catch (ExecutionException failed) {
          threads.shutdownNow();
          if (failed.getCause() instanceof Exception cause) throw cause;
          throw failed;
        }
      }
    }
  }

  private void print(PrintWriter screen, Crowd crowd, ReplayState state, Timing timing, Outcome outcome) {
    if (json) {
      var all = Outcome.json(outcome);
      all.put("project", state.projectId());
      all.put("workers", crowd.judgments().size());
      all.put("seconds", timing.seconds());
      all.put("judgmentsPerSecond", timing.judgments() / timing.seconds());
      screen.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all));
    } else {
      screen.printf("%,d judgments by %,d workers on %,d items; project %s%n", outcome.judgments(), crowd.judgments().size(), crowd.items().size(), state.projectId());
      if (timing.judgments() > 0) {
        screen.printf("%,d sent in %.1f s: %.0f judgments/s; submit with next lease p50 %.1f ms, p99 %.1f ms%n",
            timing.judgments(), timing.seconds(), timing.judgments() / timing.seconds(), timing.millis(0.5), timing.millis(0.99));
      }
      outcome.print(screen::println, 5);
    }
    screen.flush();
  }
}
