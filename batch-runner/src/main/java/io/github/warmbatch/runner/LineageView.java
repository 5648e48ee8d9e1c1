package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.CorruptStateException;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.checkpoint.Verification;
import io.github.warmbatch.checkpoint.Verification.Status;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lineage for people and programs. Reads no more states than what is asked for needs. */
final class LineageView {
  private final FileCheckpointStore store;
  private final Lineage lineage;
  private final long champion;

  LineageView(FileCheckpointStore store) {
    this.store = store;
    this.lineage = store.lineage();
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

  /** One decision, with what a check of its state found. */
  Optional<ManifestView> find(long number) {
    return lineage.find(number).map(manifest -> view(manifest, check(manifest)));
  }

  private ManifestView view(Manifest manifest, Status status) {
    return new ManifestView(manifest, status, manifest.number() == champion);
  }

  private Status check(Manifest manifest) {
    Status presence = presence(manifest);
    if (manifest.state() == null || isMissing(manifest)) {
      return presence;
    }
    try {
      return store.readState(manifest, (model, payload) -> presence);
    } catch (CorruptStateException e) {
      return Status.CORRUPT;
    }
  }

  private Status presence(Manifest manifest) {
    boolean abandoned = lineage.isAbandoned(manifest.number());
    if (manifest.state() == null || !isMissing(manifest)) {
      return abandoned ? Status.ABANDONED : Status.OK;
    }
    if (lineage.model().filter(manifest::equals).isPresent()) {
      // Retention never removes the state of the model as it is now.
      return Status.CORRUPT;
    }
    return abandoned ? Status.ABANDONED : Status.PRUNED;
  }

  private boolean isMissing(Manifest manifest) {
    return Files.notExists(store.stateFile(manifest));
  }
}
