package org.touchstone.platform.project;

import java.util.List;
import org.touchstone.platform.shared.Problem;

/** The project cannot be published yet; every missing thing is named. */
final class NotReady extends Problem {
  NotReady(List<String> missing) {
    super("not-ready", 422, "The project is not ready to be published", missing.getFirst(),
        missing.stream().map(sentence -> new Fault("project", sentence)).toList());
  }
}
