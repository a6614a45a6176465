package org.touchstone.platform.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.BriefCache;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;

/** All projects with their newest terms. */
@Repository
public class Projects {
  private record TermsKey(ProjectId project, int version) {}

  private static final String SELECT = """
      select p.id, p.slug, p.name, p.domain, p.summary, p.description, p.state, p.wanted, p.gold_rate, p.lease_minutes, p.routing, p.sensitive_per_day, p.revise_minutes, p.most_per_person, p.most_percent,
             p.created_at, p.created_by, t.version, t.rate_minor, t.currency, t.expected_minutes, t.review_hours, t.pay_schedule,
             t.dispute_process, t.duration, t.weekly_hours, t.skills, t.languages, t.sensitive_content, t.announced_at
        from project_project p
        left join lateral (select * from project_terms where project_id = p.id order by version desc limit 1) t on true
      """;

  private final JdbcClient jdbc;
  private final BriefCache<ProjectId, Optional<Project>> brief = BriefCache.ofSeconds(2, this::load);
  private final BriefCache<TermsKey, Optional<Terms>> terms = new BriefCache<>(Duration.ofHours(1), 10_000, this::loadTerms);

  Projects(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @throws NotFound when there is no such project */
  public Project find(ProjectId id) {
    return brief.get(id).orElseThrow(() -> new NotFound("project"));
  }

  /** One version of the terms, which never changes. */
  public Terms terms(ProjectId project, int version) {
    return terms.get(new TermsKey(project, version)).orElseThrow(() -> new NotFound("version of the terms"));
  }

  /** Every project that anybody may see, the newest first. */
  public List<Project> listed() {
    return jdbc.sql(SELECT + " where p.state in ('PUBLISHED', 'PAUSED') order by p.id desc").query(Projects::project).list();
  }

  public List<Project> all(Collection<ProjectId> ids) {
    return jdbc.sql(SELECT + " where p.id = any(:ids) order by p.id desc")
        .param("ids", Sql.uuids(ids.stream().map(ProjectId::value).toList()))
        .query(Projects::project)
        .list();
  }

  public List<Project> all() {
    return jdbc.sql(SELECT + " order by p.id desc").query(Projects::project).list();
  }

  void insert(ProjectId id, String slug, String name, String domain, String summary, String description, Settings settings, AccountId author) {
    for (int attempt = 1; ; attempt++) {
      String free = attempt == 1 ? slug : slug + "-" + attempt;
      int rows = jdbc.sql("""
              insert into project_project (id, slug, name, domain, summary, description, state, wanted, gold_rate, lease_minutes, routing, created_by)
              values (:id, :slug, :name, :domain, :summary, :description, 'DRAFT', :wanted, :goldRate, :lease, :routing, :author)
              on conflict (slug) do nothing
              """)
          .param("id", id.value())
          .param("slug", free)
          .param("name", name)
          .param("domain", domain)
          .param("summary", summary)
          .param("description", description)
          .param("wanted", settings.wanted())
          .param("goldRate", settings.goldRate())
          .param("lease", settings.leaseMinutes())
          .param("routing", settings.routing().name())
          .param("author", author.value())
          .update();
      if (rows == 1) return;
    }
  }

  void update(Project project) {
    jdbc.sql("""
            update project_project set name = :name, domain = :domain, summary = :summary, description = :description, wanted = :wanted,
                   gold_rate = :goldRate, lease_minutes = :lease, routing = :routing, sensitive_per_day = :sensitive,
                   revise_minutes = :revise, most_per_person = :mostPerPerson, most_percent = :mostPercent
             where id = :id
            """)
        .param("id", project.id().value())
        .param("name", project.name())
        .param("domain", project.domain())
        .param("summary", project.summary())
        .param("description", project.description())
        .param("wanted", project.settings().wanted())
        .param("goldRate", project.settings().goldRate())
        .param("lease", project.settings().leaseMinutes())
        .param("routing", project.settings().routing().name())
        .param("sensitive", project.settings().sensitivePerDay())
        .param("revise", project.settings().reviseMinutes())
        .param("mostPerPerson", project.settings().mostPerPerson())
        .param("mostPercent", project.settings().mostPercent())
        .update();
    brief.forget(project.id());
  }

  /** @return whether the project was in the state it was thought to be in */
  boolean move(ProjectId id, Project.State before, Project.State after) {
    int rows = jdbc.sql("update project_project set state = :after where id = :id and state = :before")
        .param("after", after.name())
        .param("before", before.name())
        .param("id", id.value())
        .update();
    brief.forget(id);
    return rows == 1;
  }

  /** @return the new version's number */
  int announce(ProjectId project, Terms terms, AccountId author) {
    int version = jdbc.sql("""
            insert into project_terms (project_id, version, rate_minor, currency, expected_minutes, review_hours, pay_schedule, dispute_process,
                   duration, weekly_hours, skills, languages, sensitive_content, announced_at, announced_by)
            values (:project, (select coalesce(max(version), 0) + 1 from project_terms where project_id = :project), :rate, :currency, :minutes,
                   :review, :schedule, :dispute, :duration, :weekly, :skills, :languages, :sensitive, now(), :author)
            returning version
            """)
        .param("project", project.value())
        .param("rate", terms.rate() == null ? null : terms.rate().minor())
        .param("currency", terms.rate() == null ? null : terms.rate().currency())
        .param("minutes", terms.expectedMinutes())
        .param("review", terms.reviewHours())
        .param("schedule", terms.paySchedule())
        .param("dispute", terms.disputeProcess())
        .param("duration", terms.duration())
        .param("weekly", terms.weeklyHours())
        .param("skills", terms.skills())
        .param("languages", terms.languages().toArray(String[]::new))
        .param("sensitive", terms.sensitiveContent())
        .param("author", author.value())
        .query(Integer.class)
        .single();
    brief.forget(project);
    return version;
  }

  private Optional<Project> load(ProjectId id) {
    return jdbc.sql(SELECT + " where p.id = :id").param("id", id.value()).query(Projects::project).optional();
  }

  private Optional<Terms> loadTerms(TermsKey key) {
    return jdbc.sql("select * from project_terms where project_id = :project and version = :version")
        .param("project", key.project().value())
        .param("version", key.version())
        .query((row, n) -> terms(row))
        .optional();
  }

  private static Project project(ResultSet row, int number) throws SQLException {
    return new Project(
        ProjectId.of(Sql.uuid(row, "id")),
        row.getString("slug"),
        row.getString("name"),
        row.getString("domain"),
        row.getString("summary"),
        row.getString("description"),
        Project.State.valueOf(row.getString("state")),
        new Settings(row.getInt("wanted"), row.getDouble("gold_rate"), row.getInt("lease_minutes"), Settings.Routing.valueOf(row.getString("routing")),
            row.getInt("sensitive_per_day"), row.getInt("revise_minutes"), row.getInt("most_per_person"), row.getInt("most_percent")),
        row.getObject("version") == null ? Terms.none() : terms(row),
        Sql.instant(row, "created_at"),
        AccountId.of(Sql.uuid(row, "created_by")));
  }

  private static Terms terms(ResultSet row) throws SQLException {
    Long rate = Sql.longOrNull(row, "rate_minor");
    double minutes = row.getDouble("expected_minutes");
    return new Terms(
        row.getInt("version"),
        rate == null ? null : new Money(rate, row.getString("currency")),
        row.getObject("expected_minutes") == null ? null : minutes,
        Sql.integerOrNull(row, "review_hours"),
        row.getString("pay_schedule"),
        row.getString("dispute_process"),
        row.getString("duration"),
        row.getString("weekly_hours"),
        row.getString("skills"),
        Sql.strings(row, "languages"),
        row.getString("sensitive_content"),
        Sql.instant(row, "announced_at"));
  }
}
