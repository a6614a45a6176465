package org.touchstone.platform.access.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Invitation;
import org.touchstone.platform.identity.InvitationDesk;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;

/** Invitations into a project: sent and withdrawn by its managers, looked at by who holds the link. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "invitations", description = "Invitations into a project")
class InvitationController {
  record NewInvitation(@Nullable Role role, @Nullable String email) {}

  /** @param link for the person invited; @param token the secret part of it, shown only now */
  record SentView(UUID id, String link, String token, Role role, Instant expiresAt) {}

  record InvitationView(UUID id, Role role, @Nullable String email, Instant expiresAt, @Nullable String acceptedBy) {}

  /** @param projectSummary the one sentence about it; what is paid stands in its terms, which come before any work */
  record OpenedView(ProjectId projectId, String projectName, String projectSummary, Role role, String invitedBy, @Nullable String email) {}

  private final InvitationDesk desk;
  private final Roles roles;
  private final Projects projects;
  private final Accounts accounts;

  InvitationController(InvitationDesk desk, Roles roles, Projects projects, Accounts accounts) {
    this.desk = desk;
    this.roles = roles;
    this.projects = projects;
    this.accounts = accounts;
  }

  @GetMapping("/projects/{project}/invitations")
  Page<InvitationView> invitations(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.MANAGER);
    projects.find(project);
    return new Page<>(desk.of(project).stream().map(this::view).toList(), null);
  }

  @PostMapping("/projects/{project}/invitations")
  @ResponseStatus(HttpStatus.CREATED)
  SentView invite(Caller caller, @PathVariable ProjectId project, @RequestBody NewInvitation body) {
    roles.require(caller, project, Role.MANAGER);
    projects.find(project);
    var sent = desk.invite(caller.id(), project, body.role(), body.email());
    String link = ServletUriComponentsBuilder.fromCurrentContextPath().path("/invitations/").path(sent.secret()).toUriString();
    return new SentView(sent.invitation().id(), link, sent.secret(), sent.invitation().role(), sent.invitation().expiresAt());
  }

  @DeleteMapping("/projects/{project}/invitations/{invitation}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(Caller caller, @PathVariable ProjectId project, @PathVariable UUID invitation) {
    roles.require(caller, project, Role.MANAGER);
    desk.withdraw(caller.id(), project, invitation);
  }

  @GetMapping("/invitations/{token}")
  OpenedView opened(@PathVariable String token) {
    var invitation = desk.open(token);
    var project = projects.find(invitation.projectId());
    return new OpenedView(project.id(), project.name(), project.summary(), invitation.role(), accounts.name(invitation.createdBy()), invitation.email());
  }

  private InvitationView view(Invitation invitation) {
    return new InvitationView(invitation.id(), invitation.role(), invitation.email(), invitation.expiresAt(),
        invitation.acceptedBy() == null ? null : accounts.name(invitation.acceptedBy()));
  }
}
