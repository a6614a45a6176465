package org.touchstone.cli.server;

import org.touchstone.cli.table.BadInput;
import picocli.CommandLine.Option;

/** How to reach the server, and as whom. */
public final class ServerOptions {
  @Option(names = "--url", paramLabel = "URL", defaultValue = "${env:TOUCHSTONE_URL:-http://localhost:8080}",
      description = "Where the server is (or TOUCHSTONE_URL). Default: ${DEFAULT-VALUE}.")
  String url;

  @Option(names = "--email", paramLabel = "E-MAIL", defaultValue = "${env:TOUCHSTONE_EMAIL}", description = "Whose account to use (or TOUCHSTONE_EMAIL).")
  String email;

  @Option(names = "--password", paramLabel = "PASSWORD", defaultValue = "${env:TOUCHSTONE_PASSWORD}", arity = "0..1", interactive = true, echo = false,
      description = "Its password (or TOUCHSTONE_PASSWORD); without a value it is asked for.")
  String password;

  @Option(names = "--token", paramLabel = "TOKEN", defaultValue = "${env:TOUCHSTONE_TOKEN}",
      description = "An API token instead of both (or TOUCHSTONE_TOKEN).")
  String token;

  public String url() {
    return url;
  }

  /** The server, signed in. */
  public Server open() {
    var server = Server.at(url);
    if (token != null && !token.isBlank()) return server.withToken(token);
    if (email == null || password == null) {
      throw new BadInput("say who you are: --email and --password as printed when the server started, or --token");
    }
    try {
      server.signIn(email, password);
    } catch (ServerSays refused) {
      throw new BadInput("signing in at " + url + " as " + email + " failed: " + refused.getMessage());
    }
    return server;
  }
}
