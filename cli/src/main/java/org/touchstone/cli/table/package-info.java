/** Reads and writes tables in the forms people have them: CSV, JSON lines, Parquet, plain or gzipped. */
package org.touchstone.cli.table;
