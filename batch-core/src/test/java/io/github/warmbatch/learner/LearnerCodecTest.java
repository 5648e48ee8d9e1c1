package io.github.warmbatch.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.StateFormatException;
import io.github.warmbatch.training.TrainingSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnerCodecTest {
  private static final WarmLearner TRAINER = WarmLearner.boosting(LearnerOptions.of(Map.of()));
  private static final List<Batch> BATCHES = Streams.payments(20, 800);
  private static final TrainingSpec SPEC =
      Streams.spec(TRAINER, BATCHES.get(0), "shop", "customer");

  private static byte[] written(LearnerState state) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TRAINER.codec().write(state, out);
    return out.toByteArray();
  }

  private static LearnerState read(byte[] content) throws IOException {
    return TRAINER.codec().read(new ByteArrayInputStream(content), SPEC);
  }

  @Test
  void aStateThatIsReadAndWrittenAgainHasTheSameBytes() throws IOException {
    byte[] content = written(Streams.trained(TRAINER, SPEC, BATCHES));
    assertThat(written(read(content))).isEqualTo(content);
  }

  @Test
  void goesOnBitForBitThroughEveryPhase() throws IOException {
    LearnerState straight = TRAINER.initial(SPEC);
    LearnerState stopped = TRAINER.initial(SPEC);
    for (Batch batch : BATCHES) {
      straight = TRAINER.train(straight, batch);
      stopped = TRAINER.train(read(written(stopped)), batch);
    }
    Predictions expected = TRAINER.predictor(straight).predict(BATCHES.get(0).features());
    Predictions actual =
        TRAINER.predictor(read(written(stopped))).predict(BATCHES.get(0).features());
    for (int row = 0; row < expected.rows(); row++) {
      for (int label = 0; label < expected.classes().size(); label++) {
        assertThat(actual.probability(row, label)).isEqualTo(expected.probability(row, label));
      }
    }
  }

  /** Young, and so without boosting, but small. */
  private static byte[] small() throws IOException {
    return written(Streams.trained(TRAINER, SPEC, Streams.payments(3, 150)));
  }

  @Test
  void aStateThatIsCutShortIsRefused() throws IOException {
    byte[] content = small();
    for (int length = 0; length < content.length; length += 1 + content.length / 200) {
      byte[] cut = Arrays.copyOf(content, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(StateFormatException.class);
    }
    byte[] longer = Arrays.copyOf(content, content.length + 1);
    assertThatThrownBy(() -> read(longer)).isInstanceOf(StateFormatException.class);
  }

  @Test
  void aStateThatWasTamperedWithIsRefusedOrWorks() throws IOException {
    byte[] content = small();
    Dice dice = new Dice(8, 8, 8);
    for (int attempt = 0; attempt < 200; attempt++) {
      byte[] changed = content.clone();
      changed[dice.below(content.length)] = (byte) dice.below(256);
      changed[dice.below(Math.min(content.length, 2000))] = (byte) dice.below(256);
      assertThatCode(() -> use(changed)).doesNotThrowAnyException();
    }
  }

  private static void use(byte[] content) throws IOException {
    LearnerState state;
    try {
      state = read(content);
    } catch (StateFormatException expected) {
      return;
    }
    if (state.knowledge() != null) {
      Predictions predictions = TRAINER.predictor(state).predict(BATCHES.get(11).features());
      assertThat(predictions.probability(0, 0)).isBetween(0.0, 1.0);
      LearnerState next = TRAINER.train(state, BATCHES.get(11));
      assertThat(next).isNotNull();
    }
  }

  @Test
  void aStateForOtherEntitiesOrOptionsIsRefused() throws IOException {
    byte[] content = written(TRAINER.initial(SPEC));
    TrainingSpec other = Streams.spec(TRAINER, BATCHES.get(0), "shop");
    assertThatThrownBy(() -> TRAINER.codec().read(new ByteArrayInputStream(content), other))
        .isInstanceOf(StateFormatException.class)
        .hasMessageContaining("entities");
    WarmLearner fewerKeys = WarmLearner.boosting(LearnerOptions.of(Map.of("keys", "500")));
    assertThatThrownBy(() -> fewerKeys.codec().read(new ByteArrayInputStream(content), SPEC))
        .isInstanceOf(StateFormatException.class);
  }
}
