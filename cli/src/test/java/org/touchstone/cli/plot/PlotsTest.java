package org.touchstone.cli.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class PlotsTest {
  @TempDir
  Path folder;

  private Document drawn(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(Files.readAllBytes(file)));
  }

  @Test
  void intervalsAreDrawnAndDescribed() throws Exception {
    Path file = folder.resolve("ratings.svg");
    Plots.intervals(file.toString(), "Ratings <of> \"models\" & men", "rating",
        List.of(new Plots.Bar("a<b", 1200, 1150, 1260), new Plots.Bar("alone", 1000, 1000, 1000)));
    Document svg = drawn(file);
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Ratings <of> \"models\" & men");
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("a<b 1200 [1150, 1260]", "alone 1000");
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(2);
    assertThat(Files.readString(file, StandardCharsets.UTF_8)).contains("prefers-color-scheme:dark", "role=\"img\"").doesNotContain("NaN");
  }

  @Test
  void confusionHasACellForEachPair() throws Exception {
    Path file = folder.resolve("confusion.svg");
    Plots.confusion(file.toString(), "Confusion", List.of("cat", "dog"), new double[][] {{0.9, 0.1}, {0.25, 0.75}});
    Document svg = drawn(file);
    assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(1 + 4);
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("cat was called so in 90 %.", "dog was called so in 75 %.");
  }

  @Test
  void curvesOfOnePointAndFlatOnesStayOnThePage() throws Exception {
    Path file = folder.resolve("curve.svg");
    Plots.curves(file.toString(), "Curve", List.of("n", "accuracy"), List.of(new Plots.Curve("flat", List.of(new Plots.Point(0, 1, "start")))));
    assertThat(Files.readString(file)).doesNotContain("NaN").doesNotContain("Infinity");
    assertThat(drawn(file).getElementsByTagName("circle").getLength()).isEqualTo(2);
  }

  @Test
  void ticksAreRoundAndHoldTheData() {
    var axis = Axis.over(0.213, 0.87, 0, 100);
    assertThat(axis.low()).isLessThanOrEqualTo(0.213);
    assertThat(axis.high()).isGreaterThanOrEqualTo(0.87);
    assertThat(axis.label(0)).isEqualTo("0.2");
    assertThat(axis.at(axis.high())).isEqualTo(100);
  }

  @Test
  void anotherKindOfFileIsRefused() {
    assertThatThrownBy(() -> Plots.confusion(folder.resolve("x.png").toString(), "t", List.of("a"), new double[][] {{1}}))
        .hasMessageContaining("name it with .svg at the end");
  }
}
