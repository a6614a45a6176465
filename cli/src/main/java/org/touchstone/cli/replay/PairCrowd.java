package org.touchstone.cli.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.touchstone.cli.table.BadInput;
import org.touchstone.cli.table.Columns;
import org.touchstone.cli.table.Rows;
import org.touchstone.cli.table.TableFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a crowd that compared answers of models: the comparisons, the prompts and the answers lie in three files. */
final class PairCrowd {
  private record Key(String prompt, String model) {}

  private record Text(String text, String model) {}

  private PairCrowd() {}

  static Crowd read(String pairs, String prompts, String results, int limit) throws IOException {
    var promptTexts = new HashMap<String, String>();
    lines(prompts, (line, row) -> promptTexts.put(field(prompts, line, row, "id"), field(prompts, line, row, "text")));
    var texts = new HashMap<Key, Text>();
    lines(results, (line, row) -> texts.put(
        new Key(field(results, line, row, "prompt"), field(results, line, row, "model")),
        new Text(row.path("result").asString(""), row.path("name").asString(row.path("model").asString("")))));
    return crowd(pairs, promptTexts, texts, limit);
  }

  private static Crowd crowd(String pairs, Map<String, String> prompts, Map<Key, Text> texts, int limit) throws IOException {
    var items = new LinkedHashMap<String, Crowd.Item>();
    var rows = new Crowd.Rows();
    int read = 0;
    try (Rows table = TableFile.open(pairs)) {
      int prompt = Columns.find(table, null, List.of("prompt", "prompt_id"), "prompt", "--prompt");
      int left = Columns.find(table, null, List.of("model_x", "model_a", "left_model"), "left model", "--left");
      int right = Columns.find(table, null, List.of("model_y", "model_b", "right_model"), "right model", "--right");
      int worker = Columns.find(table, null, Columns.RATER, "rater", "--rater");
      int winner = Columns.find(table, null, List.of("winner", "label", "preference"), "winner", "--label");
      while (read < limit && table.next()) {
        String text = prompts.get(table.text(prompt));
        if (text == null) throw table.bad(prompt, "there is no prompt \"" + table.text(prompt) + "\" in the file of prompts");
        boolean turned = table.text(left).compareTo(table.text(right)) > 0;
        int first = turned ? right : left, second = turned ? left : right;
        var one = response(table, texts, prompt, first);
        var other = response(table, texts, prompt, second);
        String id = "%s-%s-%s".formatted(table.text(prompt), table.text(first), table.text(second));
        items.computeIfAbsent(id, any -> new Crowd.Item(any, text, List.of(one, other)));
        if (table.text(worker).isBlank()) throw table.bad(worker, "it is empty");
        rows.add(table.text(worker), new Crowd.Judgment(id, winner(table, winner, turned)));
        read++;
      }
    }
    if (read == 0) throw new BadInput(pairs + " has a header but no judgments");
    String name = Path.of(pairs).getFileName().toString().replaceFirst("\\..*$", "");
    return rows.crowd(name, new Crowd.Question.Compare(), items, Map.of());
  }

  private static Crowd.Response response(Rows table, Map<Key, Text> texts, int prompt, int model) {
    var text = texts.get(new Key(table.text(prompt), table.text(model)));
    if (text == null) throw table.bad(model, "there is no result of model \"%s\" for prompt \"%s\"".formatted(table.text(model), table.text(prompt)));
    // Some models answered with nothing at all, and people judged that too.
    return new Crowd.Response(text.text().isBlank() ? "(no answer)" : text.text(), text.model());
  }

  private static String winner(Rows table, int column, boolean turned) {
    return switch (table.text(column)) {
      case "left" -> turned ? "1" : "0";
      case "right" -> turned ? "0" : "1";
      case Crowd.TIE -> Crowd.TIE;
      default -> throw table.bad(column, "\"" + table.text(column) + "\" is none of left, right and tie");
    };
  }

  private static void lines(String file, BiConsumer<Integer, JsonNode> reader) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(Path.of(file))) {
      int number = 0;
      for (String line; (line = lines.readLine()) != null; ) {
        number++;
        if (line.isBlank()) continue;
        try {
          reader.accept(number, JsonMapper.shared().readTree(line));
        } catch (JacksonException wrong) {
          throw new BadInput(file + ", line " + number + ": this line is not JSON");
        }
      }
    } catch (NoSuchFileException missing) {
      throw new BadInput(file + ": there is no such file");
    }
  }

  private static String field(String file, int line, JsonNode row, String field) {
    if (row.path(field).isMissingNode() || row.path(field).isNull()) throw new BadInput(file + ", line " + line + ": there is no field \"" + field + "\"");
    return row.path(field).asString("");
  }
}
