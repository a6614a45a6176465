package org.touchstone.platform.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import org.touchstone.platform.shared.TaskId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All items and the tasks that ask for them. */
@Repository
public class Items {
  private static final TypeReference<List<Item.Turn>> TURNS = new TypeReference<>() {};
  private static final TypeReference<List<Parts>> PARTS = new TypeReference<>() {};

  /** What stands beside the text of a response. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Parts(@Nullable List<String> steps, @Nullable String output) {
    static final Parts NONE = new Parts(null, null);
  }

  /** Both halves of one row of the item list. */
  public record Listed(Item item, Task task) {}

  /**
   * Which items of a project to list.
   *
   * @param complete null for both; @param text part of the prompt or the external id; @param after the last id of the page before
   */
  public record Query(@Nullable Boolean complete, @Nullable String text, @Nullable ItemId after, int limit) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Items(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public Optional<Item> find(ItemId id) {
    return jdbc.sql("select * from task_item where id = :id").param("id", id.value())
        .query((row, n) -> item(row, json)).optional();
  }

  public Map<ItemId, Item> all(Collection<ItemId> ids) {
    return jdbc.sql("select * from task_item where id = any(cast(:ids as uuid[]))").param("ids", texts(ids))
        .query((row, n) -> item(row, json)).list().stream().collect(Collectors.toMap(Item::id, Function.identity()));
  }

  public Optional<Task> task(ItemId id) {
    return jdbc.sql("select *, id as task_id from task_task where item_id = :id").param("id", id.value())
        .query((row, n) -> task(row)).optional();
  }

  public Map<ItemId, Task> tasks(Collection<ItemId> ids) {
    return jdbc.sql("select *, id as task_id from task_task where item_id = any(cast(:ids as uuid[]))").param("ids", texts(ids))
        .query((row, n) -> task(row)).list().stream().collect(Collectors.toMap(Task::itemId, Function.identity()));
  }

  /** One row more than the limit where there is a next page. */
  public List<Listed> list(ProjectId project, Query query) {
    return jdbc.sql("""
        select i.*, t.id as task_id, t.item_id, t.priority, t.wanted, t.taken, t.done, t.probe, t.sensitive, t.lane, t.due_at
        from task_item i join task_task t on t.item_id = i.id
        where i.project_id = :project and (cast(:after as uuid) is null or i.id > :after)
          and (cast(:complete as boolean) is null or (t.done >= t.wanted) = :complete)
          and (cast(:text as text) is null or i.prompt ilike :text or i.external_id ilike :text)
        order by i.id limit :limit""")
        .param("project", project.value()).param("after", query.after() == null ? null : query.after().value())
        .param("complete", query.complete())
        .param("text", query.text() == null ? null : "%" + query.text().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
        .param("limit", query.limit() + 1)
        .query((row, n) -> new Listed(item(row, json), task(row))).list();
  }

  /** Items by the bringer's own names; unknown names are left out. */
  public Map<String, ItemId> byExternalId(ProjectId project, Collection<String> externalIds) {
    return jdbc.sql("select external_id, id from task_item where project_id = :project and external_id = any(:ids)")
        .param("project", project.value()).param("ids", externalIds.toArray(String[]::new))
        .query((row, n) -> Map.entry(row.getString(1), new ItemId(row.getObject(2, UUID.class)))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Adds what is new, items and tasks; the ids of those that were. */
  @Transactional
  Set<ItemId> add(ProjectId project, int wanted, List<NewItem> items) {
    var columns = new ArrayList<String[]>();
    for (int c = 0; c < 11; c++) columns.add(new String[items.size()]);
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      var models = item.responses().stream().map(Item.Response::model).toList();
      String[] row = {
        item.id().toString(), item.externalId(), item.prompt(), item.context(),
        item.conversation().isEmpty() ? null : json.writeValueAsString(item.conversation()),
        json.writeValueAsString(item.responses().stream().map(Item.Response::text).toList()),
        models.stream().allMatch(java.util.Objects::isNull) ? null : json.writeValueAsString(models),
        Integer.toString(item.responses().size()), Integer.toString(item.wanted() == null ? wanted : item.wanted()),
        Integer.toString(item.priority() == null ? 0 : item.priority()), parts(item.responses())
      };
      for (int c = 0; c < row.length; c++) columns.get(c)[i] = row[c];
    }
    var ids = jdbc.sql("""
        with brought as (
          select * from unnest(cast(:id as uuid[]), cast(:external as text[]), cast(:prompt as text[]), cast(:context as text[]),
            cast(:conversation as text[]), cast(:responses as text[]), cast(:models as text[]), cast(:count as int[]),
            cast(:wanted as int[]), cast(:priority as int[]), cast(:parts as text[]))
            with ordinality as b (id, external_id, prompt, context, conversation, responses, models, response_count, wanted, priority, parts, n)
        ), added as (
          insert into task_item (id, project_id, external_id, prompt, context, conversation, responses, models, response_count, parts)
          select id, :project, external_id, prompt, context, cast(conversation as jsonb), cast(responses as jsonb),
            cast(models as jsonb), response_count, cast(parts as jsonb)
          from brought order by n on conflict (project_id, external_id) do nothing returning id
        )
        insert into task_task (id, project_id, item_id, priority, wanted)
        select gen_random_uuid(), :project, b.id, b.priority, b.wanted from brought b join added a using (id) order by b.n
        returning item_id""")
        .param("project", project.value()).param("id", columns.get(0)).param("external", columns.get(1))
        .param("prompt", columns.get(2)).param("context", columns.get(3)).param("conversation", columns.get(4))
        .param("responses", columns.get(5)).param("models", columns.get(6)).param("count", columns.get(7))
        .param("wanted", columns.get(8)).param("priority", columns.get(9)).param("parts", columns.get(10)).query(UUID.class).list();
    var added = new HashSet<ItemId>();
    ids.forEach(id -> added.add(new ItemId(id)));
    return added;
  }

  private @Nullable String parts(List<Item.Response> responses) {
    if (responses.stream().allMatch(response -> response.steps() == null && response.output() == null)) return null;
    return json.writeValueAsString(responses.stream().map(response -> new Parts(response.steps(), response.output())).toList());
  }

  static Item item(ResultSet row, JsonMapper json) throws SQLException {
    return item(row, new ItemId(row.getObject("id", UUID.class)), new ProjectId(row.getObject("project_id", UUID.class)), json, true);
  }

  static Item item(ResultSet row, ItemId id, ProjectId project, JsonMapper json, boolean withModels) throws SQLException {
    String[] texts = json.readValue(row.getString("responses"), String[].class);
    String named = withModels ? row.getString("models") : null;
    String[] models = named == null ? new String[texts.length] : json.readValue(named, String[].class);
    String beside = row.getString("parts");
    List<Parts> parts = beside == null ? List.of() : json.readValue(beside, PARTS);
    var responses = new ArrayList<Item.Response>();
    for (int i = 0; i < texts.length; i++) {
      var own = i < parts.size() ? parts.get(i) : Parts.NONE;
      responses.add(new Item.Response(texts[i], models[i], own.steps(), own.output()));
    }
    String conversation = row.getString("conversation");
    return new Item(id, project, row.getString("external_id"), row.getString("prompt"), row.getString("context"),
        conversation == null ? List.of() : json.readValue(conversation, TURNS), responses, Sql.instantOrNull(row, "created_at"));
  }

  private static Task task(ResultSet row) throws SQLException {
    return new Task(new TaskId(row.getObject("task_id", UUID.class)), new ItemId(row.getObject("item_id", UUID.class)),
        row.getInt("priority"), row.getInt("wanted"), row.getInt("taken"), row.getInt("done"), row.getBoolean("probe"),
        sensitivity(row), row.getInt("lane"), Sql.instantOrNull(row, "due_at"));
  }

  static @Nullable Sensitivity sensitivity(ResultSet row) throws SQLException {
    String kind = row.getString("sensitive");
    return kind == null ? null : Sensitivity.valueOf(kind);
  }

  private static String[] texts(Collection<ItemId> ids) {
    return ids.stream().map(ItemId::toString).toArray(String[]::new);
  }
}
