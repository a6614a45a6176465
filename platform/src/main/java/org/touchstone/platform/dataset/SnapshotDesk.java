package org.touchstone.platform.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;

/** Where snapshots are taken, looked up and turned into files. The caller's right to do so is checked at the web. */
@Service
public class SnapshotDesk {
  private final Snapshots snapshots;
  private final SnapshotMaker maker;
  private final FrozenLines lines;
  private final Exports exports;
  private final Guidelines guidelines;
  private final Accounts accounts;
  private final Audit audit;

  SnapshotDesk(
      Snapshots snapshots, SnapshotMaker maker, FrozenLines lines, Exports exports, Guidelines guidelines, Accounts accounts, Audit audit) {
    this.snapshots = snapshots;
    this.maker = maker;
    this.lines = lines;
    this.exports = exports;
    this.guidelines = guidelines;
    this.accounts = accounts;
    this.audit = audit;
  }

  /** Takes a snapshot of the project as it stands now; it is made in the background. */
  @Transactional
  public Snapshot take(AccountId by, ProjectId project, String name, Snapshot.Filter filter) {
    if (name == null || name.isBlank()) throw new Invalid("name", "Give the snapshot a name, for instance what it is for.");
    if (name.length() > 100) throw new Invalid("name", "Keep the name under 100 characters.");
    var minimum = filter.minimumProbability();
    if (minimum != null && !(minimum >= 0 && minimum <= 1)) throw new Invalid("filter.minimumProbability", "A probability lies between 0 and 1.");
    if (filter.guidelineVersions() != null) filter.guidelineVersions().forEach(version -> guidelines.version(project, version));
    var rubric = guidelines.current(project).orElseThrow(() -> new Conflict("Nothing was judged here yet: the guideline is not published.")).rubric();
    var id = SnapshotId.next();
    snapshots.insert(id, project, name.strip(), filter, rubric, by);
    audit.record(by, project, "snapshot.taken", id.toString(), Map.of("name", name.strip()));
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        maker.begin(id);
      }
    });
    return find(id);
  }

  public Snapshot find(SnapshotId id) {
    var snapshot = snapshots.find(id).orElseThrow(() -> new NotFound("snapshot"));
    return snapshot.named(accounts.name(snapshot.creator()));
  }

  public List<Snapshot> of(ProjectId project) {
    var found = snapshots.of(project);
    var names = accounts.names(found.stream().map(Snapshot::creator).toList());
    return found.stream().map(snapshot -> snapshot.named(names.getOrDefault(snapshot.creator(), "Somebody"))).toList();
  }

  /** Refuses what cannot be exported before the first byte is on its way. */
  public Snapshot check(SnapshotId id, Exports.Choice choice) {
    var snapshot = find(id);
    switch (snapshot.state()) {
      case RUNNING -> throw new Conflict("The snapshot is still being made; try again in a moment.");
      case FAILED -> throw new Conflict("The snapshot could not be made; take another one.");
      case READY -> {
        exports.check(snapshot.rubric(), choice);
        exports.checkContent(snapshot.rubric(), () -> lines.read(snapshot.id()), choice);
      }
    }
    return snapshot;
  }

  public void export(Snapshot snapshot, Exports.Choice choice, OutputStream out) throws IOException {
    exports.write(snapshot.rubric(), lines.read(snapshot.id()), choice, out);
  }

  /** The frozen lines themselves, packed; their hash is that of the unpacked file. */
  public void frozen(Snapshot snapshot, OutputStream out) throws IOException {
    lines.copy(snapshot.id(), out);
  }
}
