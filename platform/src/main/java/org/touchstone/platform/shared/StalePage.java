package org.touchstone.platform.shared;

/** A change came without the page's proof that it was meant: the CSRF token is missing or old. */
public final class StalePage extends Problem {
  public StalePage() {
    super("stale-page", 403, "This page is out of date",
        "The proof that this page belongs to your session is missing or old. Reload the page and try again; nothing was changed.");
  }
}
