package io.github.warmbatch.bench;

import java.nio.file.Path;
import java.util.List;

/** No-op jobs worked off by this library, in a JVM of its own. */
record Ours(NoOpWorker.Manner manner, Path directory, int jobs) implements Contender {
  @Override
  public String name() {
    return "Warmbatch, " + manner.words;
  }

  @Override
  public double perSecond(BenchServer server) throws Exception {
    List<String> command =
        Programs.java(NoOpWorker.class, "" + server.port(), manner.name(), "" + jobs, "" + jobs);
    return Double.parseDouble(Programs.run(directory, command));
  }
}
