package org.touchstone.platform;

import java.io.PrintStream;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.touchstone.platform.shared.Welcome;

/** Tells the person at the terminal where the server is and how to get in. */
@Component
class WelcomeBanner {

  private final List<Welcome> welcomes;
  private final PrintStream terminal;

  @Autowired
  WelcomeBanner(ObjectProvider<Welcome> welcomes) {
    this(welcomes.orderedStream().toList(), System.out);
  }

  WelcomeBanner(List<Welcome> welcomes, PrintStream terminal) {
    this.welcomes = welcomes;
    this.terminal = terminal;
  }

  /** Last of all listeners, since others may still load what their lines speak of. */
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void print(ApplicationReadyEvent ready) {
    print(ready.getApplicationContext().getEnvironment());
  }

  void print(Environment environment) {
    var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    var address = "http://localhost:" + port;
    var text = new StringBuilder("\nTouchstone is ready at ").append(address).append("\n\n");
    for (var welcome : welcomes) {
      welcome.lines().forEach(line -> text.append("  ").append(line.replace("{address}", address)).append('\n'));
    }
    text.append(welcomes.isEmpty() ? "" : "\n").append("Press Ctrl-C to stop.");
    terminal.println(text);
    terminal.flush();
  }
}
