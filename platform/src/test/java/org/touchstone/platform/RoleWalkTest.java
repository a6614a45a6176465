package org.touchstone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.touchstone.platform.access.AccessDesk;
import org.touchstone.platform.access.Finding;
import org.touchstone.platform.access.Gate;
import org.touchstone.platform.identity.Role;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;

/**
 * Every endpoint as everybody. The table says for each who gets how far; an endpoint that is missing from it fails the test.
 *
 * <p>One letter for each visitor, in this order: anonymous, a stranger with an account, a trainer of another project, a
 * trainer, a lead, an ML engineer, a manager, the owner of the installation.
 * {@code A} has to sign in · {@code H} hears of no such project · {@code N} hears of no such thing in it (or must not know
 * whose it is) · {@code F} is refused · {@code P} passes, whatever is then said of the content.
 */
@PlatformTest
class RoleWalkTest {
  private static final String TABLE = """
      GET    /api/v1/session                                                PPPPPPPP
      GET    /api/v1/invitations/{token}                                    PPPPPPPP
      POST   /api/v1/setup                                                  FFFFFFFF
      POST   /api/v1/account/password                                       APPPPPPP
      GET    /api/v1/accounts                                               AFFFFFFP
      PATCH  /api/v1/accounts/{account}                                     AFFFFFFN
      POST   /api/v1/accounts/{account}/password-link                       AFFFFFFN
      GET    /api/v1/password-links/{token}                                 PPPPPPPP
      POST   /api/v1/password-links/{token}/password                        PPPPPPPP
      GET    /api/v1/tokens                                                 APPPPPPP
      POST   /api/v1/tokens                                                 APPPPPPP
      DELETE /api/v1/tokens/{token}                                         ANNNNNNN
      GET    /api/v1/notices                                                APPPPPPP
      POST   /api/v1/notices/{notice}/reading                               ANNNNNNN
      GET    /api/v1/profile                                                APPPPPPP
      PUT    /api/v1/profile                                                APPPPPPP
      GET    /api/v1/account/content                                        APPPPPPP
      PUT    /api/v1/account/content                                        APPPPPPP
      GET    /api/v1/rubric-templates                                       APPPPPPP
      GET    /api/v1/earnings                                               APPPPPPP
      GET    /api/v1/earnings/entries                                       APPPPPPP
      GET    /api/v1/operations/reconciliation                              AFFFFFFP

      GET    /api/v1/projects                                               APPPPPPP
      POST   /api/v1/projects                                               AFFFFFFP
      GET    /api/v1/projects/{project}                                     APPPPPPP
      PATCH  /api/v1/projects/{project}                                     AHHFFFPP
      PUT    /api/v1/projects/{project}/terms                               AHHFFFPP
      POST   /api/v1/projects/{project}/publication                         AHHFFFPP
      POST   /api/v1/projects/{project}/pause                               AHHFFFPP
      DELETE /api/v1/projects/{project}/pause                               AHHFFFPP
      GET    /api/v1/projects/{project}/audit                               AHHFFFPP
      GET    /api/v1/projects/{project}/people                              AHHFPFPP
      DELETE /api/v1/projects/{project}/people/{account}/roles/{role}       AHHFFFNN
      POST   /api/v1/projects/{project}/people/{account}/restriction        AHHFFFPP
      POST   /api/v1/projects/{project}/people/{account}/restoration        AHHFPFPP
      GET    /api/v1/projects/{project}/invitations                         AHHFFFPP
      POST   /api/v1/projects/{project}/invitations                         AHHFFFPP
      DELETE /api/v1/projects/{project}/invitations/{invitation}            AHHFFFNN
      GET    /api/v1/projects/{project}/decisions                           AHHFPFPP
      POST   /api/v1/decisions/{decision}/appeal                            ANNPNNNN

      GET    /api/v1/projects/{project}/guidelines                          AHHPPPPP
      GET    /api/v1/projects/{project}/guidelines/current                  AHHPPPPP
      GET    /api/v1/projects/{project}/guidelines/{version}                AHHPPPPP
      GET    /api/v1/projects/{project}/guidelines/comparison               AHHNNNNN
      GET    /api/v1/projects/{project}/guidelines/draft                    AHHFPFPP
      GET    /api/v1/projects/{project}/guidelines/draft/comparison         AHHFPFPP
      GET    /api/v1/projects/{project}/guidelines/draft/impact             AHHFPFPP
      GET    /api/v1/projects/{project}/guidelines/draft/causes             AHHFPFPP
      PUT    /api/v1/projects/{project}/guidelines/draft/causes             AHHFPFPP
      GET    /api/v1/projects/{project}/guidelines/causes                   AHHFPFPP
      GET    /api/v1/projects/{project}/judgments/mine/answered-flags       AHHPPPPP
      GET    /api/v1/projects/{project}/rechecks                            AHHFPFPP
      POST   /api/v1/projects/{project}/rechecks                            AHHFFFPP
      PUT    /api/v1/projects/{project}/guidelines/draft                    AHHFPFPP
      POST   /api/v1/projects/{project}/guidelines                          AHHFPFPP
      POST   /api/v1/projects/{project}/guidelines/{version}/acknowledgement AHHPPPPP

      POST   /api/v1/projects/{project}/leases                              AHHPFFFF
      GET    /api/v1/projects/{project}/leases/current                      AHHPFFFF
      GET    /api/v1/leases/{lease}                                         ANNPNNNN
      PUT    /api/v1/leases/{lease}/draft                                   ANNPNNNN
      POST   /api/v1/leases/{lease}/renewal                                 ANNPNNNN
      PUT    /api/v1/leases/{lease}/judgment                                ANNPNNNN
      POST   /api/v1/leases/{lease}/skip                                    ANNPNNNN
      POST   /api/v1/leases/{lease}/opening                                 ANNPNNNN
      GET    /api/v1/projects/{project}/judgments/mine                      AHHPPPPP
      POST   /api/v1/judgments/{judgment}/dispute                           ANNPNNNN
      GET    /api/v1/judgments/{judgment}/revision                          ANNPNNNN
      PUT    /api/v1/judgments/{judgment}/revision                          ANNPNNNN
      GET    /api/v1/judgments/{judgment}                                   ANNPNNNN
      POST   /api/v1/judgments/{judgment}/return                            ANNFPFPP
      GET    /api/v1/projects/{project}/standing/mine                       AHHPPPPP

      GET    /api/v1/projects/{project}/items                               AHHFPPPP
      POST   /api/v1/projects/{project}/items                               AHHFFFPP
      GET    /api/v1/projects/{project}/items/{item}                        AHHFPPPP
      PATCH  /api/v1/projects/{project}/items/{item}                        AHHFFFPP
      PUT    /api/v1/projects/{project}/items/wanted                        AHHFFFPP
      PUT    /api/v1/projects/{project}/items/{item}/lane                   AHHFFFPP
      GET    /api/v1/projects/{project}/lanes                               AHHFPPPP
      GET    /api/v1/projects/{project}/lanes/mine                          APPPPPPP
      POST   /api/v1/projects/{project}/lanes                               AHHFFFPP
      PUT    /api/v1/projects/{project}/lanes/{number}                      AHHFFFPP
      DELETE /api/v1/projects/{project}/lanes/{number}                      AHHFFFPN
      GET    /api/v1/projects/{project}/distribution                        AHHFPFPP
      PUT    /api/v1/projects/{project}/items/{item}/gold                   AHHFPFPP
      DELETE /api/v1/projects/{project}/items/{item}/gold                   AHHFPFPP
      PUT    /api/v1/projects/{project}/items/{item}/sensitivity            AHHFPFPP
      DELETE /api/v1/projects/{project}/items/{item}/sensitivity            AHHFPFPP
      POST   /api/v1/projects/{project}/assignments                         AHHFFFPP
      GET    /api/v1/projects/{project}/assignments                         AHHFPFPP
      POST   /api/v1/projects/{project}/assignments/shares                  AHHFFFPP
      GET    /api/v1/projects/{project}/items/{item}/assignments            AHHFPFPP
      PUT    /api/v1/projects/{project}/items/{item}/assignments/{account}  AHHFFFPP
      GET    /api/v1/projects/{project}/overview                            AHHFPPPP
      GET    /api/v1/projects/{project}/standings                           AHHFPFPP
      GET    /api/v1/projects/{project}/agreement                           AHHFPPPP
      GET    /api/v1/projects/{project}/agreement/versions                  AHHFPPPP
      GET    /api/v1/projects/{project}/agreement/{criterion}               AHHFPPPP
      POST   /api/v1/projects/{project}/gold/confirmation                   AHHFPFPP
      GET    /api/v1/projects/{project}/cases                               AHHFPFPP
      GET    /api/v1/cases/{id}                                             ANNFPFPP
      POST   /api/v1/cases/{id}/verdict                                     ANNFPFPP

      GET    /api/v1/projects/{project}/images                              AHHFPPPP
      POST   /api/v1/projects/{project}/images                              AHHFFFPP
      GET    /api/v1/projects/{project}/images/{image}                      AHHFNNNN
      GET    /api/v1/leases/{lease}/images/{image}                          ANNNNNNN
      GET    /api/v1/projects/{project}/imports                             AHHFFFPP
      POST   /api/v1/projects/{project}/imports                             AHHFFFPP
      GET    /api/v1/projects/{project}/imports/{id}                        AHHFFFNN
      POST   /api/v1/projects/{project}/imports/{id}/run                    AHHFFFNN
      GET    /api/v1/projects/{project}/imports/{id}/errors.csv             AHHFFFNN
      GET    /api/v1/projects/{project}/rounds                              AHHPPPPP
      POST   /api/v1/projects/{project}/rounds                              AHHFPFPP
      GET    /api/v1/projects/{project}/assessments                         AHHPPPPP
      PUT    /api/v1/projects/{project}/rounds/{round}/requirement          AHHFFFPP
      GET    /api/v1/assessments                                            APPPPPPP
      POST   /api/v1/assessments                                            AFFFFFFP
      GET    /api/v1/rounds/{round}                                         ANNFPFPP
      PUT    /api/v1/rounds/{round}                                         ANNFPFPP
      DELETE /api/v1/rounds/{round}                                         ANNFPFPP
      POST   /api/v1/rounds/{round}/items                                   ANNFPFPP
      PUT    /api/v1/rounds/{round}/items/{setItem}/standard                ANNFPFPP
      DELETE /api/v1/rounds/{round}/items/{setItem}                         ANNFPFPP
      PUT    /api/v1/rounds/{round}/items/{setItem}/gold                    ANNFPFPP
      POST   /api/v1/rounds/{round}/items/{setItem}/example                 ANNFPFPP
      PUT    /api/v1/rounds/{round}/participants                            ANNFPFPP
      POST   /api/v1/rounds/{round}/opening                                 ANNFPFPP
      POST   /api/v1/rounds/{round}/closure                                 ANNFPFPP
      POST   /api/v1/rounds/{round}/renewal                                 ANNFPFPP
      GET    /api/v1/rounds/{round}/agreement                               ANNFPFPP
      GET    /api/v1/rounds/{round}/attempts                                ANNFPFPP
      POST   /api/v1/rounds/{round}/attempts                                ANNPPPPP
      GET    /api/v1/attempts/{attempt}                                     ANNPPNPP
      PUT    /api/v1/attempts/{attempt}/answers/{position}                  ANNPNNNN
      POST   /api/v1/attempts/{attempt}/submission                          ANNPNNNN
      POST   /api/v1/attempts/{attempt}/items/{position}/{criterion}/messages ANNPPNPP
      PUT    /api/v1/attempts/{attempt}/items/{position}/{criterion}/outcome ANNFPNPP
      PUT    /api/v1/attempts/{attempt}/items/{position}/{criterion}/mark   ANNFPNPP
      POST   /api/v1/attempts/{attempt}/decision                            ANNFPNPP

      GET    /api/v1/projects/{project}/snapshots                           AHHFFPPP
      POST   /api/v1/projects/{project}/snapshots                           AHHFFPPP
      GET    /api/v1/snapshots/{id}                                         ANNFFPPP
      GET    /api/v1/snapshots/{id}/export                                  ANNFFPPP
      GET    /api/v1/snapshots/{id}/frozen                                  ANNFFPPP

      GET    /api/v1/projects/{project}/membership                          APPPPPPP
      DELETE /api/v1/projects/{project}/membership                          ANNPNNNN
      POST   /api/v1/projects/{project}/membership                          APPPPPPP
      POST   /api/v1/projects/{project}/closure                             AHHFFFPP
      POST   /api/v1/invitations/{token}/acceptance                         PPPPPPPP
      DELETE /api/v1/session                                                PPPPPPPP
      POST   /api/v1/session                                                PPPPPPPP
      """;

