package org.touchstone.platform.dataset.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.dataset.ExportFormat;
import org.touchstone.platform.dataset.Exports;
import org.touchstone.platform.dataset.Snapshot;
import org.touchstone.platform.dataset.SnapshotDesk;
import org.touchstone.platform.dataset.SnapshotId;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;

/** Snapshots and their files over HTTP. */
@RestController
@RequestMapping("/api/v1")
class SnapshotController {
  record Wish(String name, Snapshot.@Nullable Filter filter) {}

  record Listing(List<Snapshot> items) {}

  private static final Role[] READERS = {Role.ENGINEER, Role.MANAGER};

  private final SnapshotDesk desk;
  private final Roles roles;

  SnapshotController(SnapshotDesk desk, Roles roles) {
    this.desk = desk;
    this.roles = roles;
  }

  @PostMapping("/projects/{project}/snapshots")
  @ResponseStatus(HttpStatus.CREATED)
  Snapshot take(Caller caller, @PathVariable ProjectId project, @RequestBody Wish wish) {
    roles.require(caller, project, READERS);
    return desk.take(caller.id(), project, wish.name(), wish.filter() == null ? Snapshot.Filter.everything() : wish.filter());
  }

  @GetMapping("/projects/{project}/snapshots")
  Listing list(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, READERS);
    return new Listing(desk.of(project));
  }

  @GetMapping("/snapshots/{id}")
  Snapshot find(Caller caller, @PathVariable SnapshotId id) {
    return readable(caller, id);
  }

  /** Written by the request's own thread: an answer handed to another thread would have to pass the security filters again. */
  @GetMapping("/snapshots/{id}/export")
  void export(
      Caller caller, @PathVariable SnapshotId id, @RequestParam String format, @RequestParam(required = false) @Nullable String criterion,
      @RequestParam(defaultValue = "exclude") String gold, @RequestParam(defaultValue = "rows") String part, HttpServletResponse response) throws IOException {
    readable(caller, id);
    var choice = new Exports.Choice(ExportFormat.of(format), criterion, gold.equals("include"), part.equals("ties"));
    var snapshot = desk.check(id, choice);
    var card = Objects.requireNonNull(snapshot.card());
    response.setContentType(choice.format().mediaType());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(snapshot, choice));
    response.setHeader("Touchstone-Snapshot-Hash", snapshot.hash());
    response.setHeader("Touchstone-Pairs", Long.toString(card.pairs()));
    response.setHeader("Touchstone-Ties", Long.toString(card.ties()));
    desk.export(snapshot, choice, response.getOutputStream());
  }

  /** The frozen lines themselves: what every other file is made from, and what the hash is taken of. */
  @GetMapping("/snapshots/{id}/frozen")
  void frozen(Caller caller, @PathVariable SnapshotId id, HttpServletResponse response) throws IOException {
    readable(caller, id);
    var snapshot = desk.check(id, new Exports.Choice(ExportFormat.JSONL, null, true, false));
    response.setContentType("application/gzip");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name(snapshot) + ".frozen.jsonl.gz").build().toString());
    response.setHeader("Touchstone-Snapshot-Hash", snapshot.hash());
    desk.frozen(snapshot, response.getOutputStream());
  }

  /** A snapshot is as invisible to strangers as its project. */
  private Snapshot readable(Caller caller, SnapshotId id) {
    var snapshot = desk.find(id);
    try {
      roles.require(caller, snapshot.projectId(), READERS);
    } catch (NotFound stranger) {
      throw new NotFound("snapshot");
    }
    return snapshot;
  }

  private static String attachment(Snapshot snapshot, Exports.Choice choice) {
    String ties = choice.ties() ? "_ties" : "";
    return ContentDisposition.attachment().filename("%s.%s%s.%s".formatted(name(snapshot), choice.format().key(), ties, choice.format().ending())).build().toString();
  }

  private static String name(Snapshot snapshot) {
    String plain = snapshot.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return plain.isEmpty() ? "snapshot" : plain;
  }
}
