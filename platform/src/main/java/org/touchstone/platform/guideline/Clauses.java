package org.touchstone.platform.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The clauses of a guideline: its headings, without the title that stands over all of them. */
public final class Clauses {
  private static final Pattern FENCE = Pattern.compile("^\\s{0,3}(`{3,}|~{3,})");
  private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.+?)\\s*#*$");

  private Clauses() {}

  /** Empty for a text without headings, or with a title only; a # inside a fenced program is none. */
  public static List<String> of(String body) {
    var clauses = new ArrayList<String>();
    int titles = 0;
    boolean titled = false;
    String fence = null;
    for (String line : body.lines().toList()) {
      var mark = FENCE.matcher(line);
      if (mark.find()) fence = fence == null ? mark.group(1) : mark.group(1).startsWith(fence) ? null : fence;
      var heading = HEADING.matcher(line);
      if (fence != null || !heading.matches()) continue;
      if (heading.group(1).length() == 1) {
        titles++;
        titled |= clauses.isEmpty();
      }
      clauses.add(heading.group(2).replaceAll("[*_`]", "").strip());
    }
    return List.copyOf(titled && titles == 1 ? clauses.subList(1, clauses.size()) : clauses);
  }
}
