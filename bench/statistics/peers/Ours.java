import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;
import org.touchstone.cli.table.ComparisonFile;
import org.touchstone.cli.table.LabelFile;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.agreement.Judgments;
import org.touchstone.statistics.agreement.KrippendorffAlpha;
import org.touchstone.statistics.consensus.ConsensusMethod;
import org.touchstone.statistics.consensus.DawidSkene;
import org.touchstone.statistics.consensus.Glad;
import org.touchstone.statistics.consensus.Kos;
import org.touchstone.statistics.consensus.Mace;
import org.touchstone.statistics.consensus.Majority;
import org.touchstone.statistics.consensus.OneCoin;
import org.touchstone.statistics.consensus.ZeroBasedSkill;
import org.touchstone.statistics.preference.BradleyTerry;
import org.touchstone.statistics.preference.Comparisons;
import org.touchstone.statistics.preference.NoisyBradleyTerry;

/** Our side, one method a process, cold: {@code Ours METHOD FILE [sweeps]}. Prints the seconds the method took, reading apart. */
public final class Ours {
  public static void main(String[] args) throws Exception {
    int sweeps = args.length > 2 ? Integer.parseInt(args[2]) : 20;
    Runnable work;
    if (args[0].endsWith("ratings") || args[0].equals("noisy-bradley-terry")) {
      Comparisons battles = ComparisonFile.read(args[1], new ComparisonFile.Wanted(null, null, null, null), Progress.SILENT);
      work = args[0].equals("ratings")
          ? () -> BradleyTerry.standard().rate(battles, Bootstrap.of(100, new SplittableRandom(3))).of(0)
          : () -> new NoisyBradleyTerry(sweeps).fit(battles, Progress.SILENT);
    } else {
      LabelTable table = LabelFile.read(args[1], new LabelFile.Wanted(null, null, null, false), Progress.SILENT);
      work = args[0].equals("alpha")
          ? () -> KrippendorffAlpha.nominal().measure(Judgments.of(table)).value()
          : () -> method(args[0], sweeps).estimate(table);
    }
    long used = processor();
    long begun = System.nanoTime();
    work.run();
    System.out.printf(Locale.ROOT, "method %.2f s wall %.2f s processor%n", (System.nanoTime() - begun) / 1e9, (processor() - used) / 1e9);
  }

  private static ConsensusMethod method(String name, int sweeps) {
    return switch (name) {
      case "majority" -> new Majority();
      case "dawid-skene" -> new DawidSkene(0.01, sweeps, 0);
      case "one-coin" -> new OneCoin(0.01, 0.01, sweeps, 0);
      case "glad" -> new Glad(sweeps, 0);
      case "mace" -> new Mace(0.5, 10, sweeps, 0);
      case "kos" -> new Kos(sweeps, 1);
      case "zero-based-skill" -> new ZeroBasedSkill(sweeps, 0);
      default -> throw new IllegalArgumentException("there is no method " + name + " here");
    };
  }

  private static long processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }
}
