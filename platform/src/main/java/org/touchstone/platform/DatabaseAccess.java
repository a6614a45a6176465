package org.touchstone.platform;

import java.util.Map;

/** How to reach the database, and whether it is the one that came with the server. */
record DatabaseAccess(String url, String user, String password, boolean embedded) {

  Map<String, Object> asProperties() {
    return Map.of(
        "spring.datasource.url", url,
        "spring.datasource.username", user,
        "spring.datasource.password", password);
  }

  Map<String, String> asEnvironment() {
    return Map.of("TOUCHSTONE_DB_URL", url, "TOUCHSTONE_DB_USER", user, "TOUCHSTONE_DB_PASSWORD", password);
  }

  /** Another database on the same server. */
  DatabaseAccess of(String database) {
    return new DatabaseAccess(url.replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1"), user, password, embedded);
  }
}
