package org.touchstone.platform.judgment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import tools.jackson.databind.json.JsonMapper;

/** All judgments as they hold; they and their revisions are added and read, nothing else. */
@Repository
public class Judgments {
  private static final int FETCH = 2000;

  /** How much was said about an item. */
  public record Count(int judgments, int flags) {
    public static final Count NONE = new Count(0, 0);
  }

  /** How much one rater did in one project. */
  public record Effort(ProjectId projectId, AccountId raterId, int judgments, int flags, long activeSeconds) {}

  public record DayCount(java.time.LocalDate day, int n) {}

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final JsonMapper json;

  Judgments(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
    this.jdbc = jdbc;
    this.template = new JdbcTemplate(template.getDataSource());
    this.template.setFetchSize(FETCH);
    this.json = json;
  }

  void add(Judgment judgment, byte[] digest, @Nullable Integer termsVersion) {
    var flag = judgment.flag();
    jdbc.sql("""
        insert into judgment_judgment (id, project_id, item_id, lease_id, rater_id, role, kind, answers, flag_category, flag_note,
          note, guideline_version, terms_version, shown, price_minor, currency, active_seconds, late, digest, submitted_at, settles_at)
        values (:id, :project, :item, :lease, :rater, :role, :kind, cast(:answers as jsonb), :category, :flagNote,
          :note, :guideline, :terms, cast(:shown as smallint[]), :price, :currency, :active, :late, :digest, :at, :settles)""")
        .param("id", judgment.id().value()).param("project", judgment.projectId().value()).param("item", judgment.itemId().value())
        .param("lease", judgment.leaseId() == null ? null : judgment.leaseId().value()).param("rater", judgment.raterId().value())
        .param("role", judgment.role().name()).param("kind", judgment.kind().name())
        .param("answers", judgment.answers() == null ? null : json.writeValueAsString(judgment.answers()))
        .param("category", flag == null ? null : flag.category().name()).param("flagNote", flag == null ? null : flag.note())
        .param("note", judgment.note()).param("guideline", judgment.guidelineVersion()).param("terms", termsVersion)
        .param("shown", judgment.shown()).param("price", judgment.price().minor()).param("currency", judgment.price().currency())
        .param("active", judgment.activeSeconds()).param("late", judgment.late()).param("digest", digest)
        .param("at", Sql.time(judgment.submittedAt())).param("settles", Sql.time(judgment.settlesAt())).update();
  }

  /** Adds what holds from now on in place of what this judgment said. */
  void revise(Judgment after, byte[] digest) {
    jdbc.sql("insert into judgment_revision (judgment_id, number, answers, note, digest) values (:id, :number, cast(:answers as jsonb), :note, :digest)")
        .param("id", after.id().value()).param("number", after.revision()).param("answers", json.writeValueAsString(after.answers()))
        .param("note", after.note()).param("digest", digest).update();
  }

  /** Until this transaction ends nobody revises these judgments or decides about them; taken in one order, so that nobody waits in a circle. */
  public void lock(Collection<JudgmentId> ids) {
    jdbc.sql("select id from judgment_judgment where id = any(cast(:ids as uuid[])) order by id for no key update")
        .param("ids", ids.stream().map(JudgmentId::toString).toArray(String[]::new)).query(UUID.class).list();
  }

  record Stored(Judgment judgment, byte[] digest) {}

  Optional<Stored> stored(JudgmentId id) {
    return jdbc.sql("select * from judgment_current where id = :id").param("id", id.value())
        .query((row, n) -> new Stored(judgment(row), row.getBytes("digest"))).optional();
  }

  /** As it was first handed in, which is what sending the same again is compared with. */
  Optional<Stored> ofLease(LeaseId lease) {
    return jdbc.sql("select j.*, 0 as revision, null as first_answers from judgment_judgment j where lease_id = :lease").param("lease", lease.value())
        .query((row, n) -> new Stored(judgment(row), row.getBytes("digest"))).optional();
  }

