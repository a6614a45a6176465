package org.touchstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.touchstone.cli.compare.CompareCommand;
import org.touchstone.cli.drift.DriftCommand;
import org.touchstone.cli.replay.ReplayCommand;
import org.touchstone.cli.server.ExportCommand;
import org.touchstone.cli.table.BadInput;
import org.touchstone.statistics.Provenance;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line's front door. */
@Command(
    name = "touchstone",
    mixinStandardHelpOptions = true,
    versionProvider = Touchstone.Version.class,
    description = "Finds the answers in human judgments, and measures who gave them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      AggregateCommand.class, AgreeCommand.class, RankCommand.class, DriftCommand.class, CompareCommand.class, PlanCommand.class,
      ReplayCommand.class, ExportCommand.class, HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:something failed on our side", "2:the input or an option cannot be used; the message says which"})
public final class Touchstone {
  public static final int BAD_INPUT = 2;

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command and answers its exit code. */
  public static int run(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    var line = new CommandLine(new Touchstone());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setExecutionExceptionHandler((e, failed, parsed) -> explain(e, failed.getErr()));
    line.setParameterExceptionHandler((e, given) -> {
      CommandLine failed = e.getCommandLine();
      failed.getErr().println("touchstone: " + (isCommand(e, given) ? "there is no command \"" + given[0] + "\"; there are "
          + String.join(", ", failed.getSubcommands().keySet()) : sentence(e.getMessage())));
      failed.getErr().println("Try 'touchstone " + (failed.getParent() == null ? "" : failed.getCommandName() + " ") + "--help'.");
      return BAD_INPUT;
    });
    return line;
  }

  private static boolean isCommand(CommandLine.ParameterException e, String[] given) {
    return e instanceof CommandLine.UnmatchedArgumentException && e.getCommandLine().getParent() == null && given.length > 0 && !given[0].startsWith("-");
  }

  private static int explain(Exception e, PrintWriter err) {
    err.println("touchstone: " + (e instanceof BadInput ? e.getMessage() : failure(e)));
    return e instanceof BadInput ? BAD_INPUT : 1;
  }

  private static String failure(Exception e) {
    if (e instanceof IOException || e instanceof UncheckedIOException) return "reading or writing failed: " + e.getMessage();
    return "this should not have happened: " + e;
  }

  private static String sentence(String message) {
    return message == null ? "the command line cannot be understood" : message.lines().findFirst().orElse(message);
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"touchstone " + Provenance.LIBRARY_VERSION};
    }
  }
}
