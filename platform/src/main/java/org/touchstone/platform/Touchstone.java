package org.touchstone.platform;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The server's entrance. Beans carry their full class names, since two rooms may each have their Drafts. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Touchstone {

  /** Only here, not in tests, the server opens its own database and writes a log file. */
  public static void main(String[] arguments) {
    var application = new SpringApplication(Touchstone.class);
    application.setDefaultProperties(Map.of(DatabaseChoice.DATA, "data", "logging.file.name", "${" + DatabaseChoice.DATA + "}/logs/touchstone.log"));
    application.addInitializers(new DatabaseChoice(System.getenv()), new PortCheck());
    application.run(arguments);
  }
}
