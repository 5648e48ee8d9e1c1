package io.github.warmbatch.learner;

import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.Predictor;
import io.github.warmbatch.training.StateCodec;
import io.github.warmbatch.training.TrainerInfo;
import io.github.warmbatch.training.TrainingException;
import io.github.warmbatch.training.TrainingSpec;
import io.github.warmbatch.training.WarmStartTrainer;

/** Both of our learners: with trees, and without. */
final class WarmLearner implements WarmStartTrainer<LearnerState> {
  static final String BOOSTING = "boosting";
  static final String LOGISTIC = "logistic";
  private static final int STATE_VERSION = 1;
  private final String name;
  private final LearnerOptions options;

  private WarmLearner(String name, LearnerOptions options) {
    this.name = name;
    this.options = options;
  }

  static WarmLearner boosting(LearnerOptions options) {
    return new WarmLearner(BOOSTING, options);
  }

  static WarmLearner logistic(LearnerOptions options) {
    return new WarmLearner(LOGISTIC, options);
  }

  @Override
  public TrainerInfo info() {
    return new TrainerInfo(name, STATE_VERSION, options.values());
  }

  @Override
  public LearnerState initial(TrainingSpec spec) {
    new LayoutChooser(spec, options).check();
    return new LearnerState(spec, LabelClasses.NONE, null);
  }

  @Override
  public LearnerState train(LearnerState state, Batch batch) {
    FeatureCheck.require(state.spec().features(), batch.features());
    state.meet(batch.classes());
    if (batch.rows() > 0) {
      Knowledge knowledge = knowledge(state, batch.features());
      learn(knowledge, state, batch);
    }
    return state;
  }

  @Override
  public Predictor predictor(LearnerState state) {
    Knowledge knowledge = state.knowledge();
    if (knowledge == null) {
      throw new TrainingException("The model has learned no row yet; train it first");
    }
    return LearnerPredictor.of(state.spec().features(), state.classes(), knowledge);
  }

  @Override
  public StateCodec<LearnerState> codec() {
    return new LearnerCodec(options, hasTrees());
  }

  private boolean hasTrees() {
    return name.equals(BOOSTING);
  }

  private Knowledge knowledge(LearnerState state, DataSet first) {
    Knowledge known = state.knowledge();
    if (known != null) {
      return known;
    }
    Layout layout = new LayoutChooser(state.spec(), options).choose(first);
    Knowledge fresh = Knowledge.empty(layout, options.keys(), hasTrees());
    state.begin(fresh);
    return fresh;
  }

  private static void learn(Knowledge knowledge, LearnerState state, Batch batch) {
    boolean[] classes = LearnerState.positives(state.spec().model(), state.classes());
    boolean[] positive = new boolean[batch.rows()];
    for (int row = 0; row < positive.length; row++) {
      positive[row] = classes[batch.labels()[row]];
    }
    FeatureMemory memory = knowledge.memory();
    memory.rising().observe(batch.features());
    Rows rows = memory.rows(batch.features());
    LabelledCodes codes =
        new LabelledCodes(memory.describe(rows), batch.labels(), positive, memory.silent());
    double rate = memory.rateWith(positive);
    learnPositives(knowledge, codes, rate, state.spec().model().seed());
    knowledge.chooser().meet(classes);
    knowledge.chooser().learn(codes);
    if (knowledge.trees() != null) {
      knowledge.chooser().replay(knowledge.trees().reservoir());
    }
    memory.absorb(rows, positive);
  }

  private static void learnPositives(
      Knowledge knowledge, LabelledCodes codes, double rate, long seed) {
    Gate gate = knowledge.gate();
    double threshold = gate.threshold();
    TreeStage trees = knowledge.trees();
    double[] logits = gate.learn(codes, rate, trees == null ? 0 : trees.openShare(rate));
    if (trees != null) {
      boolean[] passed = new boolean[logits.length];
      for (int row = 0; row < passed.length; row++) {
        passed[row] = logits[row] >= threshold;
      }
      trees.learn(new TreeStage.Passage(codes, logits, passed, rate), gate, seed);
    }
  }
}
