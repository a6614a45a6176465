package org.touchstone.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.touchstone.cli.table.BadInput;
import picocli.CommandLine;

class CrowdTest {
  @TempDir Path folder;

  @Test
  void aLabelFileBecomesItemsAndWhatEachWorkerSaidInOrder() throws IOException {
    var crowd = LabelCrowd.read(file("words.labels.csv", "item,worker,label\n7,ann,yes\n8,ann,no\n7,ben,no\n7,ann,no\n"), file("gold.csv", "item,label\n7,yes\n"), Integer.MAX_VALUE);
    assertThat(crowd.name()).isEqualTo("words");
    assertThat(crowd.question()).isEqualTo(new Crowd.Question.Label(List.of("no", "yes")));
    assertThat(crowd.judgments().get("ann")).containsExactly(new Crowd.Judgment("7", "yes"), new Crowd.Judgment("8", "no"));
    assertThat(crowd.repeated()).isEqualTo(1);
    assertThat(crowd.counts()).containsEntry("7", 2).containsEntry("8", 1);
    assertThat(crowd.gold()).containsEntry("7", "yes");
    assertThat(crowd.items().values().stream().map(Crowd.Item::prompt).distinct()).hasSize(2);
  }

  @Test
  void badRowsAreNamedWithTheirLine() throws IOException {
    String labels = file("l.csv", "item,worker,label\n7,ann,yes\n8,,no\n");
    assertThatThrownBy(() -> LabelCrowd.read(labels, null, Integer.MAX_VALUE)).isInstanceOf(BadInput.class).hasMessageEndingWith("line 3, column \"worker\": it is empty");
    String other = file("g.csv", "item,label\n99,yes\n"), fine = file("f.csv", "item,worker,label\n7,ann,yes\n");
    assertThatThrownBy(() -> LabelCrowd.read(fine, other, Integer.MAX_VALUE)).hasMessageContaining("none of its items is in");
  }

  @Test
  void aPairIsOneItemWhicheverSideItStoodOn() throws IOException {
    String prompts = file("p.jsonl", "{\"id\":1,\"text\":\"Why?\"}\n");
    String results = file("r.jsonl", "{\"prompt\":1,\"model\":3,\"result\":\"three\",\"name\":\"M3\"}\n{\"prompt\":1,\"model\":5,\"result\":\"\",\"name\":\"M5\"}\n");
    var crowd = PairCrowd.read(file("c.csv", "prompt,model_x,model_y,worker,winner\n1,3,5,ann,left\n1,5,3,ben,left\n1,5,3,cid,tie\n"), prompts, results, 99);
    assertThat(crowd.items().values()).containsExactly(
        new Crowd.Item("1-3-5", "Why?", List.of(new Crowd.Response("three", "M3"), new Crowd.Response("(no answer)", "M5"))));
    assertThat(crowd.judgments().get("ann")).containsExactly(new Crowd.Judgment("1-3-5", "0"));
    assertThat(crowd.judgments().get("ben")).containsExactly(new Crowd.Judgment("1-3-5", "1"));
    assertThat(crowd.judgments().get("cid")).containsExactly(new Crowd.Judgment("1-3-5", "tie"));
    String wrong = file("w.csv", "prompt,model_x,model_y,worker,winner\n1,3,9,ann,left\n");
    assertThatThrownBy(() -> PairCrowd.read(wrong, prompts, results, 99)).hasMessageContaining("line 2, column \"model_y\": there is no result of model \"9\"");
  }

  @Test
  void theStateOfAnotherReplayIsNotContinued() throws IOException {
    var file = folder.resolve("a.replay");
    var state = ReplayState.open(file, "http://one", "rte");
    state.project("0198c0de-0000-7000-8000-000000000001");
    var worker = state.invent("ann", 1);
    state.joined("ann", "account");
    var again = ReplayState.open(file, "http://one", "rte");
    assertThat(again.projectId()).isEqualTo("0198c0de-0000-7000-8000-000000000001");
    assertThat(again.worker("ann")).isEqualTo(new ReplayState.Worker(worker.email(), worker.password(), "account"));
    assertThatThrownBy(() -> ReplayState.open(file, "http://two", "rte")).isInstanceOf(BadInput.class).hasMessageContaining("belongs to the replay of rte at http://one");
  }

  @Test
  void withoutAServerItSaysHowToStartOne() throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var errors = new StringWriter();
    var line = new CommandLine(new ReplayCommand());
    line.setErr(new PrintWriter(errors));
    line.setExecutionExceptionHandler((e, command, parsed) -> {
      command.getErr().println(e.getMessage());
      return e instanceof BadInput ? 2 : 1;
    });
    int code = line.execute(file("l.csv", "item,worker,label\n7,ann,yes\n"), "--url", "http://localhost:" + port, "--email", "a@b.example", "--password=secret-words");
    assertThat(code).isEqualTo(2);
    assertThat(errors.toString()).contains("no server answers at http://localhost:" + port, "./touchstone start");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
