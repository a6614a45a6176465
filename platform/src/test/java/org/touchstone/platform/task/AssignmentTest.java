package org.touchstone.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Visitor;
import org.touchstone.platform.World;

/** Work that a manager gives to people by name: shared out by number or percentage, or item by item. */
@PlatformTest
class AssignmentTest {
  @Autowired World world;
  @LocalServerPort int port;

  @Test
  void aNumberOrAPercentageEachIsSharedOutAndNobodyGetsOneTwice() {
    var manager = world.person("Manager");
    var project = world.published(manager);
    String at = "/api/v1/projects/" + project.id();
    var visitor = world.visitor(port, manager);
    visitor.patch(at, Map.of("settings", Map.of("routing", "ASSIGNED", "wanted", 2, "goldRate", 0))).ok();
    visitor.post(at + "/items", Map.of("items", java.util.stream.IntStream.range(0, 10).mapToObj(n -> item("i" + n)).toList())).ok();
    var people = List.of(world.trainer(project.id()), world.trainer(project.id()), world.trainer(project.id()));
    var ids = people.stream().map(one -> one.id().toString()).toList();

    assertThat(visitor.get(at + "/assignments").ok().path("unassigned").asInt()).isEqualTo(20);
    assertThat(visitor.post(at + "/assignments/shares", Map.of("accounts", ids.subList(0, 2), "tasks", 4)).ok().path("assigned").asInt()).isEqualTo(8);
    assertThat(visitor.post(at + "/assignments/shares", Map.of("accounts", ids.subList(2, 3), "percent", 50)).ok().path("assigned").asInt()).as("half of the twelve left").isEqualTo(6);
    var loads = new HashMap<String, Integer>();
    visitor.get(at + "/assignments").ok().path("people").forEach(one -> loads.put(one.path("accountId").asString(), one.path("assigned").asInt()));
    assertThat(loads).containsEntry(ids.get(0), 4).containsEntry(ids.get(1), 4).containsEntry(ids.get(2), 6);

    assertThat(visitor.post(at + "/assignments/shares", Map.of("accounts", ids, "tasks", 100)).ok().path("assigned").asInt()).as("what is left and no more").isEqualTo(6);
    assertThat(visitor.get(at + "/assignments").ok().path("unassigned").asInt()).isZero();
    var items = visitor.get(at + "/items").ok().path("items");
    items.forEach(item -> assertThat(visitor.get(at + "/items/" + item.path("id").asString() + "/assignments").ok().path("items").size()).isEqualTo(2));
    items.forEach(item -> assertThat(item.path("wanted").asInt()).as("sharing out asks for no more judgments than were wanted").isEqualTo(2));
    assertThat(visitor.post(at + "/assignments/shares", Map.of("accounts", ids, "tasks", 1, "percent", 1)).status()).isEqualTo(422);
    assertThat(visitor.post(at + "/assignments/shares", Map.of("accounts", List.of(manager.id().toString()), "tasks", 1)).detail()).contains("trainers of this project");
  }

  @Test
  void oneItemIsGivenToOnePersonAndIsTheOneTheyGet() {
    var manager = world.person("Manager");
    var project = world.published(manager);
    String at = "/api/v1/projects/" + project.id();
    var visitor = world.visitor(port, manager);
    visitor.patch(at, Map.of("settings", Map.of("routing", "ASSIGNED", "wanted", 1, "goldRate", 0))).ok();
    visitor.post(at + "/items", Map.of("items", List.of(item("first"), item("second")))).ok();
    var trainer = world.trainer(project.id());
    var second = visitor.get(at + "/items?q=second").ok().at("/items/0/id").asString();
    var own = world.visitor(port, trainer);
    assertThat(own.post(at + "/leases", null).ok().at("/empty/code").asString()).isEqualTo("NOT_ASSIGNED");
    String place = at + "/items/" + second + "/assignments/" + trainer.id();
    visitor.put(place, Map.of()).ok();
    assertThat(visitor.put(place, Map.of()).ok().path("items").size()).as("the same again changes nothing").isEqualTo(1);
    assertThat(own.post(at + "/leases", null).ok().at("/lease/item/prompt").asString()).isEqualTo("Say second");
    assertThat(visitor.put(at + "/items/" + second + "/assignments/" + manager.id(), Map.of()).status()).isEqualTo(422);
  }

  private static Map<String, Object> item(String name) {
    return Map.of("externalId", name, "prompt", "Say " + name, "responses", List.of(Map.of("text", name)));
  }
}
