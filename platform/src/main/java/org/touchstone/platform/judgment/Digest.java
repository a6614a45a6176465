package org.touchstone.platform.judgment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Answers;
import tools.jackson.databind.json.JsonMapper;

/** Tells whether two submissions say the same; the time they took is not part of what they say. */
final class Digest {
  private record Content(@Nullable Map<String, Answer> answers, @Nullable Flag flag, @Nullable String note) {}

  private Digest() {}

  static byte[] of(@Nullable Answers canonical, @Nullable Flag flag, @Nullable String note, JsonMapper json) {
    var sorted = canonical == null ? null : new TreeMap<>(canonical.byCriterion());
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(json.writeValueAsString(new Content(sorted, flag, note)).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
