package io.github.warmbatch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That what is read as a state is one, or refused. */
public interface StateLaws extends TrainerUnderTest {

  @Test
  default void refusesAStateThatEndsEarly() throws IOException {
    TrainerRun<?> run = TrainerRun.begin(this).learn(SampleRows.batches(2, 60));
    byte[] saved = run.saved();

    cuts(saved.length)
        .forEach(
            length ->
                assertThatThrownBy(() -> run.loaded(Arrays.copyOf(saved, length)))
                    .as("%d of %d bytes", length, saved.length)
                    .isInstanceOf(StateFormatException.class));
  }

  /** Every length of a small state; of a large one those near its ends, and some between. */
  private static IntStream cuts(int length) {
    int step = Math.max(1, length / 4096);
    return IntStream.range(0, length)
        .filter(cut -> cut < 512 || cut >= length - 512 || cut % step == 0);
  }

  @Test
  default void refusesWhatIsNoState() throws IOException {
    TrainerRun<?> run = TrainerRun.begin(this);
    byte[] noise = new byte[5000];
    new Random(3).nextBytes(noise);

    for (byte[] content :
        List.of(
            new byte[0],
            new byte[5000],
            noise,
            "{\"state\": 1}".getBytes(StandardCharsets.UTF_8),
            serialised(new HashMap<>(Map.of("a", new ArrayList<>(List.of(1))))))) {
      assertThatThrownBy(() -> run.loaded(content)).isInstanceOf(StateFormatException.class);
    }
  }

  private static byte[] serialised(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }

  /** A state with flipped bits may still be one; what it must not do is anything else. */
  @Test
  default void readsOrRefusesAStateWithFlippedBits() throws IOException {
    TrainerRun<?> run = TrainerRun.begin(this).learn(SampleRows.batches(2, 60));
    byte[] saved = run.saved();
    Random random = new Random(5);

    for (int i = 0; i < 2000; i++) {
      byte[] flipped = flipped(saved, random);
      long allocated = AllocatedBytes.by(() -> readOrRefuse(run, flipped));
      assertThat(allocated)
          .as("bytes allocated for a state of %d, the %d. try", saved.length, i)
          .isLessThan(AllocatedBytes.ALLOWANCE + 64L * saved.length);
    }
  }

  private static byte[] flipped(byte[] saved, Random random) {
    byte[] flipped = saved.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static void readOrRefuse(TrainerRun<?> run, byte[] content) {
    try {
      run.loaded(content);
    } catch (StateFormatException e) {
      assertThat(e).hasMessageMatching("(?s).+");
    } catch (IOException e) {
      throw new AssertionError("Neither read nor refused", e);
    }
  }

  @Test
  default void refusesAStateForOtherColumns() throws IOException {
    TrainerRun<?> run = TrainerRun.begin(this).learn(SampleRows.batches(1, 60));
    byte[] saved = run.saved();
    List<Field> fields = new ArrayList<>(SampleRows.FEATURES.fields());
    Collections.reverse(fields);
    TrainingSpec other = SampleRows.spec(trainer(), Schema.of(fields));

    assertThatThrownBy(() -> run.loaded(saved, other)).isInstanceOf(StateFormatException.class);
  }

  @Test
  default void leavesTheStreamOpenThatItWritesTo() throws IOException {
    List<String> closed = new ArrayList<>();
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed.add("closed");
          }
        };

    write(TrainerRun.begin(this).learn(SampleRows.batches(1, 60)), out);

    assertThat(closed).isEmpty();
  }

  private static <S> void write(TrainerRun<S> run, OutputStream out) throws IOException {
    run.trainer().codec().write(run.state(), out);
  }
}
