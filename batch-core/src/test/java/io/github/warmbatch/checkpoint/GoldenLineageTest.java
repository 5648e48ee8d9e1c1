package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.checkpoint.Decision.Disposition;
import io.github.warmbatch.checkpoint.Verdict.Kind;
import io.github.warmbatch.checkpoint.Verification.Status;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Files of every released format are read for ever; see {@link GoldenLineage}. */
class GoldenLineageTest {
  private static final List<String> DIGESTS_1 =
      List.of(
          "8a29e95e30af8e04e40a577b2878a083dbd933ec078784376b85b87006cab53a",
          "7c36806124208b0bea3500dd715d0784717f1460ec993a5ecc5558086ab58f70",
          "2f5e43081659e35a9d066f1abc0ebd6734f5041fa507325cf8da1b4d7b99ff0e",
          "82ec8dcb4b6b42818ecca3717389e4c66e0b99c2a5145506f715ad4cb09f140b",
          "4e42f15ad5ea6a9380d216b60b7366a90030949323f35ee89f6d43b6456a0298");

  private static FileCheckpointStore format(int version) throws URISyntaxException {
    return FileCheckpointStore.readOnly(directory(version));
  }

  private static Path directory(int version) throws URISyntaxException {
    URL url = GoldenLineageTest.class.getResource("lineage-format-" + version);
    return Path.of(Objects.requireNonNull(url).toURI());
  }

  @Test
  void decisionsOfFormat1AreRead() throws Exception {
    Lineage lineage = format(1).lineage();
    assertThat(lineage.history())
        .extracting(Manifest::decision)
        .containsExactly(
            CheckpointSamples.absorbed(1),
            CheckpointSamples.dead(2),
            CheckpointSamples.absorbed(3),
            new Decision.BackTo(
                List.of(3L),
                List.of(CheckpointSamples.job(3)),
                Disposition.REQUEUE,
                "as the sample wants it"),
            CheckpointSamples.absorbed(4));
    assertThat(lineage.history()).extracting(Manifest::sha256).isEqualTo(DIGESTS_1);
    assertThat(lineage.history()).extracting(Manifest::parent).containsExactly(0L, 1L, 2L, 2L, 4L);
    assertThat(lineage.history())
        .extracting(Manifest::writtenAt)
        .containsOnly(Instant.parse("2026-01-02T03:04:05.678Z"));
    assertThat(lineage.verdict("job-2")).contains(new Verdict(Kind.DEAD, 2));
    assertThat(lineage.obligations()).containsExactly(CheckpointSamples.job(3));
  }

  @Test
  void statesOfFormat1AreRead() throws Exception {
    FileCheckpointStore store = format(1);
    assertThat(store.verify())
        .extracting(Verification::status)
        .containsExactly(Status.OK, Status.OK, Status.ABANDONED, Status.OK, Status.OK);
    Manifest newest = store.lineage().model().orElseThrow();
    assertThat(store.readState(newest, CheckpointSamples::readPayload))
        .isEqualTo(CheckpointSamples.payload(4));
    StateFile alone = StateFile.open(store.stateFile(newest));
    assertThat(alone.model()).isEqualTo(CheckpointSamples.model());
    assertThat(alone.dataset()).isEqualTo(CheckpointSamples.dataset(4));
  }

  @Test
  void promotionsOfFormat1AreRead() throws Exception {
    assertThat(format(1).champion())
        .contains(new Promotion(1, 1, "the first", Instant.parse("2026-01-02T03:04:05.678Z")));
  }
}
