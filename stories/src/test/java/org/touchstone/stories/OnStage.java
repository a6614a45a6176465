package org.touchstone.stories;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one {@link Demonstration} of this test run to a story, and ends it after the last one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnStage.Stage.class)
@interface OnStage {

  /** Keeps the demonstration in the root store, which closes it when the run is over. */
  final class Stage implements ParameterResolver, AfterTestExecutionCallback {

    private static final Path PHOTOGRAPHS = Path.of("target", "stories");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext story) {
      return parameter.getParameter().getType() == Demonstration.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext story) {
      return story.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(Demonstration.class, key -> new Demonstration(), Demonstration.class);
    }

    /** Everybody leaves; where the story broke, with a picture of what was before their eyes. */
    @Override
    public void afterTestExecution(ExtensionContext story) {
      int number = 1;
      for (var person : Person.present()) {
        if (story.getExecutionException().isPresent()) {
          person.photograph(PHOTOGRAPHS.resolve("%s-%d.png".formatted(story.getRequiredTestMethod().getName(),
              number++)));
        }
        person.leave();
      }
    }
  }
}
