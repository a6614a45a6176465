package org.touchstone.platform.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A picture as it was uploaded, known by its content and not by its name: what claims to be one and is none is refused. */
record ImageFile(String mediaType, int width, int height) {
  static final int LARGEST = 5 << 20;
  private static final long MOST_PIXELS = 40_000_000;

  /** Why a file is not taken, in one sentence. */
  static final class NotAnImage extends Exception {
    NotAnImage(String message) {
      super(message, null, false, false);
    }
  }

  static ImageFile of(byte[] bytes) throws NotAnImage {
    if (bytes.length > LARGEST) throw new NotAnImage("It is larger than 5 MB; make it smaller.");
    var type = type(bytes).orElseThrow(() -> new NotAnImage("It is no PNG, JPEG, GIF or WebP picture, whatever its name says."));
    var size = type.equals("image/webp") ? webp(bytes) : decoded(bytes, type.substring(type.indexOf('/') + 1));
    if (size == null || size.width() < 1 || size.height() < 1) throw new NotAnImage("It is damaged: it cannot be read as the picture it begins as.");
    if ((long) size.width() * size.height() > MOST_PIXELS) throw new NotAnImage("It has %d by %d pixels; at most 40 million are shown.".formatted(size.width(), size.height()));
    return new ImageFile(type, size.width(), size.height());
  }

  private record Size(int width, int height) {}

  private static Optional<String> type(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) return Optional.of("image/png");
    if (head.startsWith("\u00ff\u00d8\u00ff")) return Optional.of("image/jpeg");
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) return Optional.of("image/gif");
    return head.startsWith("RIFF") && head.endsWith("WEBP") ? Optional.of("image/webp") : Optional.empty();
  }

  /** Reads the size only: a picture that unpacks to gigabytes is refused before anybody unpacks it. */
  private static @Nullable Size decoded(byte[] bytes, String format) {
    var readers = ImageIO.getImageReadersByFormatName(format.toUpperCase(Locale.ROOT));
    if (!readers.hasNext()) return null;
    var reader = readers.next();
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      return new Size(reader.getWidth(0), reader.getHeight(0));
    } catch (IOException | RuntimeException damaged) {
      return null;
    } finally {
      reader.dispose();
    }
  }

  /** The three shapes of WebP keep their size in three places. */
  private static @Nullable Size webp(byte[] bytes) {
    if (bytes.length < 30) return null;
    var data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return switch (new String(bytes, 12, 4, StandardCharsets.ISO_8859_1)) {
      case "VP8 " -> new Size(data.getShort(26) & 0x3FFF, data.getShort(28) & 0x3FFF);
      case "VP8L" -> new Size((data.getInt(21) & 0x3FFF) + 1, (data.getInt(21) >> 14 & 0x3FFF) + 1);
      case "VP8X" -> new Size((data.getInt(24) & 0xFFFFFF) + 1, (data.getInt(26) >>> 8) + 1);
      default -> null;
    };
  }
}
