package org.touchstone.platform;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.touchstone.platform.embedded.StartProblem;

/** Prints what prevents the start as the one sentence it is; the unforeseen keeps its stack trace in the log file. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartProblemReporter implements SpringBootExceptionReporter {

  StartProblemReporter(ConfigurableApplicationContext context) {
    // Spring Boot hands over the context it could not start; a sentence needs none of it.
  }

  @Override
  public boolean reportException(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException taken) {
        cause = PortCheck.inUse(taken.getPort());
      }
      if (cause instanceof StartProblem problem) {
        System.err.println("touchstone: " + problem.getMessage());
        return true;
      }
    }
    System.err.println("touchstone: The server could not start: "
        + NestedExceptionUtils.getMostSpecificCause(failure).getMessage() + " (the log file has the whole story)");
    return false;
  }
}
