package org.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
  @TempDir
  Path folder;

  private String pilot() throws IOException {
    var random = new Random(1);
    var text = new StringBuilder("task,worker,label\n");
    for (int i = 0; i < 120; i++) {
      for (int r = 0; r < 5; r++) text.append("t" + i + ",w" + r + "," + (random.nextDouble() < 0.85 ? i % 2 : 1 - i % 2) + "\n");
    }
    return Files.writeString(folder.resolve("pilot.csv"), text).toString();
  }

  @Test
  void theCheapestPlanThatKeepsTheTargetIsMarked() throws IOException {
    Terminal terminal = Terminal.run("plan", pilot(), "--target-error", "0.08", "--price", "0.10", "--items", "500");
    assertThat(terminal.err()).isEmpty();
    assertThat(terminal.out()).contains("Forecast for 500 new items at 0.10 a judgment").contains("\n* ")
        .contains("* the cheapest that keeps the target").contains("From whom");
  }

  @Test
  void theJsonHoldsForecastReplayAndRaters() throws IOException {
    Terminal terminal = Terminal.run("plan", pilot(), "--mistake", "2", "--json");
    assertThat(terminal.out()).contains("\"forecast\"").contains("\"choice\"").contains("\"replay\"").contains("\"raters_by_information\"");
  }

  @Test
  void aPilotThatCannotBePlannedFromSaysWhy() throws IOException {
    String same = Files.writeString(folder.resolve("same.csv"), "task,worker,label\na,r,x\na,s,x\n").toString();
    assertThat(Terminal.run("plan", same).err()).contains("all judgments say the same");
    String once = Files.writeString(folder.resolve("once.csv"), "task,worker,label\na,r,x\nb,s,y\n").toString();
    Terminal terminal = Terminal.run("plan", once);
    assertThat(terminal.err()).contains("a pilot needs two or more on some items");
    assertThat(terminal.code()).isEqualTo(2);
    assertThat(Terminal.run("plan", once, "--target-error", "3").err()).contains("--target-error lies between 0 and 1, got 3.0");
  }
}
