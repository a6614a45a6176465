package org.touchstone.platform.embedded;

/** Why the server cannot start, in one sentence for the person at the terminal. */
public final class StartProblem extends RuntimeException {

  public StartProblem(String sentence) {
    super(sentence);
  }

  public StartProblem(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
