package org.touchstone.cli.plot;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The kinds of plot there are; each says in its description what a reader would see. */
public final class Plots {
  private static final int MOST_LINES = 60;
  private static final int MOST_CLASSES = 20;

  private Plots() {}

  /** A figure with its ends; equal ends where it has no interval. */
  public record Bar(String name, double value, double low, double high) {}

  /** A named row of points from left to right. */
  public record Curve(String name, List<Point> points) {}

  public record Point(double x, double y, String what) {}

  /** Figures with their intervals, one below the other, in the order given. */
  public static void intervals(String file, String title, String axisName, List<Bar> bars) throws IOException {
    List<Bar> shown = bars.subList(0, Math.min(MOST_LINES, bars.size()));
    if (shown.isEmpty()) return;
    var axis = Axis.over(shown.stream().mapToDouble(Bar::low).min().orElseThrow(), shown.stream().mapToDouble(Bar::high).max().orElseThrow(), 230, 740);
    int bottom = 60 + 24 * shown.size();
    String rest = shown.size() < bars.size() ? " " + (bars.size() - shown.size()) + " more are not drawn." : "";
    var svg = new Svg(770, bottom + 60, title, axisName + " with intervals, from the top: " + named(shown) + rest);
    for (int t = 0; t < axis.ticks(); t++) {
      svg.line(axis.at(axis.tick(t)), 46, axis.at(axis.tick(t)), bottom, "grid");
      svg.text(axis.at(axis.tick(t)), bottom + 20, "soft", "middle", axis.label(t));
    }
    svg.text(485, bottom + 44, "soft", "middle", axisName + rest);
    for (int b = 0; b < shown.size(); b++) {
      Bar bar = shown.get(b);
      double y = 60 + 24 * b;
      svg.text(218, y + 4, "ink", "end", Svg.shortened(bar.name, 28));
      if (bar.high > bar.low) svg.thick(axis.at(bar.low), y, axis.at(bar.high), y, "bar");
      svg.dot(axis.at(bar.value), y, "mark", bar.name + ": " + said(bar));
    }
    svg.write(file);
  }

  /** What is said of each true class: one row a class, shares of its row. */
  public static void confusion(String file, String title, List<String> classes, double[][] share) throws IOException {
    int n = Math.min(MOST_CLASSES, classes.size());
    int cell = Math.clamp(480 / n, 24, 90);
    var words = new StringBuilder("Rows are the answers, columns what raters said.");
    for (int k = 0; k < n; k++) words.append(String.format(Locale.ROOT, " %s was called so in %.0f %%.", classes.get(k), 100 * share[k][k]));
    if (n < classes.size()) words.append(" The first ").append(n).append(" classes are drawn.");
    var svg = new Svg(220 + n * cell, 130 + n * cell, title, words.toString());
    svg.text(190 + n * cell / 2.0, 52, "soft", "middle", "what raters said");
    svg.text(16, 52, "soft", "start", "the answer");
    for (int k = 0; k < n; k++) {
      double y = 84 + k * cell;
      svg.text(180, y + cell / 2.0 + 4, "ink", "end", Svg.shortened(classes.get(k), 22));
      svg.text(190 + k * cell + cell / 2.0, 76, "ink", "middle", Svg.shortened(classes.get(k), Math.max(2, cell / 9)));
      for (int l = 0; l < n; l++) {
        double x = 190 + l * cell;
        svg.box(x + 1, y + 1, cell - 2, 0.04 + 0.5 * share[k][l],
            String.format(Locale.ROOT, "%s called %s: %.1f %%", classes.get(k), classes.get(l), 100 * share[k][l]));
        if (cell >= 34) svg.text(x + cell / 2.0, y + cell / 2.0 + 4, "ink", "middle", String.format(Locale.ROOT, "%.0f", 100 * share[k][l]));
      }
    }
    svg.text(190, 110 + n * cell, "soft", "start", "percent of each row");
    svg.write(file);
  }

  /** One or two curves, named at their ends. */
  public static void curves(String file, String title, List<String> axes, List<Curve> curves) throws IOException {
    var points = curves.stream().flatMap(c -> c.points.stream()).toList();
    if (points.isEmpty()) return;
    var x = Axis.over(0, points.stream().mapToDouble(Point::x).max().orElseThrow(), 80, 580);
    var y = Axis.over(points.stream().mapToDouble(Point::y).min().orElseThrow(), points.stream().mapToDouble(Point::y).max().orElseThrow(), 380, 56);
    var words = new StringBuilder(axes.get(1) + " against " + axes.get(0) + ".");
    for (Curve curve : curves) {
      words.append(' ').append(curve.name).append(':');
      for (Point point : curve.points) words.append(String.format(Locale.ROOT, " %s %.3g at %.3g;", point.what, point.y, point.x));
    }
    var svg = new Svg(770, 450, title, words.toString());
    for (int t = 0; t < x.ticks(); t++) svg.text(x.at(x.tick(t)), 402, "soft", "middle", x.label(t));
    for (int t = 0; t < y.ticks(); t++) {
      svg.line(80, y.at(y.tick(t)), 580, y.at(y.tick(t)), "grid");
      svg.text(72, y.at(y.tick(t)) + 4, "soft", "end", y.label(t));
    }
    svg.text(330, 430, "soft", "middle", axes.get(0));
    svg.text(16, 46, "soft", "start", axes.get(1));
    for (int c = 0; c < curves.size(); c++) {
      List<Point> of = curves.get(c).points;
      for (int p = 0; p < of.size(); p++) {
        Point point = of.get(p);
        if (p > 0) svg.thick(x.at(of.get(p - 1).x), y.at(of.get(p - 1).y), x.at(point.x), y.at(point.y), c == 0 ? "bar" : "otherline");
        svg.dot(x.at(point.x), y.at(point.y), c == 0 ? "mark" : "other", String.format(Locale.ROOT, "%s: %.3f at %.2f", point.what, point.y, point.x));
      }
      svg.dot(604, 70 + 24 * c, c == 0 ? "mark" : "other", curves.get(c).name);
      svg.text(616, 74 + 24 * c, "ink", "start", Svg.shortened(curves.get(c).name, 24));
    }
    svg.write(file);
  }

  private static String named(List<Bar> bars) {
    var words = new StringBuilder();
    for (Bar bar : bars) words.append(bar.name).append(' ').append(said(bar)).append("; ");
    return words.toString();
  }

  private static String said(Bar bar) {
    return bar.high > bar.low ? String.format(Locale.ROOT, "%.4g [%.4g, %.4g]", bar.value, bar.low, bar.high) : String.format(Locale.ROOT, "%.4g", bar.value);
  }
}
