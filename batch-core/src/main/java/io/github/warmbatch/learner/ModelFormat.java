package io.github.warmbatch.learner;

import io.github.warmbatch.training.StateFormatException;

/** How the {@link Gate}, the {@link ClassChooser} and calibrations are written and read. */
final class ModelFormat {
  private ModelFormat() {}

  static void writeGate(Gate gate, StateOutput out) {
    out.single(gate.model().bias());
    out.singles(gate.model().weights());
    out.singles(gate.model().pairWeights());
    out.whole(Double.doubleToLongBits(gate.threshold()));
    writeCalibration(gate.calibration(), out);
  }

  static Gate readGate(StateInput in, Layout layout) throws StateFormatException {
    LogisticModel model = new LogisticModel(layout.width(), layout.paired());
    model.setBias(in.single("the bias"));
    in.singlesInto("the weights", model.weights());
    in.singlesInto("the pairs' weights", model.pairWeights());
    double threshold = Double.longBitsToDouble(in.whole("the gate's threshold"));
    if (Double.isNaN(threshold)) {
      throw StateInput.refusal("the gate's threshold is no number");
    }
    return new Gate(model, readCalibration(in), threshold);
  }

  static void writeChooser(ClassChooser chooser, StateOutput out) {
    out.integer(chooser.size());
    for (int label = 0; label < chooser.size(); label++) {
      ClassGroup group = chooser.groupOf(label);
      int member = chooser.memberOf(label);
      out.single(group.met(member));
      out.singles(group.weights(member));
    }
  }

  static ClassChooser readChooser(StateInput in, int width, boolean[] positives)
      throws StateFormatException {
    ClassChooser chooser = new ClassChooser(width);
    StateInput.requireCount("classes", in.count("classes", Float.BYTES), positives.length);
    for (boolean positive : positives) {
      float met = in.single("how often a class was met");
      if (met < 0) {
        throw StateInput.refusal("a class was met less often than never");
      }
      chooser.add(positive, in.singles("a class's weights", ClassGroup.weightsOf(width)), met);
    }
    return chooser;
  }

  static void writeCalibration(Calibration calibration, StateOutput out) {
    out.numbers(calibration.positives());
    out.numbers(calibration.others());
  }

  static Calibration readCalibration(StateInput in) throws StateFormatException {
    double[] positives = in.amounts("positives of a margin", Calibration.RANGES);
    double[] others = in.amounts("others of a margin", Calibration.RANGES);
    return new Calibration(positives, others);
  }
}
