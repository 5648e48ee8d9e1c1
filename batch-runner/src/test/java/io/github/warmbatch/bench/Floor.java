package io.github.warmbatch.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A script that does nothing, called by a client in C: nobody does a job in one call faster. */
record Floor(String program, Path directory, int calls) implements Contender {
  @Override
  public String name() {
    return "`redis-benchmark`, an `EVAL` that does nothing";
  }

  @Override
  public double perSecond(BenchServer server) throws Exception {
    List<String> options = List.of("-c", "1", "-n", "" + calls, "-p", "" + server.port(), "--csv");
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(options);
    command.addAll(List.of("eval", "return 1", "0"));
    String last =
        Programs.run(directory, command).lines().reduce((first, second) -> second).orElseThrow();
    return Double.parseDouble(last.split(",", -1)[1].replace("\"", ""));
  }
}
