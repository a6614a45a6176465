package org.touchstone.platform.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Renders problems as {@code application/problem+json} (RFC 9457), for controllers and filters alike. */
@Component
public class ProblemWriter {
  /** What a client reads; {@code type} leads to a page that explains. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record View(String type, String title, int status, String detail, List<Problem.Fault> errors) {
    public static View of(Problem problem) {
      return new View("/problems/" + problem.slug(), problem.title(), problem.status(), problem.getMessage(), problem.faults());
    }
  }

  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  public void write(HttpServletResponse response, Problem problem) throws IOException {
    if (response.isCommitted()) return;
    response.resetBuffer();
    response.setStatus(problem.status());
    problem.headers().forEach(response::setHeader);
    response.setContentType("application/problem+json");
    byte[] body = json.writeValueAsBytes(View.of(problem));
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
