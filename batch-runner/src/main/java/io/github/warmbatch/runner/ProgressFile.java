package io.github.warmbatch.runner;

import io.github.warmbatch.WorkerListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is rewritten every few seconds as long as the worker gets on, so that whoever watches
 * over it need only look how old the file is. It does not get on when it has stopped looking for
 * jobs without having one in hand, nor when it has one in hand for longer than it is granted.
 */
final class ProgressFile implements WorkerListener, AutoCloseable {
  /** How often the file is rewritten; a watcher allows for several times that. */
  static final Duration INTERVAL = Duration.ofSeconds(10);

  /** How long after the last look the worker still counts as looking. */
  static final Duration LONGEST_LOOK = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(ProgressFile.class);

  private final Path file;
  private final @Nullable Duration stuckAfter;
  private final Clock clock;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Step step;

  /**
   * What the worker does.
   *
   * @param doing for people, and to tell whether it is another step
   * @param since when it began, or last began again
   * @param longest how long it may take; null for ever
   */
  private record Step(String doing, Instant since, @Nullable Duration longest) {}

  /**
   * A file that is not written yet.
   *
   * @param stuckAfter how long one data set may take; null for ever
   */
  ProgressFile(Path file, @Nullable Duration stuckAfter, Clock clock) {
    this.file = file;
    this.stuckAfter = stuckAfter;
    this.clock = clock;
    this.step = new Step("starting", clock.instant(), stuckAfter);
  }

  /** Writes the file, for the first time at once. */
  ProgressFile start() {
    try {
      write(step, clock.instant());
    } catch (IOException e) {
      throw new UsageException(
          "--progress-file %s cannot be written: %s".formatted(file, e.toString()), e);
    }
    Thread thread = new Thread(this::rewriteUntilClosed, "progress-file");
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  @Override
  public void looking() {
    step = new Step("looking for work", clock.instant(), LONGEST_LOOK);
  }

  @Override
  public void processing(String path) {
    step = new Step("working on " + path, clock.instant(), stuckAfter);
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void rewriteUntilClosed() {
    try {
      while (!closed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
        rewrite();
      }
    } catch (InterruptedException e) {
      log.warn("{} is not rewritten any more: interrupted", file);
    }
  }

  /** Rewrites the file, unless the worker does not get on. */
  void rewrite() {
    Step current = step;
    Instant now = clock.instant();
    Duration passed = Duration.between(current.since(), now);
    if (current.longest() != null && passed.compareTo(current.longest()) > 0) {
      log.warn(
          "No progress for {}: {}; {} is left as it is",
          Durations.format(passed),
          OneLine.of(current.doing()),
          file);
      return;
    }
    try {
      write(current, now);
    } catch (IOException e) {
      log.warn("{} cannot be rewritten: {}", file, e.toString());
    }
  }

  private void write(Step current, Instant now) throws IOException {
    Path staged = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(
        staged, "%s %s since %s%n".formatted(now, OneLine.of(current.doing()), current.since()));
    Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
