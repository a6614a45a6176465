package org.touchstone.platform;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.touchstone.platform.access.MembershipDesk;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.guideline.GuidelineVersion;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.identity.Accounts;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.project.Project;
import org.touchstone.platform.project.ProjectDesk;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.project.Settings;
import org.touchstone.platform.project.Terms;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Item;
import org.touchstone.platform.task.ItemDesk;
import org.touchstone.platform.task.NewItem;
import tools.jackson.databind.json.JsonMapper;

/** Sets up what tests of the work need: a published project with people and items. */
@TestComponent
public class Workplace {
  public static final Money RATE = new Money(250, "EUR");
  public static final String RUBRIC = """
      {"criteria":[
        {"key":"correct","kind":"label","title":"Is it correct?","target":"item","required":true,"justification":"never",
         "options":[{"value":"yes","label":"Yes"},{"value":"no","label":"No"}],"multiple":false},
        {"key":"preference","kind":"compare","title":"Which is better?","target":"item","required":false,"justification":"never","strength":false,"tie":true,"bothBad":true},
        {"key":"trust","kind":"score","title":"How far would you trust it?","target":"item","required":false,"justification":"never","min":1,"max":5,"anchors":[]}
      ]}""";
  private static final AtomicInteger NAMES = new AtomicInteger();

  private final Accounts accounts;
  private final Roles roles;
  private final ProjectDesk projectDesk;
  private final Projects projects;
  private final GuidelineDesk guidelines;
  private final ItemDesk items;
  private final MembershipDesk memberships;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  Workplace(Accounts accounts, Roles roles, ProjectDesk projectDesk, Projects projects, GuidelineDesk guidelines, ItemDesk items,
      MembershipDesk memberships, JdbcClient jdbc, JsonMapper json) {
    this.accounts = accounts;
    this.roles = roles;
    this.projectDesk = projectDesk;
    this.projects = projects;
    this.guidelines = guidelines;
    this.items = items;
    this.memberships = memberships;
    this.jdbc = jdbc;
    this.json = json;
  }

  public Project project(Settings settings) {
    return project(settings, RUBRIC);
  }

  public Project project(Settings settings, String rubric) {
    var manager = somebody();
    var terms = new Terms(0, RATE, 3.0, 72, "weekly", "open a dispute", "a month", "5", "reading", List.of("en"), "none", null);
    var made = projectDesk.create(manager, new ProjectDesk.NewProject("Project " + NAMES.incrementAndGet(), "general", "Judging answers.", "", terms));
    projectDesk.change(manager, made.id(), new ProjectDesk.Change(null, null, null, null, settings.whole()));
    guidelines.saveDraft(manager, made.id(), "Read the prompt, then judge.", json.readValue(rubric, Rubric.class));
    guidelines.publish(manager, made.id(), "first", GuidelineVersion.Effect.CLARIFYING);
    item(made.id(), "The first item, so that the project can be published.", null);
    projectDesk.publish(manager, made.id());
    jdbc.sql("delete from task_task where project_id = :id").param("id", made.id().value()).update();
    jdbc.sql("delete from task_item where project_id = :id").param("id", made.id().value()).update();
    return projects.find(made.id());
  }

  public AccountId somebody() {
    return accounts.createModel("Person " + NAMES.incrementAndGet()).id();
  }

  public Caller caller(AccountId id) {
    return Caller.of(accounts.find(id).orElseThrow());
  }

  public Caller with(ProjectId project, Role role) {
    var somebody = somebody();
    roles.grant(somebody, project, role);
    return caller(somebody);
  }

  /** Somebody who accepted the terms and read the guideline. */
  public AccountId trainer(ProjectId project) {
    var trainer = somebody();
    join(trainer, project);
    return trainer;
  }

  public void join(AccountId account, ProjectId project) {
    memberships.accept(account, project, projects.find(project).terms().version());
    guidelines.acknowledge(account, project, 1);
  }

  public List<AccountId> trainers(ProjectId project, int n) {
    return IntStream.range(0, n).mapToObj(i -> trainer(project)).toList();
  }

  public ItemId item(ProjectId project, String prompt, Integer wanted) {
    return items(project, List.of(prompt), wanted).getFirst();
  }

  public List<ItemId> items(ProjectId project, int n) {
    return items(project, IntStream.range(0, n).mapToObj(i -> "Question " + i + "?").toList(), null);
  }

  private List<ItemId> items(ProjectId project, List<String> prompts, Integer wanted) {
    var brought = prompts.stream().map(prompt -> new NewItem(ItemId.next(), null, prompt, null, List.of(),
        List.of(new Item.Response("First answer to " + prompt, "model-a"), new Item.Response("Second answer to " + prompt, "model-b")), wanted, null)).toList();
    items.add(project, brought);
    return brought.stream().map(NewItem::id).toList();
  }

  public Answers answers(String text) {
    return json.readValue(text, Answers.class);
  }

  public Answers yes() {
    return answers("""
        {"correct":{"choices":["yes"]}}""");
  }

  public Answers no() {
    return answers("""
        {"correct":{"choices":["no"]}}""");
  }


  public JdbcClient jdbc() {
    return jdbc;
  }
}
