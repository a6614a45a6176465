package org.touchstone.platform.shared.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Answers what the web server itself refuses, such as an address with a zero in it, in the same manner as everything else. */
public final class ProblemValve extends ErrorReportValve {
  @Override
  protected void report(Request request, Response response, Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
    String body = status < 500
        ? "{\"type\":\"/problems/malformed-request\",\"title\":\"The request cannot be read\",\"status\":%d,\"detail\":\"The address or a header of this request contains something that is not allowed.\"}"
        : "{\"type\":\"/problems/unexpected\",\"title\":\"Something went wrong\",\"status\":%d,\"detail\":\"This was our fault. Try again; if it happens again, tell the owner of this installation when it was.\"}";
    try {
      response.setContentType("application/problem+json");
      response.getOutputStream().write(body.formatted(status).getBytes(StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      // The caller hung up, or the answer is on its way already: there is nobody left to tell.
    }
  }
}
