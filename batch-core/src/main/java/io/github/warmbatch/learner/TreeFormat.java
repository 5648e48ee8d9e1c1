package io.github.warmbatch.learner;

import io.github.warmbatch.training.StateFormatException;
import java.util.ArrayList;
import java.util.List;

/** How the {@link TreeStage} is written and read. */
final class TreeFormat {
  private static final int DEEPEST = 16;
  private static final int LEAST_TREE = 12;
  private static final int MOST_REFITS = 100;
  private static final List<Reservoir.Kind> KINDS = List.of(Reservoir.Kind.values());
  private final int width;
  private final boolean[] positives;

  TreeFormat(int width, boolean[] positives) {
    this.width = width;
    this.positives = positives;
  }

  static void write(TreeStage stage, StateOutput out) {
    TreeStage.Progress progress = stage.progress();
    out.integer(progress.batches());
    out.whole(progress.positives());
    out.integer(progress.refits());
    out.number(progress.start());
    ModelFormat.writeCalibration(stage.calibration(), out);
    writeTrees(stage.trees().boosting().trees(), out);
    writeTrees(stage.trees().forest().trees(), out);
    writeReservoir(stage.reservoir(), out);
  }

  TreeStage read(StateInput in) throws StateFormatException {
    TreeStage.Progress progress =
        new TreeStage.Progress(
            in.integer("the number of batches", 0, Integer.MAX_VALUE),
            in.whole("the number of positives", Long.MAX_VALUE),
            in.integer("the number of refits", 0, MOST_REFITS),
            in.number("the starting margin"));
    Calibration calibration = ModelFormat.readCalibration(in);
    Boosting boosting = new Boosting(readTrees(in));
    Forest forest = new Forest(readTrees(in));
    Reservoir reservoir = readReservoir(in, progress.batches());
    return new TreeStage(reservoir, new TreeStage.Trees(boosting, forest), calibration, progress);
  }

  private static void writeTrees(List<Tree> trees, StateOutput out) {
    out.integer(trees.size());
    for (Tree tree : trees) {
      out.integer(tree.depth());
      out.integers(tree.nodes());
      out.singles(tree.values());
    }
  }

  private List<Tree> readTrees(StateInput in) throws StateFormatException {
    int count = in.count("trees", LEAST_TREE);
    List<Tree> trees = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int depth = in.integer("a tree's depth", 0, DEEPEST);
      int[] nodes = in.integers("nodes");
      requireNodes(nodes);
      trees.add(new Tree(nodes, in.singles("what a tree says", nodes.length), depth));
    }
    return trees;
  }

  private void requireNodes(int[] nodes) throws StateFormatException {
    if (nodes.length == 0) {
      throw StateInput.refusal("a tree has no root");
    }
    for (int number = 0; number < nodes.length; number++) {
      int left = Tree.left(nodes[number]);
      boolean leaf = nodes[number] == Tree.leaf(number);
      boolean inner = left > number && left + 1 < nodes.length;
      if (!leaf && !(inner && Tree.feature(nodes[number]) < width)) {
        throw StateInput.refusal("a tree's node %d leads nowhere".formatted(number));
      }
    }
  }

  private static void writeReservoir(Reservoir reservoir, StateOutput out) {
    out.integer(reservoir.size());
    Codes codes = reservoir.codes();
    out.raw(codes.values(), reservoir.size() * reservoir.width());
    for (int row = 0; row < reservoir.size(); row++) {
      out.integer(reservoir.batch(row));
      out.constant(reservoir.kind(row), KINDS);
      out.integer(reservoir.label(row));
      out.single(reservoir.weight(row));
      out.single(reservoir.margin(row));
    }
  }

  private Reservoir readReservoir(StateInput in, int batches) throws StateFormatException {
    int size = in.count("rows that are kept", width + 5 * Integer.BYTES);
    byte[] codes = in.raw("the kept rows", size * width);
    for (byte code : codes) {
      if (code < 0) {
        throw StateInput.refusal("a code of a kept row is %d".formatted(code));
      }
    }
    Reservoir reservoir = new Reservoir(width, size);
    for (int row = 0; row < size; row++) {
      reservoir.add(codes, row * width, readItem(in, batches));
    }
    return reservoir;
  }

  private Reservoir.Item readItem(StateInput in, int batches) throws StateFormatException {
    int batch = in.integer("a kept row's batch", 0, Math.max(0, batches - 1));
    Reservoir.Kind kind = in.constant("why a row is kept", KINDS);
    int label = in.integer("a kept row's class", 0, positives.length - 1);
    if (positives[label] != (kind == Reservoir.Kind.POSITIVE)) {
      throw StateInput.refusal("a kept row is %s and of class %d".formatted(kind, label));
    }
    float weight = in.single("a kept row's weight");
    if (weight <= 0) {
      throw StateInput.refusal("a kept row's weight is %s".formatted(weight));
    }
    return new Reservoir.Item(batch, kind, label, weight, in.single("a kept row's margin"));
  }
}
