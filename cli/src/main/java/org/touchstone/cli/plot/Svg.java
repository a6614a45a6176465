package org.touchstone.cli.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.touchstone.cli.table.BadInput;

/** An SVG under construction: named and described for those who do not see it, in colours for light and for dark. */
final class Svg {
  private static final String STYLE = """
      <style>
        .ink{fill:#1f2328}.soft{fill:#59636e}.line{stroke:#1f2328}.grid{stroke:#d1d9e0}.mark{fill:#1f6feb}.bar{stroke:#1f6feb}
        .other{fill:#bf5700}.otherline{stroke:#bf5700}.paper{fill:#ffffff}
        text{font:13px system-ui,sans-serif}.head{font-weight:600;font-size:15px}
        @media (prefers-color-scheme:dark){.ink{fill:#f0f6fc}.soft{fill:#9198a1}.line{stroke:#f0f6fc}.grid{stroke:#3d444d}
        .mark{fill:#58a6ff}.bar{stroke:#58a6ff}.other{fill:#f0883e}.otherline{stroke:#f0883e}.paper{fill:#0d1117}}
      </style>
      """;

  private final StringBuilder body = new StringBuilder();
  private final int width;
  private final int height;
  private final String title;
  private final String description;

  Svg(int width, int height, String title, String description) {
    this.width = width;
    this.height = height;
    this.title = title;
    this.description = description;
    text(16, 26, "head ink", "start", title);
  }

  Svg line(double x1, double y1, double x2, double y2, String style) {
    return add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>", x1, y1, x2, y2, style);
  }

  Svg thick(double x1, double y1, double x2, double y2, String style) {
    return add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\" stroke-width=\"2\"/>", x1, y1, x2, y2, style);
  }

  Svg dot(double x, double y, String style, String tip) {
    return add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" class=\"%s\"><title>%s</title></circle>", x, y, style, escaped(tip));
  }

  Svg box(double x, double y, double size, double strength, String tip) {
    return add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"mark\" fill-opacity=\"%.3f\"><title>%s</title></rect>", x, y, size, size,
        strength, escaped(tip));
  }

  /** @param anchor start, middle or end */
  Svg text(double x, double y, String style, String anchor, String words) {
    return add("<text x=\"%.1f\" y=\"%.1f\" class=\"%s\" text-anchor=\"%s\">%s</text>", x, y, style, anchor, escaped(words));
  }

  private Svg add(String format, Object... values) {
    body.append(String.format(Locale.ROOT, format, values)).append('\n');
    return this;
  }

  void write(String file) throws IOException {
    Path target = Path.of(file).toAbsolutePath();
    if (!file.toLowerCase(Locale.ROOT).endsWith(".svg")) throw new BadInput(file + ": a plot is written as SVG; name it with .svg at the end");
    if (!Files.isDirectory(target.getParent())) throw new BadInput(file + ": the folder " + target.getParent() + " does not exist");
    Files.writeString(target, toString());
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-labelledby="title desc">
        <title id="title">%s</title>
        <desc id="desc">%s</desc>
        %s<rect width="%d" height="%d" class="paper"/>
        %s</svg>
        """, width, height, width, height, escaped(title), escaped(description), STYLE, width, height, body);
  }

  static String shortened(String words, int most) {
    return words.length() <= most ? words : words.substring(0, most - 1) + "…";
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replaceAll("\\p{Cntrl}", " ");
  }
}
