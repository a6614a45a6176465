package org.touchstone.platform.shared;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What every module stands on: one clock that tests may own, and scheduled chores. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class GroundConfiguration {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
