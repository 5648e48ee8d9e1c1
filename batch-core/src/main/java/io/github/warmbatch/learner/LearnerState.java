package io.github.warmbatch.learner;

import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.TrainingSpec;
import org.jspecify.annotations.Nullable;

/** What one of our learners has learned so far. For one thread at a time. */
final class LearnerState {
  private final TrainingSpec spec;
  private LabelClasses classes;
  private @Nullable Knowledge knowledge;

  LearnerState(TrainingSpec spec, LabelClasses classes, @Nullable Knowledge knowledge) {
    this.spec = spec;
    this.classes = classes;
    this.knowledge = knowledge;
  }

  TrainingSpec spec() {
    return spec;
  }

  LabelClasses classes() {
    return classes;
  }

  /** What was learned; null before the first row. */
  @Nullable Knowledge knowledge() {
    return knowledge;
  }

  void meet(LabelClasses met) {
    classes = met;
  }

  void begin(Knowledge first) {
    knowledge = first;
  }

  /** For each class whether it is one to be found. */
  static boolean[] positives(ModelSpec model, LabelClasses classes) {
    boolean[] positives = new boolean[classes.size()];
    for (int label = 0; label < positives.length; label++) {
      positives[label] = model.isPositive(label, classes.names().get(label));
    }
    return positives;
  }
}
