package org.touchstone.platform.dataset;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Packs frozen items into pieces and hashes them on the way; reads them back one piece at a time. */
@Component
class FrozenLines {
  private static final int PIECE = 4 << 20;

  private final Snapshots snapshots;
  private final JsonMapper json;

  FrozenLines(Snapshots snapshots, JsonMapper json) {
    this.snapshots = snapshots;
    this.json = json;
  }

  Writer write(SnapshotId id) {
    return new Writer(id);
  }

  /** All items in order; a piece of a few megabytes is in memory at a time. */
  Stream<FrozenItem> read(SnapshotId id) {
    return IntStream.iterate(0, number -> number + 1)
        .mapToObj(number -> snapshots.piece(id, number))
        .takeWhile(java.util.Optional::isPresent)
        .flatMap(piece -> unpacked(piece.orElseThrow()).stream());
  }

  private List<FrozenItem> unpacked(byte[] piece) {
    try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(piece), 1 << 16), StandardCharsets.UTF_8))) {
      var items = new ArrayList<FrozenItem>();
      for (String line; (line = lines.readLine()) != null; ) items.add(json.readValue(line, FrozenItem.class));
      return items;
    } catch (IOException e) {
      throw new UncheckedIOException("a frozen piece cannot be unpacked", e);
    }
  }

  /** The packed file as it is: pieces of gzip one after the other are gzip again. */
  void copy(SnapshotId id, OutputStream out) throws IOException {
    for (int number = 0; ; number++) {
      var piece = snapshots.piece(id, number);
      if (piece.isEmpty()) return;
      out.write(piece.get());
    }
  }

  final class Writer {
    private final SnapshotId id;
    private final MessageDigest digest = sha256();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(PIECE + (1 << 16));
    private int items;
    private int number;

    private Writer(SnapshotId id) {
      this.id = id;
    }

    void add(FrozenItem item) {
      lines.writeBytes(json.writeValueAsBytes(item));
      lines.write('\n');
      items++;
      if (lines.size() >= PIECE) store();
    }

    private void store() {
      byte[] plain = lines.toByteArray();
      digest.update(plain);
      var packed = new ByteArrayOutputStream(plain.length / 4);
      try (var gzip = new GZIPOutputStream(packed)) {
        gzip.write(plain);
      } catch (IOException e) {
        throw new UncheckedIOException("packing in memory cannot fail", e);
      }
      snapshots.append(id, number++, items, packed.toByteArray());
      lines.reset();
      items = 0;
    }

    /** The hash over all lines. */
    String close() {
      if (items > 0) store();
      return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
