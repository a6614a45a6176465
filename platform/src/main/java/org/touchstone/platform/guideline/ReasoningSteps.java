package org.touchstone.platform.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a chain of reasoning into its steps where nobody brought them along: at numbered lines that count from one, else
 * at empty lines. Code and displayed formulas are never cut. The same text always gives the same steps, since answers
 * name them by number.
 */
public final class ReasoningSteps {
  /** Beyond this the rest belongs to the last step. */
  public static final int MOST = 500;
  private static final Pattern NUMBERED = Pattern.compile("^[ ]{0,3}(?:[#*_]{0,4}\\s*(?i:step)\\s+)?[*_]{0,2}(\\d{1,3})[*_]{0,2}\\s*[.):]\\S*(?:\\s|$).*");

  private ReasoningSteps() {}

  public static List<String> of(String text) {
    var lines = text.strip().split("\\R", -1);
    var starts = numbered(lines);
    return joined(lines, starts.size() > 1 ? starts : paragraphs(lines));
  }

  private static List<Integer> numbered(String[] lines) {
    var starts = new ArrayList<Integer>();
    var inside = new Fences();
    for (int i = 0; i < lines.length; i++) {
      if (inside.after(lines[i])) continue;
      Matcher match = NUMBERED.matcher(lines[i]);
      if (match.matches() && Integer.parseInt(match.group(1)) == starts.size() + 1) starts.add(i);
    }
    return starts;
  }

  private static List<Integer> paragraphs(String[] lines) {
    var starts = new ArrayList<Integer>();
    var inside = new Fences();
    boolean begun = false;
    for (int i = 0; i < lines.length; i++) {
      boolean fenced = inside.open();
      inside.after(lines[i]);
      if (lines[i].isBlank() && !fenced) begun = false;
      else if (!begun) {
        begun = true;
        starts.add(i);
      }
    }
    return starts;
  }

  private static List<String> joined(String[] lines, List<Integer> starts) {
    var steps = new ArrayList<String>();
    if (starts.isEmpty()) return steps;
    String before = String.join("\n", List.of(lines).subList(0, starts.getFirst())).strip();
    if (!before.isEmpty()) steps.add(before);
    for (int s = 0; s < starts.size() && steps.size() < MOST; s++) {
      boolean last = s + 1 == starts.size() || steps.size() + 1 == MOST;
      int end = last ? lines.length : starts.get(s + 1);
      steps.add(String.join("\n", List.of(lines).subList(starts.get(s), end)).strip());
    }
    return steps;
  }

  /** Whether a line stands inside code or a displayed formula. */
  private static final class Fences {
    private String closing = "";

    boolean open() {
      return !closing.isEmpty();
    }

    /** Reads the line; says whether it belongs to something that must not be cut. */
    boolean after(String line) {
      String start = line.strip();
      if (open()) {
        if (start.endsWith(closing) || start.startsWith(closing)) closing = "";
        return true;
      }
      if (start.startsWith("```")) closing = "```";
      else if (start.startsWith("~~~")) closing = "~~~";
      else if (start.startsWith("$$") && (start.length() == 2 || !start.endsWith("$$"))) closing = "$$";
      else if (start.startsWith("\\[") && !start.endsWith("\\]")) closing = "\\]";
      return open();
    }
  }
}
