package org.touchstone.platform.shared.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the web server below us says on its own. */
@Configuration(proxyBeanMethods = false)
class WebServer {
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInsteadOfPages() {
    return factory -> factory.addContextCustomizers(context -> {
      if (context.getParent() instanceof StandardHost host) host.setErrorReportValveClass(ProblemValve.class.getName());
    });
  }
}
