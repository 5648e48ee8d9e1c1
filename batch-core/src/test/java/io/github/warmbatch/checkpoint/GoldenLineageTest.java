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
          "0008fa074e4c6044f1b0c1f686638d56f9f3eac2f4dccd3b30be899c5b087394",
          "0fb7f7df6524f3783d34e6e7d35f8e7754b13fe29a8a92de2cacd4fc8d40ed2f",
          "33e21b0f9dfc4ace01c11df129e1fc9de5f00aab2e756ff179017cccfe396a7c",
          "d1c4234f756cba8e15b1da0aab50d994d10c679fb0622058708aa2e6608901b8",
          "cb15e87cc8034c0370d142d85522171f6979c57993069a1f4dc05b1f96aa0651");

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
