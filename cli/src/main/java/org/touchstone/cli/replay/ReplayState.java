package org.touchstone.cli.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.touchstone.cli.table.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What an interrupted replay needs to go on: its project and the sign-ins of its workers. Only its owner may read the file. */
final class ReplayState {
  /** @param accountId null until the invitation is accepted */
  record Worker(String email, String password, String accountId) {}

  record Content(String url, String crowd, String projectId, Map<String, Worker> workers) {}

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final String url;
  private final String crowd;
  private String projectId;
  private final Map<String, Worker> workers = new LinkedHashMap<>();

  private ReplayState(Path file, String url, String crowd) {
    this.file = file;
    this.url = url;
    this.crowd = crowd;
  }

  /** @param crowd tells crowds apart, so that a replay is never continued with another file */
  static ReplayState open(Path file, String url, String crowd) throws IOException {
    var state = new ReplayState(file, url, crowd);
    if (!Files.exists(file)) return state;
    Content content;
    try {
      content = JsonMapper.shared().readValue(Files.readString(file), Content.class);
    } catch (JacksonException damaged) {
      throw new BadInput(file + " is no state of a replay; move it away, or name another file with --state");
    }
    if (!url.equals(content.url()) || !crowd.equals(content.crowd())) {
      throw new BadInput(file + " belongs to the replay of " + content.crowd() + " at " + content.url() + "; move it away, or name another file with --state");
    }
    state.projectId = content.projectId();
    state.workers.putAll(content.workers());
    return state;
  }

  synchronized String projectId() {
    return projectId;
  }

  synchronized void project(String id) throws IOException {
    projectId = id;
    save();
  }

  synchronized Worker worker(String name) {
    return workers.get(name);
  }

  /** Thought of before it is used, so that an account that was made can always be signed in to. */
  synchronized Worker invent(String name, int number) throws IOException {
    byte[] secret = new byte[18];
    RANDOM.nextBytes(secret);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    String mail = "replay-%s-%d@crowd.invalid".formatted(projectId.substring(projectId.length() - 12), number);
    var worker = new Worker(mail, password, null);
    workers.put(name, worker);
    save();
    return worker;
  }

  synchronized void joined(String name, String accountId) throws IOException {
    var worker = workers.get(name);
    workers.put(name, new Worker(worker.email(), worker.password(), accountId));
    save();
  }

  private void save() throws IOException {
    var aside = file.resolveSibling(file.getFileName() + ".new");
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.deleteIfExists(aside);
    if (posix) Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(aside, JsonMapper.shared().writeValueAsString(new Content(url, crowd, projectId, workers)).getBytes(StandardCharsets.UTF_8));
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