  public Optional<Judgment> find(JudgmentId id) {
    return jdbc.sql("select * from judgment_current where id = :id").param("id", id.value())
        .query((row, n) -> judgment(row)).optional();
  }

  public List<Judgment> all(Collection<JudgmentId> ids) {
    return jdbc.sql("select * from judgment_current where id = any(cast(:ids as uuid[])) order by id")
        .param("ids", ids.stream().map(JudgmentId::toString).toArray(String[]::new))
        .query((row, n) -> judgment(row)).list();
  }

  /** As much of a judgment as the reconciliation needs. */
  public record Payable(JudgmentId id, Judgment.Role role, Money price) {}

  /** All judgments of the installation by id, some at a time. */
  public List<Payable> page(@Nullable JudgmentId after, int some) {
    return jdbc.sql("""
        select id, role, price_minor, currency from judgment_judgment where cast(:after as uuid) is null or id > :after
        order by id limit :some""").param("after", after == null ? null : after.value()).param("some", some)
        .query((row, n) -> new Payable(new JudgmentId(Sql.uuid(row, "id")), Judgment.Role.valueOf(row.getString("role")),
            new Money(row.getLong("price_minor"), row.getString("currency")))).list();
  }

  /** Those of these leases that led to no judgment. */
  public List<LeaseId> leasesWithout(Collection<LeaseId> leases) {
    return jdbc.sql("""
        select l.id from unnest(cast(:leases as uuid[])) as l (id)
        where not exists (select from judgment_judgment j where j.lease_id = l.id)""")
        .param("leases", leases.stream().map(LeaseId::toString).toArray(String[]::new))
        .query((row, n) -> new LeaseId(Sql.uuid(row, "id"))).list();
  }

  public List<Judgment> ofItem(ItemId item) {
    return ofItems(List.of(item));
  }

  public List<Judgment> ofItems(Collection<ItemId> items) {
    return jdbc.sql("select * from judgment_current where item_id = any(cast(:items as uuid[])) order by id")
        .param("items", texts(items)).query((row, n) -> judgment(row)).list();
  }

  /** A rater's own, newest first; one more than the limit where there is a next page. */
  public List<Judgment> ofRater(ProjectId project, AccountId rater, @Nullable JudgmentId before, int limit) {
    return jdbc.sql("""
        select * from judgment_current where rater_id = :rater and project_id = :project and role = 'TRAINER'
          and (cast(:before as uuid) is null or id < :before)
        order by id desc limit :limit""")
        .param("rater", rater.value()).param("project", project.value()).param("before", before == null ? null : before.value())
        .param("limit", limit + 1).query((row, n) -> judgment(row)).list();
  }

  /** Reads a whole project through in the order of submission, a few thousand rows in memory at a time. */
  @Transactional(readOnly = true)
  public void ofProject(ProjectId project, Consumer<Judgment> reader) {
    template.query("select * from judgment_current where project_id = ? order by id",
        row -> { reader.accept(judgment(row)); }, project.value());
  }

