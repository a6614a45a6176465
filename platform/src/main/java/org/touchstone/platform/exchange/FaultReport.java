package org.touchstone.platform.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The faults of an import as a table, to be worked through in any spreadsheet. */
public final class FaultReport {
  private FaultReport() {}

  public static void write(List<Import.Fault> faults, Writer out) throws IOException {
    try (var csv = CsvWriter.builder().build(out)) {
      csv.writeRecord("line", "column", "message");
      for (var fault : faults) csv.writeRecord(Long.toString(fault.line()), fault.column() == null ? "" : fault.column(), fault.message());
    }
  }
}
