import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Loads the work cycle over HTTP: trainers who each submit a judgment and get their next lease in one request, as the
 * browser does. Its client is plain sockets with kept connections, so that it takes as little of the machine as it can.
 *
 * <pre>java WorkCycle.java URL E-MAIL PASSWORD [items=10000] [connections=64] [seconds=20]</pre>
 */
public final class WorkCycle {
  private static final int IMPORTED = 100_000;
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
  private static final Pattern LEASE = Pattern.compile("\"lease\":\\{\"id\":\"([0-9a-f-]{36})\"");
  private static final byte[] BODY = "{\"answers\":{\"correct\":{\"choices\":[\"yes\"]}},\"activeSeconds\":5}".getBytes(StandardCharsets.UTF_8);
  private static final String RUBRIC = """
      {"criteria":[{"key":"correct","kind":"label","title":"Is it correct?","target":"item","required":true,"justification":"never","multiple":false,
      "options":[{"value":"yes","label":"Yes"},{"value":"no","label":"No"}]}]}""";
  private static final String TERMS = """
      {"version":0,"rate":{"minor":25,"currency":"USD"},"expectedMinutes":1,"reviewHours":72,"paySchedule":"weekly","disputeProcess":"open one",
      "duration":"a minute","weeklyHours":"none","skills":"none","languages":["en"],"sensitiveContent":"none"}""";

