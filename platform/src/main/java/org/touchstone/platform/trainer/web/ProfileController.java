package org.touchstone.platform.trainer.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.trainer.Profile;
import org.touchstone.platform.trainer.Profiles;

/** The caller's own profile. */
@RestController
@RequestMapping("/api/v1/profile")
@Tag(name = "profile", description = "What a trainer says of themselves")
class ProfileController {
  private final Profiles profiles;

  ProfileController(Profiles profiles) {
    this.profiles = profiles;
  }

  @GetMapping
  Profile profile(Caller caller) {
    return profiles.of(caller.id());
  }

  @PutMapping
  Profile save(Caller caller, @RequestBody Profile body) {
    profiles.save(caller.id(), body);
    return profiles.of(caller.id());
  }
}
