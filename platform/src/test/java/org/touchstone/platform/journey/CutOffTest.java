package org.touchstone.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.Eventually;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Visitor;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.World;
import org.touchstone.platform.access.AccessDesk;
import org.touchstone.platform.identity.Account;
import org.touchstone.platform.pay.Statements;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Settings;

/** A connection dies in the middle, or access does: what was done counts once and is paid. */
@PlatformTest
@Import(Workplace.class)
class CutOffTest {
  private static final Map<String, Object> YES = Map.of("answers", Map.of("correct", Map.of("choices", List.of("yes"))), "activeSeconds", 5);

  @Autowired Workplace workplace;
  @Autowired World world;
  @Autowired AccessDesk access;
  @Autowired Statements statements;
  @Autowired Reconciliation reconciliation;
  @LocalServerPort int port;

  @Test
  void anAnswerWhoseConnectionDiedIsSentAgainAndCountsOnce() throws IOException {
    var project = project();
    var trainer = trainer(project);
    var visitor = world.visitor(port, trainer);
    String lease = lease(visitor, project);

    cutOff(visitor, "/api/v1/leases/" + lease + "/judgment");
    var again = visitor.put("/api/v1/leases/" + lease + "/judgment", YES).ok();

    assertThat(count("judgment_judgment", "lease_id", lease)).isEqualTo(1);
    assertThat(count("pay_entry", "source_id", again.at("/judgment/id").asString())).as("and is owed once").isEqualTo(1);
    assertThat(visitor.put("/api/v1/leases/" + lease + "/judgment", YES).ok().at("/judgment/id")).isEqualTo(again.at("/judgment/id"));
    Eventually.that(() -> assertThat(reconciliation.report().violations()).isEmpty());
  }

  @Test
  void theSameAnswerFromManyRequestsAtOnceIsOneJudgment() throws Exception {
    var project = project();
    var trainer = trainer(project);
    var visitor = world.visitor(port, trainer);
    String lease = lease(visitor, project);
    var start = new CountDownLatch(1);
    var ids = new HashSet<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sent = new ArrayList<java.util.concurrent.Future<String>>();
      Callable<String> send = () -> {
        start.await();
        return visitor.put("/api/v1/leases/" + lease + "/judgment", YES).ok().at("/judgment/id").asString();
      };
      for (int i = 0; i < 12; i++) sent.add(threads.submit(send));
      start.countDown();
      for (var one : sent) ids.add(one.get());
    }
    assertThat(ids).hasSize(1);
    assertThat(count("judgment_judgment", "lease_id", lease)).isEqualTo(1);
    assertThat(count("pay_entry", "source_id", ids.iterator().next())).isEqualTo(1);
  }

  @Test
  void whoLosesAccessInTheMiddleOfATaskMayStillHandItInAndKeepsEverythingEarned() {
    var project = project();
    var trainer = trainer(project);
    var visitor = world.visitor(port, trainer);
    visitor.put("/api/v1/leases/" + lease(visitor, project) + "/judgment", YES).ok();
    String held = lease(visitor, project);

    access.restrict(project.id(), trainer.id(), workplace.somebody(), new AccessDesk.ByHand("The reasons are one text.", "Ten judgments of Tuesday.", 30));

    assertThat(visitor.put("/api/v1/leases/" + held + "/judgment", YES).status()).as("what was begun is taken").isEqualTo(200);
    assertThat(visitor.post("/api/v1/projects/" + project.id() + "/leases", null).ok().at("/empty/code").asString()).isEqualTo("RESTRICTED");
    assertThat(statements.of(trainer.id()).getFirst().pending()).isEqualTo(2 * Workplace.RATE.minor());
    workplace.jdbc().sql("update journey_hop set due_at = now() where hop = 'SETTLE' and judgment_id in (select id from judgment_judgment where rater_id = :rater)")
        .param("rater", trainer.id().value()).update();
    Eventually.that(() -> assertThat(statements.of(trainer.id()).getFirst().posted()).as("and is paid when the review time is over").isEqualTo(2 * Workplace.RATE.minor()));
    assertThat(visitor.get("/api/v1/projects/" + project.id() + "/judgments/mine").ok().path("items").size()).as("the own past stays readable").isEqualTo(2);
  }

  /** Sends all of a request and goes away without waiting for the answer. */
  private void cutOff(Visitor visitor, String path) throws IOException {
    visitor.get("/api/v1/session");
    String body = Visitor.JSON.writeValueAsString(YES);
    String cookies = List.of("SESSION", "XSRF-TOKEN", "touchstone_session").stream().filter(name -> visitor.cookie(name) != null).map(name -> name + "=" + visitor.cookie(name))
        .reduce((a, b) -> a + "; " + b).orElseThrow();
    try (var socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(("PUT %s HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\nCookie: %s\r\nX-XSRF-TOKEN: %s\r\n\r\n%s"
          .formatted(path, port, body.length(), cookies, visitor.cookie("XSRF-TOKEN"), body)).getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      socket.setSoLinger(true, 0);
    }
  }

  private int count(String table, String column, String id) {
    return workplace.jdbc().sql("select count(*) from %s where %s = cast(:id as uuid)".formatted(table, column)).param("id", id).query(Integer.class).single();
  }

  private Project project() {
    var project = workplace.project(new Settings(1, 0, 30, Settings.Routing.OPEN));
    workplace.items(project.id(), 4);
    return project;
  }

  private Account trainer(Project project) {
    var trainer = world.person("Trainer");
    workplace.join(trainer.id(), project.id());
    return trainer;
  }

  private String lease(Visitor visitor, Project project) {
    return visitor.post("/api/v1/projects/" + project.id() + "/leases", null).ok().at("/lease/id").asString();
  }
}
