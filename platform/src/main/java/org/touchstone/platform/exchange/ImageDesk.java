package org.touchstone.platform.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.springframework.stereotype.Service;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Item;
import org.touchstone.platform.task.LeaseDesk;

/** Where pictures are handed in, one by one or as an archive, and handed out to those who may see the item. */
@Service
public class ImageDesk {
  private static final int MOST_AT_ONCE = 1_000;
  private static final int MOST = 20_000;
  private static final int LISTED = 500;

  /** Why a file was left out. */
  public record Refusal(String name, String message) {}

  /** What became of an upload. */
  public record Uploaded(int stored, List<Refusal> refused) {}

  /** A picture as it travels to a browser. */
  public record Shown(String mediaType, byte[] bytes) {}

  private final Images images;
  private final LeaseDesk leases;
  private final Audit audit;

  ImageDesk(Images images, LeaseDesk leases, Audit audit) {
    this.images = images;
    this.leases = leases;
    this.audit = audit;
  }

  /** Takes what is a picture; whatever else is in an archive is named and left out. */
  public Uploaded upload(AccountId by, ProjectId project, String fileName, InputStream upload) throws IOException {
    byte[] head = upload.readNBytes(ImageFile.LARGEST + 1);
    boolean archive = head.length > 3 && head[0] == 'P' && head[1] == 'K';
    var refused = new ArrayList<Refusal>();
    int stored = 0;
    if (archive) {
      stored = unpack(by, project, new java.io.SequenceInputStream(new ByteArrayInputStream(head), upload), refused);
    } else if (take(by, project, base(fileName), head, refused)) {
      stored = 1;
    }
    if (stored > 0) audit.record(by, project, "images.uploaded", project.toString(), Map.of("file", fileName, "images", stored));
    return new Uploaded(stored, refused);
  }

  private int unpack(AccountId by, ProjectId project, InputStream archive, List<Refusal> refused) throws IOException {
    int stored = 0;
    int seen = 0;
    try (var zip = new ZipInputStream(archive)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = base(entry.getName());
        if (entry.isDirectory() || name.startsWith(".") || entry.getName().startsWith("__MACOSX/")) continue;
        if (++seen > MOST_AT_ONCE) {
          refused.add(new Refusal(name, "An archive takes at most %,d pictures; this one and those behind it were left out.".formatted(MOST_AT_ONCE)));
          break;
        }
        // One byte more than is allowed, however much the entry would unpack to.
        if (take(by, project, name, zip.readNBytes(ImageFile.LARGEST + 1), refused)) stored++;
      }
    } catch (ZipException damaged) {
      throw new Invalid("file", "The archive is damaged: pack it again and upload it once more.");
    }
    if (seen == 0) throw new Invalid("file", "There is no picture in this archive.");
    return stored;
  }

  private boolean take(AccountId by, ProjectId project, String name, byte[] bytes, List<Refusal> refused) {
    if (name.isBlank() || name.length() > 120 || !name.matches("[\\p{L}\\p{N} ._-]+")) {
      refused.add(new Refusal(name, "The name takes letters, digits, spaces, dots, hyphens and underscores, 120 at most."));
      return false;
    }
    try {
      var file = ImageFile.of(bytes);
      if (images.count(project) >= MOST) throw new ImageFile.NotAnImage("The project has %,d pictures already, and takes no more.".formatted(MOST));
      if (images.add(project, by, name, file, bytes)) return true;
      refused.add(new Refusal(name, "Another picture has this name, and items may show it: give this one another name."));
    } catch (ImageFile.NotAnImage why) {
      refused.add(new Refusal(name, why.getMessage()));
    }
    return false;
  }

  private static String base(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).strip();
  }

  /** The newest first. */
  public List<Image> of(ProjectId project) {
    return images.of(project, LISTED);
  }

  public Shown show(ProjectId project, UUID id) {
    return images.content(project, id).map(content -> new Shown(content.mediaType(), content.bytes())).orElseThrow(() -> new NotFound("image"));
  }

  /** To a rater: only under a lease of their own, and only what its item shows. */
  public Shown show(LeaseId leaseId, AccountId rater, UUID id) {
    var lease = leases.find(leaseId, rater);
    if (lease.isCovered() || !Pictures.anyShows(texts(lease.item()), id)) throw new NotFound("image");
    return show(lease.projectId(), id);
  }

  private static Stream<String> texts(Item item) {
    return Stream.of(
        Stream.of(item.prompt()), Stream.ofNullable(item.context()), item.conversation().stream().map(Item.Turn::text),
        item.responses().stream().map(Item.Response::text),
        item.responses().stream().flatMap(response -> response.steps() == null ? Stream.<String>empty() : response.steps().stream())).flatMap(texts -> texts);
  }
}