  @LocalServerPort
  private int port;

  @Autowired
  private World world;

  @Autowired
  private AccessDesk access;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @Test
  void everyEndpointLetsInWhomItShould() {
    var manager = world.person("Manager");
    var project = world.published(manager);
    var crew = world.crew(project.id());
    var trainer = world.trainer(project.id());
    var elsewhere = world.trainer(world.published(world.person("Other")).id());
    var visitors = new LinkedHashMap<String, Visitor>();
    visitors.put("anonymous", new Visitor(port));
    visitors.put("stranger", world.visitor(port, world.person("Stranger")));
    visitors.put("trainer of another project", world.visitor(port, elsewhere));
    visitors.put("trainer", world.visitor(port, trainer));
    visitors.put("lead", world.visitor(port, crew.get(Role.LEAD)));
    visitors.put("engineer", world.visitor(port, crew.get(Role.ENGINEER)));
    visitors.put("manager", world.visitor(port, manager));
    visitors.put("owner", world.visitor(port, world.owner("Owner")));

    var place = new Place(project.id().toString());
    prepare(place, visitors, trainer.id());
    var wrong = new ArrayList<String>();
    rows().forEach((endpoint, expected) -> {
      int column = 0;
      for (var visitor : visitors.entrySet()) {
        var answer = ask(visitor.getValue(), endpoint, place);
        char seen = letter(answer);
        if (seen != expected.charAt(column)) {
          wrong.add("%s as %s: expected %s, got %s (%d %s)".formatted(endpoint, visitor.getKey(), expected.charAt(column), seen, answer.status(), answer.response().body()));
        }
        column++;
      }
    });
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyEndpointIsInTheTable() {
    var served = new TreeSet<String>();
    mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().stream().filter(path -> path.startsWith("/api/")).forEach(path ->
        mapping.getMethodsCondition().getMethods().forEach(method -> served.add(method + " " + path.replaceAll(":[^/]*}", "}")))));
    assertThat(served).isNotEmpty();
    assertThat(new TreeSet<>(rows().keySet())).isEqualTo(served);
  }

