package org.touchstone.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;

/** Which scope a token needs for a request: reading reads, a trainer's own steps are work, everything else manages. */
final class ScopeNeeded {
  private static final List<Pattern> WORK = List.of(
      Pattern.compile("/api/v1/leases/.*"),
      Pattern.compile("/api/v1/judgments/.*"),
      Pattern.compile("/api/v1/projects/[^/]+/leases"),
      Pattern.compile("/api/v1/projects/[^/]+/membership"),
      Pattern.compile("/api/v1/projects/[^/]+/guidelines/[^/]+/acknowledgement"),
      Pattern.compile("/api/v1/decisions/[^/]+/appeal"),
      Pattern.compile("/api/v1/notices/.*"));

  private ScopeNeeded() {}

  static Scope by(HttpServletRequest request) {
    if (List.of("GET", "HEAD", "OPTIONS").contains(request.getMethod())) return Scope.READ;
    String path = request.getRequestURI();
    return WORK.stream().anyMatch(pattern -> pattern.matcher(path).matches()) ? Scope.WORK : Scope.MANAGE;
  }
}
