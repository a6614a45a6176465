package org.touchstone.cli.table;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/** Opens a table by what its name and first bytes say it is. */
public final class TableFile {
  private static final int BUFFER = 1 << 16;
  private static final String STANDARD_INPUT = "standard input";

  private TableFile() {}

  /**
   * Opens {@code .parquet}, {@code .jsonl}/{@code .ndjson} and delimited text, gzipped or not; {@code -} is standard input, which is
   * JSON lines where it begins with a brace.
   */
  public static Rows open(String name) throws IOException {
    return new JoinedRows(opened(name));
  }

  private static Rows opened(String name) throws IOException {
    if (name.equals("-")) return text(STANDARD_INPUT, System.in, new AtomicLong(), -1);
    if (name.isBlank()) throw new BadInput("the name of the file is empty");
    Path path = Path.of(name);
    if (!Files.exists(path)) throw new BadInput(name + ": there is no such file");
    if (Files.isDirectory(path)) throw new BadInput(name + " is a folder; give the file in it");
    if (!Files.isReadable(path)) throw new BadInput(name + ": the file may not be read");
    if (name.toLowerCase(Locale.ROOT).endsWith(".parquet")) return new ParquetRows(name);
    var read = new AtomicLong();
    InputStream in = new CountingInputStream(Files.newInputStream(path), read);
    try {
      return text(name, in, read, Files.size(path));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static Rows text(String name, InputStream raw, AtomicLong read, long size) throws IOException {
    var in = new BufferedInputStream(raw, BUFFER);
    in.mark(4);
    byte[] head = in.readNBytes(2);
    in.reset();
    InputStream plain = in;
    if (head.length == 2 && head[0] == (byte) 0x1f && head[1] == (byte) 0x8b) plain = gunzip(name, in);
    String bare = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (name.equals(STANDARD_INPUT)) {
      plain = new BufferedInputStream(plain, BUFFER);
      if (beginsWithBrace(plain)) return new JsonRows(name, plain, read, size);
    }
    if (bare.endsWith(".jsonl") || bare.endsWith(".ndjson")) return new JsonRows(name, plain, read, size);
    if (bare.endsWith(".json")) throw new BadInput(name + ": JSON is read one object a line; save it as .jsonl, for instance with jq -c '.[]'");
    return new CsvRows(name, plain, read, size);
  }

  private static boolean beginsWithBrace(InputStream in) throws IOException {
    in.mark(1);
    int first = in.read();
    in.reset();
    return first == '{';
  }

  private static InputStream gunzip(String name, InputStream in) {
    try {
      return new GZIPInputStream(in, BUFFER);
    } catch (IOException e) {
      throw new BadInput(name + " begins like a gzip file but cannot be unpacked: " + e.getMessage());
    }
  }

  private static final class CountingInputStream extends FilterInputStream {
    private final AtomicLong read;

    CountingInputStream(InputStream in, AtomicLong read) {
      super(in);
      this.read = read;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      if (b >= 0) read.incrementAndGet();
      return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int n = in.read(b, off, len);
      if (n > 0) read.addAndGet(n);
      return n;
    }
  }
}
