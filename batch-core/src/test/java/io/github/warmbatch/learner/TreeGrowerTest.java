package io.github.warmbatch.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeGrowerTest {
  private static final int ROWS = 400;
  private static final int WIDTH = 5;
  private static final TreeShape SHAPE = new TreeShape(4, 1, 1, false, 1, 0.3);

  private static TreeRows rows(long seed) {
    Dice dice = new Dice(seed, 0, 0);
    Codes codes = Codes.of(ROWS, WIDTH);
    TreeRows rows = TreeRows.among(codes, ROWS);
    for (int row = 0; row < ROWS; row++) {
      for (int feature = 0; feature < WIDTH; feature++) {
        codes.set(row, feature, dice.below(Bins.COUNT));
      }
      boolean odd = codes.get(row, 1) > 60 != codes.get(row, 3) > 40;
      double gradient = (odd ? 1 : -1) + dice.below(100) / 100.0;
      rows.add(row, gradient, 0.1 + dice.below(100) / 100.0);
    }
    return rows;
  }

  private static int[] features() {
    return IntStream.range(0, WIDTH).toArray();
  }

  private static double gain(TreeRows rows, int feature, int threshold) {
    double[] left = new double[2];
    double[] right = new double[2];
    for (int row = 0; row < ROWS; row++) {
      double[] side = rows.codes().get(row, feature) <= threshold ? left : right;
      side[0] += rows.gradients()[row];
      side[1] += rows.weights()[row];
    }
    if (left[1] < SHAPE.leastWeight() || right[1] < SHAPE.leastWeight()) {
      return Double.NEGATIVE_INFINITY;
    }
    double all = left[0] + right[0];
    return left[0] * left[0] / (left[1] + 1)
        + right[0] * right[0] / (right[1] + 1)
        - all * all / (left[1] + right[1] + 1);
  }

  @Test
  void theBestSplitIsTheOneThatTryingAllOfThemFinds() {
    for (long seed = 0; seed < 20; seed++) {
      TreeRows rows = rows(seed);
      Histogram histogram = new Histogram(features());
      histogram.add(rows, 0, ROWS);
      Split split =
          histogram.best(
              Arrays.stream(rows.gradients()).sum(), Arrays.stream(rows.weights()).sum(), SHAPE);
      double best = Double.NEGATIVE_INFINITY;
      for (int feature = 0; feature < WIDTH; feature++) {
        for (int threshold = 0; threshold < Bins.TOP; threshold++) {
          best = Math.max(best, gain(rows, feature, threshold));
        }
      }
      assertThat(split.gain()).isCloseTo(best, within(1e-9));
      assertThat(gain(rows, split.feature(), split.threshold())).isCloseTo(best, within(1e-9));
    }
  }

  @Test
  void subtractingAHistogramLeavesThatOfTheOtherRows() {
    TreeRows rows = rows(1);
    Histogram all = new Histogram(features());
    Histogram some = new Histogram(features());
    Histogram others = new Histogram(features());
    all.add(rows, 0, ROWS);
    some.add(rows, 0, 150);
    others.add(rows, 150, ROWS);
    all.subtract(some);
    Split expected = others.best(3, 200, SHAPE);
    Split split = all.best(3, 200, SHAPE);
    assertThat(split.feature()).isEqualTo(expected.feature());
    assertThat(split.threshold()).isEqualTo(expected.threshold());
  }

  @Test
  void everyLeafSaysTheMeanOfItsRows() {
    for (TreeShape shape : new TreeShape[] {SHAPE, new TreeShape(12, 1, 0.5, true, 0, 1e-6)}) {
      TreeRows rows = rows(2);
      Tree tree = new TreeGrower(rows, shape, features(), new Dice(2, 2, 2)).grow();
      double[][] sums = new double[tree.nodes().length][2];
      for (int row = 0; row < ROWS; row++) {
        int leaf = leafOf(tree, rows.codes(), row);
        sums[leaf][0] += rows.gradients()[row];
        sums[leaf][1] += rows.weights()[row];
      }
      for (int row = 0; row < ROWS; row++) {
        double[] sum = sums[leafOf(tree, rows.codes(), row)];
        double expected = sum[0] / (sum[1] + shape.lambda());
        float value = tree.value(rows.codes().values(), rows.codes().start(row));
        assertThat((double) value).isCloseTo(expected, within(1e-5));
      }
      assertThat(tree.nodes().length).isGreaterThan(5);
    }
  }

  /** The slow walk: as long as there is a question. */
  private static int leafOf(Tree tree, Codes codes, int row) {
    int at = 0;
    while (tree.nodes()[at] != Tree.leaf(at)) {
      int node = tree.nodes()[at];
      boolean left = codes.get(row, Tree.feature(node)) <= Tree.threshold(node);
      at = left ? Tree.left(node) : Tree.left(node) + 1;
    }
    return at;
  }

  @Test
  void nothingToAskForGivesATreeOfOneLeaf() {
    Tree tree = new TreeGrower(rows(3), SHAPE, new int[0], new Dice(1, 1, 1)).grow();
    assertThat(tree.nodes()).hasSize(1);
  }

  @Test
  void aNodeKeepsWhatIsPutIntoIt() {
    int node = Tree.inner(Tree.MOST_NODES - 2, 4000, 101);
    assertThat(Tree.left(node)).isEqualTo(Tree.MOST_NODES - 2);
    assertThat(Tree.feature(node)).isEqualTo(4000);
    assertThat(Tree.threshold(node)).isEqualTo(101);
  }
}
