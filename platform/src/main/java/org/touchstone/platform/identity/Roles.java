package org.touchstone.platform.identity;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.BriefCache;
import org.touchstone.platform.shared.NotAllowed;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;

/** Who may do what in which project. */
@Repository
public class Roles {
  private record Place(AccountId account, ProjectId project) {}

  private final JdbcClient jdbc;
  private final BriefCache<Place, Set<Role>> brief = BriefCache.ofSeconds(2, this::load);

  Roles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Lets the caller pass when one of the roles is held, or when the caller owns the installation and a role other than
   * trainer is asked: work is done by those who accepted its terms, whoever they are.
   */
  public void require(Caller caller, ProjectId project, Role... roles) {
    var asked = EnumSet.copyOf(Arrays.asList(roles));
    boolean onlyTrainers = asked.equals(EnumSet.of(Role.TRAINER));
    if (caller.owner() && !onlyTrainers) return;
    var held = of(caller.id(), project);
    if (held.isEmpty() && !caller.owner()) throw new NotFound("project");
    if (Collections.disjoint(held, asked)) throw new NotAllowed(sentence(asked));
  }

  /** Lets every member of the project pass, and the owner. */
  public void requireMember(Caller caller, ProjectId project) {
    require(caller, project, Role.values());
  }

  public Set<Role> of(AccountId account, ProjectId project) {
    return brief.get(new Place(account, project));
  }

  /** Everybody with a role here, in the order in which they came. */
  public Map<AccountId, Set<Role>> people(ProjectId project) {
    var people = new LinkedHashMap<AccountId, Set<Role>>();
    jdbc.sql("select account_id, role from identity_role where project_id = :project order by granted_at, account_id")
        .param("project", project.value())
        .query(row -> {
          people.computeIfAbsent(AccountId.of(Sql.uuid(row, "account_id")), id -> EnumSet.noneOf(Role.class)).add(Role.valueOf(row.getString("role")));
        });
    return people;
  }

  public List<AccountId> holders(ProjectId project, Role role) {
    return jdbc.sql("select account_id from identity_role where project_id = :project and role = :role order by granted_at, account_id")
        .param("project", project.value())
        .param("role", role.name())
        .query((row, n) -> AccountId.of(Sql.uuid(row, "account_id")))
        .list();
  }

  /** The projects of a person with the roles held there. */
  public Map<ProjectId, Set<Role>> projects(AccountId account) {
    var projects = new LinkedHashMap<ProjectId, Set<Role>>();
    jdbc.sql("select project_id, role from identity_role where account_id = :account order by project_id desc")
        .param("account", account.value())
        .query(row -> {
          projects.computeIfAbsent(ProjectId.of(Sql.uuid(row, "project_id")), id -> EnumSet.noneOf(Role.class)).add(Role.valueOf(row.getString("role")));
        });
    return projects;
  }

  public void grant(AccountId account, ProjectId project, Role role) {
    jdbc.sql("insert into identity_role (account_id, project_id, role) values (:account, :project, :role) on conflict do nothing")
        .param("account", account.value())
        .param("project", project.value())
        .param("role", role.name())
        .update();
    brief.forget(new Place(account, project));
  }

  /** @return whether the role had been held */
  public boolean revoke(AccountId account, ProjectId project, Role role) {
    int rows = jdbc.sql("delete from identity_role where account_id = :account and project_id = :project and role = :role")
        .param("account", account.value())
        .param("project", project.value())
        .param("role", role.name())
        .update();
    brief.forget(new Place(account, project));
    return rows > 0;
  }

  private Set<Role> load(Place place) {
    return jdbc.sql("select role from identity_role where account_id = :account and project_id = :project")
        .param("account", place.account().value())
        .param("project", place.project().value())
        .query((row, n) -> Role.valueOf(row.getString("role")))
        .set();
  }

  private static String sentence(Set<Role> asked) {
    String names = asked.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" or "));
    return "This takes the role %s in this project; ask its manager if you should have it.".formatted(names);
  }
}
