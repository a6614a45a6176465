package org.touchstone.platform.exchange;

import java.util.Locale;

/** How the rows of an uploaded file are written. */
public enum Format {
  JSONL,
  CSV;

  private static final String[] COMPRESSED = {".gz", ".gzip"};

  /** Trusts the first character over the name: an object can only be JSONL, and people rename files. */
  static Format of(String fileName, int firstCharacter) {
    if (firstCharacter == '{') return JSONL;
    String name = fileName.toLowerCase(Locale.ROOT);
    for (String ending : COMPRESSED) if (name.endsWith(ending)) name = name.substring(0, name.length() - ending.length());
    return name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json") ? JSONL : CSV;
  }
}
