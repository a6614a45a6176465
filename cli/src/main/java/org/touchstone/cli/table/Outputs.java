package org.touchstone.cli.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks at every file a command is to write before the first is written and before long work begins, so that a wrong name
 * costs a second and leaves nothing half done.
 */
public final class Outputs {
  private static final List<String> SPREADSHEETS = List.of(".xls", ".xlsx", ".ods", ".json", ".feather", ".arrow", ".zip");

  private final List<Path> taken = new ArrayList<>();

  private Outputs() {}

  /** @param inputs the files the command reads, which must not be written over; a null or {@code -} is skipped */
  public static Outputs beside(String... inputs) throws IOException {
    var outputs = new Outputs();
    for (String input : inputs) if (input != null && !input.equals("-")) outputs.taken.add(place(input));
    return outputs;
  }

  /** A table as CSV, JSON lines or Parquet; null where none is wanted. */
  public Outputs table(String file) throws IOException {
    if (file == null) return this;
    if (file.toLowerCase(Locale.ROOT).endsWith(".parquet.gz")) throw new BadInput(file + ": Parquet is packed in itself; name it with .parquet at the end");
    String name = file.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    for (String ending : SPREADSHEETS) {
      if (name.endsWith(ending)) throw new BadInput(file + ": tables are written as .csv, .jsonl (.gz too) or .parquet, not " + ending);
    }
    return checked(file);
  }

  /** A drawing; null where none is wanted. */
  public Outputs plot(String file) throws IOException {
    if (file == null) return this;
    if (!file.toLowerCase(Locale.ROOT).endsWith(".svg")) throw new BadInput(file + ": a plot is written as SVG; name it with .svg at the end");
    return checked(file);
  }

  private Outputs checked(String file) throws IOException {
    if (file.isBlank()) throw new BadInput("a file to write to has an empty name");
    Path target = Path.of(file).toAbsolutePath();
    if (!Files.isDirectory(target.getParent())) throw new BadInput(file + ": the folder " + target.getParent() + " does not exist");
    if (Files.isDirectory(target)) throw new BadInput(file + " is a folder; name a file to write to");
    if (!Files.isWritable(Files.exists(target) ? target : target.getParent())) throw new BadInput(file + ": it may not be written");
    Path place = place(file);
    if (taken.contains(place)) throw new BadInput(file + " is also read or written for something else; name another file to write to");
    taken.add(place);
    return this;
  }

  private static Path place(String file) throws IOException {
    Path path = Path.of(file).toAbsolutePath().normalize();
    return Files.exists(path) ? path.toRealPath() : path;
  }
}
