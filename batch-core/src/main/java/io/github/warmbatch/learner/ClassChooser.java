package io.github.warmbatch.learner;

import java.util.Arrays;

/** Says which of the positive classes it is, and which of the others. For one thread. */
final class ClassChooser {
  private static final int MOST_ROWS = 20_000;
  private final int width;
  private final ClassGroup positives;
  private final ClassGroup others;
  private boolean[] positive;
  private int[] members;

  /** A chooser among no classes, of rows so wide. */
  ClassChooser(int width) {
    this(width, new ClassGroup(width), new ClassGroup(width));
    positive = new boolean[0];
    members = new int[0];
  }

  private ClassChooser(int width, ClassGroup positives, ClassGroup others) {
    this.width = width;
    this.positives = positives;
    this.others = others;
    positive = new boolean[0];
    members = new int[0];
  }

  ClassChooser copy() {
    ClassChooser copy = new ClassChooser(width, positives.copy(), others.copy());
    copy.positive = positive;
    copy.members = members;
    return copy;
  }

  /** How many classes there are. */
  int size() {
    return members.length;
  }

  /** The group that a class belongs to. */
  ClassGroup groupOf(int label) {
    return positive[label] ? positives : others;
  }

  /** The class's place in its group. */
  int memberOf(int label) {
    return members[label];
  }

  /** Makes room for classes met since; the classes before are the first ones. */
  void meet(boolean[] classes) {
    for (int label = size(); label < classes.length; label++) {
      add(classes[label], new float[ClassGroup.weightsOf(width)], 0);
    }
  }

  /** Takes in the next class. */
  void add(boolean isPositive, float[] weights, float met) {
    int label = size();
    positive = Arrays.copyOf(positive, label + 1);
    members = Arrays.copyOf(members, label + 1);
    positive[label] = isPositive;
    members[label] = groupOf(label).size();
    groupOf(label).add(label, weights, met);
  }

  /** Learns a batch; of very many rows that are not positive, some. */
  void learn(LabelledCodes batch) {
    int stride = 1 + batch.rows() / MOST_ROWS;
    for (int row = 0; row < batch.rows(); row++) {
      int label = batch.labels()[row];
      groupOf(label).meet(members[label]);
      if (hasChoice(label) && (positive[label] || row % stride == 0)) {
        learn(batch.codes(), row, label);
      }
    }
  }

  /** Learns the positives of a reservoir once more: they are few, and at hand. */
  void replay(Reservoir reservoir) {
    for (int row = 0; row < reservoir.size(); row++) {
      if (reservoir.isPositive(row) && hasChoice(reservoir.label(row))) {
        learn(reservoir.codes(), row, reservoir.label(row));
      }
    }
  }

  /** Fills in a row's probabilities, given that of any positive class. */
  void share(double ofPositive, Codes codes, int row, double[] probabilities) {
    ClassGroup.Share into = new ClassGroup.Share(probabilities, row * size());
    double p = positives.size() == 0 ? 0 : others.size() == 0 ? 1 : ofPositive;
    positives.share(p, codes.values(), codes.start(row), into);
    others.share(1 - p, codes.values(), codes.start(row), into);
  }

  private boolean hasChoice(int label) {
    return groupOf(label).size() > 1;
  }

  private void learn(Codes codes, int row, int label) {
    groupOf(label).learn(codes.values(), codes.start(row), members[label]);
  }
}
