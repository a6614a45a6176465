package org.touchstone.cli.server;

/** The server refused a request; the message is its own sentence. */
public final class ServerSays extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;

  public ServerSays(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
