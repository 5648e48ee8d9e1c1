package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Model;
import io.github.warmbatch.checkpoint.Promotion;
import io.github.warmbatch.training.Predictor;
import io.github.warmbatch.training.TrainerInfo;
import io.github.warmbatch.training.Trainers;
import io.github.warmbatch.training.WarmStartTrainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the checkpoint that a command line means and makes a predictor of it. */
final class ModelLoader {
  private final Locations locations;

  ModelLoader(Locations locations) {
    this.locations = locations;
  }

  LoadedModel load(ModelOption option) {
    Path path = locations.resolve(option.model);
    if (!Files.exists(path)) {
      throw new UsageException("--model %s: there is no %s".formatted(option.model, path));
    }
    CheckpointStore store = new Stores(locations).open(option.model);
    Manifest manifest = checkpoint(store, option.checkpoint);
    Decision.Absorbed absorbed = (Decision.Absorbed) manifest.decision();
    return new LoadedModel(
        "checkpoint " + manifest.number(),
        absorbed.model(),
        predictor(trainer(absorbed.model()), store, manifest));
  }

  private static Manifest checkpoint(CheckpointStore store, String which) {
    Lineage lineage = store.lineage();
    Optional<Manifest> newest = lineage.model();
    if (newest.isEmpty()) {
      throw new UsageException("The lineage has no checkpoint yet: nothing was learned so far");
    }
    return switch (which) {
      case "head" -> newest.get();
      case "champion" ->
          store.champion().map(Promotion::number).flatMap(lineage::find).orElse(newest.get());
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

  private static WarmStartTrainer<?> trainer(Model model) {
    TrainerInfo info = model.spec().trainer();
    WarmStartTrainer<?> trainer;
    try {
      trainer = Trainers.installed().create(info.name(), info.options());
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "The checkpoint's trainer cannot be had: %s".formatted(e.getMessage()), e);
    }
    if (trainer.info().version() != info.version()) {
      throw new UsageException(
          "The checkpoint is of version %d of the trainer '%s', and this is version %d"
              .formatted(info.version(), info.name(), trainer.info().version()));
    }
    return trainer;
  }

  private static <S> Predictor predictor(
      WarmStartTrainer<S> trainer, CheckpointStore store, Manifest manifest) {
    return trainer.predictor(
        store.readState(
            manifest, (model, payload) -> trainer.codec().read(payload, model.trainingSpec())));
  }
}
