package org.touchstone.platform.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Visitor;

@PlatformTest
class AppFilesTest {
  @LocalServerPort
  private int port;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/projects", "/projects/01a2/work", "/invitations/abc_def-9", "/setup?token=x"})
  void everyAddressOfTheAppGetsItsOnePageAnew(String address) {
    var answer = new Visitor(port).get(address);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).contains("The app of the tests");
    assertThat(answer.response().headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(answer.response().headers().firstValue("Last-Modified")).isEmpty();
  }

  @Test
  void theSamePageIsNotSentTwice() {
    var first = new Visitor(port).get("/");
    String tag = first.response().headers().firstValue("ETag").orElseThrow();
    assertThat(new Visitor(port).with("If-None-Match", tag).get("/").status()).isEqualTo(304);
  }

  @Test
  void aHashedFileIsKeptForAYear() {
    var answer = new Visitor(port).get("/assets/app-0a1b2c3d.js");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000", "immutable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/gone-1234.js", "/favicon.gone", "/actuator/env", "/problems/none"})
  void whatIsNotThereIsNotTheApp(String address) {
    assertThat(new Visitor(port).get(address).status()).isEqualTo(404);
  }
}
