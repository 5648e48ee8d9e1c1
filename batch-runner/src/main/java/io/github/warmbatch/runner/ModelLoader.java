package io.github.warmbatch.runner;

import io.github.warmbatch.Champion;
import io.github.warmbatch.SavedModel;
import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
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
    Trainers trainers = Trainers.installed();
    return option.checkpoint.equals("champion")
        ? Champion.load(store, trainers).orElseThrow(ModelLoader::nothingLearned).model()
        : SavedModel.load(store, checkpoint(store.lineage(), option.checkpoint), trainers);
  }

  private static UsageException nothingLearned() {
    return new UsageException("The lineage has no checkpoint: nothing was learned yet");
  }

  private static Manifest checkpoint(Lineage lineage, String which) {
    Manifest newest = lineage.model().orElseThrow(ModelLoader::nothingLearned);
    return which.equals("head") ? newest : numbered(lineage, which);
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
