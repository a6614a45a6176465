package org.touchstone.platform.adjudication.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.adjudication.ReturnDesk;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.judgment.Judgments;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.NotFound;

/** A reviewer gives a judgment back to its author. */
@RestController
@RequestMapping("/api/v1/judgments/{judgment}/return")
@Tag(name = "cases", description = "Flags, disagreements, disputes and appeals")
class ReturnController {
  record ReturnBody(@Nullable String reason) {}

  record GivenBack(int number, Instant until) {}

  private final ReturnDesk desk;
  private final Judgments judgments;
  private final Roles roles;

  ReturnController(ReturnDesk desk, Judgments judgments, Roles roles) {
    this.desk = desk;
    this.judgments = judgments;
    this.roles = roles;
  }

  /** Its author may change it for a week; the pay stays as it is, and a case of the item stays open. */
  @PostMapping
  GivenBack giveBack(Caller caller, @PathVariable JudgmentId judgment, @RequestBody ReturnBody body) {
    var found = judgments.find(judgment).orElseThrow(() -> new NotFound("judgment"));
    if (!caller.owner() && roles.of(caller.id(), found.projectId()).isEmpty()) throw new NotFound("judgment");
    roles.require(caller, found.projectId(), Role.LEAD, Role.MANAGER);
    var one = desk.giveBack(caller, judgment, body.reason());
    return new GivenBack(one.number(), one.until());
  }
}
