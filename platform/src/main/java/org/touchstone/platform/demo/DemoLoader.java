package org.touchstone.platform.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.touchstone.platform.dataset.Snapshot;
import org.touchstone.platform.dataset.SnapshotDesk;
import org.touchstone.platform.demo.DemoPeople.Person;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.quality.Consensus;
import org.touchstone.platform.shared.AccountId;

/**
 * Fills an empty installation with the demonstration, all of it or nothing, before the server says that it is ready; beside the
 * accounts of one that is in use only when asked to, and then without a part in running it.
 */
@Component
@ConditionalOnProperty(name = "touchstone.demo", havingValue = "true")
class DemoLoader implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Accounts accounts;
  private final DemoPeople people;
  private final DemoProject projects;
  private final Consensus consensus;
  private final SnapshotDesk snapshots;
  private final TransactionTemplate transaction;
  private final boolean beside;

  DemoLoader(
      Accounts accounts, DemoPeople people, DemoProject projects, Consensus consensus, SnapshotDesk snapshots, TransactionTemplate transaction,
      @Value("${touchstone.demo-beside:false}") boolean beside) {
    this.accounts = accounts;
    this.people = people;
    this.projects = projects;
    this.consensus = consensus;
    this.snapshots = snapshots;
    this.transaction = transaction;
    this.beside = beside;
  }

  @Override
  public void run(ApplicationArguments arguments) throws InterruptedException {
    boolean first = accounts.none();
    if (!first && (!beside || accounts.byEmail(Person.MAYA.email()).isPresent())) return;
    var begun = Instant.now();
    record Loaded(AccountId engineer, List<DemoProject.Made> projects) {}
    var loaded = transaction.execute(status -> {
      var cast = cast(first);
      return new Loaded(cast.engineer(), List.of(projects.make(DemoContent.of("everyday"), cast), projects.make(DemoContent.of("best-of"), cast)));
    });
    for (var made : loaded.projects()) {
      awaitConsensus(made);
      snapshots.take(loaded.engineer(), made.project(), "First look", Snapshot.Filter.everything());
    }
    LOG.info("the demonstration took {} ms", Duration.between(begun, Instant.now()).toMillis());
  }

  /** The raters in the files carry the names of the four; only Maya's work is hers, the rest is other trainers'. */
  private DemoProject.Cast cast(boolean first) {
    var ids = new HashMap<Person, AccountId>();
    people.invent().forEach((person, password) ->
        ids.put(person, accounts.create(person.name, person.email(), password, first && person == Person.PRIYA, person == Person.PRIYA).id()));
    Map<String, AccountId> raters = Map.of(
        "maya", ids.get(Person.MAYA), "jonas", other("Amara"), "priya", other("Liang"), "tomas", other("Sofie"));
    return new DemoProject.Cast(ids.get(Person.PRIYA), ids.get(Person.JONAS), ids.get(Person.TOMAS), raters);
  }

  private AccountId other(String name) {
    return accounts.create(name, name.toLowerCase(java.util.Locale.ROOT) + "@demo.example", DemoPeople.password(), false, false).id();
  }

  /** The snapshot should hold what the judgments led to, which comes a moment after them. */
  private void awaitConsensus(DemoProject.Made made) throws InterruptedException {
    var until = Instant.now().plus(PATIENCE);
    while (consensus.ofItems(made.judged()).size() < made.judged().size() && Instant.now().isBefore(until)) Thread.sleep(50);
  }
}