  /** What the addresses of the walk point at: the trainer's own work, and what came of it. */
  private static final class Place {
    final Map<String, String> ids = new LinkedHashMap<>();

    Place(String project) {
      ids.put("project", project);
      ids.put("version", "1");
      ids.put("role", "TRAINER");
      ids.put("position", "1");
      ids.put("criterion", "correct");
    }
  }

  private void prepare(Place place, Map<String, Visitor> visitors, org.touchstone.platform.shared.AccountId trainer) {
    String project = "/api/v1/projects/" + place.ids.get("project");
    var manager = visitors.get("manager");
    manager.post(project + "/items", Map.of("items", List.of(item("one"), item("two")))).ok();
    place.ids.put("item", manager.get(project + "/items").ok().at("/items/0/id").asString());
    place.ids.put("number", manager.post(project + "/lanes", Map.of("name", "German", "language", "German")).ok().path("number").asString());
    var work = visitors.get("trainer").post(project + "/leases", null).ok();
    var flagged = visitors.get("trainer").put("/api/v1/leases/" + work.at("/lease/id").asString() + "/judgment?next=true",
        Map.of("flag", Map.of("category", "broken", "note", "The prompt is cut off."))).ok();
    place.ids.put("judgment", flagged.at("/judgment/id").asString());
    place.ids.put("lease", flagged.at("/next/lease/id").asString());
    await().atMost(Duration.ofSeconds(30)).until(() -> manager.get(project + "/cases").ok().path("items").size() == 1);
    place.ids.put("case", manager.get(project + "/cases").ok().at("/items/0/id").asString());
    place.ids.put("snapshot", visitors.get("engineer").post(project + "/snapshots", Map.of("name", "walk")).ok().path("id").asString());
    takePart(place, visitors, project);
    var snapshot = "/api/v1/snapshots/" + place.ids.get("snapshot");
    await().atMost(Duration.ofSeconds(30)).until(() -> manager.get(snapshot).ok().path("state").asString().equals("READY"));
    manager.patch(project, Map.of("gate", Map.of("requireAcknowledgement", true, "restrict", Map.of("signal", "GOLD", "below", 0.6, "minimum", 10, "days", 7)))).ok();
    var decision = access.review(org.touchstone.platform.shared.ProjectId.of(place.ids.get("project")), trainer,
        new Finding(Gate.Signal.GOLD, Estimate.of(0.3, 20, new Interval(0.15, 0.5, 0.95)), List.of())).orElseThrow();
    place.ids.put("decision", decision.id().toString());
  }

