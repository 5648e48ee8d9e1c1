package io.github.warmbatch.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.training.StateFormatException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * That a model is written whole. The contract cannot tell: a state holds the model as it is
 * written, so whatever writing left out would be missing from an uninterrupted run as well.
 */
class LearningModelTest {
  private static final ModelShape SHAPE = new ModelShape(List.of(0, 0, 2, 2), 3, 0, 7);

  static Stream<Algorithm> algorithms() {
    return Stream.of(new HoeffdingTreeAlgorithm(), new NaiveBayesAlgorithm(), new SgdAlgorithm());
  }

  private static Options options(Algorithm algorithm) {
    return Options.of(algorithm, Map.of());
  }

  private static void fill(Row row, Random random) {
    row.values()[0] = random.nextGaussian();
    row.values()[1] = random.nextInt(10) == 0 ? Double.NaN : 3 * random.nextGaussian();
    row.values()[2] = random.nextInt(2);
    row.values()[3] = random.nextInt(2);
  }

  private static void learn(LearningModel model, int rows, long seed) throws Exception {
    Random random = new Random(seed);
    Row row = model.newRow();
    for (int i = 0; i < rows; i++) {
      fill(row, random);
      int label = row.values()[0] > 1 ? 2 : row.values()[2] > 0 ? 1 : 0;
      model.learn(row, label);
    }
  }

  private static List<double[]> answers(LearningModel model) throws Exception {
    Random random = new Random(99);
    Row row = model.newRow();
    double[][] answers = new double[50][];
    for (int i = 0; i < answers.length; i++) {
      fill(row, random);
      answers[i] = model.ask(row);
    }
    return List.of(answers);
  }

  private static byte[] written(LearningModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void goesOnFromWhatWasWrittenAsThoughItHadNotBeen(Algorithm algorithm) throws Exception {
    LearningModel whole = algorithm.create(SHAPE, options(algorithm));
    learn(whole, 1050, 1);
    LearningModel read = algorithm.read(new StateInput(written(whole)), SHAPE, options(algorithm));
    learn(whole, 3000, 2);
    learn(read, 3000, 2);

    assertThat(answers(read)).usingRecursiveComparison().isEqualTo(answers(whole));
    assertThat(written(read)).isEqualTo(written(whole));
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void refusesWhatIsNotAsLongAsItSays(Algorithm algorithm) throws Exception {
    LearningModel model = algorithm.create(SHAPE, options(algorithm));
    learn(model, 500, 1);
    byte[] written = written(model);
    byte[] shorter = Arrays.copyOf(written, written.length - 1);

    assertThatThrownBy(() -> algorithm.read(new StateInput(shorter), SHAPE, options(algorithm)))
        .isInstanceOf(StateFormatException.class)
        .hasMessageContaining("The state ends where");
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void refusesMoreClassesThanItIsFor(Algorithm algorithm) throws Exception {
    LearningModel model = algorithm.create(SHAPE, options(algorithm));
    learn(model, 500, 1);
    ModelShape narrower = new ModelShape(SHAPE.attributes(), 2, 0, 7);

    assertThatThrownBy(
            () -> algorithm.read(new StateInput(written(model)), narrower, options(algorithm)))
        .isInstanceOf(StateFormatException.class);
  }
}
