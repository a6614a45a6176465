package org.touchstone.platform.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.touchstone.platform.shared.Invalid;

/**
 * Makes one kind of file of all that people upload: unpacked, without byte order mark, proven to be UTF-8.
 *
 * @param firstCharacter the first one that is not a space
 * @param lines how many are not blank
 * @param records the same, with line breaks inside quotes not counted
 */
record PlainText(int firstCharacter, long lines, long records) {
  /** What an upload may unpack to: four gigabytes. */
  static final long LARGEST_FILE = 4L << 30;
  private static final long LARGEST_UNDOUBTED = 64L << 20;
  private static final int MOST_TIMES = 300;

  /** Knows how much came over the network. */
  private static final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      if (next >= 0) bytes++;
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = super.read(into, offset, length);
      if (n > 0) bytes += n;
      return n;
    }
  }

  static PlainText copy(InputStream upload, OutputStream out) throws IOException {
    var packed = new Counted(upload);
    try {
      return copyUnpacked(withoutMark(unpacked(packed)), packed, out);
    } catch (ZipException | java.io.EOFException damaged) {
      throw new Invalid("file", "The file is damaged: it ends or breaks off inside its gzip packing. Pack it again and upload it once more.");
    }
  }

  private static InputStream unpacked(InputStream upload) throws IOException {
    var in = new PushbackInputStream(upload, 2);
    byte[] magic = in.readNBytes(2);
    in.unread(magic);
    boolean gzip = magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
    if (magic.length == 2 && magic[0] == 'P' && magic[1] == 'K') {
      throw new Invalid("file", "This is a ZIP archive or an Excel workbook; upload CSV or JSONL instead, packed with gzip if you like.");
    }
    return gzip ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private static InputStream withoutMark(InputStream plain) throws IOException {
    var in = new PushbackInputStream(plain, 4);
    byte[] head = in.readNBytes(4);
    if (starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF)) {
      throw new Invalid("file", "The file is written in UTF-16; save it as UTF-8 (in Excel: “CSV UTF-8”) and upload it again.");
    }
    if (starts(head, 0x89, 'P', 'N', 'G') || starts(head, 0xFF, 0xD8, 0xFF) || starts(head, '%', 'P', 'D', 'F') || starts(head, 'G', 'I', 'F', '8')) throw neither();
    if (starts(head, 'P', 'A', 'R', '1')) {
      throw new Invalid("file", "This is a Parquet file; write it out as JSONL or CSV and upload that.");
    }
    int mark = starts(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    in.unread(head, mark, head.length - mark);
    return in;
  }

  private static Invalid neither() {
    return new Invalid("file", "This is neither JSONL nor CSV, but a picture, a document or a program; upload a text file with one item a line.");
  }

  private static boolean starts(byte[] head, int... bytes) {
    if (head.length < bytes.length) return false;
    for (int i = 0; i < bytes.length; i++) if ((head[i] & 0xFF) != bytes[i]) return false;
    return true;
  }

  /** How many rows a file of this format holds, its header not counted. */
  long rows(Format format) {
    return format == Format.JSONL ? lines : Math.max(0, records - 1);
  }

  private static PlainText copyUnpacked(InputStream in, Counted packed, OutputStream out) throws IOException {
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    var bytes = ByteBuffer.allocate(1 << 16);
    var chars = CharBuffer.allocate(1 << 16);
    long line = 1, total = 0, lines = 0, records = 0;
    int first = -1;
    boolean blank = true, quoted = false;
    for (boolean end = false; !end; ) {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      end = read < 0;
      if (!end) {
        out.write(bytes.array(), bytes.position(), read);
        total += read;
        bytes.position(bytes.position() + read);
      }
      if (total > LARGEST_FILE) throw new Invalid("file", "The file unpacks to more than 4 GB; split it and upload the parts one after another.");
      if (total > LARGEST_UNDOUBTED && total / MOST_TIMES > packed.bytes) {
        throw new Invalid("file", "The file unpacks to more than %d times its size, so it is hardly a list of items; upload it without packing.".formatted(MOST_TIMES));
      }
      bytes.flip();
      chars.clear();
      CoderResult result = utf8.decode(bytes, chars, end);
      chars.flip();
      for (int i = 0; i < chars.length(); i++) {
        char c = chars.charAt(i);
        if (c == 0) throw neither();
        if (c == '"') quoted = !quoted;
        if (c == '\n') {
          line++;
          if (!blank) lines++;
          if (!blank && !quoted) records++;
          blank = !quoted;
        } else if (!Character.isWhitespace(c)) {
          blank = false;
          if (first < 0) first = c;
        }
      }
      if (result.isError()) {
        throw new Invalid("file", "Line %d is not UTF-8; save the file as UTF-8 (in Excel: “CSV UTF-8”) and upload it again.".formatted(line));
      }
      bytes.compact();
    }
    if (first < 0) throw new Invalid("file", "The file is empty.");
    if (first == '[') {
      throw new Invalid("file", "The file is one JSON array; write one object a line instead (JSONL), for instance with: jq -c '.[]' items.json > items.jsonl");
    }
    int last = blank ? 0 : 1;
    return new PlainText(first, lines + last, records + last);
  }
}
