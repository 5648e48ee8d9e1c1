package io.github.warmbatch.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contenders that take turns, round after round, so that a busy machine is busy for all. */
final class Race {
  private static final int ROUNDS = 5;

  private final List<Contender> contenders;
  private final PrintStream out;

  /** The first of them is compared with all. */
  Race(List<Contender> contenders, PrintStream out) {
    this.contenders = contenders;
    this.out = out;
  }

  /** Runs it on a server of its own, and prints a table. */
  void run(String title, Path directory, boolean appendOnly) throws Exception {
    Map<Contender, Series> results = new LinkedHashMap<>();
    contenders.forEach(contender -> results.put(contender, new Series()));
    try (BenchServer server = BenchServer.start(directory, appendOnly)) {
      for (int round = 0; round < ROUNDS; round++) {
        for (Map.Entry<Contender, Series> turn : results.entrySet()) {
          turn.getValue().add(turn.getKey().perSecond(server));
        }
      }
    }
    print(title, results);
  }

  private void print(String title, Map<Contender, Series> results) {
    Series first = results.values().iterator().next();
    out.printf("%n| %s | a second, median of %d | range ", title, ROUNDS);
    out.println("| the first to it | range |\n|---|---:|---:|---:|---:|");
    results.forEach(
        (contender, series) ->
            out.printf(
                "| %s | %s | %s |%n",
                contender.name(), series.cells("%,.0f"), first.dividedBy(series).cells("%.2f")));
  }
}
