package io.github.warmbatch.weka;

import io.github.warmbatch.training.StateFormatException;
import io.github.warmbatch.training.TrainerOption;
import java.util.List;

/** Weka's {@code HoeffdingTree}, bounded. */
final class HoeffdingTreeAlgorithm implements Algorithm {

  @Override
  public String name() {
    return "weka-hoeffding-tree";
  }

  @Override
  public String description() {
    return "a Hoeffding tree of bounded size (Weka)";
  }

  @Override
  public List<TrainerOption> options() {
    return TreeSettings.OPTIONS;
  }

  @Override
  public CategoryCoding coding() {
    return CategoryCoding.INDICATORS;
  }

  @Override
  public void check(Options options) {
    TreeSettings.of(options);
  }

  @Override
  public LearningModel create(ModelShape shape, Options options) {
    return new HoeffdingTreeModel(shape, TreeSettings.of(options));
  }

  @Override
  public LearningModel read(StateInput in, ModelShape shape, Options options)
      throws StateFormatException {
    HoeffdingTreeModel model = new HoeffdingTreeModel(shape, TreeSettings.of(options));
    model.read(in);
    return model;
  }
}
