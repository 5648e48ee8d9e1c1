package io.github.warmbatch.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * BullMQ with one worker of concurrency 1: it, too, ends a job and fetches the next in one trip.
 */
record BullMq(Path installed, int jobs) implements Contender {
  private static final String PROGRAM = "bullmq.mjs";
  private static final String VERSION = "6.7.0";
  private static final String CLIENT_VERSION = "5.11.1";

  /** Installs it from npm into a directory. */
  static BullMq install(Path directory, int jobs) throws IOException {
    List<String> npm = List.of("npm", "install", "--no-audit", "--no-fund", "--no-package-lock");
    List<String> command = new ArrayList<>(npm);
    command.addAll(List.of("bullmq@" + VERSION, "ioredis@" + CLIENT_VERSION));
    String unused = Programs.run(directory, command);
    try (InputStream program = BullMq.class.getResourceAsStream(PROGRAM)) {
      Files.copy(Objects.requireNonNull(program, PROGRAM), directory.resolve(PROGRAM));
    }
    return new BullMq(directory, jobs);
  }

  @Override
  public String name() {
    return "BullMQ " + VERSION + ", concurrency 1";
  }

  @Override
  public double perSecond(BenchServer server) throws Exception {
    List<String> command = List.of("node", PROGRAM, "" + server.port(), "" + jobs, "" + jobs);
    return Double.parseDouble(Programs.run(installed, command));
  }
}
