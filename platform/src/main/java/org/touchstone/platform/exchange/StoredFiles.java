package org.touchstone.platform.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploaded files, packed and cut in pieces of a megabyte, so that memory holds one piece at a time. */
@Repository
class StoredFiles {
  private static final int PIECE = 1 << 20;

  private final JdbcClient jdbc;

  StoredFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  OutputStream create(ImportId id) throws IOException {
    return new GZIPOutputStream(new Pieces(id), 1 << 16) {
      {
        def.setLevel(Deflater.BEST_SPEED);
      }
    };
  }

  InputStream open(ImportId id) throws IOException {
    return new GZIPInputStream(new java.io.SequenceInputStream(new java.util.Enumeration<>() {
      private int number;
      private byte @Nullable [] next = piece(id, 0);

      @Override
      public boolean hasMoreElements() {
        return next != null;
      }

      @Override
      public InputStream nextElement() {
        var current = new ByteArrayInputStream(java.util.Objects.requireNonNull(next));
        next = piece(id, ++number);
        return current;
      }
    }), 1 << 16);
  }

  void remove(ImportId id) {
    jdbc.sql("delete from exchange_chunk where import_id = :id").param("id", id.value()).update();
  }

  private byte @Nullable [] piece(ImportId id, int number) {
    return jdbc.sql("select bytes from exchange_chunk where import_id = :id and number = :number")
        .param("id", id.value())
        .param("number", number)
        .query((row, n) -> row.getBytes(1))
        .optional()
        .orElse(null);
  }

  private final class Pieces extends OutputStream {
    private final ImportId id;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE);
    private int number;
    private boolean closed;

    Pieces(ImportId id) {
      this.id = id;
    }

    @Override
    public void write(int b) {
      piece.write(b);
      if (piece.size() >= PIECE) store();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      piece.write(bytes, offset, length);
      if (piece.size() >= PIECE) store();
    }

    private void store() {
      jdbc.sql("insert into exchange_chunk (import_id, number, bytes) values (:id, :number, :bytes)")
          .param("id", id.value())
          .param("number", number++)
          .param("bytes", piece.toByteArray())
          .update();
      piece.reset();
    }

    @Override
    public void close() {
      if (!closed && piece.size() > 0) store();
      closed = true;
    }
  }
}
