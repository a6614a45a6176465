package org.touchstone.cli.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipException;
import org.touchstone.statistics.Names;

/**
 * Delimited text by RFC 4180: fields may be quoted, a quote is doubled, quoted fields may span lines.
 *
 * <p>Comma, tab or semicolon, whichever the header holds most of. Works on bytes: a field becomes a String only where one
 * is asked for.
 */
final class CsvRows implements Rows {
  private static final int MAX_RECORD = 1 << 26;
  private static final char REPLACED = '\uFFFD';

  private final String file;
  private final InputStream in;
  private final AtomicLong read;
  private final long size;
  private final List<String> columns;
  private final byte delimiter;
  private byte[] buffer = new byte[1 << 18];
  private int position;
  private int base;
  private int closing;
  private int limit;
  private boolean ended;
  private long nextLine = 1;
  private long line;
  private int[] from = new int[16];
  private int[] to = new int[16];
  private int fields;

  CsvRows(String file, InputStream in, AtomicLong read, long size) throws IOException {
    this.file = file;
    this.in = in;
    this.read = read;
    this.size = size;
    fill();
    if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) position = 3;
    if (limit >= 4 && buffer[0] == 'P' && buffer[1] == 'A' && buffer[2] == 'R' && buffer[3] == '1') {
      throw new BadInput(file + " is a Parquet file; give it the ending .parquet");
    }
    if (limit >= 2 && (buffer[0] == (byte) 0xFF && buffer[1] == (byte) 0xFE || buffer[0] == (byte) 0xFE && buffer[1] == (byte) 0xFF)) {
      throw new BadInput(file + " is written in UTF-16; save it as UTF-8");
    }
    delimiter = delimiter();
    do {
      if (!record()) throw new BadInput(file + " is empty; its first line must name the columns, for instance task,worker,label");
    } while (fields == 1 && from[0] == to[0]);
    columns = header();
  }

  private byte delimiter() {
    int comma = 0;
    int tab = 0;
    int semicolon = 0;
    boolean quoted = false;
    int begin = position;
    while (begin < limit && (buffer[begin] == '\n' || buffer[begin] == '\r')) begin++;
    for (int i = begin; i < limit && (quoted || buffer[i] != '\n'); i++) {
      if (buffer[i] == '"') quoted = !quoted;
      if (quoted) continue;
      if (buffer[i] == ',') comma++;
      if (buffer[i] == '\t') tab++;
      if (buffer[i] == ';') semicolon++;
    }
    if (tab > comma && tab >= semicolon) return '\t';
    return (byte) (semicolon > comma ? ';' : ',');
  }

  private List<String> header() {
    var names = new ArrayList<String>();
    var seen = new HashSet<String>();
    for (int c = 0; c < fields; c++) {
      String name = text(c).strip();
      if (!name.isEmpty() && !seen.add(name)) {
        throw BadInput.at(file, line, name, "two columns have this name" + (name.matches("[-+.\\d]+") ? "; the first line must name the columns, for instance task,worker,label" : ""));
      }
      names.add(name);
    }
    return List.copyOf(names);
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public double done() {
    return size > 0 ? Math.min(1, (double) read.get() / size) : -1;
  }

  @Override
  public boolean next() throws IOException {
    do {
      if (!record()) return false;
    } while (fields == 1 && from[0] == to[0] && columns.size() > 1);
    if (fields != columns.size()) {
      throw BadInput.at(file, line, null, "it has " + count(fields) + ", but the header names " + columns.size());
    }
    return true;
  }

  private static String count(int fields) {
    return fields == 1 ? "1 field" : fields + " fields";
  }

  @Override
  public String text(int column) {
    String text = new String(buffer, base + from[column], to[column] - from[column], StandardCharsets.UTF_8);
    if (text.indexOf(REPLACED) >= 0) requireUtf8(column);
    return text;
  }

  @Override
  public int index(int column, Names names) {
    int known = names.size();
    int index = names.index(buffer, base + from[column], base + to[column]);
    if (names.size() > known) requireUtf8(column);
    return index;
  }

  /** In another encoding two different names could become one, so it is no small matter. */
  private void requireUtf8(int column) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, base + from[column], to[column] - from[column]));
    } catch (CharacterCodingException e) {
      throw BadInput.at(file, line, columns == null ? null : columns.get(column), "it is not written in UTF-8; save the file as UTF-8");
    }
  }

  @Override
  public boolean isEmpty(int column) {
    return from[column] == to[column];
  }

  /** Finds the fields of the next record; quoted ones are unescaped in place, since they only shrink. */
  private boolean record() throws IOException {
    line = nextLine;
    fields = 0;
    int at = 0;
    int begin = 0;
    boolean quoted = false;
    int end = -1;
    while (true) {
      boolean more = position + at < limit || fill();
      byte b = more ? buffer[position + at] : (byte) '\n';
      if (!more && at == 0) return false;
      if (b == '"' && at == begin && !quoted && more) {
        quoted = true;
        end = unquote(at);
        at = closing + 1;
      } else if (b == delimiter || b == '\n') {
        boolean carriage = b == '\n' && at > begin && buffer[position + at - 1] == '\r';
        field(begin, quoted ? end : carriage ? at - 1 : at);
        quoted = false;
        begin = ++at;
        if (b == '\n') break;
      } else if (quoted && b != '\r') {
        throw BadInput.at(file, nextLine, null, "after the closing quote of field " + (fields + 1) + " comes more text; double the quotes inside a quoted field");
      } else {
        at++;
      }
    }
    base = position;
    position = Math.min(position + at, limit);
    nextLine++;
    return true;
  }

  /** Copies the quoted text over its own beginning; {@code closing} is then the place of the closing quote. */
  private int unquote(int open) throws IOException {
    long opened = nextLine;
    int write = open;
    int at = open + 1;
    while (true) {
      if (position + at == limit && !fill() || at > MAX_RECORD) {
        throw BadInput.at(file, opened, null, "a quote opened in field " + (fields + 1) + " is never closed");
      }
      byte b = buffer[position + at];
      if (b == '"') {
        boolean doubled = (position + at + 1 < limit || fill()) && buffer[position + at + 1] == '"';
        if (!doubled) {
          closing = at;
          return write;
        }
        at++;
      }
      if (b == '\n') nextLine++;
      buffer[position + write++] = b;
      at++;
    }
  }

  private void field(int begin, int end) {
    if (fields == from.length) {
      from = Arrays.copyOf(from, fields * 2);
      to = Arrays.copyOf(to, fields * 2);
    }
    from[fields] = begin;
    to[fields++] = end;
  }

  /** Reads on, keeping the bytes from {@code position}; {@code false} at the end of the file. */
  private boolean fill() throws IOException {
    if (ended) return false;
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    if (limit == buffer.length) buffer = Arrays.copyOf(buffer, buffer.length * 2);
    try {
      int n = in.read(buffer, limit, buffer.length - limit);
      ended = n < 0;
      limit += Math.max(n, 0);
    } catch (EOFException | ZipException e) {
      throw BadInput.at(file, nextLine, null, "the compressed data breaks off or is damaged; fetch the file again");
    }
    return !ended;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