  /** A calibration of one item that the trainer has handed in, and that a person still looks at. */
  private static void takePart(Place place, Map<String, Visitor> visitors, String project) {
    var sheet = Map.of("title", "Walk", "about", "", "minutes", 5, "rule", Map.of("share", 1, "eachCriterion", false, "attempts", 1, "waitHours", 0));
    var manager = visitors.get("manager");
    String round = manager.post(project + "/rounds", Map.of("kind", "CALIBRATION", "sheet", sheet)).ok().at("/card/id").asString();
    var right = Map.of("correct", Map.of("byResponse", Map.of("0", Map.of("choices", List.of("yes")))));
    manager.post("/api/v1/rounds/" + round + "/items", Map.of("items", List.of(Map.of("text", Map.of("prompt", "Say one", "responses", List.of(Map.of("text", "one"))),
        "answers", right, "explanations", Map.of("", "It says one."))))).ok();
    manager.post("/api/v1/rounds/" + round + "/opening", null).ok();
    var trainer = visitors.get("trainer");
    var attempt = trainer.post("/api/v1/rounds/" + round + "/attempts", null).ok();
    assertThat(attempt.toString()).as("the standard does not travel before the attempt is handed in").doesNotContain("It says one.");
    String id = attempt.path("id").asString();
    var given = Map.of("correct", Map.of("byResponse", Map.of("0", Map.of("choices", List.of("no")))), "answers", Map.of("byResponse", Map.of("0", Map.of("choices", List.of("yes")))),
        "harm", Map.of("byResponse", Map.of("0", Map.of("choices", List.of("no"), "justification", "There is none in it."))),
        "trust", Map.of("byResponse", Map.of("0", Map.of("value", 3))));
    trainer.put("/api/v1/attempts/" + id + "/answers/1", Map.of("answers", given, "revision", 1, "done", true)).ok();
    assertThat(trainer.post("/api/v1/attempts/" + id + "/submission", null).ok().toString()).contains("It says one.");
    place.ids.put("round", round);
    place.ids.put("attempt", id);
  }

