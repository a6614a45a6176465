import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.consensus.Consensus;
import org.touchstone.statistics.consensus.ConsensusMethod;
import org.touchstone.statistics.consensus.DawidSkene;
import org.touchstone.statistics.consensus.Glad;
import org.touchstone.statistics.consensus.Kos;
import org.touchstone.statistics.consensus.Mace;
import org.touchstone.statistics.consensus.Majority;
import org.touchstone.statistics.consensus.Mmsr;
import org.touchstone.statistics.consensus.OneCoin;
import org.touchstone.statistics.consensus.Wawa;
import org.touchstone.statistics.consensus.ZeroBasedSkill;

/** Our side of {@code differential.py}: reads item,rater,label and prints method,item,label,posterior with the peer's settings. */
public class ConsensusDifferential {
  public static void main(String[] args) throws IOException {
    var table = LabelTable.builder();
    for (String line : Files.readAllLines(Path.of(args[0])).subList(1, (int) Files.lines(Path.of(args[0])).count())) {
      String[] fields = line.split(",");
      table.add(fields[0], fields[1], fields[2]);
    }
    LabelTable built = table.build();
    int sweeps = Integer.parseInt(args[1]);
    Map<String, ConsensusMethod> methods = new LinkedHashMap<>();
    methods.put("MajorityVote", new Majority());
    methods.put("Wawa", new Wawa());
    methods.put("DawidSkene", new DawidSkene(0, sweeps, 0));
    methods.put("OneCoinDawidSkene", new OneCoin(0, 0, sweeps, 0));
    methods.put("GLAD", new Glad());
    methods.put("MACE", new Mace());
    methods.put("ZeroBasedSkill", new ZeroBasedSkill());
    methods.put("KOS", new Kos(10, 1));
    methods.put("MMSR", new Mmsr());
    try (var out = new PrintStream(args[2])) {
      methods.forEach((name, method) -> print(out, name, method.estimate(built)));
    }
  }

  private static void print(PrintStream out, String name, Consensus consensus) {
    for (int i = 0; i < consensus.items(); i++) {
      for (int k = 0; k < consensus.classes(); k++) {
        out.println(name + "," + consensus.itemNames().name(i) + "," + consensus.classNames().name(k) + "," + consensus.posterior(i, k));
      }
    }
  }
}
