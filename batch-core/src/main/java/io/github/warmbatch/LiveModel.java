package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.training.Trainers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The champion of an output directory that another process, or another machine, writes: for
 * applications that predict while a worker trains.
 *
 * <pre>{@code
 * try (LiveModel live = LiveModel.follow(Path.of("/mnt/fileserver/output")).start()) {
 *   Champion champion = live.current().orElseThrow();
 *   double score = champion.model().predict(Map.of("AMOUNT", 57.16, "DAY", 3)).score();
 * }
 * }</pre>
 *
 * <p>A new champion takes the old one's place at once and as a whole, after its state was read and
 * its digest found to be right; an older one does, too, when it is promoted or the lineage goes
 * back to it. Whatever cannot be read or proven is refused, and what predicted before stays.
 * Nothing is ever written into the directory. Storage that shows new files late delays a swap and
 * nothing else. A lineage that is deleted and begun anew under the same name is noticed once it is
 * longer than the old one; to have it at once, start anew.
 *
 * <p>Safe for use from many threads. One takes {@link #current} once for all that is to come from
 * one and the same checkpoint.
 */
public final class LiveModel implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LiveModel.class);

  /** How often the champion may change while it is being read. */
  private static final int TRIES = 3;

  private final Path output;
  private final Trainers trainers;
  private final List<LiveModelListener> listeners;
  private final Poller poller = new Poller("warmbatch-live-model");
  private FileCheckpointStore store;
  private volatile @Nullable Served served;
  private volatile @Nullable String trouble;
  private volatile boolean closed;

  /** One reference, so that nobody sees the number of one checkpoint with the model of another. */
  private record Served(Manifest manifest, Champion champion) {}

  LiveModel(Path output, Trainers trainers, List<LiveModelListener> listeners) {
    this.output = output;
    this.trainers = trainers;
    this.listeners = listeners;
    this.store = FileCheckpointStore.readOnly(output);
  }

  /** A builder of a model that follows this output directory, which need not be there yet. */
  public static LiveModelBuilder follow(Path output) {
    return new LiveModelBuilder(output);
  }

  /**
   * What predicts now; empty until there is a champion that can be read.
   *
   * @throws IllegalStateException when this was closed
   */
  public Optional<Champion> current() {
    requireOpen();
    Served now = served;
    return now == null ? Optional.empty() : Optional.of(now.champion());
  }

  /**
   * Why the directory's champion does not predict, as of the last look; empty where it does. Says
   * which file is at fault.
   */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /**
   * Looks for another champion now, and takes it. Failures are not thrown: see {@link #trouble}.
   *
   * @return whether another checkpoint predicts than before
   * @throws IllegalStateException when this was closed
   */
  public synchronized boolean refresh() {
    requireOpen();
    try {
      Optional<Served> other = findOther();
      trouble = null;
      other.ifPresent(this::serve);
      return other.isPresent();
    } catch (CheckpointException e) {
      refuse(String.valueOf(e.getMessage()));
    } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
      refuse("The champion in %s cannot be loaded: %s".formatted(output, e));
    }
    return false;
  }

  /** Ends the following. What {@link #current} gave out before can still be asked. */
  @Override
  public void close() {
    closed = true;
    poller.close();
    served = null;
  }

  /** Begins to look by itself. */
  void follow(Duration pause) {
    poller.start(pause, this::poll);
  }

  private void poll() {
    if (!closed) {
      refresh();
    }
  }

  /**
   * The champion, if it is not the one that predicts; what vanishes meanwhile is looked for anew.
   */
  private Optional<Served> findOther() {
    Manifest failed = null;
    CheckpointException failure = new CheckpointException("The champion changes all the time");
    for (int i = 0; i < TRIES; i++) {
      Manifest champion = findChampion();
      if (isServed(champion)) {
        return Optional.empty();
      }
      if (failed != null && failed.sha256().equals(champion.sha256())) {
        break;
      }
      try {
        return Optional.of(new Served(champion, Champion.load(store, champion, trainers)));
      } catch (CheckpointException e) {
        failed = champion;
        failure = e;
      }
    }
    throw failure;
  }

  private Manifest findChampion() {
    try {
      return Champion.find(store)
          .orElseThrow(
              () ->
                  new CheckpointException(
                      "There is no checkpoint in %s yet: nothing was learned".formatted(output)));
    } catch (CheckpointException e) {
      // It may have been replaced by another lineage, which does not follow from what is known.
      store = FileCheckpointStore.readOnly(output);
      throw e;
    }
  }

  private boolean isServed(Manifest champion) {
    Served now = served;
    return now != null && now.manifest().sha256().equals(champion.sha256());
  }

  private void serve(Served other) {
    served = other;
    log.info("Number {} of {} predicts now", other.champion().number(), output);
    tell(listener -> listener.swapped(other.champion()));
  }

  private void refuse(String reason) {
    if (reason.equals(trouble)) {
      return;
    }
    trouble = reason;
    log.warn("{}; {}", reason, served == null ? "nothing predicts yet" : "the one before stays");
    tell(listener -> listener.refused(reason));
  }

  private void tell(Consumer<LiveModelListener> event) {
    for (LiveModelListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException e) {
        log.warn("Listener {} failed", listener.getClass().getName(), e);
      }
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The live model of %s is closed".formatted(output));
    }
  }
}
