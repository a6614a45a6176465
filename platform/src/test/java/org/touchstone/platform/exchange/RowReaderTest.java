package org.touchstone.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.platform.exchange.ItemRow.Response;
import org.touchstone.platform.exchange.RowReader.Read;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.platform.guideline.Criterion.Common;
import org.touchstone.platform.guideline.Criterion.Justification;
import org.touchstone.platform.guideline.Criterion.Option;
import org.touchstone.platform.guideline.Criterion.Target;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.task.Sensitivity;

class RowReaderTest {
  private static final Mapping PAIR = new Mapping("id", "prompt", null, List.of("a", "b"), null, "wanted", null, "gold", "why");
  private static final Mapping LIST = new Mapping(null, "prompt", null, List.of("responses"), List.of("models"), null, null, null, null);
  private static final Rubric COMPARE = new Rubric(List.of(new Criterion.Compare(common("preference"), true, true, false)));
  private static final Rubric LABEL = new Rubric(List.of(
      new Criterion.Label(common("entails"), List.of(new Option("1", "Yes", null), new Option("0", "No", null)), false)));

  @Test
  void aPairWithGoldBecomesAnItem() {
    var item = item(PAIR, COMPARE, "{\"id\":\"7\",\"prompt\":\"p\",\"a\":\"x\",\"b\":\"y\",\"wanted\":5,\"gold\":\"b\",\"why\":\"because\"}");
    assertThat(item.responses()).containsExactly(new Response("x", null), new Response("y", null));
    assertThat(item.wanted()).isEqualTo(5);
    assertThat(item.gold()).isNotNull();
    assertThat(item.gold().answers().to("preference")).contains(new Answer.Winner("1", null, null));
    assertThat(item.gold().explanation()).isEqualTo("because");
  }

  @Test
  void aListColumnHoldsTextsOrObjectsWithTheirModel() {
    assertThat(item(LIST, null, "{\"prompt\":\"p\",\"responses\":[\"x\",\"y\"],\"models\":[\"m\",\"n\"]}").responses())
        .containsExactly(new Response("x", "m"), new Response("y", "n"));
    assertThat(item(LIST, null, "{\"prompt\":\"p\",\"responses\":[{\"text\":\"x\",\"model\":\"m\"},\"y\"]}").responses())
        .containsExactly(new Response("x", "m"), new Response("y", null));
    assertThat(item(LIST, null, "{\"prompt\":\"p\",\"responses\":\"[\\\"x\\\",\\\"y\\\"]\"}").responses()).hasSize(2);
    assertThat(item(LIST, null, "{\"prompt\":\"p\",\"responses\":\"just one\"}").responses()).containsExactly(new Response("just one", null));
  }

  @Test
  void chatMessagesAreReadAsText() {
    var item = item(LIST, null, """
        {"prompt":[{"role":"user","content":"hello"}],"responses":[[{"role":"assistant","content":"hi"}],[{"role":"assistant","content":"hey"}]]}""".strip());
    assertThat(item.prompt()).isEqualTo("hello");
    assertThat(item.responses()).extracting(Response::text).containsExactly("hi", "hey");
  }

  @Test
  void conversationsStepsAndOutputsAreReadInTheShapesFilesCarry() {
    var mapping = new Mapping(null, null, null, "messages", List.of("responses"), null, List.of("steps"), List.of("printed"), null, null, null, null, null, null, null);
    var item = item(mapping, null, """
        {"messages":[{"from":"human","value":"hi"},{"role":"assistant","content":"hello"},{"role":"user","text":"add"}],"responses":["a","b"],"steps":[["x","y"],["z"]],"printed":["3",null]}""".strip());
    assertThat(item.prompt()).isEqualTo("add");
    assertThat(item.conversation()).containsExactly(new ItemRow.Turn("user", "hi"), new ItemRow.Turn("assistant", "hello"));
    assertThat(item.responses()).containsExactly(new Response("a", null, List.of("x", "y"), "3"), new Response("b", null, List.of("z"), null));
    assertThat(read(mapping, null, "{\"messages\":\"hello\"}")).isInstanceOfSatisfying(Read.Fault.class, fault -> {
      assertThat(fault.column()).isEqualTo("messages");
      assertThat(fault.message()).startsWith("This conversation is not JSON");
    });
    assertThat(read(mapping, null, "{\"messages\":[{\"role\":\"user\",\"content\":\"\"},{\"role\":\"assistant\",\"content\":\"x\"}]}"))
        .isEqualTo(new Read.Fault(1, null, "The prompt is empty."));
    assertThat(item(LIST, null, "{\"prompt\":\"p\",\"responses\":[{\"steps\":[\"x\",\"y\"],\"output\":\"1\"}]}").responses())
        .containsExactly(new Response("x\n\ny", null, List.of("x", "y"), "1"));
  }

