package io.github.warmbatch.runner;

import io.github.warmbatch.SavedModel;
import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.training.Trainers;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the model that a command line means. */
final class ModelLoader {
  private final Locations locations;

  ModelLoader(Locations locations) {
    this.locations = locations;
  }

  SavedModel load(ModelOption option) {
    Path path = locations.resolve(option.model);
    if (Files.isRegularFile(path)) {
      return SavedModel.open(path, Trainers.installed());
    }
    if (Files.notExists(path)) {
      throw new UsageException("--model %s: there is no %s".formatted(option.model, path));
    }
    CheckpointStore store = new Stores(locations).open("--model", option.model);
    return SavedModel.load(store, checkpoint(store, option.checkpoint), Trainers.installed());
  }

  private static Manifest checkpoint(CheckpointStore store, String which) {
    Lineage lineage = store.lineage();
    Manifest newest =
        lineage
            .model()
            .orElseThrow(
                () -> new UsageException("The lineage has no checkpoint: nothing was learned yet"));
    return switch (which) {
      case "head" -> newest;
      case "champion" ->
          store.champion().map(Promotion::number).flatMap(lineage::find).orElse(newest);
      default -> numbered(lineage, which);
    };
  }

  private static Manifest numbered(Lineage lineage, String which) {
    long number;
    try {
      number = Long.parseLong(which);
    } catch (NumberFormatException e) {
      throw new UsageException(
          "--checkpoint %s: give head, champion or a number".formatted(which), e);
    }
    return lineage
        .find(number)
        .filter(manifest -> manifest.decision() instanceof Decision.Absorbed)
        .orElseThrow(
            () ->
                new UsageException(
                    "--checkpoint %d is no checkpoint; 'checkpoints list' shows those there are"
                        .formatted(number)));
  }
}