  private static Map<String, Object> item(String name) {
    return Map.of("externalId", name, "prompt", "Say " + name, "responses", List.of(Map.of("text", name), Map.of("text", name + "!")), "wanted", 5);
  }

  private Visitor.Answer ask(Visitor visitor, String endpoint, Place place) {
    String[] parts = endpoint.split(" ");
    String path = parts[1];
    if (path.startsWith("/api/v1/cases")) path = path.replace("{id}", place.ids.get("case"));
    if (path.startsWith("/api/v1/snapshots")) path = path.replace("{id}", place.ids.get("snapshot"));
    for (var id : place.ids.entrySet()) path = path.replace("{" + id.getKey() + "}", id.getValue());
    path = path.replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    if (path.endsWith("/export")) path += "?format=jsonl";
    if ((path.endsWith("/imports") || path.endsWith("/images")) && parts[0].equals("POST")) return upload(visitor, path);
    boolean bodied = !parts[0].equals("GET") && !parts[0].equals("DELETE");
    return visitor.send(parts[0], path, bodied ? body(path) : null);
  }

  /** Enough to be read as a request; whether the content pleases is not the question here. */
  private static String body(String path) {
    if (path.endsWith("/draft")) return "{\"answers\":{},\"revision\":1,\"body\":\"\",\"rubric\":{\"criteria\":[]}}";
    if (path.endsWith("/run")) return "{\"mapping\":{\"prompt\":\"p\",\"responses\":[\"r\"]}}";
    if (path.endsWith("/judgment")) return "{\"flag\":{\"category\":\"broken\",\"note\":\"The prompt is cut off.\"}}";
    if (path.endsWith("/skip")) return "{\"reason\":\"Not my field\"}";
    return "{}";
  }

  private static Visitor.Answer upload(Visitor visitor, String path) {
    String body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"items.jsonl\"\r\n\r\n{\"prompt\":\"a\",\"response\":\"b\"}\r\n--edge--\r\n";
    try {
      return visitor.with("Content-Type", "multipart/form-data; boundary=edge").post(path, body);
    } finally {
      visitor.with("Content-Type", "");
    }
  }

  private static char letter(Visitor.Answer answer) {
    return switch (answer.status()) {
      case 401 -> answer.problem().equals("wrong-password") ? 'P' : 'A';
      case 403 -> 'F';
      case 404 -> answer.detail().startsWith("There is no such project,") ? 'H' : 'N';
      case 500, 501, 502, 503 -> '!';
      default -> 'P';
    };
  }

  private static Map<String, String> rows() {
    var rows = new LinkedHashMap<String, String>();
    TABLE.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
      String[] columns = line.split("\\s+");
      rows.put(columns[0] + " " + columns[1], columns[2]);
    });
    return rows;
  }
}
