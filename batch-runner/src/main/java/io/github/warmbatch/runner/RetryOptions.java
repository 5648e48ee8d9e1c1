package io.github.warmbatch.runner;

import io.github.warmbatch.RetryPolicy;
import picocli.CommandLine.Option;

/** When a job is given up, so that it becomes a dead letter. */
final class RetryOptions {
  @Option(
      names = "--max-attempts",
      paramLabel = "N",
      description =
          "Failures after which a job is given up; a data set that no further attempt can mend is at"
              + " once. Default: ${DEFAULT-VALUE}.")
  int maxAttempts = RetryPolicy.DEFAULT.maxFailures();

  @Option(
      names = "--max-abandonments",
      paramLabel = "N",
      description =
          "Workers that died or stood still with a job in hand, after which it is given up. Default:"
              + " ${DEFAULT-VALUE}.")
  int maxAbandonments = RetryPolicy.DEFAULT.maxAbandonments();

  @Option(
      names = "--max-releases",
      paramLabel = "N",
      description =
          "How often a job may be given back by workers that were told to stop, before it is given"
              + " up. Default: ${DEFAULT-VALUE}.")
  int maxReleases = RetryPolicy.DEFAULT.maxReleases();

  RetryPolicy policy() {
    requirePositive("--max-attempts", maxAttempts);
    requirePositive("--max-abandonments", maxAbandonments);
    requirePositive("--max-releases", maxReleases);
    return RetryPolicy.DEFAULT
        .withMaxFailures(maxAttempts)
        .withMaxAbandonments(maxAbandonments)
        .withMaxReleases(maxReleases);
  }

  private static void requirePositive(String option, int limit) {
    if (limit < 1) {
      throw new UsageException(option + " must be at least 1, not " + limit);
    }
  }
}
