package io.github.warmbatch.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.training.StateFormatException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundedTreeTest {
  private static final ModelShape SHAPE = new ModelShape(List.of(0, 0), 2, 0, 7);

  private static Options options(int maxLeaves) {
    return Options.of(
        new HoeffdingTreeAlgorithm(),
        Map.of(
            "max-leaves", Integer.toString(maxLeaves), "grace-period", "50", "leaf", "majority"));
  }

  private static LearningModel tree(int maxLeaves) {
    return new HoeffdingTreeAlgorithm().create(SHAPE, options(maxLeaves));
  }

  /** One where the two values have the same sign, which no single threshold finds. */
  private static void learn(LearningModel tree, int rows) throws Exception {
    Random random = new Random(1);
    Row row = tree.newRow();
    for (int i = 0; i < rows; i++) {
      double x = random.nextGaussian();
      double y = random.nextGaussian() + 0.3;
      row.values()[0] = x;
      row.values()[1] = y;
      tree.learn(row, x * y > 0 ? 1 : 0);
    }
  }

  private static double one(LearningModel tree, double x, double y) throws Exception {
    Row row = tree.newRow();
    row.values()[0] = x;
    row.values()[1] = y;
    double[] likely = tree.ask(row);
    return likely[1] / (likely[0] + likely[1]);
  }

  private static int leaves(LearningModel tree, int atMost) throws IOException {
    byte[] written = written(tree);
    for (int leaves = 1; leaves <= atMost; leaves++) {
      try {
        new HoeffdingTreeAlgorithm().read(new StateInput(written), SHAPE, options(leaves));
        return leaves;
      } catch (StateFormatException e) {
        assertThat(e).hasMessage("The tree has more than %d leaves", leaves);
      }
    }
    throw new AssertionError("More than " + atMost + " leaves");
  }

  private static byte[] written(LearningModel tree) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tree.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Test
  void findsCombinations() throws Exception {
    LearningModel tree = tree(500);
    learn(tree, 30_000);

    assertThat(one(tree, 1.5, 1.5)).isGreaterThan(0.8);
    assertThat(one(tree, -1.5, -1.5)).isGreaterThan(0.8);
    assertThat(one(tree, 1.5, -1.5)).isLessThan(0.2);
  }

  @Test
  void growsToItsBoundAndNoFurther() throws Exception {
    LearningModel tree = tree(4);
    learn(tree, 30_000);

    assertThat(leaves(tree, 4)).isEqualTo(4);
  }

  @Test
  void hasAnAnswerForRowsWithoutValues() throws Exception {
    LearningModel tree = tree(500);
    learn(tree, 30_000);

    assertThat(one(tree, Double.NaN, Double.NaN)).isBetween(0.0, 1.0);
    assertThat(one(tree, Double.NaN, 1.5)).isBetween(0.0, 1.0);
  }

  /** As deep as the bound allows, and one deeper. */
  @Test
  void readsTheDeepestTreeAndRefusesADeeperOne() throws Exception {
    assertThatCode(() -> read(chain(1000))).doesNotThrowAnyException();
    assertThat(one(read(chain(1000)), -1, 0)).isEqualTo(0.5);
    assertThatThrownBy(() -> read(chain(1001)))
        .isInstanceOf(StateFormatException.class)
        .hasMessage("The tree has more than 1000 leaves");
    assertThatThrownBy(() -> read(chain(1_000_000))).isInstanceOf(StateFormatException.class);
  }

  private static LearningModel read(byte[] tree) throws StateFormatException {
    return new HoeffdingTreeAlgorithm().read(new StateInput(tree), SHAPE, options(1000));
  }

  private static byte[] chain(int leaves) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    byte[] leaf = written(tree(1));
    for (int i = 1; i < leaves; i++) {
      out.writeInt(1);
      new Threshold(0, i, true).write(out);
    }
    for (int i = 0; i < leaves; i++) {
      out.write(leaf);
    }
    return bytes.toByteArray();
  }
}
