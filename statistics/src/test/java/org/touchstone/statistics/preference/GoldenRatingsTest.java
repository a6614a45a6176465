package org.touchstone.statistics.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.touchstone.statistics.SharedData;

/** The published scores of evalica on its three data sets. */
class GoldenRatingsTest {
  @ParameterizedTest
  @CsvSource({
    "llmfao/crowd-comparisons.csv, llmfao/llmfao-golden.csv, bradley_terry, 1e-9",
    "llmfao/crowd-comparisons.csv, llmfao/llmfao-golden.csv, counting, 1e-9",
    "llmfao/crowd-comparisons.csv, llmfao/llmfao-golden.csv, average_win_rate, 1e-9",
    "llmfao/crowd-comparisons.csv, llmfao/llmfao-golden.csv, elo, 1e-6",
    "llmfao/crowd-comparisons.csv, llmfao/llmfao-golden.csv, pagerank, 1e-6",
    "golden-small/simple.csv, golden-small/simple-golden.csv, bradley_terry, 1e-6",
    "golden-small/simple.csv, golden-small/simple-golden.csv, counting, 1e-9",
    "golden-small/simple.csv, golden-small/simple-golden.csv, average_win_rate, 1e-9",
    "golden-small/simple.csv, golden-small/simple-golden.csv, elo, 1e-6",
    "golden-small/simple.csv, golden-small/simple-golden.csv, pagerank, 1e-5",
    "golden-small/food.csv, golden-small/food-golden.csv, bradley_terry, 1e-6",
    "golden-small/food.csv, golden-small/food-golden.csv, counting, 1e-9",
    "golden-small/food.csv, golden-small/food-golden.csv, average_win_rate, 1e-9",
    "golden-small/food.csv, golden-small/food-golden.csv, elo, 1e-6",
    "golden-small/food.csv, golden-small/food-golden.csv, pagerank, 1e-5"
  })
  void publishedScoresComeOut(String file, String golden, String algorithm, double tolerance) {
    RatingMethod method = switch (algorithm) {
      case "bradley_terry" -> BradleyTerry.standard();
      case "counting" -> new WinCount();
      case "average_win_rate" -> new WinRate();
      case "elo" -> Elo.standard();
      default -> new PageRank();
    };
    var ratings = method.rate(read(file));
    Map<String, Double> expected = new HashMap<>();
    for (List<String> row : SharedData.table(golden, ',')) {
      if (row.getFirst().equals(algorithm)) expected.put(row.get(1), Double.valueOf(row.get(2)));
    }
    assertThat(expected).hasSize(ratings.contestants().size());
    expected.forEach((name, score) ->
        assertThat(ratings.value(ratings.contestants().find(name))).as(name).isEqualTo(score, within(tolerance)));
  }

  static Comparisons read(String file) {
    var rows = SharedData.table(file, ',');
    List<String> header = rows.getFirst();
    var builder = Comparisons.builder();
    for (List<String> row : rows.subList(1, rows.size())) {
      String rater = header.contains("worker") ? row.get(header.indexOf("worker")) : "1";
      builder.add(rater, row.get(header.indexOf("left")), row.get(header.indexOf("right")),
          Outcome.valueOf(row.get(header.indexOf("winner")).toUpperCase()));
    }
    return builder.build();
  }
}
