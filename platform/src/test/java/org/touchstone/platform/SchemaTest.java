package org.touchstone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database explains itself to whoever opens it with psql. */
@PlatformTest
class SchemaTest {
  private static final String OURS = "n.nspname = 'public' and c.relname not like 'flyway%'";

  @Autowired
  private JdbcClient jdbc;

  @Test
  void everyTableSaysWhyItExists() {
    assertThat(uncommented("'r', 'p'")).isEmpty();
  }

  @Test
  void everyIndexSaysWhyItExists() {
    assertThat(uncommented("'i', 'I'")).isEmpty();
  }

  @Test
  void everyTimeIsAnInstant() {
    assertThat(jdbc.sql("select table_name || '.' || column_name from information_schema.columns where table_schema = 'public' "
        + "and table_name not like 'flyway%' and data_type = 'timestamp without time zone'").query(String.class).list()).isEmpty();
  }

  private java.util.List<String> uncommented(String kinds) {
    return jdbc.sql("select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where " + OURS + " and c.relkind in (" + kinds
        + ") and obj_description(c.oid, 'pg_class') is null order by 1").query(String.class).list();
  }
}
