package io.github.warmbatch.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a trainer which was put to sleep goes on as though it had not been. */
public interface ResumingLaws extends TrainerUnderTest {

  @Test
  default void goesOnFromAFileWhereverItWasInterrupted() throws IOException {
    List<Batch> batches = SampleRows.batches(5, 120);
    SampleRows asked = SampleRows.of(150, 99);
    List<Long> uninterrupted = TrainerRun.begin(this).learn(batches).bits(asked);

    for (int split = 0; split <= batches.size(); split++) {
      byte[] saved = TrainerRun.begin(this).learn(batches.subList(0, split)).saved();
      TrainerRun<?> resumed = TrainerRun.resume(this, saved);
      assertThat(resumed.learn(batches.subList(split, batches.size())).bits(asked))
          .as("interrupted after %d of %d batches", split, batches.size())
          .isEqualTo(uninterrupted);
    }
  }

  @Test
  default void goesOnFromAFileAfterEveryBatch() throws IOException {
    List<Batch> batches = SampleRows.batches(5, 120);
    SampleRows asked = SampleRows.of(150, 99);
    byte[] saved = TrainerRun.begin(this).saved();

    for (Batch batch : batches) {
      saved = TrainerRun.resume(this, saved).learn(batch).saved();
    }

    assertThat(TrainerRun.resume(this, saved).bits(asked))
        .isEqualTo(TrainerRun.begin(this).learn(batches).bits(asked));
  }

  @Test
  default void goesOnInAnotherProcess(@TempDir Path directory) throws Exception {
    byte[] saved = TrainerRun.begin(this).learn(SampleRows.batches(1, 200)).saved();

    assertThat(OtherProcess.goOn(getClass(), saved, directory))
        .isEqualTo(OtherProcess.rest(TrainerRun.begin(this).learn(SampleRows.batches(1, 200))));
  }

  @Test
  default void isNotChangedByBeingAskedOrSavedInBetween() throws IOException {
    List<Batch> batches = SampleRows.batches(4, 120);
    SampleRows asked = SampleRows.of(150, 99);
    TrainerRun<?> run = TrainerRun.begin(this);

    for (Batch batch : batches) {
      run.learn(batch).bits(asked);
      run.saved();
    }

    assertThat(run.bits(asked)).isEqualTo(TrainerRun.begin(this).learn(batches).bits(asked));
  }
}
