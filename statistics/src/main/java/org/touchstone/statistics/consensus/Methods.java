package org.touchstone.statistics.consensus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All consensus methods with their usual settings, by name. */
public final class Methods {
  private static final Map<String, ConsensusMethod> BY_NAME = new LinkedHashMap<>();

  static {
    for (ConsensusMethod method : new ConsensusMethod[] {
      new Auto(), new Majority(), new DawidSkene(), new OneCoin(), new FastDawidSkene(), new Wawa(), new ZeroBasedSkill(), new Glad(),
      new Mace(), new Kos(), new Mmsr(), new Ordinal(), new Ibcc(), new HierarchicalDawidSkene(), new Ebcc()
    }) {
      BY_NAME.put(method.name(), method);
    }
  }

  private Methods() {}

  public static Iterable<String> names() {
    return BY_NAME.keySet();
  }

  public static Optional<ConsensusMethod> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
