package org.touchstone.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The same request several times in the same moment, as an impatient hand or two open tabs send it. */
public final class AtOnce {
  /** @param failures what the others were refused with */
  public record Outcome<T>(List<T> answers, List<Throwable> failures) {}

  private AtOnce() {}

  public static <T> Outcome<T> times(int n, Callable<T> request) throws InterruptedException {
    return all(IntStream.range(0, n).mapToObj(any -> request).toList());
  }

  public static <T> Outcome<T> all(List<Callable<T>> requests) throws InterruptedException {
    var start = new CountDownLatch(1);
    var answers = new ArrayList<T>();
    var failures = new ArrayList<Throwable>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs = requests.stream().map(request -> threads.submit(() -> {
        start.await();
        return request.call();
      })).toList();
      start.countDown();
      for (var run : runs) {
        try {
          answers.add(run.get());
        } catch (ExecutionException failed) {
          failures.add(failed.getCause());
        }
      }
    }
    return new Outcome<>(answers, failures);
  }
}
