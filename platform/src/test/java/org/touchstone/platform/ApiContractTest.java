package org.touchstone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The committed contract is what the server says of itself; {@code -Dopenapi.write=true} writes it anew. */
@PlatformTest
class ApiContractTest {
  private static final Path COMMITTED = Path.of("..", "api", "openapi.yaml");

  @LocalServerPort
  private int port;

  @Test
  void theCommittedDescriptionEqualsTheRunningServer() throws IOException {
    String served = new Visitor(port).get("/openapi.yaml").response().body();
    if (Boolean.getBoolean("openapi.write")) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, served);
    }
    assertThat(Files.exists(COMMITTED)).as("api/openapi.yaml is missing: run this test with -Dopenapi.write=true").isTrue();
    assertThat(served.lines().toList())
        .as("api/openapi.yaml differs from the server; if the change is meant, run this test with -Dopenapi.write=true and commit the file")
        .isEqualTo(Files.readString(COMMITTED).lines().toList());
  }

  @Test
  void everyOperationHasANameOfItsOwn() {
    var names = Pattern.compile("operationId: (\\S+)").matcher(new Visitor(port).get("/openapi.yaml").response().body()).results()
        .map(match -> match.group(1)).toList();
    assertThat(names).isNotEmpty().doesNotHaveDuplicates().noneMatch(name -> name.matches(".*_\\d+"));
  }

  /** Two records of one name leave one of them out of the contract. */
  @Test
  void everyAnswerHasAShape() {
    assertThat(new Visitor(port).get("/openapi.yaml").response().body()).doesNotContain("content: {}");
  }
}
