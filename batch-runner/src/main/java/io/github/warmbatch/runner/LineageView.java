package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.CorruptStateException;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.checkpoint.Retention;
import io.github.warmbatch.checkpoint.StateRef;
import io.github.warmbatch.checkpoint.Verification;
import io.github.warmbatch.checkpoint.Verification.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A lineage for people and programs. Reads no more states than what is asked for needs. */
final class LineageView {
  private final FileCheckpointStore store;
  private final Lineage lineage;
  private final Retention retention;
  private final long champion;

  LineageView(FileCheckpointStore store) {
    this.store = store;
    this.lineage = store.lineage();
    this.retention = store.retention();
    this.champion = store.champion().map(Promotion::number).orElse(0L);
  }

  /** The number of the newest decision, 0 for none. */
  long head() {
    return lineage.head();
  }

  /** All decisions, oldest first, with what a check of all states found. */
  List<ManifestView> verified() {
    Map<Long, Status> found = new HashMap<>();
    for (Verification each : store.verify()) {
      found.put(each.number(), each.status());
    }
    // Not found: published after the check, and with that verified by its writer just now.
    return lineage.history().stream()
        .map(manifest -> view(manifest, found.getOrDefault(manifest.number(), Status.OK)))
        .toList();
  }

  /** All decisions, oldest first; of the states only whether they are there. */
  List<ManifestView> listed() {
    return lineage.history().stream().map(manifest -> view(manifest, presence(manifest))).toList();
  }

  /**
   * One decision, of whose state only is told whether it is there.
   *
   * @throws UsageException when there is no such number
   */
  ManifestView required(long number) {
    return lineage
        .find(number)
        .map(manifest -> view(manifest, presence(manifest)))
        .orElseThrow(() -> noSuch(number));
  }

  /** What to say of a number that there is not. */
  UsageException noSuch(long number) {
    return new UsageException(
        "There is no number %d: the lineage %s"
            .formatted(
                number, head() == 0 ? "is empty, nothing was learned yet" : "has 1 to " + head()));
  }

  /** The paths of the data sets that a number has learned and another has not, in that order. */
  List<String> learnedBeyond(long number, long other) {
    Set<Long> known = new HashSet<>(learned(other));
    List<String> paths = new ArrayList<>();
    for (long each : learned(number)) {
      if (!known.contains(each)) {
        paths.add(0, String.valueOf(required(each).dataset()));
      }
    }
    return paths;
  }

  /** The numbers in which the model of a number was made, newest first. */
  private List<Long> learned(long number) {
    List<Long> learned = new ArrayList<>();
    Manifest manifest = lineage.find(number).orElse(null);
    while (manifest != null) {
      if (manifest.state() != null) {
        learned.add(manifest.number());
      }
      manifest = lineage.find(manifest.parent()).orElse(null);
    }
    return learned;
  }

  /** One decision, with what a check of its state found. */
  Optional<ManifestView> find(long number) {
    return lineage.find(number).map(manifest -> view(manifest, check(manifest)));
  }

  private ManifestView view(Manifest manifest, Status status) {
    long number = manifest.number();
    return new ManifestView(manifest, status, number == champion, retention.isPinned(number));
  }

  private Status check(Manifest manifest) {
    Status presence = presence(manifest);
    if (manifest.state() == null
        || presence == Status.CORRUPT
        || retention.isPruned(manifest.number())) {
      return presence;
    }
    try {
      return store.readState(manifest, (model, payload) -> presence);
    } catch (CorruptStateException e) {
      return Status.CORRUPT;
    }
  }

  private Status presence(Manifest manifest) {
    boolean pruned = retention.isPruned(manifest.number());
    if (manifest.state() != null && !pruned && !isWholeAtFirstSight(manifest)) {
      return Status.CORRUPT;
    }
    if (lineage.isAbandoned(manifest.number())) {
      return Status.ABANDONED;
    }
    return pruned ? Status.PRUNED : Status.OK;
  }

  /** Whether it is there, with the size that it had. */
  private boolean isWholeAtFirstSight(Manifest manifest) {
    try {
      StateRef state = manifest.state();
      return state == null || Files.size(store.stateFile(manifest)) == state.bytes();
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + store.stateFile(manifest), e);
    }
  }
}
