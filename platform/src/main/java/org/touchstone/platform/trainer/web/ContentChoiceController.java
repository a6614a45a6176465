package org.touchstone.platform.trainer.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.trainer.ContentChoice;
import org.touchstone.platform.trainer.ContentChoices;

/** How much sensitive content the caller wants to be shown; nobody else reads it. */
@RestController
@RequestMapping("/api/v1/account/content")
@Tag(name = "profile", description = "What a trainer says of themselves")
class ContentChoiceController {
  private final ContentChoices choices;

  ContentChoiceController(ContentChoices choices) {
    this.choices = choices;
  }

  @GetMapping
  ContentChoice choice(Caller caller) {
    return choices.of(caller.id());
  }

  @PutMapping
  ContentChoice save(Caller caller, @RequestBody ContentChoice body) {
    choices.save(caller.id(), body);
    return choices.of(caller.id());
  }
}
