package org.touchstone.platform.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Answers a repeated request with its first answer, when the client sends the same Idempotency-Key again. */
final class IdempotencyFilter extends OncePerRequestFilter {
  static final String HEADER = "Idempotency-Key";
  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_BODY = 64 << 20;
  private static final int LONGEST_ANSWER = 1 << 20;

  private final Idempotency known;
  private final ProblemWriter problems;

  IdempotencyFilter(Idempotency known, ProblemWriter problems) {
    this.known = known;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(HEADER) == null || request.getUserPrincipal() == null || !Set.of("POST", "PUT").contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    String key = request.getHeader(HEADER);
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      problems.write(response, new Malformed("An Idempotency-Key has between 1 and %d characters.".formatted(LONGEST_KEY)));
      return;
    }
    var account = UUID.fromString(request.getUserPrincipal().getName());
    String address = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    HttpServletRequest forwarded = request;
    byte[] fingerprint;
    if (isUpload(request)) {
      // Uploads are too large to be held: their length stands for their content.
      fingerprint = Idempotency.fingerprint(request.getMethod(), address, Long.toString(request.getContentLengthLong()).getBytes(StandardCharsets.UTF_8));
    } else {
      byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
      if (body.length > LONGEST_BODY) {
        problems.write(response, new TooLarge("A request with an Idempotency-Key may have at most 64 MiB: split it."));
        return;
      }
      fingerprint = Idempotency.fingerprint(request.getMethod(), address, body);
      forwarded = new Replayed(request, body);
    }
    switch (known.begin(account, key, fingerprint)) {
      case Idempotency.Known.New() -> run(account, key, forwarded, response, chain);
      case Idempotency.Known.Answered(var answer) -> replay(answer, response);
      case Idempotency.Known.Running() -> problems.write(response, new Conflict("The first request with this Idempotency-Key is still being worked on: try again shortly."));
      case Idempotency.Known.Different() -> problems.write(response,
          new Invalid(HEADER, "This Idempotency-Key was used for a different request: take a new key for each new request."));
    }
  }

  private void run(UUID account, String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    var copy = new ContentCachingResponseWrapper(response);
    boolean answered = false;
    try {
      chain.doFilter(request, copy);
      byte[] body = copy.getContentAsByteArray();
      answered = copy.getStatus() < 500 && copy.getStatus() != 401 && body.length <= LONGEST_ANSWER;
      if (answered) known.finish(account, key, new Idempotency.Answer(copy.getStatus(), copy.getContentType(), copy.getHeader(HttpHeaders.LOCATION), body));
    } finally {
      if (!answered) known.forget(account, key);
    }
    copy.copyBodyToResponse();
  }

  private static void replay(Idempotency.Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    response.setHeader("Idempotency-Replayed", "true");
    if (answer.contentType() != null) response.setContentType(answer.contentType());
    if (answer.location() != null) response.setHeader(HttpHeaders.LOCATION, answer.location());
    response.getOutputStream().write(answer.body());
  }

  private static boolean isUpload(HttpServletRequest request) {
    return request.getContentType() != null && request.getContentType().startsWith("multipart/");
  }

  /** The request again from its beginning, after its body was read for the fingerprint. */
  private static final class Replayed extends HttpServletRequestWrapper {
    private final byte[] body;

    Replayed(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
      var bytes = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public int read() {
          return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
          return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
          return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException("requests are read by blocking here");
        }
      };
    }
  }
}
