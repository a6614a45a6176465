package org.touchstone.platform.dataset;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Remembers the longest line that went through, since DuckDB sets aside memory for it beforehand. */
final class LongestLine extends FilterOutputStream {
  private long current;
  private long longest;

  LongestLine(OutputStream out) {
    super(out);
  }

  long longest() {
    return Math.max(longest, current);
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    count(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    for (int i = offset; i < offset + length; i++) count(bytes[i]);
  }

  private void count(int b) {
    if (b != '\n') {
      current++;
    } else {
      longest = Math.max(longest, current);
      current = 0;
    }
  }
}
