package io.github.warmbatch.weka;

import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.TrainingSpec;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What one of Weka's classifiers has learned. Immutable: the model is kept as the bytes that a
 * state file gets, so that whatever was learned in one go and whatever was read again are the same
 * thing.
 */
public final class WekaState {
  private final TrainingSpec spec;
  private final LabelClasses classes;
  private final List<Long> counts;
  private final FeatureEncoding encoding;
  private final byte[] model;
  private @Nullable LearningModel ready;

  /**
   * A state.
   *
   * @param counts for each class how many rows were learned
   * @param model as it was written, not copied; empty when nothing was learned
   */
  WekaState(
      TrainingSpec spec,
      LabelClasses classes,
      List<Long> counts,
      FeatureEncoding encoding,
      byte[] model) {
    this.spec = spec;
    this.classes = classes;
    this.counts = List.copyOf(counts);
    this.encoding = encoding;
    this.model = model;
  }

  TrainingSpec spec() {
    return spec;
  }

  LabelClasses classes() {
    return classes;
  }

  List<Long> counts() {
    return counts;
  }

  FeatureEncoding encoding() {
    return encoding;
  }

  byte[] model() {
    return model;
  }

  /** The model ready to be asked, made once: for some that is where learning takes place. */
  synchronized LearningModel ready(Callable<LearningModel> maker) throws Exception {
    LearningModel made = ready == null ? maker.call() : ready;
    ready = made;
    return made;
  }

  /** How many rows were learned. */
  long rows() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** What a model for these classes, or more, looks like. */
  ModelShape shape(LabelClasses asked) {
    return new ModelShape(encoding.attributes(), asked.size(), rows(), spec.model().seed());
  }
}
