package org.touchstone.cli.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.touchstone.cli.server.Server;
import org.touchstone.cli.server.ServerSays;
import org.touchstone.cli.table.BadInput;
import tools.jackson.databind.JsonNode;

/** One person of the crowd in front of the product: joins, reads, takes work and gives the recorded answers. */
final class Worker {
  private final String name;
  private final Server browser;
  private final String projectId;
  private final Crowd crowd;

  Worker(String name, Server browser, String projectId, Crowd crowd) {
    this.name = name;
    this.browser = browser;
    this.projectId = projectId;
    this.crowd = crowd;
  }

  /** Comes in by an invitation of the manager, or signs in again; the account's id. */
  String join(Server manager, ReplayState state, int number) throws IOException {
    var known = state.worker(name);
    if (known != null && known.accountId() != null) {
      browser.signIn(known.email(), known.password());
      ready();
      return known.accountId();
    }
    var mine = known != null ? known : state.invent(name, number);
    String account = known != null ? signedInAgain(mine) : null;
    if (account == null) {
      String token = manager.post("projects/" + projectId + "/invitations", Map.of("role", "TRAINER", "email", mine.email())).get("token").asString();
      browser.get("session");
      account = browser.post("invitations/" + token + "/acceptance", Map.of("name", "Worker " + name, "email", mine.email(), "password", mine.password()))
          .path("account").get("id").asString();
    }
    state.joined(name, account);
    ready();
    return account;
  }

  /** Where the interruption fell between accepting and remembering it. */
  private String signedInAgain(ReplayState.Worker mine) {
    try {
      browser.signIn(mine.email(), mine.password());
      return browser.get("session").path("account").get("id").asString();
    } catch (ServerSays notYet) {
      return null;
    }
  }

  private void ready() {
    var membership = browser.get("projects/" + projectId + "/membership");
    if (!membership.path("state").asString("").equals("ACTIVE")) {
      int terms = browser.get("projects/" + projectId).path("terms").path("version").asInt(1);
      browser.post("projects/" + projectId + "/membership", Map.of("termsVersion", terms));
      membership = browser.get("projects/" + projectId + "/membership");
    }
    int current = membership.path("current").asInt(0);
    if (current > 0 && membership.path("acknowledged").asInt(0) < current) {
      browser.post("projects/" + projectId + "/guidelines/" + current + "/acknowledgement", Map.of());
    }
  }

  /**
   * Works until there is nothing left.
   *
   * @param submitted told after each judgment, with the nanoseconds it took
   */
  void work(LongConsumer submitted) {
    var remaining = byLook(crowd.judgments().get(name));
    var work = browser.post("projects/" + projectId + "/leases", Map.of());
    while (work.path("lease").isObject()) {
      var lease = work.get("lease");
      var answer = recorded(remaining, lease.get("item"));
      long begun = System.nanoTime();
      var next = browser.put("leases/" + lease.get("id").asString() + "/judgment?next=true", Map.of("answers", answer, "activeSeconds", 5));
      submitted.accept(System.nanoTime() - begun);
      work = next.path("next");
      if (!work.isObject()) work = browser.post("projects/" + projectId + "/leases", Map.of());
    }
    String code = work.path("empty").path("code").asString("");
    if (!List.of("DONE", "NOT_ASSIGNED", "ALL_SEEN", "NO_TASKS_YET", "ALL_TAKEN").contains(code)) {
      throw new BadInput("worker %s is kept from working: %s".formatted(name, work.path("empty").path("sentence").asString(code)));
    }
  }

  /** What a worker sees of an item: no id, only its texts. */
  private record Look(String prompt, List<String> responses) {}

  private Map<Look, List<Crowd.Judgment>> byLook(List<Crowd.Judgment> judgments) {
    var byLook = new HashMap<Look, List<Crowd.Judgment>>();
    for (var judgment : judgments) {
      var item = crowd.items().get(judgment.externalId());
      byLook.computeIfAbsent(new Look(item.prompt(), item.responses().stream().map(Crowd.Response::text).sorted().toList()), any -> new ArrayList<>()).add(judgment);
    }
    return byLook;
  }

  private Map<String, Object> recorded(Map<Look, List<Crowd.Judgment>> remaining, JsonNode shown) {
    var texts = new ArrayList<String>();
    shown.path("responses").forEach(response -> texts.add(response.get("text").asString()));
    var fitting = remaining.get(new Look(shown.get("prompt").asString(), texts.stream().sorted().toList()));
    if (fitting == null || fitting.isEmpty()) throw new BadInput("worker " + name + " was given an item that the record does not hold");
    // Twins with the same texts are told apart by nobody; each gets one of the recorded answers.
    var judgment = fitting.size() > 1 ? fitting.removeFirst() : fitting.getFirst();
    var answer = new LinkedHashMap<String, Object>();
    switch (crowd.question()) {
      case Crowd.Question.Label _ -> answer.put("choices", List.of(judgment.answer()));
      case Crowd.Question.Compare _ -> answer.put("winner", judgment.answer().equals(Crowd.TIE) ? Crowd.TIE
          : Integer.toString(texts.indexOf(crowd.items().get(judgment.externalId()).responses().get(Integer.parseInt(judgment.answer())).text())));
    }
    return Map.of(crowd.question().key(), answer);
  }
}
