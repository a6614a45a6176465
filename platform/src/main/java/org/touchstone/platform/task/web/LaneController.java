package org.touchstone.platform.task.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Credentials;
import org.touchstone.platform.task.Distribution;
import org.touchstone.platform.task.Lane;
import org.touchstone.platform.task.LaneDesk;
import org.touchstone.platform.task.Lanes;

/** Who may judge what: the lanes of a project, and how its work is shared out. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "items", description = "Items, their tasks and gold")
class LaneController {
  /** @param round what must have been passed: a calibration of this project or an assessment */
  record LaneBody(@Nullable String name, @Nullable String language, @Nullable String skill, @Nullable UUID round, @Nullable Double goldAtLeast) {}

  record LaneList(List<Lane> items) {}

  private final Lanes lanes;
  private final LaneDesk desk;
  private final Credentials credentials;
  private final Distribution distribution;
  private final Roles roles;

  LaneController(Lanes lanes, LaneDesk desk, Credentials credentials, Distribution distribution, Roles roles) {
    this.lanes = lanes;
    this.desk = desk;
    this.credentials = credentials;
    this.distribution = distribution;
    this.roles = roles;
  }

  @GetMapping("/lanes")
  LaneList list(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER, Role.ENGINEER);
    return new LaneList(lanes.of(project));
  }

  @PostMapping("/lanes")
  @ResponseStatus(HttpStatus.CREATED)
  Lane make(Caller caller, @PathVariable ProjectId project, @RequestBody LaneBody body) {
    roles.require(caller, project, Role.MANAGER);
    return desk.make(caller.id(), project, body.name(), ask(project, body, null));
  }

  @PutMapping("/lanes/{number}")
  Lane change(Caller caller, @PathVariable ProjectId project, @PathVariable int number, @RequestBody LaneBody body) {
    roles.require(caller, project, Role.MANAGER);
    var before = lanes.of(project).stream().filter(lane -> lane.number() == number).findFirst().map(lane -> lane.ask().credential()).orElse(null);
    return desk.change(caller.id(), project, number, body.name(), ask(project, body, before));
  }

  @DeleteMapping("/lanes/{number}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Caller caller, @PathVariable ProjectId project, @PathVariable int number) {
    roles.require(caller, project, Role.MANAGER);
    desk.remove(caller.id(), project, number);
  }

  /** @param lane null or 0 for the lane that asks nothing; @param dueAt null for no date */
  record PlaceBody(@Nullable Integer lane, @Nullable Instant dueAt) {}

  @PutMapping("/items/{item}/lane")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void place(Caller caller, @PathVariable ProjectId project, @PathVariable ItemId item, @RequestBody PlaceBody body) {
    roles.require(caller, project, Role.MANAGER);
    desk.move(caller.id(), project, item, body.lane() == null ? Lane.OPEN : body.lane(), body.dueAt());
  }

  /** Counts of the last seven days; models are nowhere in it, nor is gold. */
  @GetMapping("/distribution")
  Distribution.SharingOut distribution(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER);
    return distribution.of(project);
  }

  private Lane.Ask ask(ProjectId project, LaneBody body, Lane.@Nullable Credential before) {
    return new Lane.Ask(plain(body.language()), plain(body.skill()), credential(project, body.round(), before), body.goldAtLeast());
  }

  /** A round that is asked for already may be closed by now; what it asked stays. */
  private Lane.@Nullable Credential credential(ProjectId project, @Nullable UUID round, Lane.@Nullable Credential before) {
    if (round == null) return null;
    if (before != null && before.subject().equals(round)) return before;
    return credentials.of(project, round).orElseThrow(() -> new Invalid("round",
        "Choose an open calibration of this project or an open assessment: nobody could pass this one."));
  }

  private static @Nullable String plain(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