  public Map<ItemId, Count> counts(Collection<ItemId> items) {
    return jdbc.sql("""
        select item_id, count(*) as n, count(*) filter (where kind = 'FLAG') as flags from judgment_judgment
        where item_id = any(cast(:items as uuid[])) and role <> 'ADJUDICATOR' group by item_id""")
        .param("items", texts(items))
        .query((row, n) -> Map.entry(new ItemId(Sql.uuid(row, "item_id")), new Count(row.getInt("n"), row.getInt("flags")))).list()
        .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** How many judgments answer a criterion, and of how many items. */
  public record Answered(int judgments, int items) {}

  /** For each criterion what was answered under versions {@code from} and later, below {@code before}. */
  public Map<String, Answered> answered(ProjectId project, int from, int before) {
    return jdbc.sql("""
        select k.criterion, count(*) as n, count(distinct j.item_id) as items
        from judgment_current j cross join lateral jsonb_object_keys(j.answers) as k (criterion)
        where j.project_id = :project and j.role <> 'ADJUDICATOR' and j.kind = 'ANSWER'
          and j.guideline_version >= :from and j.guideline_version < :before group by k.criterion""")
        .param("project", project.value()).param("from", from).param("before", before)
        .query((row, n) -> Map.entry(row.getString("criterion"), new Answered(row.getInt("n"), row.getInt("items")))).list()
        .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** How much was handed in under each version. */
  public Map<Integer, Integer> perVersion(ProjectId project) {
    return jdbc.sql("""
        select guideline_version, count(*) as n from judgment_judgment
        where project_id = :project and role <> 'ADJUDICATOR' group by guideline_version""").param("project", project.value())
        .query((row, n) -> Map.entry(row.getInt("guideline_version"), row.getInt("n"))).list()
        .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Items about which this criterion was answered under a version before this one. */
  public java.util.Set<ItemId> answeredBefore(ProjectId project, String criterion, int version) {
    return jdbc.sql("""
        select distinct item_id from judgment_current where project_id = :project and role <> 'ADJUDICATOR'
          and guideline_version < :version and jsonb_exists(answers, :criterion)""")
        .param("project", project.value()).param("version", version).param("criterion", criterion)
        .query((row, n) -> new ItemId(Sql.uuid(row, "item_id"))).set();
  }

  public List<Effort> effortsIn(ProjectId project) {
    return efforts("project_id = :id", project.value());
  }

  public List<Effort> effortsOf(AccountId rater) {
    return efforts("rater_id = :id", rater.value());
  }

  private List<Effort> efforts(String whose, UUID id) {
    return jdbc.sql("""
        select project_id, rater_id, count(*) as n, count(*) filter (where kind = 'FLAG') as flags, sum(active_seconds) as active
        from judgment_judgment where role <> 'ADJUDICATOR' and %s group by project_id, rater_id""".formatted(whose))
        .param("id", id)
        .query((row, n) -> new Effort(new ProjectId(Sql.uuid(row, "project_id")), new AccountId(Sql.uuid(row, "rater_id")),
            row.getInt("n"), row.getInt("flags"), row.getLong("active"))).list();
  }

  public List<DayCount> perDay(ProjectId project, Instant since) {
    return jdbc.sql("""
        select (submitted_at at time zone 'UTC')::date as day, count(*) as n from judgment_judgment
        where project_id = :project and role <> 'ADJUDICATOR' and submitted_at >= :since group by 1 order by 1""")
        .param("project", project.value()).param("since", Sql.time(since))
        .query((row, n) -> new DayCount(row.getObject("day", java.time.LocalDate.class), row.getInt("n"))).list();
  }

  private Judgment judgment(ResultSet row) throws SQLException {
    String answers = row.getString("answers");
    String first = row.getString("first_answers");
    String category = row.getString("flag_category");
    var lease = Sql.uuid(row, "lease_id");
    return new Judgment(
        new JudgmentId(Sql.uuid(row, "id")), new ProjectId(Sql.uuid(row, "project_id")), new ItemId(Sql.uuid(row, "item_id")),
        lease == null ? null : new LeaseId(lease), new AccountId(Sql.uuid(row, "rater_id")), Judgment.Role.valueOf(row.getString("role")),
        answers == null ? null : json.readValue(answers, Answers.class),
        category == null ? null : new Flag(Flag.Category.valueOf(category), row.getString("flag_note")),
        row.getString("note"), row.getInt("guideline_version"), shown(row),
        new Money(row.getLong("price_minor"), row.getString("currency")), row.getInt("active_seconds"), row.getBoolean("late"),
        Sql.instant(row, "submitted_at"), Sql.instantOrNull(row, "settles_at"), row.getInt("revision"),
        first == null ? null : json.readValue(first, Answers.class));
  }

  private static int[] shown(ResultSet row) throws SQLException {
    var indexes = (Short[]) row.getArray("shown").getArray();
    int[] shown = new int[indexes.length];
    for (int i = 0; i < shown.length; i++) shown[i] = indexes[i];
    return shown;
  }

  private static String[] texts(Collection<ItemId> items) {
    return items.stream().map(ItemId::toString).toArray(String[]::new);
  }
}
