package io.github.warmbatch.simulation;

import io.github.warmbatch.HashChainTrainer;
import io.github.warmbatch.HashChainTrainer.Chain;
import io.github.warmbatch.checkpoint.Decision.Absorbed;
import io.github.warmbatch.checkpoint.Model;
import io.github.warmbatch.dataset.CsvReader;
import io.github.warmbatch.dataset.DatasetFile;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.BatchBinder;
import io.github.warmbatch.training.LabelClasses;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What a model is after data sets that nobody disturbs the learning of. */
final class Undisturbed {
  private final HashChainTrainer trainer = new HashChainTrainer();
  private final Map<String, Batch> batches = new HashMap<>();

  /** The model after one more data set. */
  Chain after(Chain before, Absorbed absorbed, Content content) {
    Batch batch =
        batches.computeIfAbsent(content.sha256(), unused -> bind(absorbed.model(), content));
    return trainer.train(before, batch);
  }

  /** The model before all of them. */
  Chain beginning() {
    return new Chain(1, 0);
  }

  private static Batch bind(Model model, Content content) {
    byte[] bytes = Objects.requireNonNull(content.text()).getBytes(StandardCharsets.UTF_8);
    return new BatchBinder(model.spec())
        .bind(
            new CsvReader().read(new DatasetFile("f.csv", bytes)),
            model.features(),
            LabelClasses.NONE);
  }
}
