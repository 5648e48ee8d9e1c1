package io.github.warmbatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.HashChainTrainer;
import io.github.warmbatch.HashChainTrainer.Chain;
import io.github.warmbatch.checkpoint.DatasetId;
import io.github.warmbatch.checkpoint.Decision.Absorbed;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Each decision was allowed where it stands, and each model is that of an undisturbed run. */
final class ModelInvariants {
  private final World world;
  private final Operators operators;
  private final Undisturbed undisturbed;

  ModelInvariants(World world, Operators operators, Undisturbed undisturbed) {
    this.world = world;
    this.operators = operators;
    this.undisturbed = undisturbed;
  }

  /** Goes through all decisions, and returns what they come to. */
  Replay replayed() {
    Replay replay = new Replay();
    Lineage lineage = world.store.lineage();
    Map<Long, Chain> models = new HashMap<>();
    models.put(0L, undisturbed.beginning());
    for (Manifest manifest : lineage.history()) {
      replay.follow(manifest);
      Chain model = Objects.requireNonNull(models.get(manifest.parent()));
      if (manifest.decision() instanceof Absorbed absorbed) {
        model = undisturbed.after(model, absorbed, contentOf(absorbed.dataset()));
        checkState(manifest, model);
      }
      models.put(manifest.number(), model);
    }
    assertThat(replay.owed()).as("obligations").isEmpty();
    return replay;
  }

  private Content contentOf(DatasetId dataset) {
    return world.files.history(dataset.path()).stream()
        .filter(content -> content.sha256().equals(dataset.sha256()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nobody ever wrote " + dataset));
  }

  private void checkState(Manifest manifest, Chain expected) {
    if (!operators.damaged().contains(manifest.number())) {
      Chain actual =
          world.store.readState(
              manifest,
              (model, payload) ->
                  new HashChainTrainer().codec().read(payload, model.trainingSpec()));
      assertThat(actual).as("the model of %d", manifest.number()).isEqualTo(expected);
    }
  }
}
