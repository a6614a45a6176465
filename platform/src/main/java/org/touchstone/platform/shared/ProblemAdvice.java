package org.touchstone.platform.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns whatever is thrown into one clear sentence for the caller; our own faults go to the log under a reference. */
@RestControllerAdvice
class ProblemAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final ProblemWriter writer;

  ProblemAdvice(ProblemWriter writer) {
    this.writer = writer;
  }

  @ExceptionHandler
  void gone(AsyncRequestNotUsableException gone) {
    LOG.debug("the caller hung up", gone);
  }

  @ExceptionHandler
  void answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
    Problem known = ProblemTranslation.of(thrown);
    writer.write(response, known != null ? known : unexpected(thrown, request));
  }

  private static Problem unexpected(Throwable thrown, HttpServletRequest request) {
    String reference = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("reference {}: {} {} failed", reference, request.getMethod(), request.getRequestURI(), thrown);
    return new Unexpected(reference);
  }
}
