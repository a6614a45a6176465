package org.touchstone.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.touchstone.platform.embedded.StartProblem;

/** Says at once that the port is taken, rather than after everything else has been started for nothing. */
@Order(2)
final class PortCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    int port = context.getEnvironment().getProperty("server.port", Integer.class, 8080);
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      throw inUse(port);
    }
  }

  static StartProblem inUse(int port) {
    return new StartProblem("Port " + port + " is used by another program: stop that one, or choose another port, as in"
        + " ./touchstone start --port " + (port == 65535 ? port - 1 : port + 1) + ".");
  }
}
