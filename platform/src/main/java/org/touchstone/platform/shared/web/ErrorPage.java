package org.touchstone.platform.shared.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.shared.Malformed;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.Problem;
import org.touchstone.platform.shared.ProblemWriter;
import org.touchstone.platform.shared.Unexpected;
import org.touchstone.platform.shared.Unsupported;

/** Answers for what failed before it reached a controller, in the same manner as everything else. */
@RestController
@Hidden
class ErrorPage implements ErrorController {
  private final ProblemWriter problems;

  ErrorPage(ProblemWriter problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    problems.write(response, problem(status instanceof Integer code ? code : 404));
  }

  private static Problem problem(int status) {
    if (status == 404) return new NotFound("address");
    if (status == 400) return new Malformed("The address or a header of this request contains something that is not allowed.");
    if (status < 500) return new Unsupported(status, "This request cannot be answered here.");
    return new Unexpected("of this minute");
  }
}
