package org.touchstone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class TouchstoneTest {

  @LocalServerPort
  private int port;

  @Autowired
  private JdbcClient jdbc;

  @Test
  void healthIsUpForAnybody() throws Exception {
    var answer = HttpClient.newHttpClient().send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health")).build(),
        HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"UP\"");
  }

  @Test
  void theDatabaseIsPostgresOfAtLeastVersionFifteenInUtc() {
    assertThat(jdbc.sql("select current_setting('server_version_num')::int").query(Integer.class).single())
        .isGreaterThanOrEqualTo(150000);
    assertThat(jdbc.sql("show timezone").query(String.class).single()).isEqualTo("UTC");
  }
}
