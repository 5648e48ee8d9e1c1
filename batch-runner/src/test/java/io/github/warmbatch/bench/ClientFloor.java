package io.github.warmbatch.bench;

import java.nio.file.Path;
import java.util.List;

/** The client that we use, with a script that does nothing: what is left is the work itself. */
record ClientFloor(Path directory, int calls) implements Contender {
  @Override
  public String name() {
    return "Redisson, an `EVALSHA` that does nothing";
  }

  @Override
  public double perSecond(BenchServer server) throws Exception {
    List<String> command =
        Programs.java(BareScript.class, "" + server.port(), "" + calls, "" + calls);
    return Double.parseDouble(Programs.run(directory, command));
  }
}
