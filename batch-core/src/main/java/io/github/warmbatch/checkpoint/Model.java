package io.github.warmbatch.checkpoint;

import io.github.warmbatch.dataset.Schema;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.TrainingSpec;
import java.util.Objects;

/**
 * All that must be known of a state to read it and to feed it.
 *
 * @param spec what the lineage is bound to
 * @param features the columns that the model is fed, in this order
 * @param classes the classes met up to this state
 */
public record Model(ModelSpec spec, Schema features, LabelClasses classes) {
  /** A model. */
  public Model {
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(classes, "classes");
  }

  /** What the model's trainer is told. */
  public TrainingSpec trainingSpec() {
    return new TrainingSpec(features, spec);
  }
}
