package org.touchstone.cli.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.touchstone.cli.server.Server;
import org.touchstone.cli.server.ServerSays;
import org.touchstone.cli.table.BadInput;
import org.touchstone.statistics.Progress;

/** Sets the project up as its manager would: terms, guideline, items; each step looks first whether it is done. */
final class Stage {
  private static final int ITEMS_AT_ONCE = 250;
  private static final int ASSIGNMENTS_AT_ONCE = 5_000;

  private final Server manager;
  private final Crowd crowd;
  private final ReplayState state;
  private final long rateMinor;
  private final String currency;

  Stage(Server manager, Crowd crowd, ReplayState state, long rateMinor, String currency) {
    this.manager = manager;
    this.crowd = crowd;
    this.state = state;
    this.rateMinor = rateMinor;
    this.currency = currency;
  }

  /** The project's id, published and with all items in it. */
  String build(Progress progress) throws IOException {
    if (state.projectId() == null) {
      var project = manager.post("projects", Map.of(
          "name", "Replay of " + crowd.name(), "domain", "general",
          "summary", "The recorded judgments of %d people on %d items, sent through the product as they would.".formatted(crowd.judgments().size(), crowd.items().size()),
          "description", "", "terms", terms()));
      state.project(project.get("id").asString());
    }
    String at = "projects/" + state.projectId();
    String now = present(at);
    if (now.equals("CLOSED")) throw new BadInput("the project of this replay was closed; move the state file away to start anew");
    if (now.equals("DRAFT")) {
      manager.patch(at, Map.of(
          "settings", Map.of("wanted", 1, "goldRate", 0, "leaseMinutes", 120, "routing", "ASSIGNED")));
      if (manager.get(at).path("guidelineVersion").asInt(0) == 0) {
        manager.put(at + "/guidelines/draft", Map.of("body", "# Replay\n\nThese judgments were given before; they are sent again as they were.\n", "rubric", rubric()));
        manager.post(at + "/guidelines", Map.of("changeNote", "First version", "effect", "CLARIFYING"));
      }
    }
    items(at, progress);
    if (!now.equals("PUBLISHED")) manager.post(at + (now.equals("DRAFT") ? "/publication" : "/pause"), Map.of());
    return state.projectId();
  }

  private String present(String at) {
    try {
      return manager.get(at).path("state").asString("");
    } catch (ServerSays gone) {
      if (gone.status() == 404) throw new BadInput("the project of the interrupted replay is not on this server any more; move the state file away to start anew");
      throw gone;
    }
  }

  private void items(String at, Progress progress) {
    var counts = crowd.counts();
    var batch = new ArrayList<Map<String, Object>>();
    int done = 0;
    for (var item : crowd.items().values()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("externalId", item.externalId());
      one.put("prompt", item.prompt());
      one.put("responses", item.responses().stream().map(response -> Map.of("text", response.text(), "model", response.model())).toList());
      one.put("wanted", counts.getOrDefault(item.externalId(), 1));
      batch.add(one);
      done++;
      if (batch.size() == ITEMS_AT_ONCE || done == crowd.items().size()) {
        manager.post(at + "/items", Map.of("items", batch));
        batch.clear();
        progress.report(done, crowd.items().size());
      }
    }
  }

  /** Tells the server who judges what, in the order of the record; telling it again changes nothing. */
  void assign(Map<String, String> accounts) {
    var batch = new ArrayList<Map<String, String>>();
    crowd.judgments().forEach((worker, list) -> {
      for (var judgment : list) {
        batch.add(Map.of("externalId", judgment.externalId(), "accountId", accounts.get(worker)));
        if (batch.size() == ASSIGNMENTS_AT_ONCE) flush(batch);
      }
    });
    flush(batch);
  }

  private void flush(List<Map<String, String>> batch) {
    if (!batch.isEmpty()) manager.post("projects/" + state.projectId() + "/assignments", Map.of("assignments", batch));
    batch.clear();
  }

  private Map<String, Object> terms() {
    var terms = new LinkedHashMap<String, Object>();
    terms.put("version", 0);
    terms.put("rate", Map.of("minor", rateMinor, "currency", currency));
    terms.put("expectedMinutes", 1);
    terms.put("reviewHours", 72);
    terms.put("paySchedule", "Nobody is paid: these judgments are a recording.");
    terms.put("disputeProcess", "Nobody can dispute a recording.");
    terms.put("duration", "As long as the replay runs.");
    terms.put("weeklyHours", "None.");
    terms.put("skills", "None.");
    terms.put("languages", List.of("en"));
    terms.put("sensitiveContent", "Whatever the recording holds.");
    return terms;
  }

  private Map<String, Object> rubric() {
    var criterion = new LinkedHashMap<String, Object>();
    criterion.put("key", crowd.question().key());
    criterion.put("target", "item");
    criterion.put("required", true);
    criterion.put("justification", "never");
    switch (crowd.question()) {
      case Crowd.Question.Label label -> {
        criterion.put("kind", "label");
        criterion.put("title", "Which label fits?");
        criterion.put("multiple", false);
        criterion.put("options", label.options().stream().map(option -> Map.of("value", option, "label", option)).toList());
      }
      case Crowd.Question.Compare _ -> {
        criterion.put("kind", "compare");
        criterion.put("title", "Which answer is better?");
        criterion.put("strength", false);
        criterion.put("tie", true);
        criterion.put("bothBad", false);
      }
    }
    return Map.of("criteria", List.of(criterion));
  }
}
