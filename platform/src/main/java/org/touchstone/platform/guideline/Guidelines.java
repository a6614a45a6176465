package org.touchstone.platform.guideline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.BriefCache;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;
import tools.jackson.databind.json.JsonMapper;

/** All guidelines by version, and who has read which. */
@Repository
public class Guidelines {
  /** @param newest the version in force, 0 before the first; @param binding the newest one that must be acknowledged */
  private record State(int newest, int binding) {}

  private record VersionKey(ProjectId project, int version) {}

  private record Reader(ProjectId project, AccountId account) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final BriefCache<ProjectId, State> states = BriefCache.ofSeconds(2, this::loadState);
  private final BriefCache<VersionKey, Optional<GuidelineVersion>> versions = new BriefCache<>(Duration.ofMinutes(10), 2_000, this::loadVersion);
  private final BriefCache<VersionKey, Integer> eras = new BriefCache<>(Duration.ofMinutes(10), 2_000, this::loadEra);
  private final BriefCache<Reader, OptionalInt> readers = BriefCache.ofSeconds(2, this::loadReader);

  Guidelines(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The version in force; empty before the first is published. */
  public Optional<GuidelineVersion> current(ProjectId project) {
    int newest = states.get(project).newest();
    return newest == 0 ? Optional.empty() : Optional.of(version(project, newest));
  }

  public OptionalInt currentNumber(ProjectId project) {
    int newest = states.get(project).newest();
    return newest == 0 ? OptionalInt.empty() : OptionalInt.of(newest);
  }

  public GuidelineVersion version(ProjectId project, int version) {
    return versions.get(new VersionKey(project, version)).orElseThrow(() -> new NotFound("version of the guideline"));
  }

  /**
   * The version that began the era of this one: the last breaking one up to it, or the first. What was judged under
   * versions of one era may be counted together; across eras it may not, since what was right may have become wrong.
   */
  public int era(ProjectId project, int version) {
    return eras.get(new VersionKey(project, version));
  }

  /** The highest version this person said to have read. */
  public OptionalInt acknowledged(ProjectId project, AccountId account) {
    return readers.get(new Reader(project, account));
  }

  /** The version this person must read before the next task; empty when nothing binding is unread. */
  public OptionalInt unread(ProjectId project, AccountId account) {
    var state = states.get(project);
    boolean read = acknowledged(project, account).orElse(0) >= state.binding();
    return read ? OptionalInt.empty() : OptionalInt.of(state.newest());
  }

  /** Every version, the newest first. */
  public List<GuidelineVersion> all(ProjectId project) {
    return jdbc.sql("select * from guideline_version where project_id = :project order by version desc")
        .param("project", project.value())
        .query(this::version)
        .list();
  }

  void insert(GuidelineVersion version) {
    jdbc.sql("""
            insert into guideline_version (project_id, version, body, rubric, change_note, effect, published_at, published_by)
            values (:project, :version, :body, :rubric::jsonb, :note, :effect, :at, :author)
            """)
        .param("project", version.projectId().value())
        .param("version", version.version())
        .param("body", version.body())
        .param("rubric", json.writeValueAsString(version.rubric()))
        .param("note", version.changeNote())
        .param("effect", version.effect().name())
        .param("at", Sql.time(version.publishedAt()))
        .param("author", version.publishedBy().value())
        .update();
    states.forget(version.projectId());
    versions.forget(new VersionKey(version.projectId(), version.version()));
    eras.forget(new VersionKey(version.projectId(), version.version()));
  }

  void acknowledge(ProjectId project, AccountId account, int version) {
    jdbc.sql("""
            insert into guideline_acknowledgement (project_id, account_id, version, at) values (:project, :account, :version, now())
            on conflict do nothing
            """)
        .param("project", project.value())
        .param("account", account.value())
        .param("version", version)
        .update();
    readers.forget(new Reader(project, account));
  }

  private State loadState(ProjectId project) {
    return jdbc.sql("""
            select coalesce(max(version), 0) as newest,
                   coalesce(max(version) filter (where effect <> 'EDITORIAL' or version = 1), 0) as binding
              from guideline_version where project_id = :project
            """)
        .param("project", project.value())
        .query((row, n) -> new State(row.getInt("newest"), row.getInt("binding")))
        .single();
  }

  private Optional<GuidelineVersion> loadVersion(VersionKey key) {
    return jdbc.sql("select * from guideline_version where project_id = :project and version = :version")
        .param("project", key.project().value())
        .param("version", key.version())
        .query(this::version)
        .optional();
  }

  private int loadEra(VersionKey key) {
    return jdbc.sql("""
            select coalesce(max(version), 1) from guideline_version
             where project_id = :project and version <= :version and effect = 'BREAKING'
            """)
        .param("project", key.project().value())
        .param("version", key.version())
        .query(Integer.class)
        .single();
  }

  private OptionalInt loadReader(Reader reader) {
    return jdbc.sql("select coalesce(max(version), 0) from guideline_acknowledgement where project_id = :project and account_id = :account")
        .param("project", reader.project().value())
        .param("account", reader.account().value())
        .query((row, n) -> row.getInt(1) == 0 ? OptionalInt.empty() : OptionalInt.of(row.getInt(1)))
        .single();
  }

  private GuidelineVersion version(ResultSet row, int number) throws SQLException {
    return new GuidelineVersion(
        ProjectId.of(Sql.uuid(row, "project_id")),
        row.getInt("version"),
        row.getString("body"),
        json.readValue(row.getString("rubric"), Rubric.class),
        row.getString("change_note"),
        GuidelineVersion.Effect.valueOf(row.getString("effect")),
        Sql.instant(row, "published_at"),
        AccountId.of(Sql.uuid(row, "published_by")));
  }
}
