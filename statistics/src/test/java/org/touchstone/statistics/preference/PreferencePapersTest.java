package org.touchstone.statistics.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples that papers and textbooks of comparisons work out themselves; docs/statistics/worked-examples.md names each. */
class PreferencePapersTest {
  private static final List<String> TEAMS = List.of("Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore");

  /** Agresti (2002), table 10.10: wins at home and away of the row's team at home to the column's, American League 1987. */
  private static final String HOME_GAMES = """
      -   4-3 4-2 4-3 6-1 4-2 6-0
      3-3 -   4-2 4-3 6-0 6-1 4-3
      2-5 4-3 -   2-4 4-3 4-2 6-0
      3-3 5-1 2-5 -   4-3 4-2 6-1
      5-1 2-5 3-3 4-2 -   5-2 6-0
      2-5 3-3 3-4 4-3 4-2 -   2-4
      2-5 1-5 1-6 2-4 1-6 3-4 -
      """;

  /** Davidson (1970), example 2: six brands of chocolate pudding; preferences for the first, for the second, for neither. */
  private static final int[][] PUDDINGS = {
    {0, 1, 19, 22, 16}, {0, 2, 16, 19, 12}, {1, 2, 19, 19, 10}, {0, 3, 18, 23, 13}, {1, 3, 23, 19, 9},
    {2, 3, 19, 20, 15}, {0, 4, 13, 19, 18}, {1, 4, 16, 20, 12}, {2, 4, 16, 15, 17}, {3, 4, 17, 14, 16},
    {0, 5, 18, 21, 12}, {1, 5, 22, 20, 12}, {2, 5, 13, 18, 10}, {3, 5, 14, 19, 18}, {4, 5, 11, 21, 12}
  };

  @Test
  void agrestisBaseballTeamsComeOut() {
    var games = baseball();
    var strengths = BradleyTerry.standard().strengths(games);
    double[] published = {1.58, 1.44, 1.29, 1.25, 1.11, 0.68};
    int last = games.contestantNames().find("Baltimore");
    for (int t = 0; t < published.length; t++) {
      var difference = strengths.difference(games.contestantNames().find(TEAMS.get(t)), last).known().orElseThrow();
      assertThat(difference.value()).as(TEAMS.get(t)).isEqualTo(published[t], within(0.005));
      var interval = difference.interval().orElseThrow();
      assertThat((interval.high() - interval.low()) / (2 * 1.96)).as("standard error").isEqualTo(0.3, within(0.05));
    }
  }

  @Test
  void theAdvantageOfPlayingAtHomeComesOut() {
    var games = baseball();
    double[][] home = new double[games.size()][];
    for (int j = 0; j < home.length; j++) home[j] = new double[] {1};
    var controlled = ControlledBradleyTerry.of(List.of("at home")).fit(games, home);
    assertThat(controlled.effects().getFirst().known().orElseThrow().value()).isEqualTo(0.302, within(5e-4));
    double[] published = {0.220, 0.190, 0.164, 0.157, 0.137, 0.088, 0.044};
    var shares = controlled.strengths().on(Scale.SHARE);
    for (int t = 0; t < published.length; t++) {
      assertThat(shares.of(games.contestantNames().find(TEAMS.get(t))).known().orElseThrow().value()).as(TEAMS.get(t))
          .isEqualTo(published[t], within(5e-4));
    }
  }

  /** He stopped after seven rounds; at the top of the likelihood the fifth digit differs. */
  @Test
  void davidsonsPuddingsComeOut() {
    var strengths = BradleyTerry.standard().with(Ties.DAVIDSON).strengths(BradleyTerryTest.tally(6, PUDDINGS));
    double[] published = {0.1388005, 0.1729985, 0.1617420, 0.1653930, 0.1586805, 0.2023855};
    var shares = strengths.on(Scale.SHARE);
    for (int brand = 0; brand < 6; brand++) {
      assertThat(shares.of(brand).known().orElseThrow().value()).as("brand %d", brand + 1).isEqualTo(published[brand], within(5e-5));
    }
    assertThat(strengths.tieParameter().orElseThrow()).isEqualTo(0.7468147, within(5e-5));
  }

  /** Made to fit: with strengths 4, 2, 1 and θ = 2 a pair at 2:1 is won, lost and tied as 5:2:3, the pair at 4:1 as 6:1:2. */
  @Test
  void raoAndKuppersModelIsFoundWhereTheCountsAreItsOwn() {
    int[][] counts = {{0, 1, 5, 2, 3}, {1, 2, 5, 2, 3}, {0, 2, 6, 1, 2}};
    var strengths = BradleyTerry.standard().with(Ties.RAO_KUPPER).strengths(BradleyTerryTest.tally(3, counts));
    assertThat(strengths.tieParameter().orElseThrow()).isEqualTo(2, within(1e-7));
    assertThat(strengths.difference(0, 1).known().orElseThrow().value()).isEqualTo(Math.log(2), within(1e-7));
    assertThat(strengths.difference(0, 2).known().orElseThrow().value()).isEqualTo(Math.log(4), within(1e-7));
  }

  /** Made to fit: sixty rankings in the numbers that strengths of 3:2:1 give, 60 · 3/6 · 2/3 of a before b before c and so on. */
  @Test
  void plackettAndLucesModelIsFoundWhereTheCountsAreItsOwn() {
    var rankings = Rankings.builder();
    Map.of("abc", 20, "acb", 10, "bac", 15, "bca", 5, "cab", 6, "cba", 4).forEach((order, times) -> {
      for (int t = 0; t < times; t++) rankings.add(List.of(order.split("")));
    });
    var built = rankings.build();
    var shares = PlackettLuce.standard().strengths(built).on(Scale.SHARE);
    double[] expected = {3.0 / 6, 2.0 / 6, 1.0 / 6};
    for (int c = 0; c < 3; c++) {
      assertThat(shares.of(built.contestantNames().find("abc".substring(c, c + 1))).known().orElseThrow().value()).isEqualTo(expected[c], within(1e-7));
    }
  }

  private static Comparisons baseball() {
    var games = Comparisons.builder();
    String[] rows = HOME_GAMES.strip().split("\n");
    for (int home = 0; home < TEAMS.size(); home++) {
      String[] cells = rows[home].strip().split("\\s+");
      for (int away = 0; away < TEAMS.size(); away++) {
        if (home == away) continue;
        int won = cells[away].charAt(0) - '0';
        int lost = cells[away].charAt(2) - '0';
        for (int g = 0; g < won + lost; g++) games.add("season", TEAMS.get(home), TEAMS.get(away), g < won ? Outcome.LEFT : Outcome.RIGHT);
      }
    }
    return games.build();
  }
}
