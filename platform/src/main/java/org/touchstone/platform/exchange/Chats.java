package org.touchstone.platform.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the turns of a conversation from the shapes that chat files carry: role and content, from and value, role and text. */
final class Chats {
  private static final JsonMapper JSON = JsonMapper.shared();

  static final class NotAConversation extends RuntimeException {
    NotAConversation(String message) {
      super(message, null, false, false);
    }
  }

  private Chats() {}

  static List<ItemRow.Turn> turns(@Nullable JsonNode value) {
    if (value == null || value.isNull() || value.isString() && value.asString().isBlank()) return List.of();
    var list = value.isString() ? parsed(value.asString()) : value;
    if (list.isObject() && list.path("messages").isArray()) list = list.get("messages");
    if (!list.isArray()) throw new NotAConversation("A conversation is a list of turns such as [{\"role\": \"user\", \"content\": \"…\"}].");
    var turns = new ArrayList<ItemRow.Turn>();
    for (JsonNode turn : list) turns.add(new ItemRow.Turn(first(turn, "role", "from", "speaker"), first(turn, "content", "text", "value")));
    return turns;
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException notJson) {
      throw new NotAConversation("This conversation is not JSON; it must be a list of turns such as [{\"role\": \"user\", \"content\": \"…\"}].");
    }
  }

  private static String first(JsonNode turn, String... names) {
    for (String name : names) if (turn.path(name).isString()) return turn.get(name).asString();
    return "";
  }
}
