package org.touchstone.platform.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Set;
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
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Scope;
import org.touchstone.platform.identity.Tokens;
import org.touchstone.platform.shared.Page;

/** The caller's own API tokens. */
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "tokens", description = "API tokens")
class TokenController {
  record NewToken(@Nullable String name, @Nullable Set<Scope> scopes, @Nullable Integer expiresInDays) {}

  /** @param token the secret, only in the answer to its making */
  record TokenView(UUID id, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token, String name, Set<Scope> scopes, Instant expiresAt,
      @Nullable Instant lastUsedAt) {
    static TokenView of(Tokens.Token token) {
      return new TokenView(token.id(), token.secret(), token.name(), token.scopes(), token.expiresAt(), token.lastUsedAt());
    }
  }

  private final Tokens tokens;

  TokenController(Tokens tokens) {
    this.tokens = tokens;
  }

  @GetMapping
  Page<TokenView> tokens(Caller caller) {
    return new Page<>(tokens.of(caller.id()).stream().map(TokenView::of).toList(), null);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  TokenView create(Caller caller, @RequestBody NewToken body) {
    return TokenView.of(tokens.create(caller, body.name(), body.scopes(), body.expiresInDays() == null ? 90 : body.expiresInDays()));
  }

  @DeleteMapping("/{token}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(Caller caller, @PathVariable UUID token) {
    tokens.withdraw(caller, token);
  }
}
