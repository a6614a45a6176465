package org.touchstone.platform.notice.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.notice.Notices;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.Page;

/** The caller's own notices. */
@RestController
@RequestMapping("/api/v1/notices")
@Tag(name = "notices", description = "What concerns the caller")
class NoticeController {
  private final Notices notices;

  NoticeController(Notices notices) {
    this.notices = notices;
  }

  @GetMapping
  Page<Notices.Notice> notices(Caller caller) {
    return new Page<>(notices.of(caller.id()), null);
  }

  @PostMapping("/{notice}/reading")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(Caller caller, @PathVariable UUID notice) {
    if (!notices.markRead(caller.id(), notice)) throw new NotFound("notice");
  }
}
