package org.touchstone.platform.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasoningStepsTest {
  @Test
  void numberedLinesAreSteps() {
    assertThat(ReasoningSteps.of("Let us see.\n\n1. Add 2.\n   It gives 4.\n2. Halve it.\n\n3. Done."))
        .containsExactly("Let us see.", "1. Add 2.\n   It gives 4.", "2. Halve it.", "3. Done.");
    assertThat(ReasoningSteps.of("**Step 1:** a\n**Step 2:** b")).hasSize(2);
    assertThat(ReasoningSteps.of("### Step 1. a\n\nmore\n\n### Step 2. b")).containsExactly("### Step 1. a\n\nmore", "### Step 2. b");
  }

  @Test
  void withoutNumbersParagraphsAreSteps() {
    assertThat(ReasoningSteps.of("First this.\n\n\nThen that.\nAnd on.\n")).containsExactly("First this.", "Then that.\nAnd on.");
    assertThat(ReasoningSteps.of("One line only.")).containsExactly("One line only.");
    assertThat(ReasoningSteps.of("  ")).isEmpty();
  }

  @Test
  void aNumberThatDoesNotCountOnBeginsNoStep() {
    assertThat(ReasoningSteps.of("In 1998. it rained.\n\n7. is a number")).hasSize(2);
    assertThat(ReasoningSteps.of("1. a\n1. b\n2. c")).containsExactly("1. a\n1. b", "2. c");
  }

  @Test
  void codeAndFormulasAreNeverCut() {
    assertThat(ReasoningSteps.of("```\n1. x\n\n2. y\n```\n\nThen.")).containsExactly("```\n1. x\n\n2. y\n```", "Then.");
    assertThat(ReasoningSteps.of("$$\na\n\nb\n$$\n\nThen.")).containsExactly("$$\na\n\nb\n$$", "Then.");
  }

  @Test
  void beyondTheMostTheRestBelongsToTheLastStep() {
    var text = String.join("\n\n", java.util.Collections.nCopies(ReasoningSteps.MOST + 20, "so"));
    assertThat(ReasoningSteps.of(text)).hasSize(ReasoningSteps.MOST);
    assertThat(ReasoningSteps.of(text).getLast()).hasSizeGreaterThan(20);
  }
}
