package org.touchstone.platform.shared;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes version 7 UUIDs (RFC 9562): 48 bits of milliseconds, then chance, so that new rows sit at the end of an index. */
public final class Uuid7 {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Uuid7() {}

  public static UUID next() {
    byte[] chance = new byte[10];
    RANDOM.nextBytes(chance);
    long high = System.currentTimeMillis() << 16 | 0x7000 | (chance[0] & 0x0F) << 8 | chance[1] & 0xFF;
    long low = 0;
    for (int i = 2; i < 10; i++) low = low << 8 | chance[i] & 0xFF;
    return new UUID(high, low & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
  }
}
