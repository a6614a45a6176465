package org.touchstone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.touchstone.platform.shared.Welcome;

class WelcomeBannerTest {

  private final MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "9000");

  @Test
  void itSaysWhereAndHowInEachModulesWords() {
    assertThat(printed(List.of(
        () -> List.of("trainer   maya", "lead      jonas"),
        () -> List.of("set up at {address}/setup")))).isEqualTo("""

        Touchstone is ready at http://localhost:9000

          trainer   maya
          lead      jonas
          set up at http://localhost:9000/setup

        Press Ctrl-C to stop.
        """);
  }

  @Test
  void withNothingToSayItStaysShort() {
    assertThat(printed(List.of())).isEqualTo("""

        Touchstone is ready at http://localhost:9000

        Press Ctrl-C to stop.
        """);
  }

  private String printed(List<Welcome> welcomes) {
    var bytes = new ByteArrayOutputStream();
    new WelcomeBanner(welcomes, new PrintStream(bytes, true)).print(environment);
    return bytes.toString();
  }
}
