package org.touchstone.cli.table;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A DuckDB in this process that never reaches for the network. */
final class DuckDb {
  private DuckDb() {}

  static Connection open() throws SQLException {
    var settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    return DriverManager.getConnection("jdbc:duckdb:", settings);
  }

  /** The text as an SQL literal, for the places where a statement takes no parameter. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
