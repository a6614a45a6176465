package org.touchstone.platform.shared;

import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What every module stands on: one clock that tests may own, scheduled chores, and retries that count once. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class GroundConfiguration {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** After Spring Security, and before anything reads a body. */
  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(ProblemWriter problems) {
    var registration = new FilterRegistrationBean<>(new BodyLimitFilter(problems));
    registration.addUrlPatterns("/api/*");
    registration.setOrder(-60);
    return registration;
  }

  /** After Spring Security (order -100), since a key belongs to the account that sent it. */
  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(Idempotency known, ProblemWriter problems) {
    var registration = new FilterRegistrationBean<>(new IdempotencyFilter(known, problems));
    registration.addUrlPatterns("/api/*");
    registration.setOrder(-50);
    return registration;
  }
}