  @ParameterizedTest
  @CsvSource({"violence, VIOLENCE", "Self-harm, SELF_HARM", "yes, OTHER", "no,", "'',"})
  void aColumnSaysWhatTroublingContentThereIs(String cell, @Nullable Sensitivity expected) {
    var mapping = new Mapping(null, "prompt", null, null, List.of("a"), null, null, null, null, null, "warning", null, null, null, null);
    assertThat(item(mapping, null, "{\"prompt\":\"p\",\"a\":\"x\",\"warning\":\"" + cell + "\"}").sensitive()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "{\"prompt\":\" \",\"a\":\"x\",\"b\":\"y\"} | prompt | The prompt is empty.",
    "{\"a\":\"x\",\"b\":\"y\"} | prompt | The prompt is empty.",
    "{\"prompt\":\"p\",\"a\":\"x\"} | b | The response in this column is empty.",
    "{\"prompt\":\"p\",\"a\":\"x\",\"b\":\"y\",\"wanted\":\"many\"} | wanted | “many” is not a whole number.",
    "{\"prompt\":\"p\",\"a\":\"x\",\"b\":\"y\",\"wanted\":0} | wanted | 0 judgments are wanted; say a whole number from 1 to 1,000.",
    "{\"prompt\":\"p\\u0000\",\"a\":\"x\",\"b\":\"y\"} | prompt | The text holds the character NUL at position 2; take it out.",
    "{\"prompt\":\"p\",\"a\":\"x\\ud800\",\"b\":\"y\"} | a | The text holds half of a character at position 2; it was cut in two before it came here.",
    "{\"prompt\":\"p\",\"a\":\"x\",\"b\":\"y\",\"gold\":\"c\"} | gold | The known answer “c” names no side; say 0, 1, tie, or the name of the response's column.",
    "{\"prompt\":\"p\",\"a\":\"x\",\"b\":\"y\",\"gold\":{\"tone\":{\"value\":1}},\"why\":\"so\"} | gold | The known answer speaks of “tone”, which the rubric does not ask.",
    "{\"prompt\":{\"x\":1},\"a\":\"x\",\"b\":\"y\"} | prompt | This column holds a JSON object where a text is needed."
  })
  void aRowThatIsNoItemSaysWhichColumnAndWhy(String line, String column, String message) {
    assertThat(read(PAIR, COMPARE, line)).isEqualTo(new Read.Fault(1, column, message));
  }

  @Test
  void goldOutsideTheOptionsNamesThem() {
    var mapping = new Mapping(null, "prompt", null, List.of(), null, null, null, "gold", "why");
    assertThat(read(mapping, LABEL, "{\"prompt\":\"p\",\"gold\":\"maybe\"}"))
        .isEqualTo(new Read.Fault(1, "gold", "The known answer “maybe” is not among the options of “entails”: 1, 0."));
    assertThat(item(mapping, LABEL, "{\"prompt\":\"p\",\"gold\":1,\"why\":\"so\"}").gold().answers().to("entails")).contains(new Answer.Choices(List.of("1"), null));
    assertThat(read(mapping, null, "{\"prompt\":\"p\",\"gold\":\"1\"}")).isInstanceOfSatisfying(Read.Fault.class,
        fault -> assertThat(fault.message()).startsWith("There is no published guideline yet"));
  }

  @Test
  void aComparisonNeedsTwoResponses() {
    assertThat(read(LIST, COMPARE, "{\"prompt\":\"p\",\"responses\":[\"x\"]}"))
        .isEqualTo(new Read.Fault(1, "responses", "The rubric compares two responses and this item has 1."));
  }

  private static Common common(String key) {
    return new Common(key, key, null, Target.ITEM, true, Justification.NEVER);
  }

  private static ItemRow item(Mapping mapping, @Nullable Rubric rubric, String line) {
    return ((Read.Item) read(mapping, rubric, line)).item();
  }

  private static Read read(Mapping mapping, @Nullable Rubric rubric, String line) {
    try (var rows = new JsonlRows(new StringReader(line))) {
      return new RowReader(mapping, rubric).read(rows.next());
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
