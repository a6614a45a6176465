package org.touchstone.platform.task;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Returns abandoned places to the queue, a second after their time at the latest. */
@Component
class LeaseSweeper {
  private static final int FULL = 1000;
  private final Leases leases;

  LeaseSweeper(Leases leases) {
    this.leases = leases;
  }

  @Scheduled(fixedDelay = 1000)
  void sweep() {
    int returned;
    do returned = leases.expire();
    while (returned == FULL);
  }
}
