package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.Model;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.Predictor;

/**
 * A model that can be asked.
 *
 * @param name what it is, for people
 * @param model what it was trained on
 * @param predictor answers
 */
record LoadedModel(String name, Model model, Predictor predictor) {
  ModelSpec spec() {
    return model.spec();
  }
}
