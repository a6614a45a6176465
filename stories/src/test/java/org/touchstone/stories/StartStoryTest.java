package org.touchstone.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as whoever runs it meets it: started, stopped, killed, started twice. */
class StartStoryTest {

  @Test
  void anEmptyDataFolderBecomesAHealthyServerThatCtrlCStopsWithItsDatabase() throws Exception {
    var server = RunningTouchstone.empty();
    var database = Databases.of(server);
    assertThat(server.isHealthy()).isTrue();
    assertThat(server.output()).contains("Touchstone is ready at " + server.address());
    assertThat(database.isAlive()).isTrue();

    assertThat(server.stop()).isEqualTo(130);

    assertThat(database.isAlive()).as("database after Ctrl-C").isFalse();
  }

  @Test
  void afterAKillNoDatabaseIsLeftAndTheNextStartRecovers() throws Exception {
    var server = RunningTouchstone.empty();
    var database = Databases.of(server);

    server.kill();

    assertThat(Databases.endsSoon(database)).as("database ends by itself after kill -9").isTrue();
    try (var again = server.again()) {
      assertThat(again.isHealthy()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cluster.init", "cluster"})
  void aKillInTheMiddleOfTheVeryFirstStartLeavesAFolderThatStartsWell(String justAppeared) throws Exception {
    var data = RunningTouchstone.newDataFolder();
    var first = RunningTouchstone.launch(data, RunningTouchstone.freePort(), List.of("--touchstone.demo=false"));
    Databases.awaitEntry(data, "postgresql");
    Databases.awaitEntry(data.resolve("postgresql"), justAppeared);

    first.kill();

    try (var second = first.again()) {
      assertThat(second.isHealthy()).isTrue();
    }
  }

  @Test
  void aSecondServerOnTheSameFolderSaysSoAndLeavesTheFirstAlone() throws Exception {
    try (var first = RunningTouchstone.empty()) {
      var second = RunningTouchstone.launch(first.data(), RunningTouchstone.freePort(), List.of());
      assertThat(second.process().waitFor()).isEqualTo(1);
      assertThat(second.outputAtEnd().strip().lines()).singleElement().asString()
          .startsWith("touchstone: Touchstone already runs on the data folder " + first.data())
          .contains("process " + first.process().pid());
      assertThat(first.isHealthy()).isTrue();
    }
  }
}
