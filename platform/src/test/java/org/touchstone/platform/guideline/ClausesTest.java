package org.touchstone.platform.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClausesTest {
  @Test
  void theTitleOverAllIsNoClause() {
    assertThat(Clauses.of("# Judge answers\n\n## Facts\nLook them up.\n### **Dates** ##\nToo.\n## Tone\n")).containsExactly("Facts", "Dates", "Tone");
    assertThat(Clauses.of("# Facts\nLook them up.\n# Tone\nBe kind.")).as("of one rank each is a clause").containsExactly("Facts", "Tone");
    assertThat(Clauses.of("## Facts\nLook them up.\n# Tone")).containsExactly("Facts", "Tone");
  }

  @Test
  void aTextWithoutHeadingsHasNone() {
    assertThat(Clauses.of("Read the prompt, then judge. #1 is best.\n#hashtag")).isEmpty();
    assertThat(Clauses.of("# Only a title\nText.")).isEmpty();
    assertThat(Clauses.of("```\n# a comment\n```\n~~~~\n## another\n~~~\n## still\n~~~~\n## Facts\n")).containsExactly("Facts");
  }
}
