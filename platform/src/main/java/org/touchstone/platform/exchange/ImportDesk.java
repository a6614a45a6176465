package org.touchstone.platform.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.exchange.Rows.Row;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.Problem.Fault;
import org.touchstone.platform.shared.ProjectId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Where files of items are handed in, looked at, and let in. The caller's right to do so is checked at the web. */
@Service
public class ImportDesk {
  static final int MOST_ITEMS = 1_000;
  private static final int PREVIEW_ROWS = 10;
  private static final int PREVIEW_TEXT = 500;
  /** How much of a file is looked at before it runs: JSONL has no header, its columns are those of the first rows. */
  private static final int LOOKED_AT = 2_000;

  private final Imports imports;
  private final StoredFiles files;
  private final ImportRunner runner;
  private final ItemArrivals arrivals;
  private final Guidelines guidelines;
  private final Projects projects;
  private final Audit audit;

  ImportDesk(
      Imports imports, StoredFiles files, ImportRunner runner, ItemArrivals arrivals, Guidelines guidelines, Projects projects, Audit audit) {
    this.imports = imports;
    this.files = files;
    this.runner = runner;
    this.arrivals = arrivals;
    this.guidelines = guidelines;
    this.projects = projects;
    this.audit = audit;
  }

  /** Keeps the file and proposes how to read it; nothing comes into the project yet. */
  @Transactional
  public Import upload(AccountId account, ProjectId project, String fileName, InputStream upload) {
    open(project);
    var id = ImportId.next();
    String name = fileName.length() > 200 ? fileName.substring(fileName.length() - 200) : fileName;
    try {
      // The file's pieces refer to the import, so it is there first and learns what it holds afterwards.
      imports.insert(new Import(id, project, account, Import.State.UPLOADED, name, Format.CSV, List.of(), List.of(), List.of(), MappingGuess.of(List.of()), 0, 0, 0, 0, 0, List.of(), null, Instant.EPOCH, null));
      PlainText text;
      try (var out = files.create(id)) {
        text = PlainText.copy(upload, out);
      }
      var format = Format.of(name, text.firstCharacter());
      var seen = look(id, format);
      imports.describe(id, format, seen, MappingGuess.of(seen.columns()), text.rows(format));
    } catch (IOException e) {
      throw new UncheckedIOException("the upload broke off", e);
    }
    return find(project, id);
  }

  private Imports.Look look(ImportId id, Format format) throws IOException {
    try (var rows = Rows.open(format, new InputStreamReader(files.open(id), StandardCharsets.UTF_8))) {
      var preview = new ArrayList<Map<String, JsonNode>>();
      var bad = new ArrayList<Import.Fault>();
      Row row;
      for (int read = 0; read < LOOKED_AT && (row = rows.next()) != null; read++) {
        if (row instanceof Row.Good good && preview.size() < PREVIEW_ROWS) preview.add(cut(good.values()));
        if (row instanceof Row.Bad fault) bad.add(new Import.Fault(fault.line(), fault.column(), fault.message()));
      }
      if (preview.isEmpty() && !bad.isEmpty()) throw new Invalid("file", "No row can be read. Line %d: %s".formatted(bad.getFirst().line(), bad.getFirst().message()));
      if (preview.isEmpty()) throw new Invalid("file", "The file has a header and no rows.");
      return new Imports.Look(List.copyOf(new LinkedHashSet<>(rows.columns())), preview, bad);
    }
  }

  private static Map<String, JsonNode> cut(Map<String, JsonNode> values) {
    var cut = new LinkedHashMap<String, JsonNode>();
    values.forEach((column, value) -> {
      String text = value.isString() ? value.asString() : value.toString();
      cut.put(column, text.length() <= PREVIEW_TEXT ? value : JsonNodeFactory.instance.stringNode(text.substring(0, PREVIEW_TEXT) + "…"));
    });
    return cut;
  }

  /** Lets the file in, in the background; one that failed goes on where it stopped. */
  @Transactional
  public Import run(AccountId account, ProjectId project, ImportId id, Mapping mapping) {
    open(project);
    var one = find(project, id);
    mapping.check(one.columns());
    if (one.done() > 0 && !one.mapping().equals(mapping)) {
      throw new Conflict("Half of this file came in with another mapping; go on with that one, or upload the file again.");
    }
    if (mapping.goldAnswers() != null && guidelines.current(project).isEmpty()) {
      throw new Invalid("goldAnswers", "There is no published guideline yet to check the known answers against; publish it first, or leave the gold column out.");
    }
    if (!imports.start(id, mapping)) throw new Conflict("This import is running or done already; look at its progress instead.");
    audit.record(account, project, "items.imported", id.toString(), Map.of("file", one.fileName(), "rows", one.total()));
    org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization(
        new org.springframework.transaction.support.TransactionSynchronization() {
          @Override
          public void afterCommit() {
            runner.begin(id);
          }
        });
    return find(project, id);
  }

  public Import find(ProjectId project, ImportId id) {
    return imports.find(project, id).orElseThrow(() -> new NotFound("import"));
  }

  public List<Import> of(ProjectId project) {
    return imports.of(project);
  }

  /** All faults that were kept. */
  public List<Import.Fault> faults(ProjectId project, ImportId id) {
    find(project, id);
    return imports.faults(id, Imports.MOST_FAULTS);
  }

  /** @param imported how many are new; @param duplicates how many were known by their external id */
  public record Arrived(int imported, int duplicates) {}

  /** Takes a few items at once, all or none. */
  @Transactional
  public Arrived add(AccountId account, ProjectId project, List<ItemRow> rows) {
    open(project);
    if (rows.size() > MOST_ITEMS) {
      throw new Invalid("items", "These are %d items; send at most %,d at once, or upload them as a file.".formatted(rows.size(), MOST_ITEMS));
    }
    var check = new ItemCheck(guidelines.current(project).map(GuidelineVersion::rubric).orElse(null), arrivals.lanes(project));
    var faults = new ArrayList<Fault>();
    var pictures = arrivals.pictures(project);
    var placed = rows.stream().map(row -> row == null ? null : pictures.placed(row)).toList();
    for (int i = 0; i < rows.size(); i++) {
      String place = "items[" + i + "].";
      check.of(placed.get(i), pictures).ifPresent(finding -> faults.add(new Fault(place + finding.part(), finding.message())));
    }
    if (!faults.isEmpty()) throw new Invalid(faults);
    var arrived = arrivals.take(account, project, placed);
    return new Arrived(arrived.imported(), arrived.duplicates());
  }

  private void open(ProjectId project) {
    if (projects.find(project).state() == Project.State.CLOSED) throw new Conflict("The project is closed and takes no more items.");
  }
}
