package org.touchstone.platform.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;

/** All invitations; a withdrawn one is deleted. */
@Repository
class Invitations {
  private final JdbcClient jdbc;
  private final Clock clock;

  Invitations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void insert(Invitation invitation, String secret) {
    jdbc.sql("""
            insert into identity_invitation (id, project_id, role, email, hash, created_by, expires_at)
            values (:id, :project, :role, :email, :hash, :author, :expires)
            """)
        .param("id", invitation.id())
        .param("project", invitation.projectId().value())
        .param("role", invitation.role().name())
        .param("email", invitation.email())
        .param("hash", Secret.hash(secret))
        .param("author", invitation.createdBy().value())
        .param("expires", Sql.time(invitation.expiresAt()))
        .update();
  }

  Optional<Invitation> open(String secret) {
    return jdbc.sql("select * from identity_invitation where hash = :hash and accepted_at is null and expires_at > :now")
        .param("hash", Secret.hash(secret))
        .param("now", Sql.time(clock.instant()))
        .query(Invitations::invitation)
        .optional();
  }

  List<Invitation> of(ProjectId project) {
    return jdbc.sql("select * from identity_invitation where project_id = :project order by id desc limit 1000")
        .param("project", project.value())
        .query(Invitations::invitation)
        .list();
  }

  /** @return whether it was still open: of two who hold one link only the first comes in */
  boolean accept(UUID id, AccountId guest) {
    return jdbc.sql("update identity_invitation set accepted_by = :guest, accepted_at = :now where id = :id and accepted_at is null")
        .param("guest", guest.value())
        .param("now", Sql.time(clock.instant()))
        .param("id", id)
        .update() == 1;
  }

  /** @return whether there was an open one to withdraw */
  boolean delete(ProjectId project, UUID id) {
    return jdbc.sql("delete from identity_invitation where id = :id and project_id = :project and accepted_at is null")
        .param("id", id)
        .param("project", project.value())
        .update() == 1;
  }

  private static Invitation invitation(ResultSet row, int number) throws SQLException {
    var guest = Sql.uuid(row, "accepted_by");
    return new Invitation(Sql.uuid(row, "id"), ProjectId.of(Sql.uuid(row, "project_id")), Role.valueOf(row.getString("role")),
        AccountId.of(Sql.uuid(row, "created_by")), row.getString("email"), Sql.instant(row, "expires_at"), guest == null ? null : AccountId.of(guest));
  }
}