  public static void main(String[] args) throws Exception {
    var url = URI.create(args[0]);
    int items = args.length > 3 ? Integer.parseInt(args[3]) : 10_000;
    int connections = args.length > 4 ? Integer.parseInt(args[4]) : 64;
    int seconds = args.length > 5 ? Integer.parseInt(args[5]) : 20;
    var manager = new Browser(url);
    manager.signIn(args[1], args[2]);
    String project = project(manager, Math.min(items, IMPORTED));
    if (items > IMPORTED) fill(project, items - IMPORTED);
    System.out.printf("project %s with %,d open tasks%n", project, items);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var joined = new Browser[connections];
      for (int i = 0; i < connections; i++) joined[i] = trainer(manager, url, project, i);
      run(threads, joined, project, Math.max(3, seconds / 4));
      long[][] times = run(threads, joined, project, seconds);
      long[] all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
      System.out.printf("%d connections, %d s: %,.0f judgments/s (each with its next lease), p50 %.1f ms, p99 %.1f ms%n",
          connections, seconds, (double) all.length / seconds, at(all, 0.5), at(all, 0.99));
    }
  }

  /** With psql and its environment, beside the server: an import of a million rows is measured elsewhere. */
  private static void fill(String project, int more) throws Exception {
    int status = new ProcessBuilder("psql", "-q", "-v", "project=" + project, "-v", "more=" + more, "-f",
        System.getProperty("fill", "fill.sql")).inheritIO().start().waitFor();
    if (status != 0) throw new IOException("psql could not fill the queue");
  }

  private static double at(long[] sorted, double quantile) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, quantile * sorted.length)] / 1e6;
  }

  private static long[][] run(java.util.concurrent.ExecutorService threads, Browser[] trainers, String project, int seconds) throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    var runs = new java.util.ArrayList<Future<long[]>>();
    for (Browser trainer : trainers) runs.add(threads.submit((Callable<long[]>) () -> cycle(trainer, project, end)));
    var times = new long[trainers.length][];
    for (int i = 0; i < times.length; i++) times[i] = runs.get(i).get();
    return times;
  }

  private static long[] cycle(Browser trainer, String project, long end) throws IOException {
    var times = new long[1024];
    int n = 0;
    trainer.reconnect();
    String lease = find(LEASE, trainer.send("POST", "projects/" + project + "/leases", new byte[] {'{', '}'}));
    while (System.nanoTime() < end && lease != null) {
      long begun = System.nanoTime();
      String next = trainer.send("PUT", "leases/" + lease + "/judgment?next=true", BODY);
      if (n == times.length) times = Arrays.copyOf(times, n * 2);
      times[n++] = System.nanoTime() - begun;
      lease = find(LEASE, next);
    }
    if (lease == null) throw new IOException("the queue ran dry before the time was over; ask for more items");
    return Arrays.copyOf(times, n);
  }

  private static String project(Browser manager, int items) throws Exception {
    String project = find(ID, manager.send("POST", "projects", """
        {"name":"Bench","domain":"general","summary":"Load","description":"","terms":%s}""".formatted(TERMS).getBytes(StandardCharsets.UTF_8)));
    String at = "projects/" + project;
    manager.send("PATCH", at, "{\"settings\":{\"wanted\":3,\"goldRate\":0,\"leaseMinutes\":30,\"routing\":\"OPEN\"}}".getBytes(StandardCharsets.UTF_8));
    manager.send("PUT", at + "/guidelines/draft", "{\"body\":\"# Judge\",\"rubric\":%s}".formatted(RUBRIC).getBytes(StandardCharsets.UTF_8));
    manager.send("POST", at + "/guidelines", "{\"changeNote\":\"First\",\"effect\":\"CLARIFYING\"}".getBytes(StandardCharsets.UTF_8));
    long begun = System.nanoTime();
    String upload = find(ID, manager.upload(at + "/imports", "items.jsonl.gz", rows(items)));
    manager.send("POST", at + "/imports/" + upload + "/run",
        "{\"mapping\":{\"externalId\":\"id\",\"prompt\":\"prompt\",\"responses\":[\"response\"]}}".getBytes(StandardCharsets.UTF_8));
    String state;
    do {
      Thread.sleep(200);
      state = manager.send("GET", at + "/imports/" + upload, null);
    } while (state.contains("\"state\":\"RUNNING\""));
    if (!state.contains("\"state\":\"DONE\"")) throw new IOException("the import failed: " + state);
    double took = (System.nanoTime() - begun) / 1e9;
    System.out.printf("import of %,d items over HTTP: %.1f s, %,.0f items/s%n", items, took, items / took);
    manager.send("POST", at + "/publication", new byte[] {'{', '}'});
    return project;
  }

  private static byte[] rows(int items) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed, 1 << 16)) {
      for (int i = 0; i < items; i++) {
        gzip.write("{\"id\":\"b-%d\",\"prompt\":\"Question %d: what would a careful person answer here?\",\"response\":\"%s\"}\n"
            .formatted(i, i, "An answer with some words in it. ".repeat(10)).getBytes(StandardCharsets.UTF_8));
      }
    }
    return packed.toByteArray();
  }

  private static Browser trainer(Browser manager, URI url, String project, int number) throws IOException {
    String mail = "bench-%s-%d@crowd.invalid".formatted(project.substring(24), number);
    String invitation = manager.send("POST", "projects/" + project + "/invitations",
        "{\"role\":\"TRAINER\",\"email\":\"%s\"}".formatted(mail).getBytes(StandardCharsets.UTF_8));
    var trainer = new Browser(url);
    trainer.send("GET", "session", null);
    trainer.send("POST", "invitations/" + find(Pattern.compile("\"token\":\"([^\"]+)\""), invitation) + "/acceptance",
        "{\"name\":\"Bench %d\",\"email\":\"%s\",\"password\":\"a long bench password\"}".formatted(number, mail).getBytes(StandardCharsets.UTF_8));
    trainer.send("POST", "projects/" + project + "/membership", "{\"termsVersion\":1}".getBytes(StandardCharsets.UTF_8));
    trainer.send("POST", "projects/" + project + "/guidelines/1/acknowledgement", new byte[] {'{', '}'});
    return trainer;
  }

  private static String find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : null;
  }

  /** One connection with its cookies. */
  private static final class Browser {
    private final URI url;
    private final Map<String, String> cookies = new HashMap<>();
    private Socket socket;
    private InputStream in;

    Browser(URI url) {
      this.url = url;
    }

    void signIn(String email, String password) throws IOException {
      send("GET", "session", null);
      send("POST", "session", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password).getBytes(StandardCharsets.UTF_8));
    }

    /** The server hangs up on connections that were idle while the others joined. */
    void reconnect() throws IOException {
      if (socket != null) socket.close();
      socket = null;
    }

    String upload(String path, String name, byte[] file) throws IOException {
      var body = new ByteArrayOutputStream();
      body.writeBytes("--bench\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/gzip\r\n\r\n".formatted(name).getBytes(StandardCharsets.UTF_8));
      body.writeBytes(file);
      body.writeBytes("\r\n--bench--\r\n".getBytes(StandardCharsets.UTF_8));
      return send("POST", path, body.toByteArray(), "multipart/form-data; boundary=bench");
    }

    String send(String method, String path, byte[] body) throws IOException {
      return send(method, path, body, "application/json");
    }

    private String send(String method, String path, byte[] body, String type) throws IOException {
      if (socket == null) {
        socket = new Socket(url.getHost(), url.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
      }
      var head = new StringBuilder(method).append(" /api/v1/").append(path).append(" HTTP/1.1\r\nHost: bench\r\nAccept: application/json\r\n");
      if (!cookies.isEmpty()) {
        head.append("Cookie: ");
        cookies.forEach((name, value) -> head.append(name).append('=').append(value).append("; "));
        head.setLength(head.length() - 2);
        head.append("\r\n");
      }
      if (cookies.containsKey("XSRF-TOKEN")) head.append("X-XSRF-TOKEN: ").append(cookies.get("XSRF-TOKEN")).append("\r\n");
      if (body != null) head.append("Content-Type: ").append(type).append("\r\nContent-Length: ").append(body.length).append("\r\n");
      var request = new ByteArrayOutputStream();
      request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
      if (body != null) request.writeBytes(body);
      socket.getOutputStream().write(request.toByteArray());
      return answer(method + " " + path);
    }

    private String answer(String request) throws IOException {
      int status = Integer.parseInt(line().split(" ")[1]);
      int length = 0;
      boolean chunked = false;
      boolean closing = false;
      for (String header; !(header = line()).isEmpty(); ) {
        int colon = header.indexOf(':');
        String value = header.substring(colon + 1).strip();
        switch (header.substring(0, colon).toLowerCase(java.util.Locale.ROOT)) {
          case "content-length" -> length = Integer.parseInt(value);
          case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
          case "connection" -> closing = value.equalsIgnoreCase("close");
          case "set-cookie" -> {
            String pair = value.split(";", 2)[0];
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
          }
          default -> { }
        }
      }
      var body = new ByteArrayOutputStream();
      if (!chunked) {
        body.writeBytes(in.readNBytes(length));
      } else {
        for (int size; (size = Integer.parseInt(line().strip(), 16)) > 0; line()) body.writeBytes(in.readNBytes(size));
        line();
      }
      if (closing) {
        socket.close();
        socket = null;
      }
      String text = body.toString(StandardCharsets.UTF_8);
      if (status / 100 != 2) throw new IOException(request + " gave " + status + ": " + text);
      return text;
    }

    private String line() throws IOException {
      var line = new StringBuilder();
      for (int c; (c = in.read()) != '\n'; ) {
        if (c < 0) throw new IOException("the server closed the connection");
        if (c != '\r') line.append((char) c);
      }
      return line.toString();
    }
  }
}
