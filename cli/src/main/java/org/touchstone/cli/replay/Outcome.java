package org.touchstone.cli.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.touchstone.cli.server.Server;
import org.touchstone.cli.server.ServerSays;
import tools.jackson.databind.JsonNode;

/**
 * What the product makes of a replayed crowd, read from its own API.
 *
 * @param estimated share of known answers that the product's consensus meets, null without known answers
 * @param majority the same for the plain majority, a tie counting its share
 * @param raters from most to least reliable
 * @param ledger the sums of the ledger, null where the account may not see them
 */
record Outcome(long judgments, int measured, Double estimated, Double majority, List<Rater> raters, JsonNode cost, JsonNode ledger, JsonNode violations) {
  /** @param agreement with what the others alone would have led to */
  record Rater(String name, double agreement, double low, double high, long n) {}

  private static final int PATIENCE_SECONDS = 300;

  static Outcome read(Server manager, String projectId, Crowd crowd) {
    String at = "projects/" + projectId;
    long judgments = settled(manager, at, crowd.size());
    double hits = 0, majorityHits = 0;
    int measured = 0;
    if (!crowd.gold().isEmpty()) {
      for (JsonNode item : pages(manager, at + "/items?limit=200")) {
        String known = crowd.gold().get(item.path("externalId").asString(""));
        if (known == null) continue;
        for (JsonNode consensus : item.path("consensus")) {
          if (!consensus.path("criterion").asString("").equals(crowd.question().key())) continue;
          measured++;
          if (consensus.path("answer").asString("").equals(known)) hits++;
          majorityHits += majority(manager, at, item, consensus, crowd, known);
        }
      }
    }
    var raters = new ArrayList<Rater>();
    for (JsonNode one : manager.get(at + "/standings").path("items")) {
      var value = one.path("standing").path("consensus");
      if (value.path("value").isNumber()) {
        raters.add(new Rater(one.path("name").asString(""), value.get("value").asDouble(), value.path("low").asDouble(0), value.path("high").asDouble(1), value.path("n").asLong(0)));
      }
    }
    raters.sort(Comparator.comparingDouble(Rater::agreement).reversed());
    JsonNode reconciliation = reconciliation(manager);
    return new Outcome(judgments, measured, measured == 0 ? null : hits / measured, measured == 0 ? null : majorityHits / measured, raters,
        manager.get(at + "/overview").path("cost"), reconciliation == null ? null : reconciliation.path("ledger"),
        reconciliation == null ? null : reconciliation.path("violations"));
  }

  /** Everything behind a judgment comes within a second or so; a full queue may take longer. */
  private static long settled(Server manager, String at, long expected) {
    long seen = -1;
    for (int second = 0; second < PATIENCE_SECONDS; second++) {
      var reconciliation = reconciliation(manager);
      long waiting = reconciliation == null ? 0 : reconciliation.path("hops").path("waiting").asLong(0);
      long now = manager.get(at + "/overview").path("judgments").asLong(0);
      boolean quiet = reconciliation == null ? now == seen && now >= expected : waiting == 0 && now >= expected;
      if (quiet || now == seen && waiting == 0 && second > 10) return now;
      seen = now;
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return now;
      }
    }
    return seen;
  }

  private static double majority(Server manager, String at, JsonNode item, JsonNode consensus, Crowd crowd, String known) {
    if (consensus.path("majority").isString()) return consensus.get("majority").asString().equals(known) ? 1 : 0;
    // Without a majority the answers with most votes share the point.
    var counts = new java.util.HashMap<String, Integer>();
    for (JsonNode judgment : manager.get(at + "/items/" + item.get("id").asString()).path("judgments")) {
      var answer = judgment.path("answers").path(crowd.question().key());
      String word = answer.has("winner") ? answer.get("winner").asString() : answer.path("choices").path(0).asString("");
      counts.merge(word, 1, Integer::sum);
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    long leaders = counts.values().stream().filter(n -> n == most).count();
    return counts.getOrDefault(known, -1) == most ? 1.0 / leaders : 0;
  }

  /** Only the owner of the installation may see the whole ledger. */
  private static JsonNode reconciliation(Server manager) {
    try {
      return manager.get("operations/reconciliation");
    } catch (ServerSays hidden) {
      return null;
    }
  }

  private static List<JsonNode> pages(Server manager, String path) {
    var all = new ArrayList<JsonNode>();
    String cursor = null;
    do {
      var page = manager.get(path + (cursor == null ? "" : "&cursor=" + java.net.URLEncoder.encode(cursor, java.nio.charset.StandardCharsets.UTF_8)));
      page.path("items").forEach(all::add);
      cursor = page.path("nextCursor").isString() ? page.get("nextCursor").asString() : null;
    } while (cursor != null);
    return all;
  }

  void print(Consumer<String> line, int shown) {
    if (measured > 0) {
      line.accept("Accuracy on %,d known answers: consensus %.2f %%, majority %.2f %%".formatted(measured, 100 * estimated, 100 * majority));
    }
    if (!raters.isEmpty()) {
      int n = Math.min(shown, (raters.size() + 1) / 2);
      line.accept("Most reliable (agreement with the others, 95 % interval, items):");
      raters.subList(0, n).forEach(rater -> line.accept(text(rater)));
      line.accept("Least reliable:");
      raters.reversed().subList(0, Math.min(n, raters.size() - n)).forEach(rater -> line.accept(text(rater)));
    }
    long pending = cost.path("pending").path("minor").asLong(0), posted = cost.path("posted").path("minor").asLong(0);
    String currency = cost.path("pending").path("currency").asString(cost.path("posted").path("currency").asString(""));
    int digits = currency.isEmpty() ? 2 : Math.max(0, java.util.Currency.getInstance(currency).getDefaultFractionDigits());
    line.accept("Pay: %s %s pending, %s posted".formatted(currency, java.math.BigDecimal.valueOf(pending, digits), java.math.BigDecimal.valueOf(posted, digits)));
    if (ledger == null) {
      line.accept("The sum of the ledger is shown to the owner of the installation only.");
    } else {
      ledger.forEach(sum -> line.accept("Ledger in %s: sum %d".formatted(sum.path("currency").asString(""), sum.path("sum").asLong(0))));
      line.accept("Reconciliation: " + (violations.isEmpty() ? "nothing amiss" : violations.size() + " violations, the first: " + violations.get(0)));
    }
  }

  private static String text(Rater rater) {
    return "  %-24s %.3f  [%.3f, %.3f]  %,d".formatted(rater.name(), rater.agreement(), rater.low(), rater.high(), rater.n());
  }

  static Map<String, Object> json(Outcome outcome) {
    var json = new java.util.LinkedHashMap<String, Object>();
    json.put("judgments", outcome.judgments());
    json.put("knownAnswers", outcome.measured());
    json.put("consensusAccuracy", outcome.estimated());
    json.put("majorityAccuracy", outcome.majority());
    json.put("raters", outcome.raters());
    json.put("cost", outcome.cost());
    json.put("ledger", outcome.ledger());
    json.put("violations", outcome.violations());
    return json;
  }
}
