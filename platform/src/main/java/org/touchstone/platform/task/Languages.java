package org.touchstone.platform.task;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Knows a language by its code, its English name and its own name: 'de', 'German' and 'Deutsch' are one. */
final class Languages {
  private static final Map<String, String> CODES = codes();

  private Languages() {}

  static boolean same(String one, String other) {
    return code(one).equals(code(other));
  }

  /** The ISO 639 code; the text itself where the language is not known. */
  static String code(String language) {
    String plain = language.strip().toLowerCase(Locale.ROOT);
    String known = CODES.get(plain);
    if (known != null) return known;
    String base = plain.split("[-_ (,/]", 2)[0];
    return CODES.getOrDefault(base, plain);
  }

  private static Map<String, String> codes() {
    var codes = new HashMap<String, String>();
    for (String code : Locale.getISOLanguages()) {
      var language = Locale.of(code);
      codes.put(code, code);
      codes.putIfAbsent(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
      codes.putIfAbsent(language.getDisplayLanguage(language).toLowerCase(Locale.ROOT), code);
    }
    return Map.copyOf(codes);
  }
}
