package io.github.warmbatch.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;

/**
 * Prints the tables of {@code docs/performance.md}: the queue in turn with BullMQ and with a script
 * that does nothing, on the same server; how long a claim takes in a long queue; how long a worker
 * waits. What cannot be run here is named.
 */
final class SpeedReport {
  private static final int JOBS = Integer.getInteger("warmbatch.bench.jobs", 10_000);
  private static final int WAKE_UPS = 25;
  private static final int DEATHS = 5;

  private final Path directory;
  private final PrintStream out;

  private SpeedReport(Path directory, PrintStream out) {
    this.directory = directory;
    this.out = out;
  }

  /** Runs everything; no arguments. */
  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    Path directory = Files.createTempDirectory("warmbatch-bench");
    try {
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      new SpeedReport(directory, out).run();
    } finally {
      FileUtils.deleteQuietly(directory.toFile());
    }
  }

  private void run() throws Exception {
    out.println(machine());
    Race race = new Race(contenders(), out);
    race.run("no persistence", directory.resolve("memory"), false);
    race.run("append-only file, synced every second", directory.resolve("aof"), true);
    try (BenchServer server = BenchServer.start(directory.resolve("lengths"), false)) {
      new Lengths(server, out).run();
    }
    try (BenchServer server = BenchServer.start(directory.resolve("waits"), false)) {
      waits(new Waits(server));
    }
    out.printf("%n%s%n", load());
  }

  private List<Contender> contenders() {
    List<Contender> contenders = new ArrayList<>();
    contenders.add(new Ours(NoOpWorker.Manner.ONE_TRIP, directory, JOBS));
    contenders.add(new Ours(NoOpWorker.Manner.TWO_TRIPS, directory, JOBS));
    addBullMq(contenders);
    contenders.add(new ClientFloor(directory, JOBS));
    Programs.find("redis-benchmark")
        .ifPresentOrElse(
            program -> contenders.add(new Floor(program, directory, JOBS)),
            () -> out.println("Not run: redis-benchmark, which is not installed."));
    return contenders;
  }

  private void addBullMq(List<Contender> contenders) {
    if (Programs.find("npm").isEmpty() || Programs.find("node").isEmpty()) {
      out.println("Not run: BullMQ, since node and npm are not installed.");
      return;
    }
    try {
      Path installed = Files.createDirectories(directory.resolve("bullmq"));
      contenders.add(BullMq.install(installed, JOBS));
    } catch (IOException e) {
      out.println("Not run: BullMQ, since it cannot be installed: " + e.getMessage());
    }
  }

  private void waits(Waits waits) throws Exception {
    out.printf("%n| how long it takes | ms, median | range |%n|---|---:|---:|%n");
    row("from a push to the claim of a worker that waits", WAKE_UPS, waits::fromPushToClaim);
    row(Waits.titleOfAnother(), DEATHS, waits::fromDeathToAnother);
    row(
        "from connecting under the id of a killed worker to the claim of its job",
        DEATHS,
        waits::fromRestartToClaim);
  }

  private void row(String title, int times, Callable<Double> measurement) throws Exception {
    Series series = new Series();
    for (int i = 0; i < times; i++) {
      series.add(measurement.call());
    }
    out.printf("| %s (%d times) | %s |%n", title, times, series.cells("%,.1f"));
  }

  private String machine() throws IOException {
    String redis = Programs.run(directory, List.of(BenchServer.executable(), "--version"));
    return "%d processors, %s %s, Java %s, %s; %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.version"),
            redis.replaceAll(" sha=.*", ""),
            load());
  }

  private static String load() {
    return "load average of the last minute: %.1f"
        .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
