package org.touchstone.platform.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The estimated answers of items as last stored. */
@Repository
public class Consensus {
  private static final TypeReference<Map<String, Double>> DISTRIBUTION = new TypeReference<>() {};

  interface Reader {
    void read(ItemId item, int era, ItemConsensus consensus);
  }

  private final JdbcClient jdbc;
  private final JdbcTemplate streaming;
  private final JsonMapper json;

  Consensus(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
    this.jdbc = jdbc;
    this.streaming = new JdbcTemplate(template.getDataSource());
    this.streaming.setFetchSize(2000);
    this.json = json;
  }

  public List<ItemConsensus> ofItem(ItemId item) {
    return ofItems(List.of(item)).getOrDefault(item, List.of());
  }

  /** What is known about each item in the newest era that says anything about it. */
  public Map<ItemId, List<ItemConsensus>> ofItems(Collection<ItemId> items) {
    var newest = new HashMap<ItemId, List<ItemConsensus>>();
    byEra(items).forEach((item, eras) -> newest.put(item, eras.lastEntry().getValue()));
    return newest;
  }

  /** What is known about each item, era by era; an era is named by the guideline version that began it. */
  public Map<ItemId, TreeMap<Integer, List<ItemConsensus>>> byEra(Collection<ItemId> items) {
    var found = new HashMap<ItemId, TreeMap<Integer, List<ItemConsensus>>>();
    jdbc.sql("select * from quality_consensus where item_id = any(cast(:items as uuid[])) order by item_id, era, criterion, response")
        .param("items", items.stream().map(ItemId::toString).toArray(String[]::new))
        .query((row, n) -> found.computeIfAbsent(new ItemId(Sql.uuid(row, "item_id")), any -> new TreeMap<>())
            .computeIfAbsent(row.getInt("era"), any -> new ArrayList<>()).add(consensus(row))).list();
    return found;
  }

  /** Reads all of a project, item by item in the order of their ids, a few thousand rows in memory at a time. */
  @Transactional(readOnly = true)
  void ofProject(ProjectId project, Reader reader) {
    streaming.query("select * from quality_consensus where project_id = ? order by item_id, era, criterion, response",
        row -> { reader.read(new ItemId(Sql.uuid(row, "item_id")), row.getInt("era"), consensus(row)); }, project.value());
  }

  /** Items on which a person should look, as they stand in their newest era. */
  public List<ItemId> contested(Collection<ItemId> items) {
    return jdbc.sql("""
        select distinct c.item_id from quality_consensus c where c.item_id = any(cast(:items as uuid[])) and c.contested
          and c.era = (select max(n.era) from quality_consensus n where n.item_id = c.item_id)""")
        .param("items", items.stream().map(ItemId::toString).toArray(String[]::new))
        .query((row, n) -> new ItemId(Sql.uuid(row, "item_id"))).list();
  }

  void store(ProjectId project, int era, Map<ItemId, List<ItemConsensus>> changed) {
    var rows = changed.entrySet().stream().flatMap(entry -> entry.getValue().stream().map(one -> Map.entry(entry.getKey(), one)))
        .sorted(java.util.Comparator.comparing(row -> row.getKey().value())).toList();
    if (rows.isEmpty()) return;
    var ones = rows.stream().map(Map.Entry::getValue).toList();
    jdbc.sql("""
        insert into quality_consensus (item_id, era, criterion, response, project_id, answer, probability, n, distribution, majority, method, contested)
        select item_id, :era, criterion, response, :project, answer, probability, n, cast(distribution as jsonb), majority, method, contested
        from unnest(cast(:items as uuid[]), cast(:criteria as text[]), cast(:responses as smallint[]), cast(:answers as text[]),
          cast(:probabilities as float8[]), cast(:ns as int[]), cast(:distributions as text[]), cast(:majorities as text[]),
          cast(:methods as text[]), cast(:contested as boolean[]))
          as r (item_id, criterion, response, answer, probability, n, distribution, majority, method, contested)
        on conflict (item_id, criterion, response, era) do update set answer = excluded.answer, probability = excluded.probability,
          n = excluded.n, distribution = excluded.distribution, majority = excluded.majority, method = excluded.method,
          contested = excluded.contested, at = now()""")
        .param("project", project.value()).param("era", era)
        .param("items", rows.stream().map(row -> row.getKey().toString()).toArray(String[]::new))
        .param("criteria", ones.stream().map(ItemConsensus::criterion).toArray(String[]::new))
        .param("responses", ones.stream().map(one -> Integer.toString(Vote.about(one.response(), one.part()))).toArray(String[]::new))
        .param("answers", ones.stream().map(ItemConsensus::answer).toArray(String[]::new))
        .param("probabilities", ones.stream().map(one -> Double.toString(one.probability())).toArray(String[]::new))
        .param("ns", ones.stream().map(one -> Integer.toString(one.n())).toArray(String[]::new))
        .param("distributions", ones.stream().map(one -> json.writeValueAsString(one.distribution())).toArray(String[]::new))
        .param("majorities", ones.stream().map(ItemConsensus::majority).toArray(String[]::new))
        .param("methods", ones.stream().map(ItemConsensus::method).toArray(String[]::new))
        .param("contested", ones.stream().map(one -> Boolean.toString(one.contested())).toArray(String[]::new)).update();
  }

  /** Forgets questions that are no longer estimated, for instance after gold was withdrawn from an item nobody judged. */
  void drop(Collection<ItemId> items) {
    jdbc.sql("delete from quality_consensus where item_id = any(cast(:items as uuid[]))")
        .param("items", items.stream().map(ItemId::toString).toArray(String[]::new)).update();
  }

  void drop(ProjectId project) {
    jdbc.sql("delete from quality_consensus where project_id = :project").param("project", project.value()).update();
  }

  private ItemConsensus consensus(java.sql.ResultSet row) throws java.sql.SQLException {
    int about = row.getInt("response");
    return new ItemConsensus(row.getString("criterion"), Vote.responseOf(about), Vote.partOf(about), row.getString("answer"),
        row.getDouble("probability"), row.getInt("n"), json.readValue(row.getString("distribution"), DISTRIBUTION),
        row.getString("majority"), row.getString("method"), row.getBoolean("contested"));
  }
}
