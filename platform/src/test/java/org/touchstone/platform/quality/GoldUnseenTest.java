package org.touchstone.platform.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Visitor;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.World;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;
import tools.jackson.databind.JsonNode;

/** What a trainer's requests carry is compared between gold and other work: nothing may tell them apart. */
@PlatformTest
@Import(Workplace.class)
class GoldUnseenTest {
  private static final int ORDINARY = 120;
  private static final int GOLD = 40;

  @Autowired Workplace workplace;
  @Autowired World world;
  @Autowired GoldDesk golds;
  @LocalServerPort int port;

  /** @param handedOut nanoseconds of the request that brought the lease; @param handedIn of the one that brought its judgment */
  private record Seen(boolean gold, JsonNode lease, JsonNode judgment, String headers, long handedOut, long handedIn) {}

  @Test
  void goldLooksLikeAnyOtherWork() {
    var project = workplace.project(new Settings(1, 0.3, 30, Settings.Routing.OPEN));
    var ordinary = workplace.items(project.id(), ORDINARY);
    var known = workplace.items(project.id(), GOLD);
    golds.make(project.id(), workplace.somebody(), known.stream().map(item -> new GoldDesk.Known(item, workplace.yes(), "Known.")).toList());
    var seen = workThrough(project.id(), new HashSet<>(known));
    var gold = seen.stream().filter(Seen::gold).toList();
    var others = seen.stream().filter(one -> !one.gold()).toList();
    assertThat(others).hasSize(ORDINARY);
    assertThat(gold).as("a share of 0.3, no gold after the last ordinary task").hasSizeBetween(20, GOLD);
    assertThat(seen.getLast().gold()).as("the tail of the queue gives nothing away").isFalse();

    assertThat(shapes(gold, Seen::lease)).isEqualTo(shapes(others, Seen::lease));
    assertThat(shapes(gold, Seen::judgment)).isEqualTo(shapes(others, Seen::judgment));
    assertThat(headers(gold)).isEqualTo(headers(others));
    var text = seen.toString();
    for (ItemId item : known) assertThat(text).doesNotContain(item.toString());
    for (ItemId item : ordinary) assertThat(text).doesNotContain(item.toString());
    assertThat(text).doesNotContain("model-a").doesNotContainIgnoringCase("\"gold\"").doesNotContainIgnoringCase("probe");

    long seed = System.nanoTime();
    System.out.println("gold and other work are compared in time with the seed " + seed);
    assertThat(byChance(seen, Seen::handedOut, new Random(seed))).as("the chance of such a difference in the time of handing out, seed " + seed).isGreaterThan(0.0005);
    assertThat(byChance(seen, Seen::handedIn, new Random(seed))).as("the chance of such a difference in the time of handing in, seed " + seed).isGreaterThan(0.0005);

    // Runs of either kind are as chance makes them: about p(1-p) changes a step, and never all gold in one block.
    int changes = 0;
    for (int i = 1; i < seen.size(); i++) if (seen.get(i).gold() != seen.get(i - 1).gold()) changes++;
    assertThat(changes).isGreaterThan(gold.size() / 2);
    // Both orders of the two responses are shown for either kind.
    for (var kind : List.of(gold, others)) {
      long swapped = kind.stream().filter(one -> one.lease().at("/item/responses/0/text").asString().startsWith("Second")).count();
      assertThat(swapped).isBetween(Math.round(kind.size() * 0.15), Math.round(kind.size() * 0.85));
    }
  }

  private List<Seen> workThrough(ProjectId project, Set<ItemId> gold) {
    var account = world.person("trainer");
    workplace.join(account.id(), project);
    var visitor = world.visitor(port, account);
    var seen = new ArrayList<Seen>();
    long begun = System.nanoTime();
    var lease = visitor.post("/api/v1/projects/%s/leases".formatted(project), null).ok().get("lease");
    long handedOut = System.nanoTime() - begun;
    while (!lease.isNull()) {
      String item = workplace.jdbc().sql("select item_id::text from task_lease where id = cast(:id as uuid)")
          .param("id", lease.get("id").asString()).query(String.class).single();
      begun = System.nanoTime();
      var answer = visitor.put("/api/v1/leases/%s/judgment?next=true".formatted(lease.get("id").asString()),
          Map.of("answers", Map.of("correct", Map.of("choices", List.of("yes"))), "activeSeconds", 5));
      long handedIn = System.nanoTime() - begun;
      var body = answer.ok();
      var names = new TreeMap<>(answer.response().headers().map());
      // The server closes a connection after a hundred requests, whatever they carried.
      names.keySet().removeAll(Set.of("date", "content-length", "connection"));
      seen.add(new Seen(gold.contains(ItemId.of(item)), lease, body.get("judgment"), names.keySet().toString(), handedOut, handedIn));
      handedOut = handedIn;
      lease = body.get("next").get("lease");
    }
    return seen;
  }

  /**
   * How likely a difference as large as this one is if gold takes the same time: the mean rank of gold among the twenty requests
   * around it, against shuffles inside each twenty, so that a server that grows warm or busy tells nothing.
   */
  private static double byChance(List<Seen> seen, ToLongFunction<Seen> time, Random random) {
    var ranks = new double[seen.size()];
    for (int from = 0; from < seen.size(); from += 20) {
      var block = seen.subList(from, Math.min(seen.size(), from + 20));
      for (int i = 0; i < block.size(); i++) {
        long own = time.applyAsLong(block.get(i));
        ranks[from + i] = (block.stream().filter(one -> time.applyAsLong(one) < own).count() + 0.5) / block.size();
      }
    }
    double found = Math.abs(distance(seen, ranks));
    int asFar = 0;
    for (int shuffle = 0; shuffle < 10_000; shuffle++) {
      for (int from = 0; from < ranks.length; from += 20) {
        for (int i = Math.min(ranks.length, from + 20) - 1; i > from; i--) {
          int other = from + random.nextInt(i - from + 1);
          double kept = ranks[i];
          ranks[i] = ranks[other];
          ranks[other] = kept;
        }
      }
      if (Math.abs(distance(seen, ranks)) >= found - 1e-12) asFar++;
    }
    return asFar / 10_000.0;
  }

  /** How far gold lies from the middle of its neighbours, summed over all gold. */
  private static double distance(List<Seen> seen, double[] ranks) {
    double sum = 0;
    for (int from = 0; from < ranks.length; from += 20) {
      int to = Math.min(ranks.length, from + 20);
      double mean = java.util.Arrays.stream(ranks, from, to).average().orElse(0);
      for (int i = from; i < to; i++) if (seen.get(i).gold()) sum += ranks[i] - mean;
    }
    return sum;
  }

  private static Set<String> headers(List<Seen> seen) {
    var names = new HashSet<String>();
    seen.forEach(one -> names.add(one.headers()));
    return names;
  }

  /** The set of structures met: field names, kinds of values, lengths of lists; not the texts. */
  private static Set<String> shapes(List<Seen> seen, java.util.function.Function<Seen, JsonNode> part) {
    var shapes = new HashSet<String>();
    seen.forEach(one -> shapes.add(shape(part.apply(one))));
    return shapes;
  }

  private static String shape(JsonNode node) {
    if (node.isObject()) {
      var fields = new HashMap<String, String>();
      node.properties().forEach(entry -> fields.put(entry.getKey(), shape(entry.getValue())));
      return new TreeMap<>(fields).toString();
    }
    if (node.isArray()) {
      var parts = new ArrayList<String>();
      node.forEach(part -> parts.add(shape(part)));
      return parts.toString();
    }
    return node.getNodeType().name();
  }
}
