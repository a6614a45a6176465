package org.touchstone.platform.calibration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.Sql;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The items of all rounds with their standards by version. */
@Repository
public class SetItems {
  private static final TypeReference<Map<String, String>> EXPLANATIONS = new TypeReference<>() {};
  private static final String SELECT = """
      select i.id, i.round_id, i.source_id, i.text, s.version, s.answers, s.explanations, s.reason, s.made_by, s.made_at
        from calibration_item i left join lateral
             (select * from calibration_standard where item_id = i.id order by version desc limit 1) s on true
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  SetItems(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** All items of a round in order, with the standard in force. */
  public List<SetItem> of(UUID round) {
    return jdbc.sql(SELECT + " where i.round_id = :round order by i.id").param("round", round).query(this::item).list();
  }

  Optional<SetItem> find(UUID id) {
    return jdbc.sql(SELECT + " where i.id = :id").param("id", id).query(this::item).optional();
  }

  /** Holds the item until the end of the transaction, so that its standard gets one version after the other. */
  void lock(UUID id) {
    jdbc.sql("select id from calibration_item where id = :id for no key update").param("id", id).query(UUID.class).list();
  }

  Map<UUID, SetItem> all(Collection<UUID> ids) {
    var found = new LinkedHashMap<UUID, SetItem>();
    jdbc.sql(SELECT + " where i.id = any(:ids)").param("ids", Sql.uuids(ids)).query(this::item).list().forEach(item -> found.put(item.id(), item));
    return found;
  }

  /** How many items each of these rounds has. */
  public Map<UUID, Integer> sizes(Collection<UUID> rounds) {
    var sizes = new LinkedHashMap<UUID, Integer>();
    jdbc.sql("select round_id, count(*) as n from calibration_item where round_id = any(:rounds) group by round_id")
        .param("rounds", Sql.uuids(rounds))
        .query(row -> {
          sizes.put(Sql.uuid(row, "round_id"), row.getInt("n"));
        });
    return sizes;
  }

  void insert(SetItem item) {
    jdbc.sql("insert into calibration_item (id, round_id, source_id, text) values (:id, :round, :source, :text::jsonb)")
        .param("id", item.id())
        .param("round", item.roundId())
        .param("source", item.source() == null ? null : item.source().value())
        .param("text", json.writeValueAsString(item.text()))
        .update();
    if (item.standard() != null) put(item.id(), item.standard());
  }

  /** A new version of the standard; earlier ones stay as they were. */
  void put(UUID item, SetItem.Standard standard) {
    jdbc.sql("""
            insert into calibration_standard (item_id, version, answers, explanations, reason, made_by, made_at)
            values (:item, :version, :answers::jsonb, :explanations::jsonb, :reason, :by, :at)
            """)
        .param("item", item)
        .param("version", standard.version())
        .param("answers", json.writeValueAsString(standard.answers()))
        .param("explanations", json.writeValueAsString(standard.explanations()))
        .param("reason", standard.reason())
        .param("by", standard.madeBy().value())
        .param("at", Sql.time(standard.madeAt()))
        .update();
  }

  void remove(UUID item) {
    jdbc.sql("delete from calibration_item where id = :id").param("id", item).update();
  }

  private SetItem item(ResultSet row, int number) throws SQLException {
    var source = Sql.uuid(row, "source_id");
    var standard = row.getObject("version") == null ? null
        : new SetItem.Standard(row.getInt("version"), json.readValue(row.getString("answers"), Answers.class),
            json.readValue(row.getString("explanations"), EXPLANATIONS), row.getString("reason"), AccountId.of(Sql.uuid(row, "made_by")), Sql.instant(row, "made_at"));
    return new SetItem(Sql.uuid(row, "id"), Sql.uuid(row, "round_id"), source == null ? null : ItemId.of(source),
        json.readValue(row.getString("text"), SetItem.SetText.class), standard);
  }
}
