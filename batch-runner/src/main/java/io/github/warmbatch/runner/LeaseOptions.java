package io.github.warmbatch.runner;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a worker claims. */
final class LeaseOptions {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final Map<String, String> environment;

  @Mixin OrderOption order = new OrderOption();

  @Option(
      names = "--lease",
      paramLabel = "TIME",
      description =
          "How long a job stays this worker's without a sign of life; after that another may have"
              + " it. Default: 30s.")
  Duration lease = Duration.ofSeconds(30);

  @Option(
      names = "--worker-id",
      paramLabel = "ID",
      description =
          "Who this is. A worker started again under the same id takes its own job back at once."
              + " Default: host name and process number.")
  @Nullable String workerId;

  @Option(
      names = "--adopt-processing",
      description =
          "First takes back what a worker of the older scheme (BRPOPLPUSH) left in the list"
              + " NAME:processing, to be next, the first taken first. Only for when no such worker"
              + " runs any more: what it has in hand would be done twice.")
  boolean adoptProcessing;

  LeaseOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The identity: given, or made of the host and the process. */
  String workerId() {
    if (workerId != null) {
      if (workerId.isBlank()) {
        throw new UsageException("--worker-id is empty; give a name, or leave the option out");
      }
      return workerId;
    }
    String host = environment.getOrDefault("HOSTNAME", "worker");
    return host + "-" + ProcessHandle.current().pid();
  }

  /** The length of a lease. */
  Duration lease() {
    if (lease.compareTo(SHORTEST) < 0) {
      throw new UsageException("--lease must be at least 1s: renewing it takes a moment, too");
    }
    return lease;
  }
}
