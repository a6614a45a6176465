package org.touchstone.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.touchstone.platform.Eventually;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Visitor;
import tools.jackson.databind.JsonNode;

/** The demonstration as it stands after the first start: everybody finds what the terminal promises them. */
@PlatformTest
class DemoLoaderTest {
  @TempDir
  static Path data;

  @LocalServerPort
  private int port;

  @DynamicPropertySource
  static void demonstration(DynamicPropertyRegistry properties) {
    properties.add("touchstone.demo", () -> "true");
    properties.add("touchstone.data", data::toString);
  }

  @Test
  void theTrainerFindsWorkAStandingAndPaidTime() {
    var maya = as("maya");
    var projects = maya.get("/api/v1/projects").ok().path("items");
    assertThat(projects.size()).isEqualTo(2);
    for (var card : projects) {
      var project = "/api/v1/projects/" + card.path("id").asString();
      assertThat(maya.post(project + "/leases", null).ok().path("lease").isObject()).as(card.path("name").asString()).isTrue();
    }
    Eventually.that(() -> assertThat(maya.get(everyday(maya) + "/standing/mine").ok().at("/gold/value").isNumber()).isTrue());
    assertThat(stream(maya.get("/api/v1/earnings").ok().path("projects"))).allSatisfy(one -> {
      assertThat(one.path("activeSeconds").asInt()).isPositive();
      assertThat(one.at("/hourly/minor").asLong()).isPositive();
    });
  }

  @Test
  void theLeadFindsADisagreementThatTheConsensusDoesNotHide() {
    var jonas = as("jonas");
    Eventually.that(() -> assertThat(jonas.get(everyday(jonas) + "/cases?state=OPEN").ok().path("items").size()).isPositive());
    for (var card : jonas.get("/api/v1/projects").ok().path("items")) {
      Eventually.that(() -> assertThat(jonas.get("/api/v1/projects/" + card.path("id").asString() + "/cases?state=OPEN").ok().toString()).contains("\"FLAG\"", "\"DISAGREEMENT\""));
    }
    var items = jonas.get(everyday(jonas) + "/items?q=demo-036").ok().path("items");
    assertThat(items.size()).isEqualTo(1);
    var split = stream(items.get(0).path("consensus")).filter(row -> row.path("majority").isNull()).toList();
    assertThat(split).isNotEmpty().allSatisfy(row -> {
      assertThat(row.path("contested").asBoolean()).isTrue();
      // Near a third each, but for what the known answers told about each person.
      assertThat(row.path("probability").asDouble()).isBetween(0.3, 0.7);
    });
  }

  @Test
  void theManagerFindsRunningProjectsAndTheEngineerADataSet() {
    var priya = as("priya");
    assertThat(stream(priya.get("/api/v1/projects").ok().path("items"))).hasSize(2).allSatisfy(card -> assertThat(card.path("state").asString()).isEqualTo("PUBLISHED"));
    assertThat(priya.get(everyday(priya) + "/overview").ok().path("judgments").asInt()).isPositive();
    var tomas = as("tomas");
    Eventually.that(() -> assertThat(stream(tomas.get(everyday(tomas) + "/snapshots").ok().path("items"))).singleElement()
        .satisfies(snapshot -> assertThat(snapshot.path("state").asString()).isEqualTo("READY")));
  }

  private Visitor as(String name) {
    try {
      String email = name + "@demo.example";
      String line = Files.readAllLines(data.resolve("demo-sign-ins.txt")).stream().filter(one -> one.startsWith(email)).findFirst().orElseThrow();
      return new Visitor(port).signIn(email, line.substring(email.length() + 1));
    } catch (IOException e) {
      throw new AssertionError("the sign-ins are not kept", e);
    }
  }

  private static String everyday(Visitor visitor) {
    return stream(visitor.get("/api/v1/projects").ok().path("items")).filter(card -> card.path("name").asString().toLowerCase(java.util.Locale.ROOT).contains("everyday"))
        .map(card -> "/api/v1/projects/" + card.path("id").asString()).findFirst().orElseThrow();
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
