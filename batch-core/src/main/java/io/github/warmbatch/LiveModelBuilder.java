package io.github.warmbatch;

import io.github.warmbatch.training.Trainers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link LiveModel}. Everything has a default, named with its method. Not for use by
 * several threads.
 */
public final class LiveModelBuilder {
  private final Path output;
  private final List<LiveModelListener> listeners = new ArrayList<>();
  private @Nullable Trainers trainers;
  private Duration pause = Duration.ofSeconds(10);

  LiveModelBuilder(Path output) {
    this.output = output;
  }

  /** The trainers whose states can be read; by default those on the class path. */
  public LiveModelBuilder trainers(Trainers trainers) {
    this.trainers = Objects.requireNonNull(trainers, "trainers");
    return this;
  }

  /**
   * How long to pause between two looks at the directory; 10 seconds by default.
   *
   * @throws IllegalArgumentException when it is not positive
   */
  public LiveModelBuilder every(Duration pause) {
    if (pause.isNegative() || pause.isZero()) {
      throw new IllegalArgumentException("every: must be positive, not " + pause);
    }
    this.pause = pause;
    return this;
  }

  /** Looks at the directory only at the start and by {@link LiveModel#refresh}: has no thread. */
  public LiveModelBuilder byHand() {
    this.pause = Duration.ZERO;
    return this;
  }

  /** Adds one who is told of swaps and refusals; the log is told of them in any case. */
  public LiveModelBuilder listener(LiveModelListener listener) {
    this.listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Looks at the directory for the first time, in this thread, and begins to follow. A directory
   * that has no champion yet, or one that cannot be used, is no failure: see {@link
   * LiveModel#trouble}.
   */
  public LiveModel start() {
    LiveModel live =
        new LiveModel(
            output, trainers == null ? Trainers.installed() : trainers, List.copyOf(listeners));
    live.refresh();
    if (!pause.isZero()) {
      live.follow(pause);
    }
    return live;
  }
}
