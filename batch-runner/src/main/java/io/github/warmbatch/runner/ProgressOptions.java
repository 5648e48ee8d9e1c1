package io.github.warmbatch.runner;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How others can see whether a worker gets on. */
final class ProgressOptions {
  @Option(
      names = "--progress-file",
      paramLabel = "PATH",
      description =
          "A file that is rewritten every 10 seconds as long as the worker gets on; one that is two"
              + " minutes old tells a liveness probe to replace it. None by default.")
  @Nullable String file;

  @Option(
      names = "--stuck-after",
      paramLabel = "TIME",
      description =
          "How long one data set may take and still count as progress. By default for ever.")
  @Nullable Duration stuckAfter;

  /** The file, begun to be written, if one is asked for. */
  @Nullable ProgressFile start(Locations locations) {
    if (stuckAfter != null && (file == null || stuckAfter.isZero())) {
      throw new UsageException(
          "--stuck-after needs a --progress-file to act upon, and must be at least 1ms");
    }
    return file == null
        ? null
        : new ProgressFile(locations.resolve(file), stuckAfter, Clock.systemUTC()).start();
  }
}
