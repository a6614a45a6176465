package org.touchstone.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The server dies again and again while people work; nothing that was acknowledged is lost, nothing is done twice. */
class KillTest {
  private static final int PEOPLE = 6;
  private static final int ITEMS = 1500;
  private static final int KILLS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void killedAtAnyInstantTheBooksStillBalance() throws Exception {
    long seed = System.nanoTime();
    System.out.println("KillTest seed " + seed);
    var random = new Random(seed);
    var server = RunningTouchstone.empty();
    try {
      var owner = setUp(server);
      String project = publish(owner);
      var threads = new ArrayList<Thread>();
      for (int i = 0; i < PEOPLE; i++) {
        var trainer = join(server, owner, project, i);
        threads.add(Thread.ofVirtual().start(() -> work(trainer, project)));
      }
      for (int kill = 0; kill < KILLS; kill++) {
        int before = acknowledged.size();
        await("work went on", () -> acknowledged.size() > before + 10);
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1500)).toNanos());
        server.kill();
        server = server.again();
      }
      int before = acknowledged.size();
      await("work went on after the last kill", () -> acknowledged.size() > before + 10);
      over.set(true);
      for (var thread : threads) thread.join();
      await("every hop is done", () -> report(owner).at("/hops/waiting").asLong() == 0);
      var report = report(owner);
      assertThat(report.get("violations")).isEmpty();
      assertThat(report.at("/hops/failed").asLong()).isZero();
      report.get("ledger").forEach(sum -> assertThat(sum.get("sum").asLong()).isZero());
      assertThat(judged(owner, project)).isGreaterThanOrEqualTo(acknowledged.size());
    } finally {
      over.set(true);
      server.stop();
    }
  }

  private Script setUp(RunningTouchstone server) throws Exception {
    var link = Pattern.compile("setup\\?token=(\\S+)").matcher(server.output());
    assertThat(link.find()).as("the set-up link is printed").isTrue();
    var owner = new Script(server.address());
    owner.post("/api/v1/setup", Map.of("token", link.group(1), "name", "Owner", "email", "owner@example.org", "password", "a few plain words")).ok();
    return owner;
  }

  private String publish(Script owner) throws Exception {
    String project = owner.post("/api/v1/projects", """
        {"name":"Under fire","domain":"general","summary":"Judging while the server dies.","description":"",
         "terms":{"version":0,"rate":{"minor":10,"currency":"USD"},"expectedMinutes":1,"reviewHours":0,"paySchedule":"weekly","disputeProcess":"ask",
          "duration":"a day","weeklyHours":"1","skills":"none","languages":["en"],"sensitiveContent":"none"}}""").ok().get("id").asString();
    String at = "/api/v1/projects/" + project;
    owner.put(at + "/guidelines/draft", """
        {"body":"Say yes or no.","rubric":{"criteria":[{"key":"right","kind":"label","title":"Right?","target":"item","required":true,
          "justification":"never","options":[{"value":"yes","label":"Yes"},{"value":"no","label":"No"}],"multiple":false}]}}""").ok();
    owner.post(at + "/guidelines", Map.of("changeNote", "first", "effect", "EDITORIAL")).ok();
    for (int from = 0; from < ITEMS; from += 500) {
      var items = IntStream.range(from, from + 500).mapToObj(i -> Map.of("externalId", "item-" + i, "prompt", "Is " + i + " even?",
          "responses", List.of(Map.of("text", i % 2 == 0 ? "Yes." : "No.")), "wanted", 3)).toList();
      owner.post(at + "/items", Map.of("items", items)).ok();
    }
    owner.post(at + "/publication", null).ok();
    return project;
  }

  private Script join(RunningTouchstone server, Script owner, String project, int number) throws Exception {
    String token = owner.post("/api/v1/projects/%s/invitations".formatted(project), Map.of("role", "TRAINER")).ok().get("token").asString();
    var trainer = new Script(server.address());
    trainer.post("/api/v1/invitations/%s/acceptance".formatted(token),
        Map.of("name", "Trainer " + number, "email", "trainer" + number + "@example.org", "password", "a few plain words")).ok();
    trainer.post("/api/v1/projects/%s/membership".formatted(project), Map.of("termsVersion", 1)).ok();
    trainer.post("/api/v1/projects/%s/guidelines/1/acknowledgement".formatted(project), null).ok();
    return trainer;
  }

  /** Leases and submits until told to stop; a request that broke is sent again, unchanged. */
  private void work(Script trainer, String project) {
    String answers = """
        {"answers":{"right":{"choices":["yes"]}},"activeSeconds":1}""";
    while (!over.get()) {
      var work = insist(() -> trainer.post("/api/v1/projects/%s/leases".formatted(project), null));
      if (work == null || work.get("lease").isNull()) return;
      String lease = work.at("/lease/id").asString();
      var done = insist(() -> trainer.put("/api/v1/leases/%s/judgment".formatted(lease), answers));
      if (done != null) acknowledged.add(done.at("/judgment/id").asString());
    }
  }

  private interface Request {
    Script.Answer send() throws IOException, InterruptedException;
  }

  private JsonNode insist(Request request) {
    var end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      try {
        var answer = request.send();
        if (answer.status() < 500) return answer.ok();
      } catch (IOException serverGone) {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
    throw new AssertionError("the server did not come back");
  }

  private long judged(Script owner, String project) {
    var overview = insist(() -> owner.get("/api/v1/projects/%s/overview".formatted(project)));
    return overview.get("judgments").asLong();
  }

  private JsonNode report(Script owner) {
    return insist(() -> owner.get("/api/v1/operations/reconciliation"));
  }

  private static void await(String what, java.util.function.BooleanSupplier condition) {
    var end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
