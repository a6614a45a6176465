package org.touchstone.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.Problem.Fault;

class MappingTest {

  static Stream<Arguments> usualFiles() {
    return Stream.of(
        Arguments.of("prompt,chosen,rejected", "prompt", List.of("chosen", "rejected")),
        Arguments.of("id,question,response_a,response_b,model_a,model_b,gold,explanation", "question", List.of("response_a", "response_b")),
        Arguments.of("instruction,input,output", "instruction", List.of("output")),
        Arguments.of("Prompt,Answer 1,Answer 2,Answer 3", "Prompt", List.of("Answer 1", "Answer 2", "Answer 3")),
        Arguments.of("prompt,responses,models", "prompt", List.of("responses")),
        Arguments.of("text,label", "text", List.of()));
  }

  @ParameterizedTest
  @MethodSource("usualFiles")
  void usualColumnNamesAreFound(String header, String prompt, List<String> responses) {
    var columns = List.of(header.split(","));
    var mapping = MappingGuess.of(columns);
    assertThat(mapping.prompt()).isEqualTo(prompt);
    assertThat(mapping.responses()).isEqualTo(responses);
    mapping.check(columns);
  }

  @Test
  void idsModelsGoldAndExplanationAreFoundToo() {
    var mapping = MappingGuess.of(List.of("id", "question", "response_a", "response_b", "model_a", "model_b", "gold", "explanation", "priority"));
    assertThat(mapping).isEqualTo(new Mapping(
        "id", "question", null, List.of("response_a", "response_b"), List.of("model_a", "model_b"), null, "priority", "gold", "explanation"));
  }

  @Test
  void anExplanationWithoutGoldIsNotTakenForOne() {
    assertThat(MappingGuess.of(List.of("prompt", "explanation")).goldExplanation()).isNull();
  }

  @Test
  void everyFaultOfAWrongMappingIsNamed() {
    var mapping = new Mapping("nr", null, null, List.of("a", "a"), List.of("m", "n", "o"), null, null, null, null);
    assertThatThrownBy(() -> mapping.check(List.of("prompt", "a"))).isInstanceOfSatisfying(Invalid.class, invalid ->
        assertThat(invalid.faults()).extracting(Fault::field).containsExactly("prompt", "externalId", "models", "models", "models", "models", "responses"));
    assertThatThrownBy(() -> new Mapping("nr", "prompt", null, List.of(), null, null, null, null, null).check(List.of("prompt", "a")))
        .hasMessage("The file has no column “nr”; it has: prompt, a.");
  }
}
