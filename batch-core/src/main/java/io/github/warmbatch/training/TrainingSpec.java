package io.github.warmbatch.training;

import io.github.warmbatch.dataset.Schema;
import java.util.Objects;

/**
 * What a trainer is told before it sees a row.
 *
 * @param features the columns it will be fed, in this order: neither the label nor ignored ones
 * @param model what the lineage is bound to
 */
public record TrainingSpec(Schema features, ModelSpec model) {
  /** A specification. */
  public TrainingSpec {
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(model, "model");
  }
}
