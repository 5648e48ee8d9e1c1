package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.checkpoint.Verification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lineage with what a check of its states found. */
final class LineageView {
  private final Lineage lineage;
  private final Map<Long, Verification> found = new HashMap<>();
  private final long champion;

  LineageView(CheckpointStore store) {
    this.lineage = store.lineage();
    this.champion = store.champion().map(Promotion::number).orElse(0L);
    store.verify().forEach(each -> found.put(each.number(), each));
  }

  /** All decisions, oldest first. */
  List<ManifestView> all() {
    return lineage.history().stream().map(this::view).toList();
  }

  Optional<ManifestView> find(long number) {
    return lineage.find(number).map(this::view);
  }

  private ManifestView view(Manifest manifest) {
    Verification verification = found.get(manifest.number());
    // Not found: published after the check, and with that verified by its writer just now.
    Verification.Status status =
        verification == null ? Verification.Status.OK : verification.status();
    return new ManifestView(manifest, status, manifest.number() == champion);
  }
}
