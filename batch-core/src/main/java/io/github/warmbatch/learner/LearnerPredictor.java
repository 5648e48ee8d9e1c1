package io.github.warmbatch.learner;

import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.Schema;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.Predictor;
import org.jspecify.annotations.Nullable;

/** Answers from copies of what was learned. Immutable. */
final class LearnerPredictor implements Predictor {
  private final Schema features;
  private final LabelClasses classes;
  private final FeatureMemory memory;
  private final Gate gate;
  private final @Nullable CloserLook trees;
  private final ClassChooser chooser;

  /** The trees, and what their margins mean. */
  private record CloserLook(TreeScorer scorer, Calibration calibration) {}

  private LearnerPredictor(Schema features, LabelClasses classes, Knowledge knowledge) {
    TreeStage stage = knowledge.trees();
    this.features = features;
    this.classes = classes;
    memory = knowledge.memory().copy();
    gate = knowledge.gate().copy();
    trees = stage == null ? null : new CloserLook(stage.scorer(), stage.calibration().copy());
    chooser = knowledge.chooser().copy();
  }

  static LearnerPredictor of(Schema features, LabelClasses classes, Knowledge knowledge) {
    return new LearnerPredictor(features, classes, knowledge);
  }

  @Override
  public LabelClasses classes() {
    return classes;
  }

  @Override
  public Predictions predict(DataSet data) {
    FeatureCheck.require(features, data);
    Codes codes = memory.describe(memory.rows(data));
    double[] probabilities = new double[Math.multiplyExact(data.rows(), classes.size())];
    for (int row = 0; row < data.rows(); row++) {
      double p = probability(codes.values(), codes.start(row));
      chooser.share(p, codes, row, probabilities);
    }
    return new Predictions(classes, probabilities);
  }

  private double probability(byte[] codes, int start) {
    double logit = gate.logit(codes, start);
    if (trees == null || !gate.passes(logit)) {
      return gate.probability(logit);
    }
    double margin = trees.scorer.margin(logit, codes, start);
    return trees.calibration.probability(margin);
  }
}
