package org.touchstone.platform.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that no person and no careful script sends, before they fill the memory; files have a limit of their own. */
final class BodyLimitFilter extends OncePerRequestFilter {
  private static final Pattern ITEMS = Pattern.compile("/api/v1/projects/[^/]+/items");
  private static final int USUAL = 1 << 20;
  private static final int FOR_ITEMS = 32 << 20;

  private final ProblemWriter problems;

  BodyLimitFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getContentType() != null && request.getContentType().startsWith("multipart/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    boolean items = ITEMS.matcher(request.getRequestURI()).matches();
    int most = items ? FOR_ITEMS : USUAL;
    var refusal = new TooLarge(items ? "These items are more than 32 MiB at once: send fewer, or upload them as a file."
        : "A request may carry 1 MiB of text; this one has more: shorten it.");
    if (request.getContentLengthLong() > most) {
      problems.write(response, refusal);
      return;
    }
    try {
      chain.doFilter(new Measured(request, most, refusal), response);
    } catch (TooLarge large) {
      problems.write(response, large);
    }
  }

  /** Who does not say how long a body is may send as much, and no more. */
  private static final class Measured extends HttpServletRequestWrapper {
    private final int most;
    private final TooLarge refusal;

    Measured(HttpServletRequest request, int most, TooLarge refusal) {
      super(request);
      this.most = most;
      this.refusal = refusal;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      var whole = super.getInputStream();
      return new ServletInputStream() {
        private long read;

        @Override
        public int read() throws IOException {
          int next = whole.read();
          if (next >= 0) count(1);
          return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          int n = whole.read(bytes, offset, length);
          count(n);
          return n;
        }

        private void count(int bytes) {
          if (bytes > 0 && (read += bytes) > most) throw refusal;
        }

        @Override
        public boolean isFinished() {
          return whole.isFinished();
        }

        @Override
        public boolean isReady() {
          return whole.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
          whole.setReadListener(listener);
        }
      };
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }
}
