package org.touchstone.platform.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.touchstone.platform.shared.ProjectId;

/**
 * Fits the models of projects at work anew from time to time: a few seconds after new judgments came, and never more than
 * a tenth of the time, however large a project grows.
 */
@Component
class QualitySweeper {
  private static final Logger LOG = LoggerFactory.getLogger(QualitySweeper.class);
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final Map<ProjectId, Instant> nextFit = new ConcurrentHashMap<>();
  private final java.util.Set<ProjectId> changed = ConcurrentHashMap.newKeySet();
  private final QualityDesk desk;
  private boolean begun;

  QualitySweeper(QualityDesk desk) {
    this.desk = desk;
  }

  @TransactionalEventListener
  void changed(QualityDesk.Measured measured) {
    changed.add(measured.project());
  }

  @Scheduled(fixedDelay = 1000)
  void sweep() {
    if (!begun) {
      // What a server measured and had no time to fit before it stopped.
      changed.addAll(desk.unfitted());
      begun = true;
    }
    for (var project : changed) {
      var started = Instant.now();
      if (started.isBefore(nextFit.getOrDefault(project, Instant.MIN))) continue;
      changed.remove(project);
      try {
        desk.fit(project);
      } catch (RuntimeException failed) {
        LOG.warn("the consensus of project {} could not be fitted; it is tried again", project, failed);
        changed.add(project);
      }
      var took = Duration.between(started, Instant.now());
      nextFit.put(project, Instant.now().plus(PAUSE.compareTo(took.multipliedBy(10)) > 0 ? PAUSE : took.multipliedBy(10)));
    }
  }
}
