package org.touchstone.platform.shared;

import java.util.List;

/** Something a module wants to tell the person who started the server, printed once it is ready. */
public interface Welcome {

  /** Lines in reading order; {@code {address}} in a line becomes the address of this server. */
  List<String> lines();
}
