package org.touchstone.platform.guideline;

import java.util.List;

/** Rubrics to start from; the first asks the four questions of every review. */
public final class RubricTemplates {
  public record Template(String name, String description, Rubric rubric, String body) {}

  private static final List<Criterion.Option> YES_NO =
      List.of(new Criterion.Option("yes", "Yes", null), new Criterion.Option("partly", "Partly", null), new Criterion.Option("no", "No", null));

  private RubricTemplates() {}

  public static List<Template> all() {
    return List.of(defaultReview(), comparison(), ranking(), faultFinding(), reasoning(), conversation());
  }

  public static Template defaultReview() {
    var rubric = new Rubric(List.of(
        new Criterion.Label(each("correct", "Is it correct?", "Check facts, figures and reasoning. An error that changes what the reader would do means No.",
            Criterion.Justification.NEVER), YES_NO, false),
        new Criterion.Label(each("answers", "Does it answer the question?", "A fine answer to another question means No; a missing part means Partly.",
            Criterion.Justification.NEVER), YES_NO, false),
        new Criterion.Label(each("harm", "Is anything misleading or unsafe?", "Think of a reader who follows it to the letter.",
            Criterion.Justification.ON_EXTREMES), List.of(
                new Criterion.Option("no", "No", null), new Criterion.Option("misleading", "Misleading", null), new Criterion.Option("unsafe", "Unsafe", null)), false),
        new Criterion.Scale(each("trust", "Would someone trust it?", "As the person who asked, knowing what you know now.", Criterion.Justification.ON_EXTREMES), 1, 5,
            List.of(new Criterion.Anchor(1, "Not at all", "They would be right to throw it away."), new Criterion.Anchor(3, "With checking", "Useful, but they would look it up."),
                new Criterion.Anchor(5, "Fully", "They could act on it as it is.")))));
    return new Template("Default review", "The four questions: correct, to the point, safe, trustworthy. Asked of each response.", rubric, """
        # What to look at

        Read the prompt first and decide for yourself what a good answer would need. Then read each response to its end before you judge.

        ## Is it correct?
        Check what can be checked: names, dates, figures, steps of reasoning, quoted sources. **Yes**: nothing wrong that matters. **Partly**: a slip
        that does not change what the reader would do. **No**: an error that does.

        ## Does it answer the question?
        Hold it against what was asked, not against what you would have liked to read. Missing parts make it **Partly**.

        ## Is anything misleading or unsafe?
        Misleading: a reader would believe something untrue. Unsafe: a reader who follows it could come to harm. Say what and where.

        ## Would someone trust it?
        Put yourself in the place of the person who asked.

        If the item itself is broken or ambiguous, **flag** it rather than guess: flags are paid and never lower your standing.
        """);
  }

  private static Template comparison() {
    var rubric = new Rubric(List.of(
        new Criterion.Compare(item("preference", "Which response is better?", "Weigh correctness before style, and style before length.", Criterion.Justification.ON_EXTREMES),
            true, true, true),
        new Criterion.FreeText(new Criterion.Common("reason", "What decided it?", "One or two sentences.", Criterion.Target.ITEM, false, Criterion.Justification.NEVER),
            null, 1000)));
    return new Template("Comparison", "Two responses side by side: which is better, and by how much.", rubric, """
        # Which response is better?

        Read both to the end. Weigh in this order: correct and safe, answers what was asked, complete, clear, pleasant to read. A longer answer is
        not a better one.

        **Tie** means that you would be equally content with either. **Both bad** means that you would send neither.
        """);
  }

  private static Template ranking() {
    var rubric = new Rubric(List.of(
        new Criterion.Rank(item("ranking", "Put the responses in order, best first", "Responses that are equally good share a place.", Criterion.Justification.NEVER), true)));
    return new Template("Ranking", "Several responses put in order, ties allowed.", rubric, """
        # Put the responses in order

        Find the best and the worst first, then fit the others between them. Let two share a place when you cannot say which is better.
        """);
  }

  private static Template faultFinding() {
    var rubric = new Rubric(List.of(
        new Criterion.Critique(item("faults", "Mark every fault", "Select the words that are wrong, no more.", Criterion.Justification.NEVER), List.of(
            new Criterion.Option("factual", "Factual error", null), new Criterion.Option("reasoning", "Error of reasoning", null),
            new Criterion.Option("omission", "Something missing", null), new Criterion.Option("unsafe", "Unsafe", null), new Criterion.Option("tone", "Tone", null)),
            List.of(new Criterion.Option("minor", "Minor", null), new Criterion.Option("major", "Major", null), new Criterion.Option("critical", "Critical", null))),
        new Criterion.Rewrite(new Criterion.Common("better", "Write the better answer", "Start from the best response and change what must be changed.",
            Criterion.Target.ITEM, false, Criterion.Justification.NEVER), 20, 20_000)));
    return new Template("Faults and rewrite", "Mark spans with category and severity, then write the better answer.", rubric, """
        # Mark every fault

        Mark the shortest stretch of words that carries the fault. **Critical**: a reader could come to harm or act wrongly. **Major**: the answer
        misleads. **Minor**: it could be better.

        Then, where you can, write the answer as it should have been.
        """);
  }

  private static Template reasoning() {
    var rubric = new Rubric(List.of(
        new Criterion.StepReview(each("steps", "Is each step right?", "Right: true, and it follows. Neutral: neither wrong nor of use. Wrong: false, or it does not follow.",
            Criterion.Justification.NEVER), null),
        new Criterion.Label(each("answer", "Is the final answer correct?", null, Criterion.Justification.NEVER), YES_NO, false)));
    return new Template("Reasoning, step by step", "Each step right, neutral or wrong, and the final answer.", rubric, """
        # Judge every step by itself

        A step is **right** when it is true and follows from what stands before it, even where that was wrong already. It is **neutral** when it
        neither helps nor harms. It is **wrong** when it is false or does not follow; say in a few words what is wrong with the first one.
        """);
  }

  private static Template conversation() {
    var rubric = new Rubric(List.of(
        new Criterion.TurnReview(item("turns", "How good is each turn of the assistant?", "Judge it by what the person had said up to there.", Criterion.Justification.NEVER),
            List.of(new Criterion.Option("good", "Good", null), new Criterion.Option("fair", "Fair", null), new Criterion.Option("bad", "Bad", null)), null, null, null),
        new Criterion.Label(item("resolved", "Was the person helped in the end?", null, Criterion.Justification.NEVER), YES_NO, false),
        new Criterion.FreeText(new Criterion.Common("missing", "What was missing?", null, Criterion.Target.ITEM, true, Criterion.Justification.NEVER, null,
            new Condition("resolved", null, "yes", null, null, null), null), 10, 1000)));
    return new Template("Conversation", "Each turn of the assistant, and the conversation as a whole.", rubric, """
        # Judge the conversation

        First each turn of the assistant: was it correct, did it take up what the person said, was its tone right? Then the whole: was the person
        helped, and if not, what was missing?
        """);
  }

  private static Criterion.Common each(String key, String title, String help, Criterion.Justification justification) {
    return new Criterion.Common(key, title, help, Criterion.Target.EACH_RESPONSE, true, justification);
  }

  private static Criterion.Common item(String key, String title, String help, Criterion.Justification justification) {
    return new Criterion.Common(key, title, help, Criterion.Target.ITEM, true, justification);
  }
}
