package org.touchstone.platform.identity;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.touchstone.platform.shared.Invalid;

/** Hashes passwords with Argon2id, a few at a time: each takes 19 MiB, and a flood of sign-ins must not take them all. */
@Component
class Passwords {
  static final int LEAST = 12;
  private static final int MOST = 200;

  private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  private final Semaphore places = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
  private final String nobody = argon2.encode("nobody has this password");

  String hash(String password) {
    return taking(() -> argon2.encode(password));
  }

  /** Takes the same time when there is no hash to compare with, so that nobody learns which e-mails have an account. */
  boolean matches(String password, @Nullable String hash) {
    return taking(() -> argon2.matches(password, hash == null ? nobody : hash)) && hash != null;
  }

  static String checked(@Nullable String password) {
    if (password == null || password.length() < LEAST) {
      throw new Invalid("password", "A password has at least %d characters; a few words together are a good one.".formatted(LEAST));
    }
    if (password.length() > MOST) throw new Invalid("password", "A password has at most %d characters.".formatted(MOST));
    return password;
  }

  private <T> T taking(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
