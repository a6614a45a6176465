package org.touchstone.platform.dataset;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.touchstone.platform.shared.AccountId;

/**
 * Names that hide who a rater is. The key lives only while a snapshot is made and is written nowhere, so that nobody can
 * go back, and the same person has another name in every snapshot.
 */
final class Pseudonyms {
  private final Mac mac;
  private final Map<AccountId, String> names = new HashMap<>();

  Pseudonyms() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  String of(AccountId rater) {
    return names.computeIfAbsent(rater, id ->
        "rater-" + HexFormat.of().formatHex(mac.doFinal(id.toString().getBytes(StandardCharsets.UTF_8)), 0, 6));
  }
}
